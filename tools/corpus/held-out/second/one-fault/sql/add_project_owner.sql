-- Every project gets an owner.
BEGIN;

ALTER TABLE project ADD COLUMN owner_id bigint;

UPDATE project SET owner_id = created_by WHERE owner_id IS NULL;

ALTER TABLE project ALTER COLUMN owner_id SET NOT NULL;

ALTER TABLE project
    ADD CONSTRAINT project_owner_fk
    FOREIGN KEY (owner_id) REFERENCES app_user (id);

COMMIT;
