-- Reports of the energy portal.

CREATE OR REPLACE VIEW meter_day AS
SELECT r.meter_id,
       date_trunc('day', r.read_at)::date AS day,
       sum(r.kwh)                         AS kwh
  FROM reading AS r
 GROUP BY r.meter_id, date_trunc('day', r.read_at);

CREATE MATERIALIZED VIEW zone_month AS
SELECT m.zone_id,
       date_trunc('month', d.day)::date AS month,
       sum(d.kwh)                       AS kwh,
       count(DISTINCT m.id)             AS meters
  FROM meter_day AS d
  JOIN meter AS m ON m.id = d.meter_id
 GROUP BY m.zone_id, date_trunc('month', d.day)
  WITH NO DATA;

CREATE UNIQUE INDEX zone_month_key ON zone_month (zone_id, month);

GRANT SELECT ON meter_day, zone_month TO reporting;
