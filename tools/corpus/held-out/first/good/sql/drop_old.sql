ALTER TABLE parcel DROP CONSTRAINT parcel_weight_check;
ALTER TABLE parcel ADD CONSTRAINT parcel_weight_check CHECK (weight > 0 AND weight <= 40);
DROP INDEX IF EXISTS parcel_city;
CREATE INDEX parcel_city_street ON parcel (city, street);
