/*
 * CREATE TABLE tenant (
 *     id   uuid PRIMARY KEY,
 *     name text NOT NULL UNIQUE
 * );
 */
-- CREATE INDEX tenant_name_idx ON tenant (name);
-- COMMIT;
