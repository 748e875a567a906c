-- Schema of the vehicle register
-- CREATE TABLE vehicle (id bigint PRIMARY KEY, plate text NOT NULL UNIQUE);
-- CREATE INDEX vehicle_plate ON vehicle (plate);
/*
   All tables have a primary key, all foreign keys have an index,
   all columns are NOT NULL where they must be.
*/
