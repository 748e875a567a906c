CREATE TABLE forum_member (
    id         serial PRIMARY KEY,
    nickname   varchar(40) NOT NULL UNIQUE,
    email      varchar(254) NOT NULL UNIQUE,
    password   varchar(24) NOT NULL,
    joined_at  timestamp with time zone NOT NULL DEFAULT now(),
    banned     boolean NOT NULL DEFAULT false
);
