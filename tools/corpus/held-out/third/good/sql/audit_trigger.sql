CREATE TABLE document_audit (
    id          bigserial PRIMARY KEY,
    document_id bigint      NOT NULL REFERENCES document (id),
    action      text        NOT NULL CHECK (action IN ('INSERT', 'UPDATE')),
    changed_by  text        NOT NULL DEFAULT current_user,
    changed_at  timestamptz NOT NULL DEFAULT now(),
    old_title   text,
    new_title   text        NOT NULL
);

CREATE INDEX document_audit_document_id_idx ON document_audit (document_id);

CREATE FUNCTION log_document_change() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
    INSERT INTO document_audit (document_id, action, old_title, new_title)
    VALUES (NEW.id, TG_OP, CASE WHEN TG_OP = 'UPDATE' THEN OLD.title END, NEW.title);
    RETURN NEW;
END
$body$;

CREATE TRIGGER document_audit_trg
    AFTER INSERT OR UPDATE OF title ON document
    FOR EACH ROW EXECUTE FUNCTION log_document_change();
