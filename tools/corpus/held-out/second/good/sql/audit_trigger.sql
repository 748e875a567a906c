CREATE TABLE price_audit (
    id         bigserial PRIMARY KEY,
    product_id bigint NOT NULL REFERENCES product (id) ON DELETE CASCADE,
    old_cents  integer NOT NULL,
    new_cents  integer NOT NULL,
    changed_by text NOT NULL DEFAULT current_user,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX price_audit_product_id_idx ON price_audit (product_id, changed_at DESC);

CREATE FUNCTION record_price_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO price_audit (product_id, old_cents, new_cents)
    VALUES (OLD.id, OLD.price_cents, NEW.price_cents);
    RETURN NEW;
END;
$$;

CREATE TRIGGER product_price_audit
    AFTER UPDATE OF price_cents ON product
    FOR EACH ROW
    WHEN (OLD.price_cents IS DISTINCT FROM NEW.price_cents)
    EXECUTE FUNCTION record_price_change();
