-- Companies that are owed, and the people who work for them.
create schema team;
grant usage on schema team to dunlin_app;

create table team.company (
  company_id    uuid    primary key,
  code          text    not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  name          text    not null check (name <> ''),
  base_currency text not null check (base_currency ~ '^[A-Z]{3}$'),
  zone          text    not null default 'America/New_York',
  demo          boolean not null default false
);

-- Days on which a company is closed beyond the federal bank holidays.
create table team.closing_day (
  company_id uuid not null references team.company,
  closed_on  date not null,
  reason     text not null,
  primary key (company_id, closed_on)
);

create table team.member (
  member_id uuid        primary key,
  name      text        not null check (name <> ''),
  email     text        not null,
  language  text        not null default 'en' check (language in ('en', 'es')),
  roles     text[]      not null,
  active    boolean     not null default true,
  made_at   timestamptz not null
);
create unique index member_email on team.member (lower(email));

-- No row: every company; rows: only these.
create table team.member_company (
  member_id  uuid not null references team.member,
  company_id uuid not null references team.company,
  primary key (member_id, company_id)
);

grant select, insert, update on team.company, team.member to dunlin_app;
grant select, insert, delete on team.closing_day, team.member_company to dunlin_app;

-- Published: people by name.
create view team.person as
select member_id, name, language, active from team.member;
grant select on team.person to dunlin_app;
