-- How each account gets its papers; statement runs, invoices sent, the print queue, the mail log.

-- How an account wants its papers; the latest fact counts.
create table customers.delivery_fact (
  account_id     uuid        not null references customers.account,
  recorded_at    timestamptz not null,
  rule           text        not null check (rule in ('email', 'letter', 'portal', 'none')),
  statement_form text        not null
                 check (statement_form in ('balance_forward', 'open_item')),
  -- One statement for the whole family goes to this account, its head.
  consolidated   boolean     not null,
  portal_name    text,
  portal_url     text,
  reason         text        not null,
  actor          text        not null,
  primary key (account_id, recorded_at),
  constraint portal_has_name check ((rule = 'portal') = (portal_name is not null))
);

-- Where an account's letters go; the latest one that was saved counts.
create table customers.postal_address (
  account_id  uuid        not null references customers.account,
  address_id  uuid        not null,
  attention   text,
  line1       text        not null check (line1 <> ''),
  line2       text,
  city        text        not null check (city <> ''),
  state       text,
  postal_code text        not null check (postal_code <> ''),
  country     text        not null check (country ~ '^[A-Z]{2}$'),
  recorded_at timestamptz not null,
  reason      text        not null,
  actor       text        not null,
  primary key (account_id, address_id)
);
-- The post brought a letter back: nothing goes to this address any more.
create table customers.address_refused (
  account_id  uuid        not null,
  address_id  uuid        not null,
  cause       text        not null,
  refused_on  date        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, address_id),
  foreign key (account_id, address_id) references customers.postal_address
);
grant select, insert on customers.delivery_fact, customers.postal_address,
      customers.address_refused to dunlin_app;

-- Published: how an account gets its papers, to whom and where. Without a fact: by e-mail when
-- somebody has an address, else by letter.
create view customers.delivery_card as
select a.account_id, a.company_id, a.number as account, a.kind, a.merged_into, a.customer_id,
       c.name, c.language,
       coalesce(r.rule, case when e.email is null then 'letter' else 'email' end) as rule,
       r.rule is not null as stated,
       coalesce(r.statement_form, 'balance_forward') as statement_form,
       coalesce(r.consolidated, false) as consolidated, r.portal_name, r.portal_url,
       r.reason, r.recorded_at as rule_since,
       e.contact_id, e.name as contact_name, e.email, e.language as contact_language,
       p.address_id, p.attention, p.line1, p.line2, p.city, p.state, p.postal_code, p.country,
       p.recorded_at as address_since, f.cause as address_refused
  from customers.account a
  join customers.customer c on c.customer_id = a.customer_id
  left join lateral (select d.rule, d.statement_form, d.consolidated, d.portal_name, d.portal_url,
                            d.reason, d.recorded_at
                       from customers.delivery_fact d
                      where d.account_id = a.account_id
                      order by d.recorded_at desc
                      limit 1) r on true
  left join lateral (select t.contact_id, t.name, t.email, t.language
                       from customers.contact t
                      where t.customer_id = a.customer_id
                        and t.ended_at is null
                        and coalesce(t.email, '') <> ''
                      order by (t.role = 'accounts_payable') desc, t.made_at, t.contact_id
                      limit 1) e on true
  left join lateral (select l.address_id, l.attention, l.line1, l.line2, l.city, l.state,
                            l.postal_code, l.country, l.recorded_at
                       from customers.postal_address l
                      where l.account_id = a.account_id
                      order by l.recorded_at desc, l.address_id desc
                      limit 1) p on true
  left join customers.address_refused f on f.account_id = a.account_id
                                       and f.address_id = p.address_id;
grant select on customers.delivery_card to dunlin_app;

-- What stands on a company's paper: where it is, its tax numbers, its number with the post.
create table team.letterhead_fact (
  company_id  uuid        not null references team.company,
  recorded_at timestamptz not null,
  legal_name  text        not null check (legal_name <> ''),
  line1       text        not null,
  line2       text,
  city        text        not null,
  state       text,
  postal_code text        not null,
  country     text        not null check (country ~ '^[A-Z]{2}$'),
  email       text,
  phone       text,
  tax_id      text,
  vat_id      text,
  iban        text,
  -- Six or nine digits, given by the postal service to whoever mails.
  mailer_id   text        check (mailer_id ~ '^(\d{6}|\d{9})$'),
  actor       text        not null,
  reason      text        not null,
  primary key (company_id, recorded_at)
);
grant select, insert on team.letterhead_fact to dunlin_app;

