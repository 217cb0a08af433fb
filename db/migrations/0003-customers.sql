-- Who owes: customers, their accounts in each company, the people behind them, what happened.
create schema customers;
grant usage on schema customers to dunlin_app;

create table customers.customer (
  customer_id uuid        primary key,
  number      text        not null check (number <> ''),
  name        text        not null,
  segment     text,
  language    text        not null default 'en' check (language in ('en', 'es')),
  city        text,
  state       text,
  postal_code text,
  country     text,
  tax_exempt  boolean     not null default false,
  made_at     timestamptz not null
);
create index customer_by_number on customers.customer (upper(number) text_pattern_ops);

-- A name as it is searched for: no capitals, no accents.
create function customers.folded(name text) returns text
language sql immutable strict parallel safe
return translate(lower(name), 'áàâäãåéèêëíìîïóòôöõúùûüñç', 'aaaaaaeeeeiiiiooooouuuunc');

-- Parts of names are found by trigram where the server has them; else by reading every name.
do $$
begin
  create extension if not exists pg_trgm;
  execute format('create index customer_by_name on customers.customer
                  using gin (customers.folded(name) %s.gin_trgm_ops)',
                 (select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm'));
exception
  when undefined_file or feature_not_supported or insufficient_privilege then
    raise notice 'pg_trgm is not there, so that a search by name reads every name';
end
$$;

-- Parent, payer and guarantor are different things; each is a dated fact, ended by a later one.
create table customers.relation (
  customer_id  uuid        not null references customers.customer,
  kind         text        not null check (kind in ('parent', 'payer', 'guarantor')),
  effective_on date        not null,
  recorded_at  timestamptz not null,
  other_id     uuid        references customers.customer,
  actor        text        not null,
  primary key (customer_id, kind, effective_on, recorded_at),
  check (other_id is distinct from customer_id or kind = 'payer')
);
create index relation_by_other on customers.relation (other_id, kind);

create table customers.terms (
  company_id uuid  not null references team.company,
  code       text  not null,
  definition jsonb not null,
  primary key (company_id, code)
);

-- The unit that is owed by, worked and reported: one customer in one company.
create table customers.account (
  account_id  uuid        primary key,
  company_id  uuid        not null references team.company,
  customer_id uuid        not null references customers.customer,
  number      text        not null check (number <> ''),
  kind        text        not null default 'trade'
              check (kind in ('trade', 'student', 'insurer', 'matter', 'consumer', 'public',
                              'house')),
  terms_code  text,
  opened_on   date,
  merged_into uuid        references customers.account,
  made_at     timestamptz not null
);
create unique index account_number on customers.account (company_id, number);
create index account_by_number on customers.account (upper(number) text_pattern_ops);
create index account_by_customer on customers.account (customer_id);

-- Identities in outside systems.
create table customers.identity (
  company_id  uuid not null references team.company,
  source      text not null,
  kind        text not null check (kind in ('customer', 'account')),
  external_id text not null,
  object_id   uuid not null,
  primary key (company_id, source, kind, external_id)
);

-- Owner, status, limit: dated facts. The one in force on a day is the latest effective, then the
-- latest recorded.
create table customers.owner_fact (
  account_id   uuid        not null references customers.account,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  member_id    uuid        references team.member,
  actor        text        not null,
  reason       text        not null,
  primary key (account_id, effective_on, recorded_at)
);
create table customers.status_fact (
  account_id   uuid        not null references customers.account,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  status       text        not null
               check (status in ('open', 'disputed', 'promised', 'plan', 'hold', 'bankrupt',
                                 'legal', 'agency', 'written_off')),
  actor        text        not null,
  reason       text        not null,
  primary key (account_id, effective_on, recorded_at)
);
create table customers.limit_fact (
  account_id   uuid        not null references customers.account,
  effective_on date        not null,
  recorded_at  timestamptz not null,
  limit_minor  bigint      check (limit_minor >= 0),
  currency     text     not null,
  actor        text        not null,
  reason       text        not null,
  primary key (account_id, effective_on, recorded_at)
);

-- The latest facts by account, kept in the same transaction; `prove` compares them.
create table customers.account_now (
  account_id     uuid    primary key references customers.account,
  owner_id       uuid,
  status         text    not null default 'open',
  status_since   date,
  limit_minor    bigint,
  limit_currency text,
  last_touch_on  date,
  last_touch     text
);
create index account_now_by_owner on customers.account_now (owner_id);

create table customers.contact (
  contact_id  uuid        primary key,
  customer_id uuid        not null references customers.customer,
  role        text        not null,
  name        text        not null,
  email       text,
  phone       text,
  language    text        not null default 'en' check (language in ('en', 'es')),
  zone        text,
  verified_on date,
  ended_at    timestamptz,
  made_at     timestamptz not null
);
create index contact_by_customer on customers.contact (customer_id);
create index contact_by_email on customers.contact (lower(email) text_pattern_ops);

-- A telephone number by its last digits, however it is written: read backwards.
create function customers.digits_back(phone text) returns text
language sql immutable strict parallel safe
return reverse(regexp_replace(phone, '[^0-9]', '', 'g'));
create index contact_by_phone on customers.contact (customers.digits_back(phone) text_pattern_ops);

-- One immutable line of an account's timeline.
create table customers.activity (
  account_id  uuid        not null references customers.account,
  activity_id uuid        not null,
  kind        text        not null,
  happened_on date        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  phrase      text        not null,
  facts       jsonb       not null default '{}',
  text        text,
  primary key (account_id, activity_id)
);

grant select, insert, update on customers.customer, customers.terms, customers.account,
      customers.account_now, customers.contact to dunlin_app;
grant select, insert on customers.relation, customers.identity, customers.owner_fact,
      customers.status_fact, customers.limit_fact, customers.activity to dunlin_app;

-- Published: what other areas' SQL may read.
create view customers.account_card as
select a.account_id, a.number as account, a.kind, a.company_id, co.code as company,
       co.name as company_name, co.demo,
       a.customer_id, c.number as customer, c.name, c.language, c.segment,
       n.owner_id, n.status, n.last_touch_on, n.last_touch, a.terms_code, a.merged_into
  from customers.account a
  join customers.customer c on c.customer_id = a.customer_id
  join team.company co on co.company_id = a.company_id
  left join customers.account_now n on n.account_id = a.account_id;
grant select on customers.account_card to dunlin_app;

-- Published: customers that somebody can be reached at, and whether by e-mail.
create view customers.reachable as
select customer_id, bool_or(coalesce(email, '') <> '') as by_email
  from customers.contact
 where ended_at is null
   and (coalesce(email, '') <> '' or coalesce(phone, '') <> '')
 group by customer_id;
grant select on customers.reachable to dunlin_app;

-- Published: the head of each customer's family on a day, itself when it has no parent. A ring of
-- parents, which no import makes, ends at the first customer met again.
create function customers.family_on(as_of date)
returns table (customer_id uuid, head_id uuid, head text, head_name text)
language sql stable
as $$
  with recursive parents as (
    select distinct on (r.customer_id) r.customer_id, r.other_id
      from customers.relation r
     where r.kind = 'parent'
       and r.effective_on <= as_of
     order by r.customer_id, r.effective_on desc, r.recorded_at desc
  ), climb as (
    select c.customer_id, c.customer_id as head_id, 0 as steps
      from customers.customer c
     union all
    select k.customer_id, p.other_id, k.steps + 1
      from climb k
      join parents p on p.customer_id = k.head_id
     where p.other_id is not null
       and p.other_id <> k.customer_id
       and k.steps < 16
  )
  select distinct on (k.customer_id) k.customer_id, k.head_id, h.number, h.name
    from climb k
    join customers.customer h on h.customer_id = k.head_id
   order by k.customer_id, k.steps desc
$$;
