CREATE TABLE lock_keeper (
    id   integer PRIMARY KEY,
<<<<<<< HEAD
    name varchar(80) NOT NULL,
=======
    full_name text NOT NULL,
>>>>>>> 4f1c2aa (rename column)
    since date NOT NULL
);
