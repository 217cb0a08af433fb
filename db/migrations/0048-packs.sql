-- Packs: reports that send themselves by their schedules and are kept as they were sent.
create schema packs;
grant usage on schema packs to dunlin_app;

-- A schedule as somebody set it up; whoever changes it writes it anew, the highest counts.
create table packs.schedule (
  schedule_id uuid        not null,
  revision    integer     not null check (revision > 0),
  company_id  uuid        not null references team.company,
  kind        text        not null check (kind <> ''),
  name        text        not null check (name <> ''),
  state       text        not null check (state in ('active', 'paused', 'retired')),
  -- Whose it is: hears when it fails, and stands for what addresses outside may see.
  owner_id    uuid        not null references team.member,
  -- {every, weekday, day, businessDay, hour}: see rules/rhythm.ts.
  rhythm      jsonb       not null,
  -- [{kind, memberId | role | address, name, language}].
  recipients  jsonb       not null,
  settings    jsonb       not null,
  -- When somebody asks whether anybody still reads it.
  review_on   date        not null,
  -- Nothing before this day is caught up.
  starts_on   date        not null,
  actor       text        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  primary key (schedule_id, revision)
);
create view packs.schedule_now as
select distinct on (s.schedule_id)
       s.schedule_id, s.revision, s.company_id, s.kind, s.name, s.state, s.owner_id, s.rhythm,
       s.recipients, s.settings, s.review_on, s.starts_on, s.recorded_at
  from packs.schedule s
 order by s.schedule_id, s.revision desc;

-- One made pack. Of a schedule and a period there is one for ever: nothing is sent twice.
create table packs.issue (
  issue_id    uuid        primary key,
  schedule_id uuid,
  company_id  uuid        not null references team.company,
  kind        text        not null,
  name        text        not null,
  -- '2026-11-20', '2026-W47', '2026-11'; 'asked/<issue>' where somebody asked for it.
  period      text        not null check (period <> ''),
  owner_id    uuid        references team.member,
  as_of       date        not null,
  -- What the book knew: the same question at this moment answers the same figures.
  known_at    timestamptz not null,
  settings    jsonb       not null,
  actor       text        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  constraint one_issue_a_period unique (schedule_id, period)
);
create index issue_of_company on packs.issue (company_id, recorded_at desc, issue_id);
create index issue_of_kind on packs.issue (company_id, kind, recorded_at desc);

-- What readers of one language who may see the same received, byte by byte.
create table packs.edition (
  issue_id   uuid    not null references packs.issue,
  edition_no integer not null check (edition_no > 0),
  language   text    not null check (language in ('en', 'es')),
  -- Null: the whole company; else only this member's part.
  own_of     uuid    references team.member,
  title      text    not null,
  summary    jsonb   not null,
  blocks     jsonb   not null,
  mail_text  text    not null,
  mail_html  text    not null,
  pdf        bytea   not null,
  xlsx       bytea   not null,
  -- Of the blocks, the PDF and the workbook together.
  sha256     text    not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (issue_id, edition_no)
);

-- Who was to read it, and who was left out and why.
create table packs.reader (
  issue_id   uuid    not null references packs.issue,
  reader_no  integer not null check (reader_no > 0),
  edition_no integer,
  member_id  uuid    references team.member,
  name       text    not null,
  address    text    not null check (address <> ''),
  language   text    not null check (language in ('en', 'es')),
  -- A refusal's name where the person may not see it; no edition then.
  left_out   text,
  primary key (issue_id, reader_no),
  foreign key (issue_id, edition_no) references packs.edition,
  check ((edition_no is null) = (left_out is not null))
);
create index reader_member on packs.reader (member_id, issue_id);

-- What happened to a reader's mail.
create table packs.delivery_event (
  issue_id    uuid        not null,
  reader_no   integer     not null,
  event_no    integer     not null check (event_no > 0),
  what        text        not null
              check (what in ('queued', 'attempted', 'sent', 'again_later', 'failed', 'unknown')),
  detail      text        not null,
  actor       text        not null,
  recorded_at timestamptz not null,
  primary key (issue_id, reader_no, event_no),
  foreign key (issue_id, reader_no) references packs.reader
);

-- Where it stands, repeated from the events for whoever sends what waits.
create table packs.delivery (
  issue_id   uuid        not null,
  reader_no  integer     not null,
  state      text        not null
             check (state in ('queued', 'attempted', 'sent', 'failed', 'unknown')),
  attempts   integer     not null check (attempts >= 0),
  not_before timestamptz not null,
  changed_at timestamptz not null,
  primary key (issue_id, reader_no),
  foreign key (issue_id, reader_no) references packs.reader
);
create index delivery_waiting on packs.delivery (not_before, issue_id) where state = 'queued';
create index delivery_under_way on packs.delivery (changed_at) where state = 'attempted';

-- A period that could not be made, each time that it was tried.
create table packs.failure (
  schedule_id uuid        not null,
  period      text        not null,
  attempt_no  integer     not null check (attempt_no > 0),
  detail      text        not null,
  -- Null: not tried again by itself.
  again_at    timestamptz,
  recorded_at timestamptz not null,
  primary key (schedule_id, period, attempt_no)
);

-- The controller's hand under an issue: what was signed is said by its fingerprint.
create table packs.sign_off (
  issue_id    uuid        primary key references packs.issue,
  member_id   uuid        not null references team.member,
  note        text        not null,
  sha256      text        not null,
  recorded_at timestamptz not null
);

-- What is done about an account that is long overdue: by whom, until when; the latest counts.
create table packs.late_plan (
  account_id  uuid        not null references ledger.account,
  plan_id     uuid        not null,
  -- A root cause of the disputes; null where none was said with the plan.
  cause       text,
  plan        text        not null check (plan <> ''),
  owner_id    uuid        not null references team.member,
  due_on      date,
  actor       text        not null,
  recorded_at timestamptz not null,
  primary key (account_id, plan_id)
);
create index late_plan_latest on packs.late_plan (account_id, recorded_at desc);

grant select, insert
   on packs.schedule, packs.issue, packs.edition, packs.reader, packs.delivery_event,
      packs.failure, packs.sign_off, packs.late_plan
   to dunlin_app;
grant select, insert, update on packs.delivery to dunlin_app;
grant select on packs.schedule_now to dunlin_app;

-- Published: why each account pays late, in the latest word that was not taken back.
create view disputes.late_cause_now as
select distinct on (c.account_id)
       c.account_id, c.cause, c.note, c.effective_on, c.recorded_at, c.actor
  from disputes.late_cause c
 order by c.account_id, c.recorded_at desc, c.cause_id desc;
create index late_cause_latest on disputes.late_cause (account_id, recorded_at desc);
grant select on disputes.late_cause_now to dunlin_app;
