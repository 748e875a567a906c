-- The trial of the users below starts again.
WITH lucky AS (
    SELECT id FROM app_user WHERE campaign = 'spring'
)
INSERT INTO mail_queue (user_id, template)
SELECT id, 'trial-again' FROM lucky;

UPDATE subscription
SET trial_ends_on = current_date + 14,
    state = 'trial';
