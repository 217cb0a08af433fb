-- Proving cash: the day's close, bank reconciliation, check deposits, card batches, book of record.

-- Who signs, how long the bank may take to answer, how long paper is kept: the latest row counts.
create table cash.closing_policy (
  company_id       uuid        not null references team.company,
  recorded_at      timestamptz not null,
  second_person    boolean     not null,
  bank_answer_days smallint    not null check (bank_answer_days between 1 and 30),
  keep_paper_days  smallint    not null check (keep_paper_days between 14 and 60),
  card_lag_days    smallint    not null check (card_lag_days between 1 and 30),
  actor            text        not null,
  reason           text        not null,
  primary key (company_id, recorded_at)
);

-- A payment that may wait over the end of its day, until when, and who said so: a check in the
-- safe, an image that the bank is asked to send again.
create table cash.held_over (
  held_id     uuid        primary key,
  company_id  uuid        not null references team.company,
  receipt_id  uuid        not null references cash.receipt,
  leg         text        not null check (leg in ('deposit', 'posting')),
  waits_for   text        not null
                check (waits_for in ('bank', 'courier', 'customer', 'colleague')),
  due_on      date        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null check (reason <> '')
);
create index held_over_by_receipt on cash.held_over (receipt_id);
create table cash.held_over_end (
  held_id     uuid        primary key references cash.held_over,
  recorded_at timestamptz not null,
  actor       text        not null,
  said        text        not null check (said <> '')
);

-- A signed day, and every row that was signed: what is not among them arrived later. A further
-- signature takes late arrivals in; the earlier one stays.
create table cash.day_close (
  company_id  uuid        not null references team.company,
  closed_on   date        not null,
  signature   smallint    not null check (signature > 0),
  figures     jsonb       not null,
  note        text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (company_id, closed_on, signature)
);
create table cash.day_close_row (
  company_id uuid     not null,
  closed_on  date     not null,
  signature  smallint not null,
  kind       text     not null check (kind in ('receipt', 'bank_line', 'entry')),
  row_id     uuid     not null,
  primary key (company_id, closed_on, signature, kind, row_id),
  foreign key (company_id, closed_on, signature) references cash.day_close
);

-- Lines of the bank that are entries of ours. The projections keep either side from being used
-- twice.
create table cash.cleared (
  cleared_id      uuid        primary key,
  company_id      uuid        not null references team.company,
  bank_account_id uuid        not null,
  how             text        not null
                  check (how in ('receipt', 'deposit', 'amount', 'booked', 'person')),
  line_ids        uuid[]      not null,
  -- `account entry line` of each entry.
  entry_keys      text[]      not null,
  recorded_at     timestamptz not null,
  actor           text        not null,
  reason          text        not null
);
create index cleared_by_bank on cash.cleared (bank_account_id, recorded_at);
create table cash.cleared_end (
  cleared_id  uuid        primary key references cash.cleared,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null
);
create table cash.line_cleared (
  line_id    uuid primary key,
  cleared_id uuid not null references cash.cleared
);
create table cash.entry_cleared (
  account_id uuid     not null,
  entry_id   uuid     not null,
  line_no    smallint not null,
  cleared_id uuid     not null references cash.cleared,
  primary key (account_id, entry_id, line_no)
);

-- What a line of the bank is that no entry stands for; the latest word counts. With an entry it is
-- booked, and that happens once.
create table cash.treatment (
  line_id         uuid        not null,
  recorded_at     timestamptz not null,
  company_id      uuid        not null references team.company,
  bank_account_id uuid        not null,
  treatment       text        not null
                  check (treatment in ('bank_fee', 'interest', 'card_fee', 'sweep', 'card_deposit',
                                       'returned', 'unknown', 'timing')),
  entry_id        uuid,
  actor           text        not null,
  reason          text        not null,
  primary key (line_id, recorded_at)
);
create unique index treatment_booked_once on cash.treatment (line_id) where entry_id is not null;
-- An entry that the bank does not show although it might by now, and what is said of it.
create table cash.book_note (
  account_id  uuid        not null,
  entry_id    uuid        not null,
  line_no     smallint    not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null check (reason <> ''),
  primary key (account_id, entry_id, line_no, recorded_at)
);
create table cash.reconciliation (
  statement_id    uuid        primary key,
  company_id      uuid        not null references team.company,
  bank_account_id uuid        not null,
  from_on         date        not null,
  to_on           date        not null,
  closing_minor   bigint      not null,
  brought_forward bigint      not null,
  figures         jsonb       not null,
  note            text        not null,
  recorded_at     timestamptz not null,
  actor           text        not null
);
create index reconciliation_by_bank on cash.reconciliation (bank_account_id, to_on);

