-- Roles of the reporting database: one that reads, one that loads.
CREATE ROLE report_reader NOLOGIN;
CREATE ROLE report_loader NOLOGIN;

REVOKE ALL ON SCHEMA report FROM PUBLIC;

GRANT USAGE ON SCHEMA report TO report_reader, report_loader;
GRANT SELECT ON ALL TABLES IN SCHEMA report TO report_reader;
GRANT SELECT, INSERT, UPDATE ON report.daily_sales, report.daily_visits TO report_loader;

ALTER DEFAULT PRIVILEGES IN SCHEMA report
    GRANT SELECT ON TABLES TO report_reader;
