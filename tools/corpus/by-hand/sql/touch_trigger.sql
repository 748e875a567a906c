CREATE FUNCTION touch() RETURNS trigger AS $$
BEGIN
  NEW.changed_at = now();
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
