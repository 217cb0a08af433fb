-- The order of work: what a minute on an account is worth, and who is left alone to measure it.

-- Published: when each debt was closed; an open one is closed at the end of time.
create view ledger.debt_life as
select b.account_id, b.item_id, b.currency, b.issued_on, b.due_on, b.closed_on
  from ledger.item_balance b
 where b.side = 1
   and b.kind in ('invoice', 'debit_memo', 'charge');
grant select on ledger.debt_life to dunlin_app;

-- A projection: what a contact with an account would bring, as the morning found it.
create table worklist.account_worth (
  account_id      uuid    not null,
  company_id      uuid    not null,
  priced_on       date    not null,
  way             text    not null check (way in ('call', 'email', 'sms', 'letter')),
  -- Parts of what is overdue: paid within thirty days if nobody asks, and what asking adds.
  alone           real    not null check (alone between 0 and 1),
  adds            real    not null,
  minutes         real    not null check (minutes > 0),
  -- Of a minute, in ten-thousandths of the currency's minor unit.
  price           bigint  not null check (price >= 0),
  basis           text    not null check (basis in ('assumed', 'learned')),
  usual_days      integer,
  planned         boolean not null,
  left_alone_until date,
  primary key (account_id)
);
create index account_worth_by_company on worklist.account_worth (company_id);
grant select, insert, update, delete on worklist.account_worth to dunlin_app;

-- A projection: the morning's plan of a company, its capacity beside it.
create table worklist.day_plan (
  company_id      uuid    not null,
  planned_on      date    not null,
  capacity        integer not null check (capacity >= 0),
  minutes         integer not null check (minutes >= 0),
  worth_it        integer not null,
  planned         integer not null,
  left_alone      integer not null,
  price           bigint  not null check (price >= 0),
  currency        text    not null,
  primary key (company_id)
);
grant select, insert, update, delete on worklist.day_plan to dunlin_app;

-- Whether a company leaves accounts alone to measure what the work adds; the latest word holds.
create table worklist.experiment (
  company_id    uuid        not null,
  recorded_at   timestamptz not null,
  is_on         boolean     not null,
  share_pct     integer     not null check (share_pct between 5 and 10),
  most_minor    bigint      not null check (most_minor >= 0),
  warm_up_until date,
  actor         text        not null,
  reason        text        not null,
  primary key (company_id, recorded_at)
);
grant select, insert on worklist.experiment to dunlin_app;

-- An account that the order would have worked, from that morning on open or left alone by chance.
create table worklist.episode (
  account_id    uuid        not null references ledger.account,
  began_on      date        not null,
  company_id    uuid        not null,
  customer_id   uuid        not null,
  last_day      date        not null check (last_day >= began_on),
  side          text        not null check (side in ('open', 'left_alone')),
  -- Of being left alone, when it was drawn.
  chance        real        not null check (chance > 0 and chance < 1),
  currency      text        not null,
  overdue_minor bigint      not null check (overdue_minor > 0),
  base_minor    bigint      not null check (base_minor > 0),
  expected_minor bigint     not null,
  minutes       real        not null,
  -- What was known of it then, for the model.
  standing      jsonb       not null,
  recorded_at   timestamptz not null,
  primary key (account_id, began_on)
);
create index episode_by_company on worklist.episode (company_id, began_on);
create index episode_by_last_day on worklist.episode (last_day);
grant select, insert on worklist.episode to dunlin_app;

-- The set of each morning while an experiment runs: who was eligible, on which side, how worth it.
create table worklist.eligible (
  account_id     uuid    not null references ledger.account,
  logged_on      date    not null,
  company_id     uuid    not null,
  side           text    check (side in ('open', 'left_alone')),
  chance         real    not null check (chance between 0 and 1),
  planned        boolean not null,
  expected_minor bigint  not null,
  recorded_at    timestamptz not null,
  primary key (account_id, logged_on)
);
create index eligible_by_company on worklist.eligible (company_id, logged_on);
grant select, insert on worklist.eligible to dunlin_app;

-- What came of an episode, once its days are over.
create table worklist.episode_outcome (
  account_id  uuid        not null,
  began_on    date        not null,
  -- Of what was overdue when it began, in its currency: by payments alone.
  paid_minor  bigint      not null check (paid_minor >= 0),
  contacts    integer     not null check (contacts >= 0),
  recorded_at timestamptz not null,
  primary key (account_id, began_on),
  foreign key (account_id, began_on) references worklist.episode
);
grant select, insert on worklist.episode_outcome to dunlin_app;

-- How accounts answer, as learned from the outcomes; the latest is used.
create table worklist.learned_response (
  company_id  uuid        not null,
  recorded_at timestamptz not null,
  learned_on  date        not null,
  left_alone  integer     not null,
  worked      integer     not null,
  model       jsonb       not null,
  primary key (company_id, recorded_at)
);
grant select, insert on worklist.learned_response to dunlin_app;

-- Sentences of the list say more than those that are kept: it is built anew for its first reader.
delete from worklist.build;
