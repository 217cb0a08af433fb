-- The day's order of work: reasons to act, and what people did about them.
create schema worklist;
grant usage on schema worklist to dunlin_app;

-- One row per account that has a reason to act; rebuilt from facts, so it holds no fact of its own.
create table worklist.account_work (
  account_id    uuid     primary key references ledger.account,
  currency      text  not null,
  score         integer  not null,
  kinds         text[]   not null,
  reasons       jsonb    not null,
  parts         jsonb    not null,
  overdue_minor bigint   not null,
  -- In the company's own currency, so that sizes of two currencies can be put in one order.
  overdue_base_minor bigint not null,
  ask_minor     bigint,
  balance_minor bigint   not null,
  buckets       bigint[] not null,
  oldest_due_on date,
  due_at        timestamptz,
  -- Answered, and nothing new since: the row waits until then.
  hidden_until  timestamptz,
  hidden_as     text     check (hidden_as in ('done', 'snoozed')),
  policy        text     not null,
  built_on      date     not null,
  built_at      timestamptz not null
);
create index account_work_by_score on worklist.account_work (score desc, account_id);

-- Done and snoozed: facts with who and until when; an undo ends the latest.
create table worklist.answer (
  account_id uuid        not null references ledger.account,
  answer_id  uuid        not null,
  kind       text        not null check (kind in ('done', 'snoozed')),
  result     text,
  note       text,
  reasons    text[]      not null,
  answered_on date       not null,
  until_at   timestamptz not null,
  member_id  uuid        not null,
  recorded_at timestamptz not null,
  primary key (account_id, answer_id)
);
create index answer_by_until on worklist.answer (until_at);
create table worklist.answer_undone (
  account_id  uuid        not null,
  answer_id   uuid        not null,
  member_id   uuid        not null,
  recorded_at timestamptz not null,
  primary key (account_id, answer_id),
  foreign key (account_id, answer_id) references worklist.answer
);

-- Who has an account open now; a lock that is not renewed runs out.
create table worklist.lock (
  account_id uuid        primary key references ledger.account,
  member_id  uuid        not null,
  since      timestamptz not null,
  until_at   timestamptz not null
);

-- When the lists of a zone's companies were last built as a whole, and for which day.
create table worklist.build (
  zone     text        primary key,
  built_on date        not null,
  built_at timestamptz not null
);

-- Whether the open items and the control account agreed when they were last compared.
create table worklist.control_check (
  one        boolean     primary key default true check (one),
  agree      boolean     not null,
  checked_at timestamptz not null
);

grant select, insert, update, delete on worklist.account_work, worklist.lock to dunlin_app;
grant select, insert on worklist.answer, worklist.answer_undone to dunlin_app;
grant select, insert, update on worklist.build, worklist.control_check to dunlin_app;
