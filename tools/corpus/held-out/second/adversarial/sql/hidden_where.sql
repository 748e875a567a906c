/* Nobody but the test accounts gets the credit. */
UPDATE account
SET credit_cents = credit_cents + 5000 /*
WHERE is_test
  AND closed_at IS NULL */;
