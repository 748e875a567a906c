["PRIMARY KEY", "try", "catch", "assert", "expect"]
