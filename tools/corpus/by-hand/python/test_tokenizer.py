import unittest

from tokenizer import UnexpectedCharacter, tokens


class TokenizerTest(unittest.TestCase):
    def setUp(self):
        self.text = "12 + width * (3 - 1)"

    def test_kinds(self):
        self.assertEqual([t.kind for t in tokens(self.text)][:3], ["number", "operator", "name"])

    def test_unknown_character(self):
        with self.assertRaises(UnexpectedCharacter):
            list(tokens("1 ? 2"))


if __name__ == "__main__":
    unittest.main()
