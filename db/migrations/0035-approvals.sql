-- Approvals: what needs a second person, who may give it and how much, and what was said.
create schema approvals;
grant usage on schema approvals to dunlin_app;

-- Who may approve what, company by company; the latest row of a kind counts.
create table approvals.authority (
  company_id   uuid        not null references team.company,
  kind         text        not null,
  authority_id uuid        not null,
  -- [{role, most}], most in the company's base currency, null without a limit; rising.
  limits       jsonb       not null check (jsonb_array_length(limits) > 0),
  -- Above this two persons say yes; null: never.
  dual_from    numeric     check (dual_from >= 0),
  valid_days   integer     not null check (valid_days between 1 and 366),
  actor        text        not null,
  reason       text        not null,
  recorded_at  timestamptz not null,
  primary key (company_id, kind, authority_id)
);

-- What somebody may not do alone and asks another for.
create table approvals.request (
  request_id   uuid        primary key,
  company_id   uuid        not null references team.company,
  account_id   uuid        references customers.account,
  kind         text        not null,
  -- What it is about, for the area that asked; one open request a subject.
  subject_key  text        not null,
  subject      jsonb       not null,
  -- What its title says, beside what the kind is called.
  facts        jsonb       not null,
  amount_minor bigint      not null check (amount_minor >= 0),
  currency     char(3)     not null,
  -- What the limits are held against: in the company's base currency.
  weight_minor bigint      not null check (weight_minor >= 0),
  needs        smallint    not null check (needs in (1, 2)),
  requested_by uuid        not null references team.member,
  reason       text        not null,
  evidence     text        not null default '',
  expires_on   date        not null,
  recorded_at  timestamptz not null
);
create index request_by_subject on approvals.request (kind, subject_key);
create index request_by_requester on approvals.request (requested_by, request_id);

-- One person's word, in their own right or for somebody who is away.
create table approvals.decision (
  request_id  uuid        not null references approvals.request,
  member_id   uuid        not null references team.member,
  for_member  uuid        references team.member check (for_member <> member_id),
  said        text        not null check (said in ('yes', 'no')),
  reason      text        not null,
  recorded_at timestamptz not null,
  primary key (request_id, member_id)
);

-- How it ended, once. `failed`: it was granted, and could not be done any more.
create table approvals.request_end (
  request_id  uuid        primary key references approvals.request,
  how         text        not null check (how in ('granted', 'refused', 'withdrawn')),
  actor       text        not null,
  recorded_at timestamptz not null
);
create table approvals.request_outcome (
  request_id  uuid        primary key references approvals.request,
  how         text        not null check (how in ('done', 'failed')),
  detail      jsonb       not null,
  recorded_at timestamptz not null
);
create index request_open on approvals.request (company_id, request_id);

grant select, insert on approvals.authority, approvals.request, approvals.decision,
      approvals.request_end, approvals.request_outcome to dunlin_app;
