CREATE OR REPLACE PROCEDURE remove_tenant(tenant text)
LANGUAGE plpgsql
AS $proc$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM tenants WHERE tenants.name = tenant) THEN
        RAISE EXCEPTION 'tenant % is not known', tenant;
    END IF;

    EXECUTE 'DROP SCHEMA ' || tenant || ' CASCADE';

    DELETE FROM tenants WHERE tenants.name = tenant;
END;
$proc$;
