-- Run on the first day of a season: the new season starts from nothing.
START TRANSACTION;

INSERT INTO season_archive (season_id, player_id, points)
SELECT season_id, player_id, points
  FROM season_score
 WHERE season_id = 14;

DELETE FROM season_score;

INSERT INTO season (id, starts_on) VALUES (15, '2026-12-01');

COMMIT;
