-- What banks, payers and processors send: raw files, our bank accounts, lines without doubles.
create schema bank_files;
grant usage on schema bank_files to dunlin_app;

-- One of our accounts at a bank. Whoever takes its lines in locks this row first, so that two
-- files at once cannot both bring one line.
create table bank_files.bank_account (
  bank_account_id uuid        primary key,
  company_id      uuid        not null references team.company,
  currency        text        not null check (currency ~ '^[A-Z]{3}$'),
  recorded_at     timestamptz not null,
  actor           text        not null
);
create table bank_files.bank_account_change (
  bank_account_id uuid        not null references bank_files.bank_account,
  change_id       uuid        not null,
  kind            text        not null check (kind in ('registered', 'edited', 'number_added')),
  facts           jsonb       not null,
  reason          text        not null,
  recorded_at     timestamptz not null,
  actor           text        not null,
  primary key (bank_account_id, change_id)
);
create table bank_files.bank_account_now (
  bank_account_id uuid    primary key references bank_files.bank_account,
  company_id      uuid    not null,
  name            text    not null check (name <> ''),
  number          text    not null check (number ~ '^[A-Z0-9]+$'),
  -- The `bank` of the journal's lines on cash-clearing.
  cash_account    text    not null check (cash_account <> ''),
  active          boolean not null default true,
  constraint bank_account_name unique (company_id, name),
  constraint bank_account_cash unique (company_id, cash_account)
);
-- Every way in which files write an account's number, without blanks and leading zeros.
create table bank_files.known_as (
  number          text not null check (number ~ '^[A-Z0-9]+$'),
  currency        text not null,
  bank_account_id uuid not null references bank_files.bank_account,
  constraint bank_account_number primary key (number, currency)
);
grant select, insert on bank_files.bank_account, bank_files.bank_account_change to dunlin_app;
grant select, insert, update on bank_files.bank_account_now, bank_files.known_as to dunlin_app;

-- A file's bytes as they came, once, under their hash.
create table bank_files.raw_file (
  sha256      text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  content     bytea       not null,
  recorded_at timestamptz not null
);
alter table bank_files.raw_file alter column content set storage external;

create table bank_files.file (
  file_id     uuid        primary key,
  company_id  uuid        not null references team.company,
  sha256      text        not null references bank_files.raw_file,
  file_name   text        not null check (file_name <> ''),
  -- The archive that it came in.
  container   text,
  bytes       bigint      not null,
  received_as text        not null check (received_as in ('bank', 'remittance', 'card-settlement')),
  format      text        not null,
  source      text        not null check (source <> ''),
  recorded_at timestamptz not null,
  actor       text        not null,
  constraint file_seen_before unique (company_id, sha256)
);
create table bank_files.file_act (
  file_id     uuid        not null references bank_files.file,
  act_id      uuid        not null,
  kind        text        not null
              check (kind in ('taken_in', 'waiting', 'quarantined', 'unreadable', 'named',
                              'replaced', 'closed')),
  facts       jsonb       not null default '{}',
  reason      text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (file_id, act_id)
);
-- Where each file stands. A file in quarantine is never let in: a corrected one replaces it.
create table bank_files.file_now (
  file_id         uuid        primary key references bank_files.file,
  company_id      uuid        not null,
  state           text        not null
                  check (state in ('taken_in', 'waiting', 'quarantined', 'unreadable', 'replaced',
                                   'closed')),
  replaced_by     uuid        references bank_files.file,
  statements      integer     not null default 0,
  -- Lines, remittances and settlement lines that the file holds, and those it was first to bring.
  found           integer     not null default 0,
  added           integer     not null default 0,
  changed         integer     not null default 0,
  controls        integer     not null default 0,
  controls_failed integer     not null default 0,
  problems        integer     not null default 0,
  changed_at      timestamptz not null
);
create index file_now_by_change on bank_files.file_now (changed_at);
-- Which of our accounts a file means where its own number does not say.
create table bank_files.file_account (
  file_id         uuid        not null references bank_files.file,
  stated          text        not null,
  currency        text        not null,
  bank_account_id uuid        not null references bank_files.bank_account,
  recorded_at     timestamptz not null,
  actor           text        not null,
  primary key (file_id, stated, currency)
);
-- Figures that a file states about itself beside what was counted: all that disagree, and the
-- first of those that agree.
create table bank_files.control (
  file_id    uuid    not null references bank_files.file,
  control_no integer not null,
  kind       text    not null check (kind in ('amount', 'count')),
  what       text    not null,
  record     integer not null,
  stated     text    not null,
  found      text    not null,
  primary key (file_id, control_no)
);
create table bank_files.problem (
  file_id    uuid    not null references bank_files.file,
  problem_no integer not null,
  record     integer not null,
  code       text    not null,
  facts      jsonb   not null,
  primary key (file_id, problem_no)
);
-- How tables with these columns are read, as somebody settled it.
create table bank_files.table_mapping (
  company_id  uuid        not null references team.company,
  signature   text        not null,
  mapping     jsonb       not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (company_id, signature)
);
grant select, insert, update on bank_files.table_mapping to dunlin_app;
grant select, insert on bank_files.raw_file, bank_files.file, bank_files.file_act,
      bank_files.file_account, bank_files.control, bank_files.problem to dunlin_app;
