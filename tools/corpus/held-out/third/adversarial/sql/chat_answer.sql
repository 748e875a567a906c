Sure, here is the schema for the pet clinic:

```sql
CREATE TABLE pet (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL
);
```

You can run this with psql -f.
