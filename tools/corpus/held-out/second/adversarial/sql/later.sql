-- Schema of the help desk
CREATE TABLE agent (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE
);

-- ... rest of the schema (ticket, message, attachment) goes here ...