-- Published: the letterhead of each company that has one.
create view team.letterhead as
select distinct on (l.company_id) l.company_id, l.legal_name, l.line1, l.line2, l.city, l.state,
       l.postal_code, l.country, l.email, l.phone, l.tax_id, l.vat_id, l.iban, l.mailer_id
  from team.letterhead_fact l
 order by l.company_id, l.recorded_at desc;
grant select on team.letterhead to dunlin_app;

-- Published: what raised or lowered an account's balance in a period, as known at a moment.
create function ledger.movements_known(of_account uuid, from_on date, to_on date,
                                       known_at timestamptz)
returns table (item_id uuid, currency text, effective_on date, number text, kind text,
               reference text, due_on date, amount bigint)
language sql stable
as $$
  select i.item_id, i.currency, i.effective_on, i.number, i.kind, i.reference,
         case when i.side = 1 and i.kind not in ('refund', 'reversal', 'transfer') then i.due_on
              end,
         i.side * i.amount_minor
    from ledger.item i
   where i.account_id = of_account
     and i.effective_on between from_on and to_on
     and i.recorded_at <= known_at
$$;

-- Published: accounts that anything raised or lowered in a period, as known at a moment.
create function ledger.accounts_moving(from_on date, to_on date, known_at timestamptz)
returns table (account_id uuid)
language sql stable
as $$
  select distinct i.account_id
    from ledger.item i
   where i.effective_on between from_on and to_on
     and i.recorded_at <= known_at
$$;

-- Published: documents as they were issued, for whoever writes them out.
create view invoices.issued_card as
select account_id, document_id, kind, number, po_number, order_number, issued_on, currency,
       net_minor, tax_minor, terms_code, credits, recorded_at
  from invoices.document;
create view invoices.issued_line as
select account_id, document_id, line_no, description, net_minor, tax_code, tax_minor
  from invoices.document_line;
grant select on invoices.issued_card, invoices.issued_line to dunlin_app;

create schema statements;
grant usage on schema statements to dunlin_app;

-- A run of statements: its company, its period and its cut-off never change.
create table statements.run (
  run_id      uuid        primary key,
  company_id  uuid        not null references team.company,
  from_on     date        not null,
  to_on       date        not null check (to_on >= from_on),
  -- Nothing that was recorded later is in its papers.
  known_at    timestamptz not null,
  selected    integer     not null check (selected >= 0),
  recorded_at timestamptz not null,
  reason      text        not null,
  actor       text        not null
);
create index run_by_company on statements.run (company_id, to_on);
create table statements.run_change (
  run_id      uuid        not null references statements.run,
  change_id   uuid        not null,
  what        text        not null
              check (what in ('started', 'paused', 'resumed', 'stopped', 'prepared', 'tested',
                              'approved', 'delivered')),
  reason      text        not null,
  facts       jsonb       not null default '{}',
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (run_id, change_id)
);
create table statements.run_now (
  run_id     uuid        primary key references statements.run,
  state      text        not null
             check (state in ('preparing', 'review', 'delivering', 'done', 'stopped')),
  paused     boolean     not null,
  changed_at timestamptz not null
);

-- Whom a run is for: the account that gets the paper and all whose items are on it.
create table statements.selected (
  account_id uuid    not null references customers.account,
  run_id     uuid    not null references statements.run,
  position   integer not null check (position > 0),
  members    uuid[]  not null check (members <> '{}'),
  primary key (account_id, run_id)
);
create index selected_by_run on statements.selected (run_id, position);

