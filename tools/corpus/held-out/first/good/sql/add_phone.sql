BEGIN;

ALTER TABLE customer ADD COLUMN phone varchar(32);

UPDATE customer SET phone = contact.phone FROM contact WHERE contact.customer_id = customer.id;

COMMIT;