grant select, insert, update on bank_files.file_now to dunlin_app;

create table bank_files.statement (
  statement_id    uuid        primary key,
  file_id         uuid        not null references bank_files.file,
  statement_no    integer     not null check (statement_no > 0),
  company_id      uuid        not null references team.company,
  bank_account_id uuid        not null references bank_files.bank_account,
  bank_reference  text,
  currency        text        not null,
  kind            text        not null check (kind in ('statement', 'intraday', 'notices')),
  from_on         date,
  to_on           date,
  opening_minor   bigint,
  closing_minor   bigint,
  movements_minor bigint      not null,
  lines           integer     not null,
  -- Hash of what it says; the same statement in two files repeats the earlier one.
  content         text        not null,
  repeats         uuid        references bank_files.statement,
  recorded_at     timestamptz not null,
  unique (file_id, statement_no)
);
create index statement_by_account on bank_files.statement (bank_account_id, to_on);

-- One movement, however many files list it. `identity` is the bank's own id or a hash of what
-- the line says; `occurrence` counts equal lines (two deposits of 45.00 on one day are two).
create table bank_files.line (
  line_id         uuid        primary key,
  company_id      uuid        not null references team.company,
  bank_account_id uuid        not null references bank_files.bank_account,
  identity        text        not null,
  occurrence      integer     not null check (occurrence > 0),
  recorded_at     timestamptz not null,
  constraint line_once unique (bank_account_id, identity, occurrence)
);
-- What was said of it, each time it was said differently; a pending line that is booked gets
-- its second version.
create table bank_files.line_version (
  line_id           uuid        not null references bank_files.line,
  version           integer     not null check (version > 0),
  statement_id      uuid        not null references bank_files.statement,
  record            integer     not null,
  booked_on         date        not null,
  value_on          date,
  amount_minor      bigint      not null,
  currency          text        not null,
  status            text        not null check (status in ('booked', 'pending', 'information')),
  channel           text        not null,
  code              text,
  payer_name        text,
  payer_account     text,
  check_number      text,
  refs              text[]      not null,
  said              text        not null,
  external_id       text,
  returned_reason   text,
  returned_original text,
  remittance        jsonb,
  -- What two wordings of one line are compared by.
  richness          integer     not null,
  digest            text        not null,
  recorded_at       timestamptz not null,
  actor             text        not null,
  primary key (line_id, version)
);
create table bank_files.line_now (
  line_id         uuid   primary key references bank_files.line,
  company_id      uuid   not null,
  bank_account_id uuid   not null,
  version         integer not null,
  booked_on       date   not null,
  amount_minor    bigint not null,
  status          text   not null,
  -- The strongest listing so far: a statement says more than a notice of a single payment.
  listed_as       text   not null check (listed_as in ('statement', 'intraday', 'notices')),
  -- What it became, in the words of whoever used it; nobody changes such a line silently.
  used_by         text,
  aside           text   check (aside in ('proposed', 'agreed'))
);
create index line_now_by_day on bank_files.line_now (company_id, booked_on, line_id);
create index line_now_unused on bank_files.line_now (company_id, status)
 where used_by is null and aside is null;