-- Images of checks, once, under the hash of their bytes.
create table cash.check_image (
  sha256      text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type  text        not null check (media_type in ('image/tiff', 'image/png', 'image/jpeg')),
  content     bytea       not null check (octet_length(content) > 0),
  recorded_at timestamptz not null
);
alter table cash.check_image alter column content set storage external;
create table cash.deposit (
  deposit_id      uuid        primary key,
  company_id      uuid        not null references team.company,
  bank_account_id uuid        not null,
  currency        text        not null check (currency ~ '^[A-Z]{3}$'),
  deposited_on    date        not null,
  control_count   integer     not null check (control_count > 0),
  control_minor   bigint      not null check (control_minor > 0),
  note            text        not null,
  recorded_at     timestamptz not null,
  actor           text        not null
);
create index deposit_by_company on cash.deposit (company_id, deposited_on);
create table cash.deposit_item (
  deposit_id   uuid        not null references cash.deposit,
  item_no      integer     not null check (item_no > 0),
  receipt_id   uuid        references cash.receipt,
  routing      text        not null check (routing ~ '^\d{9}$'),
  payer_number text        not null check (payer_number <> ''),
  serial       text        not null,
  -- Both fields of the magnetic line, as the bank reads them.
  auxiliary    text        not null,
  on_us        text        not null,
  amount_minor bigint      not null check (amount_minor > 0),
  -- Somebody looked at a check that is like one we hold and said that it is another.
  looked_at    boolean     not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (deposit_id, item_no)
);
create index deposit_item_by_check on cash.deposit_item (routing, payer_number);
-- A side that is scanned again replaces the earlier picture; both are kept.
create table cash.deposit_image (
  deposit_id  uuid        not null,
  item_no     integer     not null,
  side        text        not null check (side in ('front', 'back')),
  recorded_at timestamptz not null,
  sha256      text        not null references cash.check_image,
  actor       text        not null,
  primary key (deposit_id, item_no, side, recorded_at),
  foreign key (deposit_id, item_no) references cash.deposit_item
);
create table cash.deposit_item_out (
  deposit_id  uuid        not null,
  item_no     integer     not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (deposit_id, item_no),
  foreign key (deposit_id, item_no) references cash.deposit_item
);
-- A check lies in one deposit.
create table cash.receipt_deposited (
  receipt_id uuid    primary key references cash.receipt,
  deposit_id uuid    not null references cash.deposit,
  item_no    integer not null
);
create table cash.deposit_act (
  deposit_id  uuid        not null references cash.deposit,
  recorded_at timestamptz not null,
  act         text        not null
              check (act in ('close', 'send', 'accept', 'reject', 'shred')),
  acted_on    date        not null,
  -- The bank's own word when it answers.
  said        text        not null,
  actor       text        not null,
  primary key (deposit_id, recorded_at)
);
-- The file as it was sent, by its hash.
create table cash.deposit_file (
  deposit_id  uuid        not null references cash.deposit,
  recorded_at timestamptz not null,
  sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content     bytea       not null check (octet_length(content) > 0),
  primary key (deposit_id, recorded_at)
);
-- How checks are sent to a bank; the latest row counts.
create table cash.deposit_channel (
  bank_account_id uuid        not null,
  recorded_at     timestamptz not null,
  company_id      uuid        not null references team.company,
  settings        jsonb       not null,
  actor           text        not null,
  primary key (bank_account_id, recorded_at)
);
create table cash.deposit_now (
  deposit_id  uuid        primary key references cash.deposit,
  state       text        not null
              check (state in ('open', 'closed', 'sent', 'accepted', 'rejected', 'shredded')),
  accepted_on date,
  changed_at  timestamptz not null
);

-- A card batch whose money is at the bank and booked, and which capture was which receipt.
create table cash.card_settlement (
  settlement_id uuid        primary key,
  company_id    uuid        not null references team.company,
  processor     text        not null,
  batch         text        not null,
  currency      text        not null,
  settled_on    date        not null,
  line_id       uuid        not null,
  entry_id      uuid        not null,
  net_minor     bigint      not null,
  fee_minor     bigint      not null,
  recorded_at   timestamptz not null,
  actor         text        not null,
  constraint card_batch_once unique (company_id, processor, batch, currency),
  constraint card_deposit_once unique (line_id)
);
create table cash.card_pair (
  settlement_line_id uuid        primary key,
  receipt_id         uuid        not null references cash.receipt,
  company_id         uuid        not null references team.company,
  recorded_at        timestamptz not null,
  actor              text        not null,
  constraint card_receipt_once unique (receipt_id)
);

