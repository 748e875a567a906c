-- Open matches, the newest first.
CREATE VIEW current_matches AS
SELECT matches.id, matches.title, leagues.name
FROM matches
JOIN leagues ON leagues.id = matches.league_id
WHERE matches.state = 'planned';

INSERT INTO matches (league_id, title, state) VALUES (1, 'first', 'planned'), (1, 'second', 'played');

UPDATE matches SET state = 'played' WHERE league_id = 1 AND state = 'planned';

DELETE FROM matches;
