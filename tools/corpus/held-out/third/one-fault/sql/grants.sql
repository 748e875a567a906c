create role lab_app login;
create role lab_report login;

grant usage on schema lab to lab_app, lab_report;
grant select, insert, update, delete on lab.sample to lab_app;
grant select on lab.sample to lab_report;
grant all privileges on table lab.result to public;
