-- Files that came in: what they were, what they brought, what was wrong with them.
create schema imports;
grant usage on schema imports to dunlin_app;

-- A dropped file waiting for its mapping to be confirmed; swept after a day.
create table imports.upload (
  upload_id uuid        primary key,
  member_id uuid        not null,
  file_name text        not null,
  content   bytea       not null,
  settings  jsonb       not null,
  at        timestamptz not null
);

-- The mapping that a source's files were last taken in with.
create table imports.mapping (
  signature text        primary key,
  settings  jsonb       not null,
  actor     text        not null,
  at        timestamptz not null
);

create table imports.import (
  import_id      uuid        primary key,
  -- Null when one file brought several companies.
  company_id     uuid        references team.company,
  kind           text        not null,
  source         text        not null,
  actor          text        not null,
  at             timestamptz not null,
  rows           integer     not null,
  accepted       integer     not null,
  duplicates     integer     not null,
  skipped        integer     not null,
  problems       integer     not null,
  control_totals jsonb       not null
);
create table imports.import_file (
  import_id uuid   not null references imports.import,
  file_no   smallint not null,
  file_name text   not null,
  sha256    text   not null,
  bytes     bigint not null,
  primary key (import_id, file_no)
);
create index import_file_by_hash on imports.import_file (sha256);
create table imports.problem (
  import_id uuid    not null references imports.import,
  problem_no integer not null,
  file_name text    not null,
  line      integer not null,
  field     text    not null,
  code      text    not null,
  facts     jsonb   not null,
  primary key (import_id, problem_no)
);
create table imports.undone (
  import_id uuid        primary key references imports.import,
  actor     text        not null,
  reason    text        not null,
  at        timestamptz not null
);

grant select, insert, update, delete on imports.upload to dunlin_app;
grant select, insert, update on imports.mapping to dunlin_app;
grant select, insert on imports.import, imports.import_file, imports.problem, imports.undone
      to dunlin_app;
