Certainly! Here is the table for your comments feature:

```sql
CREATE TABLE comment (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    body    text NOT NULL
);
```

This design is scalable and follows best practices.
