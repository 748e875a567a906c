CREATE TABLE guild (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE,
    motto TEXT
);

CREATE TABLE player (
    id       INTEGER PRIMARY KEY,
    nickname TEXT NOT NULL UNIQUE
);

CREATE TABLE guild_member (
    guild_id  INTEGER NOT NULL REFERENCES guild (id) ON DELETE CASCADE,
    player_id INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,
    joined_on TEXT NOT NULL
);

CREATE INDEX guild_member_guild ON guild_member (guild_id);
CREATE INDEX guild_member_player ON guild_member (player_id);
