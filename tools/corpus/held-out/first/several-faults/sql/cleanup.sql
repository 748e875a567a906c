UPDATE account SET locked = false;
DELETE FROM login_attempt;