-- Every place in which a line was listed.
create table bank_files.line_seen (
  statement_id uuid    not null references bank_files.statement,
  record       integer not null,
  place        integer not null,
  line_id      uuid    not null references bank_files.line,
  primary key (statement_id, place)
);
create index line_seen_by_line on bank_files.line_seen (line_id);
create table bank_files.line_use (
  line_id     uuid        not null references bank_files.line,
  use_id      uuid        not null,
  kind        text        not null check (kind in ('used', 'released')),
  used_by     text        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (line_id, use_id)
);
-- Somebody says that a line is not to be worked; a second person agrees or declines.
create table bank_files.line_aside (
  line_id     uuid        not null references bank_files.line,
  act_id      uuid        not null,
  kind        text        not null check (kind in ('proposed', 'agreed', 'declined', 'returned')),
  reason      text        not null check (reason <> ''),
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (line_id, act_id)
);
-- A file says something else of a line that is used already: a question, never a change.
create table bank_files.line_exception (
  exception_id uuid        primary key,
  line_id      uuid        not null references bank_files.line,
  statement_id uuid        not null references bank_files.statement,
  record       integer     not null,
  said         jsonb       not null,
  recorded_at  timestamptz not null
);
create table bank_files.line_exception_settled (
  exception_id uuid        primary key references bank_files.line_exception,
  decision     text        not null check (decision in ('kept', 'taken')),
  reason       text        not null check (reason <> ''),
  recorded_at  timestamptz not null,
  actor        text        not null
);
create index line_exception_by_line on bank_files.line_exception (line_id);
grant select, insert on bank_files.statement, bank_files.line, bank_files.line_version,
      bank_files.line_seen, bank_files.line_use, bank_files.line_aside, bank_files.line_exception,
      bank_files.line_exception_settled to dunlin_app;
grant select, insert, update on bank_files.line_now to dunlin_app;

-- What a payer says a payment is for, when it came apart from the money.
create table bank_files.remittance (
  remittance_id     uuid        primary key,
  company_id        uuid        not null references team.company,
  file_id           uuid        not null references bank_files.file,
  record            integer     not null,
  identity          text        not null,
  occurrence        integer     not null check (occurrence > 0),
  payer_name        text,
  payer_id          text,
  payment_reference text,
  paid_on           date,
  total_minor       bigint,
  currency          text        not null,
  method            text,
  lines             jsonb       not null,
  recorded_at       timestamptz not null,
  constraint remittance_once unique (company_id, identity, occurrence)
);
create index remittance_by_file on bank_files.remittance (file_id);
create index remittance_by_reference on bank_files.remittance (company_id, payment_reference);