-- Whose book counts, and how it is told; the latest row counts. Postings are told from `since` on.
create table cash.book_of_record (
  company_id  uuid        not null references team.company,
  recorded_at timestamptz not null,
  system      text        not null check (system in ('ours', 'csv', 'oracle', 'dynamics')),
  since       date        not null,
  settings    jsonb       not null,
  actor       text        not null,
  reason      text        not null,
  primary key (company_id, recorded_at)
);
create table cash.posting_file (
  file_id     uuid        primary key,
  company_id  uuid        not null references team.company,
  system      text        not null,
  file_name   text        not null,
  content     text        not null,
  lines       integer     not null check (lines > 0),
  recorded_at timestamptz not null,
  actor       text        not null
);
create index posting_file_by_company on cash.posting_file (company_id, recorded_at);
-- `file_row` null: the layout has no words for it, and a person enters it there.
create table cash.posting_file_line (
  file_id      uuid    not null references cash.posting_file,
  line_no      integer not null check (line_no > 0),
  company_id   uuid    not null,
  key          text    not null,
  file_row     integer,
  kind         text    not null,
  told_account text    not null,
  document     text    not null,
  amount_minor bigint  not null,
  currency     text    not null,
  primary key (file_id, line_no)
);
create index posting_file_line_by_key on cash.posting_file_line (company_id, key);
create table cash.posting_file_answer (
  file_id     uuid        not null,
  line_no     integer     not null,
  accepted    boolean     not null,
  said        text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (file_id, line_no),
  foreign key (file_id, line_no) references cash.posting_file_line
);
-- Where each fact stands with the other book; one row a fact, so that nothing is told twice.
create table cash.told (
  company_id uuid    not null,
  key        text    not null,
  file_id    uuid    not null,
  line_no    integer not null,
  state      text    not null check (state in ('told', 'accepted', 'rejected')),
  primary key (company_id, key)
);

grant select, insert on cash.closing_policy, cash.held_over, cash.held_over_end, cash.day_close,
      cash.day_close_row, cash.cleared, cash.cleared_end, cash.treatment, cash.book_note,
      cash.reconciliation, cash.check_image, cash.deposit, cash.deposit_item,
      cash.deposit_image, cash.deposit_item_out, cash.deposit_act, cash.deposit_file,
      cash.deposit_channel, cash.card_settlement, cash.card_pair,
      cash.book_of_record, cash.posting_file, cash.posting_file_line, cash.posting_file_answer
   to dunlin_app;
grant select, insert, delete on cash.line_cleared, cash.entry_cleared, cash.receipt_deposited
   to dunlin_app;
grant select, insert, update on cash.deposit_now, cash.told to dunlin_app;

-- Published: what the desk's own entries moved through cash and card clearing; money in is
-- positive.
create view ledger.clearing_line as
select a.company_id, l.account_id, l.entry_id, l.line_no, c.chart_account, e.kind, e.effective_on,
       e.recorded_at, e.actor, l.currency, c.side * l.amount_minor as amount_minor, l.bank
  from ledger.entry e
  join ledger.line l on l.account_id = e.account_id and l.entry_id = e.entry_id
  join ledger.account a on a.account_id = e.account_id
 cross join lateral (values (l.debit, 1), (l.credit, -1)) c (chart_account, side)
 where e.import_id is null
   and c.chart_account in ('cash-clearing', 'card-clearing')
   and l.amount_minor > 0;
grant select on ledger.clearing_line to dunlin_app;
create index line_by_bank on ledger.line (bank) where bank is not null;

-- Published: days whose cash was signed, and statements that were reconciled.
create view cash.signed_day as
select company_id, closed_on, max(signature) as signatures, max(recorded_at) as recorded_at
  from cash.day_close
 group by company_id, closed_on;
create view cash.reconciled_statement as
select statement_id, company_id, bank_account_id, from_on, to_on, recorded_at, actor
  from cash.reconciliation;
grant select on cash.signed_day, cash.reconciled_statement to dunlin_app;
