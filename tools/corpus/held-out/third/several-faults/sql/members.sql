CREATE TABLE member (
    id      INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email   VARCHAR(254) NOT NULL UNIQUE,
    passwd  VARCHAR(30) NOT NULL
);

CREATE TABLE member_card (
    member_id INTEGER NOT NULL REFERENCES member (id),
    card_no   CHAR(12) NOT NULL,
    valid_to  DATE NOT NULL
);

GRANT ALL ON member, member_card TO PUBLIC;