create table bank_files.settlement_line (
  settlement_line_id uuid        primary key,
  company_id         uuid        not null references team.company,
  file_id            uuid        not null references bank_files.file,
  record             integer     not null,
  identity           text        not null,
  occurrence         integer     not null check (occurrence > 0),
  processor          text        not null,
  kind               text        not null
                     check (kind in ('payment', 'refund', 'chargeback', 'fee', 'adjustment',
                                     'payout')),
  external_id        text        not null,
  settled_on         date        not null,
  currency           text        not null,
  gross_minor        bigint      not null,
  fee_minor          bigint      not null,
  net_minor          bigint      not null,
  reference          text        not null,
  batch              text,
  brand              text,
  last4              text,
  recorded_at        timestamptz not null,
  constraint settlement_once unique (company_id, identity, occurrence)
);
create index settlement_by_file on bank_files.settlement_line (file_id);
create index settlement_by_batch on bank_files.settlement_line (company_id, processor, batch);
grant select, insert on bank_files.remittance, bank_files.settlement_line to dunlin_app;

-- Files fetched from a watched folder or a bank's server, in the transaction that took them in.
create table bank_files.fetched (
  feed        text        not null,
  name        text        not null,
  bytes       bigint      not null,
  modified_at timestamptz not null,
  file_id     uuid        references bank_files.file,
  -- Why it was not kept, when it holds nothing that could be.
  problem     text,
  recorded_at timestamptz not null,
  primary key (feed, name, bytes, modified_at)
);
create table bank_files.feed_now (
  feed       text        primary key,
  tried_at   timestamptz not null,
  worked_at  timestamptz,
  problem    text,
  fetched    integer     not null default 0
);
grant select, insert on bank_files.fetched to dunlin_app;
grant select, insert, update on bank_files.feed_now to dunlin_app;

-- Published: our accounts, the number by its end only.
create view bank_files.bank_account_card as
select a.bank_account_id, a.company_id, n.name, right(n.number, 4) as number_end, a.currency,
       n.cash_account, n.active
  from bank_files.bank_account a
  join bank_files.bank_account_now n on n.bank_account_id = a.bank_account_id;

-- Published: lines as they stand, without those that somebody set aside. Only `booked` ones are
-- money; `notices` list single payments that a statement may hold as one sum.
create view bank_files.line_card as
select n.line_id, n.company_id, n.bank_account_id, s.file_id, v.record, v.booked_on, v.value_on,
       v.amount_minor, v.currency, v.status, v.channel, v.code, v.payer_name, v.payer_account,
       v.check_number, v.refs, v.said, v.external_id, v.returned_reason, v.returned_original,
       v.remittance, v.recorded_at, v.version, n.listed_as, n.used_by
  from bank_files.line_now n
  join bank_files.line_version v on v.line_id = n.line_id and v.version = n.version
  join bank_files.statement s on s.statement_id = v.statement_id
 where n.aside is null;

-- Published: every line of every statement, also those set aside, as reconciling needs them.
create view bank_files.statement_line_card as
select e.statement_id, e.place, n.line_id, n.company_id, n.bank_account_id, v.booked_on,
       v.amount_minor, v.currency, v.status, n.aside
  from bank_files.line_seen e
  join bank_files.line_now n on n.line_id = e.line_id
  join bank_files.line_version v on v.line_id = n.line_id and v.version = n.version;

-- Published: statements, each once.
create view bank_files.statement_card as
select statement_id, company_id, bank_account_id, file_id, currency, kind, from_on, to_on,
       opening_minor, closing_minor, movements_minor, bank_reference, lines, recorded_at
  from bank_files.statement
 where repeats is null;

-- Published: remittances that came apart from their money.
create view bank_files.remittance_card as
select remittance_id, company_id, file_id, payer_name, payer_id, payment_reference, paid_on,
       total_minor, currency, method, lines, recorded_at
  from bank_files.remittance;

-- Published: what card processors settled.
create view bank_files.settlement_card as
select settlement_line_id, company_id, file_id, record, processor, kind, external_id, settled_on,
       currency, gross_minor, fee_minor, net_minor, reference, batch, brand, last4, recorded_at
  from bank_files.settlement_line;
grant select on bank_files.bank_account_card, bank_files.line_card,
      bank_files.statement_line_card, bank_files.statement_card, bank_files.remittance_card,
      bank_files.settlement_card to dunlin_app;