-- One statement as it was made; its bytes are kept, and a reprint is these very bytes.
create table statements.paper (
  account_id   uuid        not null,
  run_id       uuid        not null,
  statement_id uuid        not null,
  form         text        not null,
  language     text        not null check (language in ('en', 'es')),
  rule         text        not null,
  -- How it goes out; null when there is no way.
  channel      text        check (channel in ('email', 'letter', 'portal')),
  contact_id   uuid,
  to_name      text        not null,
  to_address   text        not null,
  balances     jsonb       not null,
  problems     text[]      not null,
  pages        integer     not null check (pages > 0),
  file_id      uuid        not null,
  sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  recorded_at  timestamptz not null,
  primary key (account_id, run_id),
  foreign key (account_id, run_id) references statements.selected,
  foreign key (account_id, file_id) references correspondence.kept_file
);
create index paper_by_run on statements.paper (run_id);

-- What a person said of a paper that is out of the ordinary; the latest counts.
create table statements.answer (
  account_id  uuid        not null,
  run_id      uuid        not null,
  recorded_at timestamptz not null,
  answer      text        not null check (answer in ('release', 'hold')),
  reason      text        not null,
  actor       text        not null,
  primary key (account_id, run_id, recorded_at),
  foreign key (account_id, run_id) references statements.paper
);

-- A paper went on its way, once.
create table statements.delivery (
  account_id  uuid        not null,
  run_id      uuid        not null,
  channel     text        not null check (channel in ('email', 'letter', 'portal')),
  message_id  uuid,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, run_id),
  foreign key (account_id, run_id) references statements.paper
);
create index delivery_by_run on statements.delivery (run_id);

-- What became of an invoice in the customer's own portal.
create table statements.portal_fact (
  account_id  uuid        not null,
  document_id uuid        not null,
  fact_id     uuid        not null,
  state       text        not null
              check (state in ('to_submit', 'submitted', 'rejected', 'approved', 'paid')),
  on_day      date        not null,
  reason      text        not null,
  reference   text,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, document_id, fact_id),
  foreign key (account_id, document_id) references invoices.document
);
grant select, insert on statements.run, statements.run_change, statements.selected,
      statements.paper, statements.answer, statements.delivery, statements.portal_fact
   to dunlin_app;
grant select, insert, update on statements.run_now to dunlin_app;

-- Letters that were printed together as one file.
create table correspondence.print_batch (
  batch_id    uuid        primary key,
  company_id  uuid        not null references team.company,
  printed_on  date        not null,
  mail_class  text        not null check (mail_class in ('first_class', 'certified', 'standard')),
  letters     integer     not null check (letters > 0),
  pages       integer     not null check (pages > 0),
  sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content     bytea       not null,
  recorded_at timestamptz not null,
  actor       text        not null
);
alter table correspondence.print_batch alter column content set storage external;
-- One letter as printed: its place in the file, the address in its window, its barcode.
create table correspondence.letter (
  account_id  uuid        not null,
  message_id  uuid        not null,
  batch_id    uuid        not null references correspondence.print_batch,
  position    integer     not null check (position > 0),
  first_page  integer     not null check (first_page > 0),
  pages       integer     not null check (pages > 0),
  address_id  uuid        not null,
  address     text[]      not null,
  -- The digits of the Intelligent Mail barcode; none where there is no mailer id or no ZIP code.
  tracking    text,
  permit_id   uuid        not null,
  primary key (account_id, message_id),
  foreign key (account_id, message_id) references correspondence.message
);
create index letter_by_batch on correspondence.letter (batch_id, position);
create table correspondence.letter_mailed (
  account_id  uuid        not null,
  message_id  uuid        not null,
  mailed_on   date        not null,
  certified_number text,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, message_id),
  foreign key (account_id, message_id) references correspondence.letter
);
create table correspondence.letter_returned (
  account_id  uuid        not null,
  message_id  uuid        not null,
  returned_on date        not null,
  cause       text        not null,
  note        text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, message_id),
  foreign key (account_id, message_id) references correspondence.letter
);
-- The next serial number of a mailer id; whoever takes some locks the row.
create table correspondence.mail_serial (
  mailer_id text   primary key,
  next      bigint not null check (next >= 0)
);
grant select, insert on correspondence.print_batch, correspondence.letter,
      correspondence.letter_mailed, correspondence.letter_returned to dunlin_app;
grant select, insert, update on correspondence.mail_serial to dunlin_app;
