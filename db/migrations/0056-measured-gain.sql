-- Order of work: what the work added is summed once a night, not by everybody who looks.

-- A projection of the outcomes of a year; written with them.
create table worklist.measured_gain (
  company_id  uuid        primary key references team.company,
  measured_on date        not null,
  recorded_at timestamptz not null,
  gain        jsonb       not null
);
grant select, insert, update on worklist.measured_gain to dunlin_app;
