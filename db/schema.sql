-- The schema after every migration. Written by `node bin/db.ts dump`, never by hand.

create extension pg_trgm;

create schema approvals;

grant usage on schema approvals to dunlin_app;

create table approvals.authority (
  company_id uuid not null,
  kind text not null,
  authority_id uuid not null,
  limits jsonb not null,
  dual_from numeric,
  valid_days integer not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  evidence_from numeric,
  constraint authority_pkey PRIMARY KEY (company_id, kind, authority_id),
  constraint authority_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint authority_dual_from_check CHECK (dual_from >= 0::numeric),
  constraint authority_evidence_from_check CHECK (evidence_from >= 0::numeric),
  constraint authority_limits_check CHECK (jsonb_array_length(limits) > 0),
  constraint authority_valid_days_check CHECK (valid_days >= 1 AND valid_days <= 366)
);

grant insert, select on approvals.authority to dunlin_app;

create table approvals.decision (
  request_id uuid not null,
  member_id uuid not null,
  for_member uuid,
  said text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint decision_pkey PRIMARY KEY (request_id, member_id),
  constraint decision_check CHECK (for_member <> member_id),
  constraint decision_for_member_fkey FOREIGN KEY (for_member) REFERENCES team.member(member_id),
  constraint decision_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id),
  constraint decision_request_id_fkey FOREIGN KEY (request_id) REFERENCES approvals.request(request_id),
  constraint decision_said_check CHECK (said = ANY (ARRAY['yes'::text, 'no'::text]))
);

grant insert, select on approvals.decision to dunlin_app;

create table approvals.duty_acceptance (
  member_id uuid not null,
  one text not null,
  other text not null,
  acceptance_id uuid not null,
  accepted_by uuid not null,
  until_on date not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint duty_acceptance_pkey PRIMARY KEY (member_id, one, other, acceptance_id),
  constraint duty_acceptance_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES team.member(member_id),
  constraint duty_acceptance_check CHECK (one < other),
  constraint duty_acceptance_check1 CHECK (accepted_by <> member_id),
  constraint duty_acceptance_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id),
  constraint duty_acceptance_reason_check CHECK (reason <> ''::text)
);

grant insert, select on approvals.duty_acceptance to dunlin_app;

create table approvals.evidence (
  request_id uuid not null,
  evidence_id uuid not null,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  content bytea not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint evidence_pkey PRIMARY KEY (request_id, evidence_id),
  constraint evidence_once UNIQUE (request_id, sha256),
  constraint evidence_content_check CHECK (octet_length(content) >= 1 AND octet_length(content) <= 10485760),
  constraint evidence_file_name_check CHECK (file_name <> ''::text),
  constraint evidence_media_type_check CHECK (media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text, 'image/tiff'::text])),
  constraint evidence_request_id_fkey FOREIGN KEY (request_id) REFERENCES approvals.request(request_id),
  constraint evidence_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);

grant insert, select on approvals.evidence to dunlin_app;

create table approvals.request (
  request_id uuid not null,
  company_id uuid not null,
  account_id uuid,
  kind text not null,
  subject_key text not null,
  subject jsonb not null,
  facts jsonb not null,
  amount_minor bigint not null,
  currency character(3) not null,
  weight_minor bigint not null,
  needs smallint not null,
  requested_by uuid not null,
  reason text not null,
  evidence text not null default ''::text,
  expires_on date not null,
  recorded_at timestamp with time zone not null,
  "least" text,
  before_minor bigint not null default 0,
  constraint request_pkey PRIMARY KEY (request_id),
  constraint request_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint request_amount_minor_check CHECK (amount_minor >= 0),
  constraint request_before_minor_check CHECK (before_minor >= 0),
  constraint request_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint request_needs_check CHECK (needs = ANY (ARRAY[1, 2])),
  constraint request_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES team.member(member_id),
  constraint request_weight_minor_check CHECK (weight_minor >= 0)
);

CREATE INDEX request_by_requester ON approvals.request USING btree (requested_by, request_id);

CREATE INDEX request_by_subject ON approvals.request USING btree (kind, subject_key);

CREATE INDEX request_of_account ON approvals.request USING btree (account_id, kind, recorded_at);

CREATE INDEX request_open ON approvals.request USING btree (company_id, request_id);

grant insert, select on approvals.request to dunlin_app;

create table approvals.request_end (
  request_id uuid not null,
  how text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint request_end_pkey PRIMARY KEY (request_id),
  constraint request_end_how_check CHECK (how = ANY (ARRAY['granted'::text, 'refused'::text, 'withdrawn'::text])),
  constraint request_end_request_id_fkey FOREIGN KEY (request_id) REFERENCES approvals.request(request_id)
);

grant insert, select on approvals.request_end to dunlin_app;

create table approvals.request_outcome (
  request_id uuid not null,
  how text not null,
  detail jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint request_outcome_pkey PRIMARY KEY (request_id),
  constraint request_outcome_how_check CHECK (how = ANY (ARRAY['done'::text, 'failed'::text])),
  constraint request_outcome_request_id_fkey FOREIGN KEY (request_id) REFERENCES approvals.request(request_id)
);

grant insert, select on approvals.request_outcome to dunlin_app;

create view approvals.granted_card as
 SELECT r.request_id,
    r.company_id,
    r.account_id,
    r.kind,
    r.subject,
    r.requested_by,
    r.reason,
    r.evidence,
    r.recorded_at,
    o.how,
    o.detail,
    ( SELECT string_agg(d.member_id::text, ','::text ORDER BY d.recorded_at) AS string_agg
           FROM approvals.decision d
          WHERE d.request_id = r.request_id AND d.said = 'yes'::text) AS said_yes
   FROM approvals.request r
     JOIN approvals.request_outcome o ON o.request_id = r.request_id;

grant select on approvals.granted_card to dunlin_app;

create view approvals.open_request as
 SELECT kind,
    subject_key,
    expires_on
   FROM approvals.request r
  WHERE NOT (EXISTS ( SELECT
           FROM approvals.request_end e
          WHERE e.request_id = r.request_id));

grant select on approvals.open_request to dunlin_app;

create view approvals.request_card as
 SELECT request_id,
    company_id,
    account_id,
    kind,
    needs,
    requested_by,
    expires_on,
    NOT (EXISTS ( SELECT
           FROM approvals.request_end e
          WHERE e.request_id = r.request_id)) AS is_open
   FROM approvals.request r;

grant select on approvals.request_card to dunlin_app;

create schema bank_files;

grant usage on schema bank_files to dunlin_app;

create table bank_files.bank_account (
  bank_account_id uuid not null,
  company_id uuid not null,
  currency text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint bank_account_pkey PRIMARY KEY (bank_account_id),
  constraint bank_account_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint bank_account_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text)
);

grant insert, select on bank_files.bank_account to dunlin_app;

create table bank_files.bank_account_change (
  bank_account_id uuid not null,
  change_id uuid not null,
  kind text not null,
  facts jsonb not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint bank_account_change_pkey PRIMARY KEY (bank_account_id, change_id),
  constraint bank_account_change_bank_account_id_fkey FOREIGN KEY (bank_account_id) REFERENCES bank_files.bank_account(bank_account_id),
  constraint bank_account_change_kind_check CHECK (kind = ANY (ARRAY['registered'::text, 'edited'::text, 'number_added'::text]))
);

grant insert, select on bank_files.bank_account_change to dunlin_app;

create table bank_files.bank_account_now (
  bank_account_id uuid not null,
  company_id uuid not null,
  name text not null,
  number text not null,
  cash_account text not null,
  active boolean not null default true,
  constraint bank_account_now_pkey PRIMARY KEY (bank_account_id),
  constraint bank_account_cash UNIQUE (company_id, cash_account),
  constraint bank_account_name UNIQUE (company_id, name),
  constraint bank_account_now_bank_account_id_fkey FOREIGN KEY (bank_account_id) REFERENCES bank_files.bank_account(bank_account_id),
  constraint bank_account_now_cash_account_check CHECK (cash_account <> ''::text),
  constraint bank_account_now_name_check CHECK (name <> ''::text),
  constraint bank_account_now_number_check CHECK (number ~ '^[A-Z0-9]+$'::text)
);

grant insert, select, update on bank_files.bank_account_now to dunlin_app;

create table bank_files.control (
  file_id uuid not null,
  control_no integer not null,
  kind text not null,
  what text not null,
  record integer not null,
  stated text not null,
  found text not null,
  constraint control_pkey PRIMARY KEY (file_id, control_no),
  constraint control_file_id_fkey FOREIGN KEY (file_id) REFERENCES bank_files.file(file_id),
  constraint control_kind_check CHECK (kind = ANY (ARRAY['amount'::text, 'count'::text]))
);

grant insert, select on bank_files.control to dunlin_app;

create table bank_files.feed_now (
  feed text not null,
  tried_at timestamp with time zone not null,
  worked_at timestamp with time zone,
  problem text,
  fetched integer not null default 0,
  constraint feed_now_pkey PRIMARY KEY (feed)
);

grant insert, select, update on bank_files.feed_now to dunlin_app;

create table bank_files.fetched (
  feed text not null,
  name text not null,
  bytes bigint not null,
  modified_at timestamp with time zone not null,
  file_id uuid,
  problem text,
  recorded_at timestamp with time zone not null,
  constraint fetched_pkey PRIMARY KEY (feed, name, bytes, modified_at),
  constraint fetched_file_id_fkey FOREIGN KEY (file_id) REFERENCES bank_files.file(file_id)
);

grant insert, select on bank_files.fetched to dunlin_app;

create table bank_files.file (
  file_id uuid not null,
  company_id uuid not null,
  sha256 text not null,
  file_name text not null,
  container text,
  bytes bigint not null,
  received_as text not null,
  format text not null,
  source text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint file_pkey PRIMARY KEY (file_id),
  constraint file_seen_before UNIQUE (company_id, sha256),
  constraint file_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint file_file_name_check CHECK (file_name <> ''::text),
  constraint file_received_as_check CHECK (received_as = ANY (ARRAY['bank'::text, 'remittance'::text, 'card-settlement'::text])),
  constraint file_sha256_fkey FOREIGN KEY (sha256) REFERENCES bank_files.raw_file(sha256),
  constraint file_source_check CHECK (source <> ''::text)
);

grant insert, select on bank_files.file to dunlin_app;

create table bank_files.file_account (
  file_id uuid not null,
  stated text not null,
  currency text not null,
  bank_account_id uuid not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint file_account_pkey PRIMARY KEY (file_id, stated, currency),
  constraint file_account_bank_account_id_fkey FOREIGN KEY (bank_account_id) REFERENCES bank_files.bank_account(bank_account_id),
  constraint file_account_file_id_fkey FOREIGN KEY (file_id) REFERENCES bank_files.file(file_id)
);

grant insert, select on bank_files.file_account to dunlin_app;

create table bank_files.file_act (
  file_id uuid not null,
  act_id uuid not null,
  kind text not null,
  facts jsonb not null default '{}'::jsonb,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint file_act_pkey PRIMARY KEY (file_id, act_id),
  constraint file_act_file_id_fkey FOREIGN KEY (file_id) REFERENCES bank_files.file(file_id),
  constraint file_act_kind_check CHECK (kind = ANY (ARRAY['taken_in'::text, 'waiting'::text, 'quarantined'::text, 'unreadable'::text, 'named'::text, 'replaced'::text, 'closed'::text]))
);

grant insert, select on bank_files.file_act to dunlin_app;

create table bank_files.file_now (
  file_id uuid not null,
  company_id uuid not null,
  state text not null,
  replaced_by uuid,
  statements integer not null default 0,
  found integer not null default 0,
  added integer not null default 0,
  changed integer not null default 0,
  controls integer not null default 0,
  controls_failed integer not null default 0,
  problems integer not null default 0,
  changed_at timestamp with time zone not null,
  constraint file_now_pkey PRIMARY KEY (file_id),
  constraint file_now_file_id_fkey FOREIGN KEY (file_id) REFERENCES bank_files.file(file_id),
  constraint file_now_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES bank_files.file(file_id),
  constraint file_now_state_check CHECK (state = ANY (ARRAY['taken_in'::text, 'waiting'::text, 'quarantined'::text, 'unreadable'::text, 'replaced'::text, 'closed'::text]))
);

CREATE INDEX file_now_by_change ON bank_files.file_now USING btree (changed_at);

grant insert, select, update on bank_files.file_now to dunlin_app;

create table bank_files.known_as (
  number text not null,
  currency text not null,
  bank_account_id uuid not null,
  constraint bank_account_number PRIMARY KEY (number, currency),
  constraint known_as_bank_account_id_fkey FOREIGN KEY (bank_account_id) REFERENCES bank_files.bank_account(bank_account_id),
  constraint known_as_number_check CHECK (number ~ '^[A-Z0-9]+$'::text)
);

grant insert, select, update on bank_files.known_as to dunlin_app;

create table bank_files.line (
  line_id uuid not null,
  company_id uuid not null,
  bank_account_id uuid not null,
  identity text not null,
  occurrence integer not null,
  recorded_at timestamp with time zone not null,
  constraint line_pkey PRIMARY KEY (line_id),
  constraint line_once UNIQUE (bank_account_id, identity, occurrence),
  constraint line_bank_account_id_fkey FOREIGN KEY (bank_account_id) REFERENCES bank_files.bank_account(bank_account_id),
  constraint line_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint line_occurrence_check CHECK (occurrence > 0)
);

grant insert, select on bank_files.line to dunlin_app;

create table bank_files.line_aside (
  line_id uuid not null,
  act_id uuid not null,
  kind text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint line_aside_pkey PRIMARY KEY (line_id, act_id),
  constraint line_aside_kind_check CHECK (kind = ANY (ARRAY['proposed'::text, 'agreed'::text, 'declined'::text, 'returned'::text])),
  constraint line_aside_line_id_fkey FOREIGN KEY (line_id) REFERENCES bank_files.line(line_id),
  constraint line_aside_reason_check CHECK (reason <> ''::text)
);

grant insert, select on bank_files.line_aside to dunlin_app;

create table bank_files.line_exception (
  exception_id uuid not null,
  line_id uuid not null,
  statement_id uuid not null,
  record integer not null,
  said jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint line_exception_pkey PRIMARY KEY (exception_id),
  constraint line_exception_line_id_fkey FOREIGN KEY (line_id) REFERENCES bank_files.line(line_id),
  constraint line_exception_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES bank_files.statement(statement_id)
);

CREATE INDEX line_exception_by_line ON bank_files.line_exception USING btree (line_id);

grant insert, select on bank_files.line_exception to dunlin_app;

create table bank_files.line_exception_settled (
  exception_id uuid not null,
  decision text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint line_exception_settled_pkey PRIMARY KEY (exception_id),
  constraint line_exception_settled_decision_check CHECK (decision = ANY (ARRAY['kept'::text, 'taken'::text])),
  constraint line_exception_settled_exception_id_fkey FOREIGN KEY (exception_id) REFERENCES bank_files.line_exception(exception_id),
  constraint line_exception_settled_reason_check CHECK (reason <> ''::text)
);

grant insert, select on bank_files.line_exception_settled to dunlin_app;

create table bank_files.line_now (
  line_id uuid not null,
  company_id uuid not null,
  bank_account_id uuid not null,
  version integer not null,
  booked_on date not null,
  amount_minor bigint not null,
  status text not null,
  listed_as text not null,
  used_by text,
  aside text,
  constraint line_now_pkey PRIMARY KEY (line_id),
  constraint line_now_aside_check CHECK (aside = ANY (ARRAY['proposed'::text, 'agreed'::text])),
  constraint line_now_line_id_fkey FOREIGN KEY (line_id) REFERENCES bank_files.line(line_id),
  constraint line_now_listed_as_check CHECK (listed_as = ANY (ARRAY['statement'::text, 'intraday'::text, 'notices'::text]))
);

CREATE INDEX line_now_by_day ON bank_files.line_now USING btree (company_id, booked_on, line_id);

CREATE INDEX line_now_unused ON bank_files.line_now USING btree (company_id, status) WHERE ((used_by IS NULL) AND (aside IS NULL));

grant insert, select, update on bank_files.line_now to dunlin_app;

create table bank_files.line_seen (
  statement_id uuid not null,
  record integer not null,
  place integer not null,
  line_id uuid not null,
  constraint line_seen_pkey PRIMARY KEY (statement_id, place),
  constraint line_seen_line_id_fkey FOREIGN KEY (line_id) REFERENCES bank_files.line(line_id),
  constraint line_seen_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES bank_files.statement(statement_id)
);

CREATE INDEX line_seen_by_line ON bank_files.line_seen USING btree (line_id);

grant insert, select on bank_files.line_seen to dunlin_app;

create table bank_files.line_use (
  line_id uuid not null,
  use_id uuid not null,
  kind text not null,
  used_by text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint line_use_pkey PRIMARY KEY (line_id, use_id),
  constraint line_use_kind_check CHECK (kind = ANY (ARRAY['used'::text, 'released'::text])),
  constraint line_use_line_id_fkey FOREIGN KEY (line_id) REFERENCES bank_files.line(line_id)
);

grant insert, select on bank_files.line_use to dunlin_app;

create table bank_files.line_version (
  line_id uuid not null,
  version integer not null,
  statement_id uuid not null,
  record integer not null,
  booked_on date not null,
  value_on date,
  amount_minor bigint not null,
  currency text not null,
  status text not null,
  channel text not null,
  code text,
  payer_name text,
  payer_account text,
  check_number text,
  refs text[] not null,
  said text not null,
  external_id text,
  returned_reason text,
  returned_original text,
  remittance jsonb,
  richness integer not null,
  digest text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint line_version_pkey PRIMARY KEY (line_id, version),
  constraint line_version_line_id_fkey FOREIGN KEY (line_id) REFERENCES bank_files.line(line_id),
  constraint line_version_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES bank_files.statement(statement_id),
  constraint line_version_status_check CHECK (status = ANY (ARRAY['booked'::text, 'pending'::text, 'information'::text])),
  constraint line_version_version_check CHECK (version > 0)
);

grant insert, select on bank_files.line_version to dunlin_app;

create table bank_files.problem (
  file_id uuid not null,
  problem_no integer not null,
  record integer not null,
  code text not null,
  facts jsonb not null,
  constraint problem_pkey PRIMARY KEY (file_id, problem_no),
  constraint problem_file_id_fkey FOREIGN KEY (file_id) REFERENCES bank_files.file(file_id)
);

grant insert, select on bank_files.problem to dunlin_app;

create table bank_files.raw_file (
  sha256 text not null,
  content bytea not null,
  recorded_at timestamp with time zone not null,
  constraint raw_file_pkey PRIMARY KEY (sha256),
  constraint raw_file_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);

grant insert, select on bank_files.raw_file to dunlin_app;

create table bank_files.remittance (
  remittance_id uuid not null,
  company_id uuid not null,
  file_id uuid not null,
  record integer not null,
  identity text not null,
  occurrence integer not null,
  payer_name text,
  payer_id text,
  payment_reference text,
  paid_on date,
  total_minor bigint,
  currency text not null,
  method text,
  lines jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint remittance_pkey PRIMARY KEY (remittance_id),
  constraint remittance_once UNIQUE (company_id, identity, occurrence),
  constraint remittance_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint remittance_file_id_fkey FOREIGN KEY (file_id) REFERENCES bank_files.file(file_id),
  constraint remittance_occurrence_check CHECK (occurrence > 0)
);

CREATE INDEX remittance_by_file ON bank_files.remittance USING btree (file_id);

CREATE INDEX remittance_by_reference ON bank_files.remittance USING btree (company_id, payment_reference);

grant insert, select on bank_files.remittance to dunlin_app;

create table bank_files.settlement_line (
  settlement_line_id uuid not null,
  company_id uuid not null,
  file_id uuid not null,
  record integer not null,
  identity text not null,
  occurrence integer not null,
  processor text not null,
  kind text not null,
  external_id text not null,
  settled_on date not null,
  currency text not null,
  gross_minor bigint not null,
  fee_minor bigint not null,
  net_minor bigint not null,
  reference text not null,
  batch text,
  brand text,
  last4 text,
  recorded_at timestamp with time zone not null,
  constraint settlement_line_pkey PRIMARY KEY (settlement_line_id),
  constraint settlement_once UNIQUE (company_id, identity, occurrence),
  constraint settlement_line_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint settlement_line_file_id_fkey FOREIGN KEY (file_id) REFERENCES bank_files.file(file_id),
  constraint settlement_line_kind_check CHECK (kind = ANY (ARRAY['payment'::text, 'refund'::text, 'chargeback'::text, 'fee'::text, 'adjustment'::text, 'payout'::text])),
  constraint settlement_line_occurrence_check CHECK (occurrence > 0)
);

CREATE INDEX settlement_by_batch ON bank_files.settlement_line USING btree (company_id, processor, batch);

CREATE INDEX settlement_by_file ON bank_files.settlement_line USING btree (file_id);

grant insert, select on bank_files.settlement_line to dunlin_app;

create table bank_files.statement (
  statement_id uuid not null,
  file_id uuid not null,
  statement_no integer not null,
  company_id uuid not null,
  bank_account_id uuid not null,
  bank_reference text,
  currency text not null,
  kind text not null,
  from_on date,
  to_on date,
  opening_minor bigint,
  closing_minor bigint,
  movements_minor bigint not null,
  lines integer not null,
  content text not null,
  repeats uuid,
  recorded_at timestamp with time zone not null,
  constraint statement_pkey PRIMARY KEY (statement_id),
  constraint statement_file_id_statement_no_key UNIQUE (file_id, statement_no),
  constraint statement_bank_account_id_fkey FOREIGN KEY (bank_account_id) REFERENCES bank_files.bank_account(bank_account_id),
  constraint statement_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint statement_file_id_fkey FOREIGN KEY (file_id) REFERENCES bank_files.file(file_id),
  constraint statement_kind_check CHECK (kind = ANY (ARRAY['statement'::text, 'intraday'::text, 'notices'::text])),
  constraint statement_repeats_fkey FOREIGN KEY (repeats) REFERENCES bank_files.statement(statement_id),
  constraint statement_statement_no_check CHECK (statement_no > 0)
);

CREATE INDEX statement_by_account ON bank_files.statement USING btree (bank_account_id, to_on);

grant insert, select on bank_files.statement to dunlin_app;

create table bank_files.table_mapping (
  company_id uuid not null,
  signature text not null,
  mapping jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint table_mapping_pkey PRIMARY KEY (company_id, signature),
  constraint table_mapping_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select, update on bank_files.table_mapping to dunlin_app;

create view bank_files.bank_account_card as
 SELECT a.bank_account_id,
    a.company_id,
    n.name,
    "right"(n.number, 4) AS number_end,
    a.currency,
    n.cash_account,
    n.active
   FROM bank_files.bank_account a
     JOIN bank_files.bank_account_now n ON n.bank_account_id = a.bank_account_id;

grant select on bank_files.bank_account_card to dunlin_app;

create view bank_files.line_card as
 SELECT n.line_id,
    n.company_id,
    n.bank_account_id,
    s.file_id,
    v.record,
    v.booked_on,
    v.value_on,
    v.amount_minor,
    v.currency,
    v.status,
    v.channel,
    v.code,
    v.payer_name,
    v.payer_account,
    v.check_number,
    v.refs,
    v.said,
    v.external_id,
    v.returned_reason,
    v.returned_original,
    v.remittance,
    v.recorded_at,
    v.version,
    n.listed_as,
    n.used_by
   FROM bank_files.line_now n
     JOIN bank_files.line_version v ON v.line_id = n.line_id AND v.version = n.version
     JOIN bank_files.statement s ON s.statement_id = v.statement_id
  WHERE n.aside IS NULL;

grant select on bank_files.line_card to dunlin_app;

create view bank_files.remittance_card as
 SELECT remittance_id,
    company_id,
    file_id,
    payer_name,
    payer_id,
    payment_reference,
    paid_on,
    total_minor,
    currency,
    method,
    lines,
    recorded_at
   FROM bank_files.remittance;

grant select on bank_files.remittance_card to dunlin_app;

create view bank_files.settlement_card as
 SELECT settlement_line_id,
    company_id,
    file_id,
    record,
    processor,
    kind,
    external_id,
    settled_on,
    currency,
    gross_minor,
    fee_minor,
    net_minor,
    reference,
    batch,
    brand,
    last4,
    recorded_at
   FROM bank_files.settlement_line;

grant select on bank_files.settlement_card to dunlin_app;

create view bank_files.statement_card as
 SELECT statement_id,
    company_id,
    bank_account_id,
    file_id,
    currency,
    kind,
    from_on,
    to_on,
    opening_minor,
    closing_minor,
    movements_minor,
    bank_reference,
    lines,
    recorded_at
   FROM bank_files.statement
  WHERE repeats IS NULL;

grant select on bank_files.statement_card to dunlin_app;

create view bank_files.statement_line_card as
 SELECT e.statement_id,
    e.place,
    n.line_id,
    n.company_id,
    n.bank_account_id,
    v.booked_on,
    v.amount_minor,
    v.currency,
    v.status,
    n.aside
   FROM bank_files.line_seen e
     JOIN bank_files.line_now n ON n.line_id = e.line_id
     JOIN bank_files.line_version v ON v.line_id = n.line_id AND v.version = n.version;

grant select on bank_files.statement_line_card to dunlin_app;

create schema cash;

grant usage on schema cash to dunlin_app;

create table cash.batch (
  batch_id uuid not null,
  company_id uuid not null,
  method text not null,
  source text not null,
  received_on date not null,
  bank_account_id uuid,
  bank text,
  currency text not null,
  control_count integer not null,
  control_minor bigint not null,
  note text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint batch_pkey PRIMARY KEY (batch_id),
  constraint batch_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint batch_control_count_check CHECK (control_count > 0),
  constraint batch_control_minor_check CHECK (control_minor > 0),
  constraint batch_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint batch_method_check CHECK (method = ANY (ARRAY['check'::text, 'wire'::text, 'ach'::text, 'card'::text, 'cash'::text, 'lockbox'::text, 'portal'::text])),
  constraint batch_source_check CHECK (source = ANY (ARRAY['keyboard'::text, 'paste'::text, 'file'::text]))
);

CREATE INDEX batch_by_company ON cash.batch USING btree (company_id, received_on);

grant insert, select on cash.batch to dunlin_app;

create table cash.batch_act (
  batch_id uuid not null,
  recorded_at timestamp with time zone not null,
  act text not null,
  actor text not null,
  reason text not null,
  constraint batch_act_pkey PRIMARY KEY (batch_id, recorded_at),
  constraint batch_act_act_check CHECK (act = ANY (ARRAY['posted'::text, 'withdrawn'::text, 'reversed'::text])),
  constraint batch_act_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES cash.batch(batch_id)
);

grant insert, select on cash.batch_act to dunlin_app;

create table cash.batch_now (
  batch_id uuid not null,
  state text not null,
  changed_at timestamp with time zone not null,
  constraint batch_now_pkey PRIMARY KEY (batch_id),
  constraint batch_now_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES cash.batch(batch_id),
  constraint batch_now_state_check CHECK (state = ANY (ARRAY['open'::text, 'posted'::text, 'withdrawn'::text, 'reversed'::text]))
);

CREATE INDEX batch_now_open ON cash.batch_now USING btree (batch_id) WHERE (state = 'open'::text);

grant insert, select, update on cash.batch_now to dunlin_app;

create table cash.board (
  receipt_id uuid not null,
  draft jsonb not null,
  saved_at timestamp with time zone not null,
  actor text not null,
  constraint board_pkey PRIMARY KEY (receipt_id),
  constraint board_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id)
);

grant delete, insert, select, update on cash.board to dunlin_app;

create table cash.book_note (
  account_id uuid not null,
  entry_id uuid not null,
  line_no smallint not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint book_note_pkey PRIMARY KEY (account_id, entry_id, line_no, recorded_at),
  constraint book_note_reason_check CHECK (reason <> ''::text)
);

grant insert, select on cash.book_note to dunlin_app;

create table cash.book_of_record (
  company_id uuid not null,
  recorded_at timestamp with time zone not null,
  system text not null,
  since date not null,
  settings jsonb not null,
  actor text not null,
  reason text not null,
  constraint book_of_record_pkey PRIMARY KEY (company_id, recorded_at),
  constraint book_of_record_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint book_of_record_system_check CHECK (system = ANY (ARRAY['ours'::text, 'csv'::text, 'oracle'::text, 'dynamics'::text]))
);

grant insert, select on cash.book_of_record to dunlin_app;

create table cash.card_pair (
  settlement_line_id uuid not null,
  receipt_id uuid not null,
  company_id uuid not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint card_pair_pkey PRIMARY KEY (settlement_line_id),
  constraint card_receipt_once UNIQUE (receipt_id),
  constraint card_pair_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint card_pair_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id)
);

grant insert, select on cash.card_pair to dunlin_app;

create table cash.card_settlement (
  settlement_id uuid not null,
  company_id uuid not null,
  processor text not null,
  batch text not null,
  currency text not null,
  settled_on date not null,
  line_id uuid not null,
  entry_id uuid not null,
  net_minor bigint not null,
  fee_minor bigint not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint card_settlement_pkey PRIMARY KEY (settlement_id),
  constraint card_batch_once UNIQUE (company_id, processor, batch, currency),
  constraint card_deposit_once UNIQUE (line_id),
  constraint card_settlement_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select on cash.card_settlement to dunlin_app;

create table cash.check_image (
  sha256 text not null,
  media_type text not null,
  content bytea not null,
  recorded_at timestamp with time zone not null,
  constraint check_image_pkey PRIMARY KEY (sha256),
  constraint check_image_content_check CHECK (octet_length(content) > 0),
  constraint check_image_media_type_check CHECK (media_type = ANY (ARRAY['image/tiff'::text, 'image/png'::text, 'image/jpeg'::text])),
  constraint check_image_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);

grant insert, select on cash.check_image to dunlin_app;

create table cash.claim_payment (
  remittance_id uuid not null,
  company_id uuid not null,
  receipt_id uuid,
  request_id uuid,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint claim_payment_pkey PRIMARY KEY (remittance_id),
  constraint claim_payment_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint claim_payment_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id)
);

grant insert, select on cash.claim_payment to dunlin_app;

create table cash.claim_posted (
  account_id uuid not null,
  remittance_id uuid not null,
  line_no integer not null,
  item_id uuid not null,
  claim text not null,
  status text not null,
  paid_minor bigint not null,
  adjusted_minor bigint not null,
  patient_minor bigint not null,
  left_minor bigint not null,
  reference text not null default ''::text,
  constraint claim_posted_pkey PRIMARY KEY (account_id, remittance_id, line_no),
  constraint claim_posted_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint claim_posted_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint claim_posted_adjusted_minor_check CHECK (adjusted_minor >= 0),
  constraint claim_posted_left_minor_check CHECK (left_minor >= 0),
  constraint claim_posted_line_no_check CHECK (line_no > 0),
  constraint claim_posted_paid_minor_check CHECK (paid_minor >= 0),
  constraint claim_posted_remittance_id_fkey FOREIGN KEY (remittance_id) REFERENCES cash.claim_payment(remittance_id)
);

CREATE INDEX claim_posted_by_payment ON cash.claim_posted USING btree (remittance_id);

grant insert, select on cash.claim_posted to dunlin_app;

create table cash.claim_share_moved (
  account_id uuid not null,
  item_id uuid not null,
  remittance_id uuid not null,
  line_no integer not null,
  amount_minor bigint not null,
  constraint claim_share_moved_pkey PRIMARY KEY (account_id, item_id),
  constraint claim_share_moved_account_id_remittance_id_line_no_key UNIQUE (account_id, remittance_id, line_no),
  constraint claim_share_moved_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint claim_share_moved_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint claim_share_moved_amount_minor_check CHECK (amount_minor > 0),
  constraint claim_share_moved_line_no_check CHECK (line_no > 0),
  constraint claim_share_moved_remittance_id_fkey FOREIGN KEY (remittance_id) REFERENCES cash.claim_payment(remittance_id)
);

grant insert, select on cash.claim_share_moved to dunlin_app;

create table cash.claim_taken_back (
  account_id uuid not null,
  remittance_id uuid not null,
  claim text not null,
  item_id uuid not null,
  first_remittance_id uuid,
  first_line_no integer,
  paid_minor bigint not null,
  adjusted_minor bigint not null,
  constraint claim_taken_back_pkey PRIMARY KEY (account_id, remittance_id, claim),
  constraint claim_taken_back_once UNIQUE (account_id, first_remittance_id, first_line_no),
  constraint claim_taken_back_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint claim_taken_back_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint claim_taken_back_adjusted_minor_check CHECK (adjusted_minor >= 0),
  constraint claim_taken_back_first_remittance_id_fkey FOREIGN KEY (first_remittance_id) REFERENCES cash.claim_payment(remittance_id),
  constraint claim_taken_back_paid_minor_check CHECK (paid_minor >= 0),
  constraint claim_taken_back_remittance_id_fkey FOREIGN KEY (remittance_id) REFERENCES cash.claim_payment(remittance_id)
);

CREATE INDEX claim_taken_back_by_payment ON cash.claim_taken_back USING btree (remittance_id);

grant insert, select on cash.claim_taken_back to dunlin_app;

create table cash.cleared (
  cleared_id uuid not null,
  company_id uuid not null,
  bank_account_id uuid not null,
  how text not null,
  line_ids uuid[] not null,
  entry_keys text[] not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint cleared_pkey PRIMARY KEY (cleared_id),
  constraint cleared_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint cleared_how_check CHECK (how = ANY (ARRAY['receipt'::text, 'deposit'::text, 'amount'::text, 'booked'::text, 'person'::text]))
);

CREATE INDEX cleared_by_bank ON cash.cleared USING btree (bank_account_id, recorded_at);

grant insert, select on cash.cleared to dunlin_app;

create table cash.cleared_end (
  cleared_id uuid not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint cleared_end_pkey PRIMARY KEY (cleared_id),
  constraint cleared_end_cleared_id_fkey FOREIGN KEY (cleared_id) REFERENCES cash.cleared(cleared_id)
);

grant insert, select on cash.cleared_end to dunlin_app;

create table cash.closing_policy (
  company_id uuid not null,
  recorded_at timestamp with time zone not null,
  second_person boolean not null,
  bank_answer_days smallint not null,
  keep_paper_days smallint not null,
  card_lag_days smallint not null,
  actor text not null,
  reason text not null,
  review_days smallint not null default 3,
  constraint closing_policy_pkey PRIMARY KEY (company_id, recorded_at),
  constraint closing_policy_bank_answer_days_check CHECK (bank_answer_days >= 1 AND bank_answer_days <= 30),
  constraint closing_policy_card_lag_days_check CHECK (card_lag_days >= 1 AND card_lag_days <= 30),
  constraint closing_policy_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint closing_policy_keep_paper_days_check CHECK (keep_paper_days >= 14 AND keep_paper_days <= 60),
  constraint closing_policy_review_days_check CHECK (review_days >= 1 AND review_days <= 10)
);

grant insert, select on cash.closing_policy to dunlin_app;

create table cash.correction (
  account_id uuid not null,
  correction_id uuid not null,
  receipt_id uuid,
  kind text not null,
  credit_item_id uuid not null,
  item_id uuid,
  amount_minor bigint not null,
  fault boolean not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint correction_pkey PRIMARY KEY (account_id, correction_id),
  constraint correction_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint correction_amount_minor_check CHECK (amount_minor > 0),
  constraint correction_kind_check CHECK (kind = ANY (ARRAY['unapplied'::text, 'moved'::text, 'transferred'::text, 'returned'::text, 'reversed'::text]))
);

CREATE INDEX correction_by_receipt ON cash.correction USING btree (receipt_id);

grant insert, select on cash.correction to dunlin_app;

create table cash.day_close (
  company_id uuid not null,
  closed_on date not null,
  signature smallint not null,
  figures jsonb not null,
  note text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint day_close_pkey PRIMARY KEY (company_id, closed_on, signature),
  constraint day_close_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint day_close_signature_check CHECK (signature > 0)
);

grant insert, select on cash.day_close to dunlin_app;

create table cash.day_close_row (
  company_id uuid not null,
  closed_on date not null,
  signature smallint not null,
  kind text not null,
  row_id uuid not null,
  constraint day_close_row_pkey PRIMARY KEY (company_id, closed_on, signature, kind, row_id),
  constraint day_close_row_company_id_closed_on_signature_fkey FOREIGN KEY (company_id, closed_on, signature) REFERENCES cash.day_close(company_id, closed_on, signature),
  constraint day_close_row_kind_check CHECK (kind = ANY (ARRAY['receipt'::text, 'bank_line'::text, 'entry'::text]))
);

grant insert, select on cash.day_close_row to dunlin_app;

create table cash.decision (
  decision_id uuid not null,
  receipt_id uuid not null,
  policy_version integer not null,
  outcome text not null,
  answer jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint decision_pkey PRIMARY KEY (decision_id),
  constraint decision_outcome_check CHECK (outcome = ANY (ARRAY['posted'::text, 'proposed'::text, 'on_account'::text, 'unidentified'::text, 'return'::text, 'non_ar'::text])),
  constraint decision_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id)
);

CREATE INDEX decision_by_receipt ON cash.decision USING btree (receipt_id, recorded_at);

grant insert, select on cash.decision to dunlin_app;

create table cash.deposit (
  deposit_id uuid not null,
  company_id uuid not null,
  bank_account_id uuid not null,
  currency text not null,
  deposited_on date not null,
  control_count integer not null,
  control_minor bigint not null,
  note text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint deposit_pkey PRIMARY KEY (deposit_id),
  constraint deposit_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint deposit_control_count_check CHECK (control_count > 0),
  constraint deposit_control_minor_check CHECK (control_minor > 0),
  constraint deposit_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text)
);

CREATE INDEX deposit_by_company ON cash.deposit USING btree (company_id, deposited_on);

grant insert, select on cash.deposit to dunlin_app;

create table cash.deposit_act (
  deposit_id uuid not null,
  recorded_at timestamp with time zone not null,
  act text not null,
  acted_on date not null,
  said text not null,
  actor text not null,
  constraint deposit_act_pkey PRIMARY KEY (deposit_id, recorded_at),
  constraint deposit_act_act_check CHECK (act = ANY (ARRAY['close'::text, 'send'::text, 'accept'::text, 'reject'::text, 'shred'::text])),
  constraint deposit_act_deposit_id_fkey FOREIGN KEY (deposit_id) REFERENCES cash.deposit(deposit_id)
);

grant insert, select on cash.deposit_act to dunlin_app;

create table cash.deposit_channel (
  bank_account_id uuid not null,
  recorded_at timestamp with time zone not null,
  company_id uuid not null,
  settings jsonb not null,
  actor text not null,
  constraint deposit_channel_pkey PRIMARY KEY (bank_account_id, recorded_at),
  constraint deposit_channel_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select on cash.deposit_channel to dunlin_app;

create table cash.deposit_file (
  deposit_id uuid not null,
  recorded_at timestamp with time zone not null,
  sha256 text not null,
  content bytea not null,
  constraint deposit_file_pkey PRIMARY KEY (deposit_id, recorded_at),
  constraint deposit_file_content_check CHECK (octet_length(content) > 0),
  constraint deposit_file_deposit_id_fkey FOREIGN KEY (deposit_id) REFERENCES cash.deposit(deposit_id),
  constraint deposit_file_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);

grant insert, select on cash.deposit_file to dunlin_app;

create table cash.deposit_image (
  deposit_id uuid not null,
  item_no integer not null,
  side text not null,
  recorded_at timestamp with time zone not null,
  sha256 text not null,
  actor text not null,
  constraint deposit_image_pkey PRIMARY KEY (deposit_id, item_no, side, recorded_at),
  constraint deposit_image_deposit_id_item_no_fkey FOREIGN KEY (deposit_id, item_no) REFERENCES cash.deposit_item(deposit_id, item_no),
  constraint deposit_image_sha256_fkey FOREIGN KEY (sha256) REFERENCES cash.check_image(sha256),
  constraint deposit_image_side_check CHECK (side = ANY (ARRAY['front'::text, 'back'::text]))
);

grant insert, select on cash.deposit_image to dunlin_app;

create table cash.deposit_item (
  deposit_id uuid not null,
  item_no integer not null,
  receipt_id uuid,
  routing text not null,
  payer_number text not null,
  serial text not null,
  auxiliary text not null,
  on_us text not null,
  amount_minor bigint not null,
  looked_at boolean not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint deposit_item_pkey PRIMARY KEY (deposit_id, item_no),
  constraint deposit_item_amount_minor_check CHECK (amount_minor > 0),
  constraint deposit_item_deposit_id_fkey FOREIGN KEY (deposit_id) REFERENCES cash.deposit(deposit_id),
  constraint deposit_item_item_no_check CHECK (item_no > 0),
  constraint deposit_item_payer_number_check CHECK (payer_number <> ''::text),
  constraint deposit_item_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id),
  constraint deposit_item_routing_check CHECK (routing ~ '^\d{9}$'::text)
);

CREATE INDEX deposit_item_by_check ON cash.deposit_item USING btree (routing, payer_number);

grant insert, select on cash.deposit_item to dunlin_app;

create table cash.deposit_item_out (
  deposit_id uuid not null,
  item_no integer not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  by_bank boolean not null default false,
  constraint deposit_item_out_pkey PRIMARY KEY (deposit_id, item_no),
  constraint deposit_item_out_deposit_id_item_no_fkey FOREIGN KEY (deposit_id, item_no) REFERENCES cash.deposit_item(deposit_id, item_no)
);

grant insert, select on cash.deposit_item_out to dunlin_app;

create table cash.deposit_now (
  deposit_id uuid not null,
  state text not null,
  accepted_on date,
  changed_at timestamp with time zone not null,
  constraint deposit_now_pkey PRIMARY KEY (deposit_id),
  constraint deposit_now_deposit_id_fkey FOREIGN KEY (deposit_id) REFERENCES cash.deposit(deposit_id),
  constraint deposit_now_state_check CHECK (state = ANY (ARRAY['open'::text, 'closed'::text, 'sent'::text, 'accepted'::text, 'rejected'::text, 'shredded'::text]))
);

grant insert, select, update on cash.deposit_now to dunlin_app;

create table cash.elsewhere (
  receipt_id uuid not null,
  ledger_account text not null default ''::text,
  sister_id uuid,
  entry_id uuid not null,
  sister_entry_id uuid,
  request_id uuid,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint elsewhere_pkey PRIMARY KEY (receipt_id),
  constraint elsewhere_check CHECK ((ledger_account <> ''::text) <> (sister_id IS NOT NULL)),
  constraint elsewhere_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id),
  constraint elsewhere_request_id_fkey FOREIGN KEY (request_id) REFERENCES cash.request(request_id),
  constraint elsewhere_sister_id_fkey FOREIGN KEY (sister_id) REFERENCES team.company(company_id)
);

grant insert, select on cash.elsewhere to dunlin_app;

create table cash.entry_cleared (
  account_id uuid not null,
  entry_id uuid not null,
  line_no smallint not null,
  cleared_id uuid not null,
  constraint entry_cleared_pkey PRIMARY KEY (account_id, entry_id, line_no),
  constraint entry_cleared_cleared_id_fkey FOREIGN KEY (cleared_id) REFERENCES cash.cleared(cleared_id)
);

grant delete, insert, select on cash.entry_cleared to dunlin_app;

create table cash.held_over (
  held_id uuid not null,
  company_id uuid not null,
  receipt_id uuid not null,
  leg text not null,
  waits_for text not null,
  due_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint held_over_pkey PRIMARY KEY (held_id),
  constraint held_over_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint held_over_leg_check CHECK (leg = ANY (ARRAY['deposit'::text, 'posting'::text])),
  constraint held_over_reason_check CHECK (reason <> ''::text),
  constraint held_over_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id),
  constraint held_over_waits_for_check CHECK (waits_for = ANY (ARRAY['bank'::text, 'courier'::text, 'customer'::text, 'colleague'::text]))
);

CREATE INDEX held_over_by_receipt ON cash.held_over USING btree (receipt_id);

grant insert, select on cash.held_over to dunlin_app;

create table cash.held_over_end (
  held_id uuid not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  said text not null,
  constraint held_over_end_pkey PRIMARY KEY (held_id),
  constraint held_over_end_held_id_fkey FOREIGN KEY (held_id) REFERENCES cash.held_over(held_id),
  constraint held_over_end_said_check CHECK (said <> ''::text)
);

grant insert, select on cash.held_over_end to dunlin_app;

create table cash.line_cleared (
  line_id uuid not null,
  cleared_id uuid not null,
  constraint line_cleared_pkey PRIMARY KEY (line_id),
  constraint line_cleared_cleared_id_fkey FOREIGN KEY (cleared_id) REFERENCES cash.cleared(cleared_id)
);

grant delete, insert, select on cash.line_cleared to dunlin_app;

create table cash.memory (
  account_id uuid not null,
  memory_id uuid not null,
  company_id uuid not null,
  kind text not null,
  key text not null,
  forgets boolean not null,
  receipt_id uuid,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint memory_pkey PRIMARY KEY (account_id, memory_id),
  constraint memory_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint memory_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint memory_key_check CHECK (key <> ''::text),
  constraint memory_kind_check CHECK (kind = ANY (ARRAY['payer_account'::text, 'alias'::text]))
);

CREATE INDEX memory_by_key ON cash.memory USING btree (company_id, kind, key);

grant insert, select on cash.memory to dunlin_app;

create table cash.policy (
  company_id uuid not null,
  version integer not null,
  document jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint policy_pkey PRIMARY KEY (company_id, version),
  constraint policy_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint policy_version_check CHECK (version > 0)
);

grant insert, select on cash.policy to dunlin_app;

create table cash.policy_act (
  company_id uuid not null,
  version integer not null,
  act text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint policy_act_pkey PRIMARY KEY (company_id, version),
  constraint policy_act_act_check CHECK (act = ANY (ARRAY['approved'::text, 'rejected'::text])),
  constraint policy_act_company_id_version_fkey FOREIGN KEY (company_id, version) REFERENCES cash.policy(company_id, version)
);

grant insert, select on cash.policy_act to dunlin_app;

create table cash.posted_line (
  account_id uuid not null,
  posting_id uuid not null,
  item_id uuid not null,
  credit_item_id uuid not null,
  amount_minor bigint not null,
  discount_minor bigint not null,
  short_minor bigint not null,
  short_reason text,
  constraint posted_line_pkey PRIMARY KEY (account_id, posting_id, item_id),
  constraint posted_line_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint posted_line_amount_minor_check CHECK (amount_minor > 0),
  constraint posted_line_discount_minor_check CHECK (discount_minor >= 0),
  constraint posted_line_short_minor_check CHECK (short_minor >= 0)
);

CREATE INDEX posted_line_short ON cash.posted_line USING btree (account_id) WHERE (short_minor > 0);

grant insert, select on cash.posted_line to dunlin_app;

create table cash.posting (
  account_id uuid not null,
  posting_id uuid not null,
  receipt_id uuid not null,
  entry_id uuid not null,
  item_id uuid not null,
  how text not null,
  decision_id uuid,
  rank smallint,
  fee_minor bigint not null default 0,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint posting_pkey PRIMARY KEY (account_id, posting_id),
  constraint posting_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint posting_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint posting_fee_minor_check CHECK (fee_minor >= 0),
  constraint posting_how_check CHECK (how = ANY (ARRAY['typed'::text, 'engine'::text, 'accepted'::text, 'person'::text])),
  constraint posting_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id)
);

CREATE INDEX posting_by_id ON cash.posting USING btree (posting_id);

CREATE INDEX posting_by_item ON cash.posting USING btree (account_id, item_id);

CREATE INDEX posting_by_receipt ON cash.posting USING btree (receipt_id);

grant insert, select on cash.posting to dunlin_app;

create table cash.posting_file (
  file_id uuid not null,
  company_id uuid not null,
  system text not null,
  file_name text not null,
  content text not null,
  lines integer not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint posting_file_pkey PRIMARY KEY (file_id),
  constraint posting_file_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint posting_file_lines_check CHECK (lines > 0)
);

CREATE INDEX posting_file_by_company ON cash.posting_file USING btree (company_id, recorded_at);

grant insert, select on cash.posting_file to dunlin_app;

create table cash.posting_file_answer (
  file_id uuid not null,
  line_no integer not null,
  accepted boolean not null,
  said text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint posting_file_answer_pkey PRIMARY KEY (file_id, line_no),
  constraint posting_file_answer_file_id_line_no_fkey FOREIGN KEY (file_id, line_no) REFERENCES cash.posting_file_line(file_id, line_no)
);

grant insert, select on cash.posting_file_answer to dunlin_app;

create table cash.posting_file_line (
  file_id uuid not null,
  line_no integer not null,
  company_id uuid not null,
  key text not null,
  file_row integer,
  kind text not null,
  told_account text not null,
  document text not null,
  amount_minor bigint not null,
  currency text not null,
  constraint posting_file_line_pkey PRIMARY KEY (file_id, line_no),
  constraint posting_file_line_file_id_fkey FOREIGN KEY (file_id) REFERENCES cash.posting_file(file_id),
  constraint posting_file_line_line_no_check CHECK (line_no > 0)
);

CREATE INDEX posting_file_line_by_key ON cash.posting_file_line USING btree (company_id, key);

grant insert, select on cash.posting_file_line to dunlin_app;

create table cash.receipt (
  receipt_id uuid not null,
  company_id uuid not null,
  batch_id uuid,
  line_id uuid,
  method text not null,
  source text not null,
  currency text not null,
  amount_minor bigint not null,
  received_on date not null,
  bank_account_id uuid,
  bank text,
  payer_name text not null default ''::text,
  payer_account text not null default ''::text,
  check_number text not null default ''::text,
  reference text not null default ''::text,
  said text not null default ''::text,
  refs text[] not null default '{}'::text[],
  remittance jsonb not null default '[]'::jsonb,
  stated_account uuid,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint receipt_pkey PRIMARY KEY (receipt_id),
  constraint receipt_line_id_key UNIQUE (line_id),
  constraint receipt_amount_minor_check CHECK (amount_minor <> 0),
  constraint receipt_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES cash.batch(batch_id),
  constraint receipt_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint receipt_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint receipt_method_check CHECK (method = ANY (ARRAY['check'::text, 'wire'::text, 'ach'::text, 'card'::text, 'cash'::text, 'lockbox'::text, 'portal'::text, 'other'::text])),
  constraint receipt_source_check CHECK (source = ANY (ARRAY['keyboard'::text, 'paste'::text, 'bank'::text, 'lockbox'::text, 'card'::text, 'portal'::text]))
);

CREATE INDEX receipt_by_batch ON cash.receipt USING btree (batch_id) WHERE (batch_id IS NOT NULL);

CREATE INDEX receipt_by_company ON cash.receipt USING btree (company_id, received_on);

CREATE INDEX receipt_by_payer ON cash.receipt USING btree (payer_account, currency, amount_minor) WHERE (payer_account <> ''::text);

grant insert, select on cash.receipt to dunlin_app;

create table cash.receipt_deposited (
  receipt_id uuid not null,
  deposit_id uuid not null,
  item_no integer not null,
  constraint receipt_deposited_pkey PRIMARY KEY (receipt_id),
  constraint receipt_deposited_deposit_id_fkey FOREIGN KEY (deposit_id) REFERENCES cash.deposit(deposit_id),
  constraint receipt_deposited_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id)
);

grant delete, insert, select on cash.receipt_deposited to dunlin_app;

create table cash.receipt_now (
  receipt_id uuid not null,
  state text not null,
  band text,
  likely_account uuid,
  confidence_bps integer,
  waits_for text,
  waits_until date,
  decision_id uuid,
  changed_at timestamp with time zone not null,
  constraint receipt_now_pkey PRIMARY KEY (receipt_id),
  constraint receipt_now_band_check CHECK (band = ANY (ARRAY['auto'::text, 'show'::text, 'hide'::text])),
  constraint receipt_now_confidence_bps_check CHECK (confidence_bps >= 0 AND confidence_bps <= 10000),
  constraint receipt_now_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id),
  constraint receipt_now_state_check CHECK (state = ANY (ARRAY['entered'::text, 'unposted'::text, 'awaiting'::text, 'posted'::text, 'reopened'::text, 'returned'::text, 'withdrawn'::text, 'reversed'::text, 'elsewhere'::text, 'settled'::text, 'split'::text]))
);

CREATE INDEX receipt_now_awaiting ON cash.receipt_now USING btree (receipt_id) WHERE (state = 'awaiting'::text);

CREATE INDEX receipt_now_likely ON cash.receipt_now USING btree (likely_account) WHERE (state = ANY (ARRAY['entered'::text, 'unposted'::text]));

CREATE INDEX receipt_now_waiting ON cash.receipt_now USING btree (receipt_id) WHERE (state = ANY (ARRAY['entered'::text, 'unposted'::text, 'reopened'::text]));

grant insert, select, update on cash.receipt_now to dunlin_app;

create table cash.reconciliation (
  statement_id uuid not null,
  company_id uuid not null,
  bank_account_id uuid not null,
  from_on date not null,
  to_on date not null,
  closing_minor bigint not null,
  brought_forward bigint not null,
  figures jsonb not null,
  note text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint reconciliation_pkey PRIMARY KEY (statement_id),
  constraint reconciliation_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

CREATE INDEX reconciliation_by_bank ON cash.reconciliation USING btree (bank_account_id, to_on);

grant insert, select on cash.reconciliation to dunlin_app;

create table cash.refund_request (
  account_id uuid not null,
  request_id uuid not null,
  item_id uuid not null,
  reservation_id uuid not null,
  amount_minor bigint not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint refund_request_pkey PRIMARY KEY (account_id, request_id),
  constraint refund_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint refund_request_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint refund_request_amount_minor_check CHECK (amount_minor > 0)
);

grant insert, select on cash.refund_request to dunlin_app;

create table cash.remittance_use (
  remittance_id uuid not null,
  receipt_id uuid not null,
  rows jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  claims boolean not null default false,
  constraint remittance_use_pkey PRIMARY KEY (remittance_id, receipt_id),
  constraint remittance_use_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id)
);

CREATE INDEX remittance_use_by_receipt ON cash.remittance_use USING btree (receipt_id);

grant insert, select on cash.remittance_use to dunlin_app;

create table cash.request (
  request_id uuid not null,
  company_id uuid not null,
  kind text not null,
  receipt_id uuid,
  wish jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint request_pkey PRIMARY KEY (request_id),
  constraint request_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint request_kind_check CHECK (kind = ANY (ARRAY['elsewhere'::text, 'review'::text])),
  constraint request_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id)
);

CREATE INDEX request_by_company ON cash.request USING btree (company_id, recorded_at);

grant insert, select on cash.request to dunlin_app;

create table cash.request_end (
  request_id uuid not null,
  outcome text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint request_end_pkey PRIMARY KEY (request_id),
  constraint request_end_outcome_check CHECK (outcome = ANY (ARRAY['approved'::text, 'rejected'::text])),
  constraint request_end_request_id_fkey FOREIGN KEY (request_id) REFERENCES cash.request(request_id)
);

grant insert, select on cash.request_end to dunlin_app;

create table cash.return_link (
  receipt_id uuid not null,
  returned_id uuid not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint return_link_pkey PRIMARY KEY (receipt_id),
  constraint return_link_returned_id_key UNIQUE (returned_id),
  constraint return_link_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id),
  constraint return_link_returned_id_fkey FOREIGN KEY (returned_id) REFERENCES cash.receipt(receipt_id)
);

grant insert, select on cash.return_link to dunlin_app;

create table cash.review (
  review_id uuid not null,
  company_id uuid not null,
  about text not null,
  on_day date not null,
  person text not null,
  rows jsonb not null,
  due_on date not null,
  recorded_at timestamp with time zone not null,
  constraint review_pkey PRIMARY KEY (review_id),
  constraint review_review_id_person_key UNIQUE (review_id, person),
  constraint review_about_check CHECK (about = ANY (ARRAY['day'::text, 'statement'::text])),
  constraint review_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

CREATE INDEX review_by_company ON cash.review USING btree (company_id, on_day);

grant insert, select on cash.review to dunlin_app;

create table cash.review_signature (
  review_id uuid not null,
  person text not null,
  actor text not null,
  note text not null,
  recorded_at timestamp with time zone not null,
  constraint review_signature_pkey PRIMARY KEY (review_id),
  constraint review_signature_review_id_person_fkey FOREIGN KEY (review_id, person) REFERENCES cash.review(review_id, person),
  constraint signed_by_another CHECK (actor <> person)
);

grant insert, select on cash.review_signature to dunlin_app;

create table cash.split (
  bulk_id uuid not null,
  how text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint split_pkey PRIMARY KEY (bulk_id),
  constraint split_bulk_id_fkey FOREIGN KEY (bulk_id) REFERENCES cash.receipt(receipt_id),
  constraint split_how_check CHECK (how = ANY (ARRAY['remittances'::text, 'notices'::text, 'person'::text]))
);

grant insert, select on cash.split to dunlin_app;

create table cash.split_part (
  receipt_id uuid not null,
  bulk_id uuid not null,
  constraint split_part_pkey PRIMARY KEY (receipt_id),
  constraint split_part_bulk_id_fkey FOREIGN KEY (bulk_id) REFERENCES cash.split(bulk_id),
  constraint split_part_check CHECK (receipt_id <> bulk_id),
  constraint split_part_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES cash.receipt(receipt_id)
);

CREATE INDEX split_part_by_bulk ON cash.split_part USING btree (bulk_id);

grant insert, select on cash.split_part to dunlin_app;

create table cash.told (
  company_id uuid not null,
  key text not null,
  file_id uuid not null,
  line_no integer not null,
  state text not null,
  constraint told_pkey PRIMARY KEY (company_id, key),
  constraint told_state_check CHECK (state = ANY (ARRAY['told'::text, 'accepted'::text, 'rejected'::text]))
);

grant insert, select, update on cash.told to dunlin_app;

create table cash.treatment (
  line_id uuid not null,
  recorded_at timestamp with time zone not null,
  company_id uuid not null,
  bank_account_id uuid not null,
  treatment text not null,
  entry_id uuid,
  actor text not null,
  reason text not null,
  constraint treatment_pkey PRIMARY KEY (line_id, recorded_at),
  constraint treatment_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint treatment_treatment_check CHECK (treatment = ANY (ARRAY['bank_fee'::text, 'interest'::text, 'card_fee'::text, 'sweep'::text, 'card_deposit'::text, 'returned'::text, 'unknown'::text, 'timing'::text]))
);

CREATE UNIQUE INDEX treatment_booked_once ON cash.treatment USING btree (line_id) WHERE (entry_id IS NOT NULL);

grant insert, select on cash.treatment to dunlin_app;

create view cash.batch_card as
 SELECT b.batch_id,
    b.company_id,
    b.method,
    b.source,
    b.received_on,
    b.bank_account_id,
    b.bank,
    b.currency,
    b.control_count,
    b.control_minor,
    b.note,
    n.state,
    b.recorded_at,
    b.actor,
    COALESCE(s.receipts, 0::bigint)::integer AS receipts,
    COALESCE(s.sum_minor, 0::numeric)::bigint AS sum_minor
   FROM cash.batch b
     JOIN cash.batch_now n ON n.batch_id = b.batch_id
     LEFT JOIN LATERAL ( SELECT count(*) AS receipts,
            sum(r.amount_minor) AS sum_minor
           FROM cash.receipt r
             JOIN cash.receipt_now x ON x.receipt_id = r.receipt_id
          WHERE r.batch_id = b.batch_id AND x.state <> 'withdrawn'::text) s ON true;

grant select on cash.batch_card to dunlin_app;

create view cash.line_quality as
 SELECT r.company_id,
    r.source,
    date_trunc('month'::text, r.received_on::timestamp with time zone)::date AS month,
    r.receipt_id,
    l.item_id,
    p.how = 'engine'::text AS touchless,
    q.wrong AND p.how = 'engine'::text AS wrong,
    NOT q.wrong AND (p.how = 'engine'::text OR COALESCE((((d.answer -> 'proposals'::text) -> 0) -> 'allocations'::text) @> jsonb_build_array(jsonb_build_object('itemId', l.item_id)), false)) AS hit,
    l.account_id,
    r.received_on,
    r.currency,
    p.recorded_at AS posted_at
   FROM cash.posting p
     JOIN cash.receipt r ON r.receipt_id = p.receipt_id
     JOIN cash.receipt_now n ON n.receipt_id = p.receipt_id
     JOIN cash.posted_line l ON l.posting_id = p.posting_id
     LEFT JOIN cash.decision d ON d.decision_id = p.decision_id
     CROSS JOIN LATERAL ( SELECT (EXISTS ( SELECT
                   FROM cash.correction c
                  WHERE c.receipt_id = r.receipt_id AND c.fault AND (c.item_id IS NULL OR c.item_id = l.item_id))) OR (n.state = ANY (ARRAY['posted'::text, 'reopened'::text])) AND NOT (EXISTS ( SELECT
                   FROM ledger.standing_application a
                  WHERE a.account_id = l.account_id AND a.debit_item_id = l.item_id AND a.credit_item_id = l.credit_item_id)) AS wrong) q;

grant select on cash.line_quality to dunlin_app;

create view cash.method_history as
 SELECT DISTINCT p.account_id,
    r.receipt_id,
    r.method,
    r.received_on
   FROM cash.posting p
     JOIN cash.receipt r ON r.receipt_id = p.receipt_id
  WHERE r.amount_minor > 0;

grant select on cash.method_history to dunlin_app;

create view cash.money_history as
 SELECT p.account_id,
    r.currency,
    r.amount_minor,
    r.received_on,
    r.recorded_at,
    p.recorded_at AS posted_at
   FROM ( SELECT x.account_id,
            x.receipt_id,
            min(x.recorded_at) AS recorded_at
           FROM cash.posting x
          GROUP BY x.account_id, x.receipt_id) p
     JOIN cash.receipt r ON r.receipt_id = p.receipt_id
  WHERE r.amount_minor > 0
UNION ALL
 SELECT n.likely_account AS account_id,
    r.currency,
    r.amount_minor,
    r.received_on,
    r.recorded_at,
    NULL::timestamp with time zone AS posted_at
   FROM cash.receipt_now n
     JOIN cash.receipt r ON r.receipt_id = n.receipt_id
  WHERE (n.state = ANY (ARRAY['entered'::text, 'unposted'::text])) AND r.amount_minor > 0 AND n.likely_account IS NOT NULL;

grant select on cash.money_history to dunlin_app;

create view cash.receipt_card as
 SELECT r.receipt_id,
    r.company_id,
    r.batch_id,
    r.line_id,
    r.source,
    r.method,
    r.currency,
    r.amount_minor,
    r.received_on,
    r.bank_account_id,
    r.bank,
    r.payer_name,
    r.payer_account,
    r.check_number,
    r.reference,
    n.state,
    n.band,
    n.confidence_bps,
    COALESCE(p.account_id, n.likely_account) AS on_account,
    p.item_id,
    p.entry_id,
    p.how,
    p.recorded_at AS posted_at,
    p.actor AS posted_by,
    r.recorded_at,
    r.actor,
    n.changed_at
   FROM cash.receipt r
     JOIN cash.receipt_now n ON n.receipt_id = r.receipt_id
     LEFT JOIN cash.posting p ON p.receipt_id = r.receipt_id;

grant select on cash.receipt_card to dunlin_app;

create view cash.reconciled_statement as
 SELECT statement_id,
    company_id,
    bank_account_id,
    from_on,
    to_on,
    recorded_at,
    actor
   FROM cash.reconciliation;

grant select on cash.reconciled_statement to dunlin_app;

create view cash.short_card as
 SELECT l.account_id,
    l.posting_id,
    l.item_id,
    l.credit_item_id,
    p.receipt_id,
    r.currency,
    l.short_minor,
    l.short_reason,
    c.code,
    r.received_on,
    r.payer_name,
    r.reference,
    p.recorded_at
   FROM cash.posted_line l
     JOIN cash.posting p ON p.posting_id = l.posting_id
     JOIN cash.receipt r ON r.receipt_id = p.receipt_id
     JOIN ledger.item_name t ON t.account_id = l.account_id AND t.item_id = l.item_id
     LEFT JOIN LATERAL ( SELECT e.value ->> 'reason'::text AS code
           FROM jsonb_array_elements(r.remittance || COALESCE(( SELECT jsonb_agg(x.value) AS jsonb_agg
                   FROM cash.remittance_use u,
                    LATERAL jsonb_array_elements(u.rows) x(value)
                  WHERE u.receipt_id = r.receipt_id), '[]'::jsonb)) e(value)
          WHERE (e.value ->> 'reason'::text) <> ''::text AND regexp_replace(upper(e.value ->> 'reference'::text), '[^A-Z0-9]'::text, ''::text, 'g'::text) = regexp_replace(upper(t.number), '[^A-Z0-9]'::text, ''::text, 'g'::text)
         LIMIT 1) c ON true
  WHERE l.short_minor > 0;

grant select on cash.short_card to dunlin_app;

create view cash.signed_day as
 SELECT company_id,
    closed_on,
    max(signature) AS signatures,
    max(recorded_at) AS recorded_at
   FROM cash.day_close
  GROUP BY company_id, closed_on;

grant select on cash.signed_day to dunlin_app;

create view cash.unposted_money as
 SELECT n.likely_account AS account_id,
    r.currency,
    sum(r.amount_minor)::bigint AS amount_minor,
    count(*)::integer AS receipts,
    min(r.received_on) AS since
   FROM cash.receipt_now n
     JOIN cash.receipt r ON r.receipt_id = n.receipt_id
  WHERE (n.state = ANY (ARRAY['entered'::text, 'unposted'::text])) AND r.amount_minor > 0 AND n.likely_account IS NOT NULL
  GROUP BY n.likely_account, r.currency;

grant select on cash.unposted_money to dunlin_app;

create schema charges;

grant usage on schema charges to dunlin_app;

create table charges.booked (
  account_id uuid not null,
  charge_item_id uuid not null,
  run_id uuid not null,
  currency text not null,
  interest_minor bigint not null,
  fee_minor bigint not null,
  reinstates uuid,
  recorded_at timestamp with time zone not null,
  constraint booked_pkey PRIMARY KEY (account_id, charge_item_id),
  constraint booked_account_id_reinstates_key UNIQUE (account_id, reinstates),
  constraint booked_account_id_charge_item_id_fkey FOREIGN KEY (account_id, charge_item_id) REFERENCES ledger.item(account_id, item_id),
  constraint booked_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint booked_account_id_reinstates_fkey FOREIGN KEY (account_id, reinstates) REFERENCES charges.booked(account_id, charge_item_id),
  constraint booked_fee_minor_check CHECK (fee_minor >= 0),
  constraint booked_interest_minor_check CHECK (interest_minor >= 0),
  constraint booked_run_id_fkey FOREIGN KEY (run_id) REFERENCES charges.run(run_id)
);

CREATE INDEX booked_by_run ON charges.booked USING btree (run_id);

CREATE UNIQUE INDEX booked_once ON charges.booked USING btree (account_id, run_id, currency) WHERE (reinstates IS NULL);

grant insert, select on charges.booked to dunlin_app;

create table charges.booked_item (
  account_id uuid not null,
  charge_item_id uuid not null,
  item_id uuid not null,
  interest_to date,
  fee boolean not null,
  constraint booked_item_pkey PRIMARY KEY (account_id, charge_item_id, item_id),
  constraint booked_item_account_id_charge_item_id_fkey FOREIGN KEY (account_id, charge_item_id) REFERENCES charges.booked(account_id, charge_item_id)
);

CREATE INDEX booked_item_by_item ON charges.booked_item USING btree (account_id, item_id);

grant insert, select on charges.booked_item to dunlin_app;

create table charges.ended (
  account_id uuid not null,
  charge_item_id uuid not null,
  how text not null,
  entry_id uuid not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint ended_pkey PRIMARY KEY (account_id, charge_item_id),
  constraint ended_account_id_charge_item_id_fkey FOREIGN KEY (account_id, charge_item_id) REFERENCES charges.booked(account_id, charge_item_id),
  constraint ended_how_check CHECK (how = ANY (ARRAY['waived'::text, 'reversed'::text]))
);

grant insert, select on charges.ended to dunlin_app;

create table charges.policy (
  company_id uuid not null,
  policy_id uuid not null,
  terms jsonb not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint policy_pkey PRIMARY KEY (company_id, policy_id),
  constraint policy_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select on charges.policy to dunlin_app;

create table charges.run (
  run_id uuid not null,
  company_id uuid not null,
  as_of date not null,
  terms jsonb not null,
  item_count integer not null,
  totals jsonb not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  alone boolean not null,
  constraint run_pkey PRIMARY KEY (run_id),
  constraint run_run_id_actor_key UNIQUE (run_id, actor),
  constraint run_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint run_item_count_check CHECK (item_count >= 0)
);

CREATE INDEX run_by_company ON charges.run USING btree (company_id, recorded_at);

grant insert, select on charges.run to dunlin_app;

create table charges.run_decision (
  run_id uuid not null,
  prepared_by text not null,
  said text not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  alone boolean not null,
  constraint run_decision_pkey PRIMARY KEY (run_id),
  constraint decided_by_another CHECK (alone OR actor <> prepared_by),
  constraint run_decision_run_id_prepared_by_fkey FOREIGN KEY (run_id, prepared_by) REFERENCES charges.run(run_id, actor),
  constraint run_decision_said_check CHECK (said = ANY (ARRAY['yes'::text, 'no'::text]))
);

grant insert, select on charges.run_decision to dunlin_app;

create table charges.run_row (
  account_id uuid not null,
  run_id uuid not null,
  item_id uuid not null,
  currency text not null,
  interest_minor bigint not null,
  fee_minor bigint not null,
  worked jsonb not null,
  constraint run_row_pkey PRIMARY KEY (account_id, run_id, item_id),
  constraint run_row_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint run_row_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint run_row_fee_minor_check CHECK (fee_minor >= 0),
  constraint run_row_interest_minor_check CHECK (interest_minor >= 0),
  constraint run_row_run_id_fkey FOREIGN KEY (run_id) REFERENCES charges.run(run_id)
);

CREATE INDEX run_row_by_run ON charges.run_row USING btree (run_id);

grant insert, select on charges.run_row to dunlin_app;

create table charges.short_answer (
  account_id uuid not null,
  answer_id uuid not null,
  item_id uuid not null,
  open_minor bigint not null,
  answer text not null,
  until date,
  note text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint short_answer_pkey PRIMARY KEY (account_id, answer_id),
  constraint short_answer_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint short_answer_answer_check CHECK (answer = ANY (ARRAY['ask'::text, 'charge'::text, 'write_off'::text, 'leave'::text]))
);

CREATE INDEX short_answer_by_item ON charges.short_answer USING btree (account_id, item_id, recorded_at);

grant insert, select on charges.short_answer to dunlin_app;

create view charges.interest_card as
 SELECT account_id,
    item_id,
    interest_to AS to_on
   FROM charges.booked_item i
  WHERE interest_to IS NOT NULL AND NOT (EXISTS ( SELECT
           FROM charges.ended e
          WHERE e.account_id = i.account_id AND e.charge_item_id = i.charge_item_id AND e.how = 'reversed'::text));

grant select on charges.interest_card to dunlin_app;

create schema clocks;

grant usage on schema clocks to dunlin_app;

create table clocks.act (
  clock_id uuid not null,
  act_id uuid not null,
  what text not null,
  on_day date not null,
  due_on date not null,
  source text not null,
  owner_id uuid,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint act_pkey PRIMARY KEY (clock_id, act_id),
  constraint act_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES clocks.clock(clock_id),
  constraint act_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint act_what_check CHECK (what = ANY (ARRAY['paused'::text, 'resumed'::text, 'moved'::text, 'met'::text, 'void'::text, 'passed'::text]))
);

grant insert, select on clocks.act to dunlin_app;

create table clocks.clock (
  clock_id uuid not null,
  key text not null,
  kind text not null,
  company_id uuid not null,
  account_id uuid,
  about_kind text not null,
  about_id uuid not null,
  started_on date not null,
  due_on date not null,
  source text not null,
  owner_id uuid,
  facts jsonb not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint clock_pkey PRIMARY KEY (clock_id),
  constraint clock_key_key UNIQUE (key),
  constraint clock_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint clock_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint clock_key_check CHECK (key <> ''::text),
  constraint clock_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint clock_source_check CHECK (source <> ''::text)
);

grant insert, select on clocks.clock to dunlin_app;

create table clocks.feed (
  feed_id uuid not null,
  member_id uuid not null,
  token_hash text not null,
  name text not null,
  made_at timestamp with time zone not null,
  constraint feed_pkey PRIMARY KEY (feed_id),
  constraint feed_token_hash_key UNIQUE (token_hash),
  constraint feed_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id),
  constraint feed_name_check CHECK (name <> ''::text)
);

CREATE INDEX feed_of_member ON clocks.feed USING btree (member_id, feed_id);

grant insert, select on clocks.feed to dunlin_app;

create table clocks.feed_end (
  feed_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint feed_end_pkey PRIMARY KEY (feed_id),
  constraint feed_end_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES clocks.feed(feed_id)
);

grant insert, select on clocks.feed_end to dunlin_app;

create table clocks.standing (
  clock_id uuid not null,
  key text not null,
  kind text not null,
  company_id uuid not null,
  account_id uuid,
  state text not null,
  due_on date not null,
  source text not null,
  owner_id uuid,
  paused_on date,
  ended_on date,
  told boolean not null default false,
  constraint standing_pkey PRIMARY KEY (clock_id),
  constraint standing_key_key UNIQUE (key),
  constraint standing_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint standing_check CHECK ((paused_on IS NOT NULL) = (state = 'paused'::text)),
  constraint standing_check1 CHECK ((ended_on IS NOT NULL) = (state = ANY (ARRAY['met'::text, 'void'::text]))),
  constraint standing_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES clocks.clock(clock_id),
  constraint standing_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint standing_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint standing_state_check CHECK (state = ANY (ARRAY['running'::text, 'paused'::text, 'met'::text, 'void'::text]))
);

CREATE INDEX standing_due ON clocks.standing USING btree (company_id, due_on) WHERE (ended_on IS NULL);

CREATE INDEX standing_ended ON clocks.standing USING btree (company_id, due_on) WHERE (ended_on IS NOT NULL);

CREATE INDEX standing_of_account ON clocks.standing USING btree (account_id, due_on) WHERE (ended_on IS NULL);

CREATE INDEX standing_to_tell ON clocks.standing USING btree (due_on) WHERE ((state = 'running'::text) AND (NOT told));

grant insert, select, update on clocks.standing to dunlin_app;

create view clocks.clock_card as
 SELECT s.account_id,
    s.clock_id,
    s.company_id,
    s.kind,
    s.key,
    c.about_kind,
    c.about_id,
    c.started_on,
    s.due_on,
    s.state,
    s.paused_on,
    s.ended_on,
        CASE
            WHEN s.state = 'met'::text THEN s.ended_on
            ELSE NULL::date
        END AS met_on,
    s.source,
    s.owner_id,
    c.facts
   FROM clocks.standing s
     JOIN clocks.clock c ON c.clock_id = s.clock_id;

grant select on clocks.clock_card to dunlin_app;

create schema complaints;

grant usage on schema complaints to dunlin_app;

create table complaints.complaint (
  account_id uuid not null,
  complaint_id uuid not null,
  class text not null,
  severity text not null,
  subject text not null,
  text text not null,
  said_by text not null,
  channel text not null,
  mail_id uuid,
  acknowledge_by date not null,
  answer_by date not null,
  received_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint complaint_pkey PRIMARY KEY (account_id, complaint_id),
  constraint complaint_by_mail UNIQUE (account_id, mail_id),
  constraint complaint_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint complaint_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'phone'::text, 'letter'::text, 'in_person'::text, 'regulator'::text])),
  constraint complaint_class_check CHECK (class = ANY (ARRAY['conduct'::text, 'billing'::text, 'payment'::text, 'service'::text, 'privacy'::text, 'regulator'::text, 'other'::text])),
  constraint complaint_severity_check CHECK (severity = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text]))
);

grant insert, select on complaints.complaint to dunlin_app;

create table complaints.complaint_event (
  account_id uuid not null,
  complaint_id uuid not null,
  event_id uuid not null,
  kind text not null,
  facts jsonb not null,
  note text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint complaint_event_pkey PRIMARY KEY (account_id, complaint_id, event_id),
  constraint complaint_event_account_id_complaint_id_fkey FOREIGN KEY (account_id, complaint_id) REFERENCES complaints.complaint(account_id, complaint_id),
  constraint complaint_event_kind_check CHECK (kind = ANY (ARRAY['assigned'::text, 'acknowledged'::text, 'investigating'::text, 'cause_found'::text, 'noted'::text, 'answered'::text, 'closed'::text, 'reopened'::text, 'late'::text]))
);

grant insert, select on complaints.complaint_event to dunlin_app;

create table complaints.complaint_now (
  account_id uuid not null,
  complaint_id uuid not null,
  company_id uuid not null,
  state text not null,
  owner_id uuid,
  cause text,
  satisfaction integer,
  acknowledged_on date,
  answered_on date,
  closed_on date,
  changed_at timestamp with time zone not null,
  constraint complaint_now_pkey PRIMARY KEY (account_id, complaint_id),
  constraint complaint_now_account_id_complaint_id_fkey FOREIGN KEY (account_id, complaint_id) REFERENCES complaints.complaint(account_id, complaint_id),
  constraint complaint_now_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint complaint_now_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint complaint_now_satisfaction_check CHECK (satisfaction >= 1 AND satisfaction <= 5),
  constraint complaint_now_state_check CHECK (state = ANY (ARRAY['received'::text, 'acknowledged'::text, 'investigating'::text, 'answered'::text, 'closed'::text]))
);

CREATE INDEX complaint_now_open ON complaints.complaint_now USING btree (company_id) WHERE (state <> 'closed'::text);

grant insert, select, update on complaints.complaint_now to dunlin_app;

create view complaints.complaint_card as
 SELECT c.account_id,
    c.complaint_id,
    n.company_id,
    c.class,
    c.severity,
    c.subject,
    n.state,
    n.owner_id,
    c.acknowledge_by,
    c.answer_by,
    n.acknowledged_on,
    n.answered_on
   FROM complaints.complaint c
     JOIN complaints.complaint_now n ON n.account_id = c.account_id AND n.complaint_id = c.complaint_id
  WHERE n.state <> 'closed'::text;

grant select on complaints.complaint_card to dunlin_app;

create schema compliance;

grant usage on schema compliance to dunlin_app;

create table compliance.consent (
  account_id uuid not null,
  consent_id uuid not null,
  said text not null,
  channel text not null,
  address text not null default ''::text,
  scope text not null,
  topic text not null default 'all'::text,
  contact_id uuid,
  source text not null,
  evidence text not null default ''::text,
  said_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint consent_pkey PRIMARY KEY (account_id, consent_id),
  constraint consent_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint consent_channel_check CHECK (channel = ANY (ARRAY['call'::text, 'voicemail'::text, 'sms'::text, 'email'::text, 'letter'::text, 'visit'::text])),
  constraint consent_said_check CHECK (said = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint consent_scope_check CHECK (scope = ANY (ARRAY['channel'::text, 'machine'::text, 'hours'::text, 'work'::text])),
  constraint consent_source_check CHECK (source <> ''::text)
);

CREATE INDEX consent_by_address ON compliance.consent USING btree (address, channel) WHERE (address <> ''::text);

grant insert, select on compliance.consent to dunlin_app;

create table compliance.contact (
  account_id uuid not null,
  permit_id uuid not null,
  may_contact boolean not null default true,
  channel text not null,
  direction text not null,
  result text not null,
  at timestamp with time zone not null,
  address text not null,
  purpose text not null,
  invited boolean not null,
  to_work boolean not null,
  contact_id uuid,
  item_ids uuid[] not null default '{}'::uuid[],
  about_kind text not null,
  about_id uuid not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint contact_pkey PRIMARY KEY (account_id, permit_id),
  constraint contact_about_kind_check CHECK (about_kind = ANY (ARRAY['message'::text, 'call'::text, 'letter'::text, 'portal'::text, 'visit'::text, 'mail'::text])),
  constraint contact_channel_check CHECK (channel = ANY (ARRAY['call'::text, 'voicemail'::text, 'sms'::text, 'email'::text, 'letter'::text, 'visit'::text])),
  constraint contact_direction_check CHECK (direction = ANY (ARRAY['out'::text, 'in'::text])),
  constraint contact_may_contact_check CHECK (may_contact),
  constraint contact_needs_its_permit FOREIGN KEY (account_id, permit_id, may_contact) REFERENCES compliance.permit(account_id, permit_id, may_contact),
  constraint contact_result_check CHECK (result = ANY (ARRAY['conversation'::text, 'left_message'::text, 'no_answer'::text, 'no_message'::text, 'unreachable'::text, 'wrong_number'::text, 'sent'::text, 'failed'::text]))
);

CREATE INDEX contact_by_account ON compliance.contact USING btree (account_id, at DESC);

CREATE INDEX contact_by_time ON compliance.contact USING btree (at DESC, permit_id);

grant insert, select on compliance.contact to dunlin_app;

create table compliance.contact_result (
  account_id uuid not null,
  permit_id uuid not null,
  result text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint contact_result_pkey PRIMARY KEY (account_id, permit_id, recorded_at),
  constraint contact_result_account_id_permit_id_fkey FOREIGN KEY (account_id, permit_id) REFERENCES compliance.contact(account_id, permit_id),
  constraint contact_result_result_check CHECK (result = ANY (ARRAY['conversation'::text, 'left_message'::text, 'no_answer'::text, 'no_message'::text, 'unreachable'::text, 'wrong_number'::text, 'sent'::text, 'failed'::text]))
);

grant insert, select on compliance.contact_result to dunlin_app;

create table compliance.debt_profile (
  account_id uuid not null,
  profile_id uuid not null,
  collector text,
  obligor text,
  guarantor text,
  purpose text,
  state text,
  city text,
  zone text,
  entered_on date,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint debt_profile_pkey PRIMARY KEY (account_id, profile_id),
  constraint debt_profile_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint debt_profile_collector_check CHECK (collector = ANY (ARRAY['first_party'::text, 'third_party'::text])),
  constraint debt_profile_guarantor_check CHECK (guarantor = ANY (ARRAY['natural_person'::text, 'entity'::text, 'none'::text])),
  constraint debt_profile_obligor_check CHECK (obligor = ANY (ARRAY['natural_person'::text, 'entity'::text])),
  constraint debt_profile_purpose_check CHECK (purpose = ANY (ARRAY['consumer'::text, 'commercial'::text]))
);

CREATE INDEX debt_profile_latest ON compliance.debt_profile USING btree (account_id, recorded_at DESC);

grant insert, select on compliance.debt_profile to dunlin_app;

create table compliance.hold (
  account_id uuid not null,
  hold_id uuid not null,
  kind text not null,
  starts_on date not null,
  ends_on date,
  evidence text not null,
  details jsonb not null default '{}'::jsonb,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint hold_pkey PRIMARY KEY (account_id, hold_id),
  constraint hold_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint hold_check CHECK (ends_on >= starts_on),
  constraint hold_evidence_check CHECK (evidence <> ''::text),
  constraint hold_kind_check CHECK (kind = ANY (ARRAY['bankruptcy'::text, 'deceased'::text, 'attorney'::text, 'cease'::text, 'litigation'::text, 'servicemember'::text, 'hardship'::text, 'employer'::text]))
);

grant insert, select on compliance.hold to dunlin_app;

create table compliance.hold_end (
  account_id uuid not null,
  hold_id uuid not null,
  ended_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint hold_end_pkey PRIMARY KEY (account_id, hold_id),
  constraint hold_end_account_id_hold_id_fkey FOREIGN KEY (account_id, hold_id) REFERENCES compliance.hold(account_id, hold_id)
);

grant insert, select on compliance.hold_end to dunlin_app;

create table compliance.house_rule (
  version integer not null,
  effective_from date not null,
  rules jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint house_rule_pkey PRIMARY KEY (version),
  constraint house_rule_version_check CHECK (version > 0)
);

grant insert, select on compliance.house_rule to dunlin_app;

create table compliance.pack_review (
  pack_id text not null,
  reviewed boolean not null,
  reviewer text not null,
  reviewed_on date not null,
  note text not null default ''::text,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint pack_review_pkey PRIMARY KEY (pack_id, recorded_at)
);

grant insert, select on compliance.pack_review to dunlin_app;

create table compliance.permit (
  account_id uuid not null,
  permit_id uuid not null,
  kind text not null,
  may_contact boolean not null,
  asked_at timestamp with time zone not null,
  asked_on date not null,
  contact_id uuid,
  channel text not null,
  address text not null,
  purpose text not null,
  technology text not null,
  item_ids uuid[] not null default '{}'::uuid[],
  rules text[] not null,
  reasons jsonb not null,
  inputs jsonb not null,
  next_allowed_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint permit_pkey PRIMARY KEY (account_id, permit_id),
  constraint permit_for_contact UNIQUE (account_id, permit_id, may_contact),
  constraint permit_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint permit_channel_check CHECK (channel = ANY (ARRAY['call'::text, 'voicemail'::text, 'sms'::text, 'email'::text, 'letter'::text, 'visit'::text])),
  constraint permit_check CHECK (may_contact = (kind <> 'blocked'::text)),
  constraint permit_check1 CHECK (kind <> 'blocked'::text OR jsonb_array_length(reasons) > 0),
  constraint permit_check2 CHECK (kind <> 'allowed'::text OR jsonb_array_length(reasons) = 0 OR inputs ? 'override'::text),
  constraint permit_kind_check CHECK (kind = ANY (ARRAY['allowed'::text, 'blocked'::text, 'reported'::text])),
  constraint permit_purpose_check CHECK (purpose = ANY (ARRAY['collect'::text, 'notice'::text, 'answer'::text, 'ask_consent'::text])),
  constraint permit_technology_check CHECK (technology = ANY (ARRAY['manual'::text, 'autodialed'::text, 'prerecorded'::text]))
);

CREATE INDEX permit_by_account ON compliance.permit USING btree (account_id, asked_at DESC);

CREATE INDEX permit_by_day ON compliance.permit USING btree (asked_on, permit_id);

grant insert, select on compliance.permit to dunlin_app;

create view compliance.consent_card as
 SELECT DISTINCT ON (account_id, channel, address, scope) account_id,
    consent_id,
    said,
    channel,
    address,
    scope,
    topic,
    contact_id,
    source,
    evidence,
    said_at,
    recorded_at,
    actor
   FROM compliance.consent c
  ORDER BY account_id, channel, address, scope, said_at DESC, recorded_at DESC;

grant select on compliance.consent_card to dunlin_app;

create view compliance.contact_card as
 SELECT c.account_id,
    c.permit_id,
    p.kind AS permit_kind,
    c.channel,
    c.direction,
    COALESCE(r.result, c.result) AS result,
    c.at,
    c.address,
    c.purpose,
    c.invited,
    c.to_work,
    c.contact_id,
    c.item_ids,
    c.about_kind,
    c.about_id,
    p.reasons,
    c.recorded_at,
    c.actor
   FROM compliance.contact c
     JOIN compliance.permit p ON p.account_id = c.account_id AND p.permit_id = c.permit_id
     LEFT JOIN LATERAL ( SELECT x.result
           FROM compliance.contact_result x
          WHERE x.account_id = c.account_id AND x.permit_id = c.permit_id
          ORDER BY x.recorded_at DESC
         LIMIT 1) r ON true;

grant select on compliance.contact_card to dunlin_app;

create view compliance.debt_card as
 SELECT DISTINCT ON (account_id) account_id,
    purpose,
    state
   FROM compliance.debt_profile p
  ORDER BY account_id, recorded_at DESC;

grant select on compliance.debt_card to dunlin_app;

create view compliance.hold_card as
 SELECT account_id,
    hold_id,
    kind,
    starts_on,
    ends_on,
    evidence,
    details,
    reason,
    recorded_at,
    actor
   FROM compliance.hold h
  WHERE NOT (EXISTS ( SELECT
           FROM compliance.hold_end e
          WHERE e.account_id = h.account_id AND e.hold_id = h.hold_id));

grant select on compliance.hold_card to dunlin_app;

create view compliance.hold_history as
 SELECT h.account_id,
    h.kind,
    h.starts_on,
    h.ends_on,
    h.recorded_at,
    e.ended_on,
    e.recorded_at AS ended_at
   FROM compliance.hold h
     LEFT JOIN compliance.hold_end e ON e.account_id = h.account_id AND e.hold_id = h.hold_id;

grant select on compliance.hold_history to dunlin_app;

create view compliance.permit_card as
 SELECT p.account_id,
    p.permit_id,
    p.kind,
    p.asked_at,
    p.asked_on,
    p.contact_id,
    p.channel,
    p.address,
    p.purpose,
    p.technology,
    p.item_ids,
    p.rules,
    p.reasons,
    p.next_allowed_at,
    p.actor,
    c.permit_id IS NOT NULL AS used
   FROM compliance.permit p
     LEFT JOIN compliance.contact c ON c.account_id = p.account_id AND c.permit_id = p.permit_id;

grant select on compliance.permit_card to dunlin_app;

create schema correspondence;

grant usage on schema correspondence to dunlin_app;

create table correspondence.attachment (
  account_id uuid not null,
  message_id uuid not null,
  file_no smallint not null,
  kind text not null,
  source_id uuid not null,
  file_name text not null,
  sha256 text not null,
  bytes bigint not null,
  constraint attachment_pkey PRIMARY KEY (account_id, message_id, file_no),
  constraint attachment_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.message(account_id, message_id),
  constraint attachment_file_no_check CHECK (file_no > 0),
  constraint attachment_kind_check CHECK (kind = ANY (ARRAY['original'::text, 'statement'::text, 'file'::text]))
);

grant insert, select on correspondence.attachment to dunlin_app;

create table correspondence.authorised_person (
  account_id uuid not null,
  contact_id uuid not null,
  authorised boolean not null,
  basis text not null,
  source text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint authorised_person_pkey PRIMARY KEY (account_id, contact_id, recorded_at),
  constraint authorised_person_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint authorised_person_basis_check CHECK (basis = ANY (ARRAY['written_consent'::text, 'oral_consent'::text, 'power_of_attorney'::text, 'court_order'::text, 'dependent'::text, 'withdrawn'::text])),
  constraint authorised_person_source_check CHECK (source <> ''::text)
);

grant insert, select on correspondence.authorised_person to dunlin_app;

create table correspondence.bounce (
  account_id uuid not null,
  message_id uuid not null,
  address text not null,
  recorded_at timestamp with time zone not null,
  kind text not null,
  status text not null,
  detail text not null,
  constraint bounce_pkey PRIMARY KEY (account_id, message_id, address, recorded_at),
  constraint bounce_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.message(account_id, message_id),
  constraint bounce_kind_check CHECK (kind = ANY (ARRAY['hard'::text, 'soft'::text]))
);

CREATE INDEX bounce_by_address ON correspondence.bounce USING btree (lower(address));

grant insert, select on correspondence.bounce to dunlin_app;

create table correspondence.bounce_settled (
  account_id uuid not null,
  address text not null,
  recorded_at timestamp with time zone not null,
  reason text not null,
  actor text not null,
  constraint bounce_settled_pkey PRIMARY KEY (account_id, address, recorded_at)
);

grant insert, select on correspondence.bounce_settled to dunlin_app;

create table correspondence.call (
  account_id uuid not null,
  call_id uuid not null,
  direction text not null,
  contact_id uuid,
  person text not null,
  number text not null,
  language text not null,
  permit_id uuid,
  may_contact boolean not null default true,
  override_reason text,
  step_key text,
  started_at timestamp with time zone not null,
  called_on date not null,
  member_id uuid not null,
  on_behalf uuid,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint call_pkey PRIMARY KEY (account_id, call_id),
  constraint call_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint call_check CHECK (direction = 'in'::text OR permit_id IS NOT NULL),
  constraint call_direction_check CHECK (direction = ANY (ARRAY['out'::text, 'in'::text])),
  constraint call_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  constraint call_may_contact_check CHECK (may_contact),
  constraint call_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id),
  constraint call_needs_its_permit FOREIGN KEY (account_id, permit_id, may_contact) REFERENCES compliance.permit(account_id, permit_id, may_contact),
  constraint call_on_behalf_fkey FOREIGN KEY (on_behalf) REFERENCES team.member(member_id),
  constraint call_person_check CHECK (person <> ''::text)
);

CREATE INDEX call_by_member ON correspondence.call USING btree (member_id, started_at DESC);

CREATE INDEX call_by_time ON correspondence.call USING btree (account_id, started_at DESC);

grant insert, select on correspondence.call to dunlin_app;

create table correspondence.call_end (
  account_id uuid not null,
  call_id uuid not null,
  result text not null,
  seconds integer not null,
  measured_by text not null,
  note text not null,
  breaches text[] not null default '{}'::text[],
  next_kind text not null,
  next_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint call_end_pkey PRIMARY KEY (account_id, call_id),
  constraint call_end_account_id_call_id_fkey FOREIGN KEY (account_id, call_id) REFERENCES correspondence.call(account_id, call_id),
  constraint call_end_check CHECK ((next_kind = 'none'::text) = (next_at IS NULL)),
  constraint call_end_measured_by_check CHECK (measured_by = ANY (ARRAY['dialer'::text, 'screen'::text])),
  constraint call_end_next_kind_check CHECK (next_kind = ANY (ARRAY['none'::text, 'follow_up'::text, 'callback'::text])),
  constraint call_end_result_check CHECK (result = ANY (ARRAY['conversation'::text, 'left_message'::text, 'no_answer'::text, 'wrong_number'::text])),
  constraint call_end_seconds_check CHECK (seconds >= 0)
);

grant insert, select on correspondence.call_end to dunlin_app;

create table correspondence.call_outcome (
  account_id uuid not null,
  call_id uuid not null,
  outcome_no smallint not null,
  outcome text not null,
  object_id uuid,
  facts jsonb not null,
  constraint call_outcome_pkey PRIMARY KEY (account_id, call_id, outcome_no),
  constraint call_outcome_account_id_call_id_fkey FOREIGN KEY (account_id, call_id) REFERENCES correspondence.call_end(account_id, call_id),
  constraint call_outcome_outcome_no_check CHECK (outcome_no > 0)
);

grant insert, select on correspondence.call_outcome to dunlin_app;

create table correspondence.callback (
  account_id uuid not null,
  callback_id uuid not null,
  call_id uuid,
  contact_id uuid,
  person text not null,
  number text not null,
  due_at timestamp with time zone not null,
  zone text not null,
  language text not null,
  member_id uuid,
  note text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint callback_pkey PRIMARY KEY (account_id, callback_id),
  constraint callback_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint callback_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  constraint callback_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id)
);

CREATE INDEX callback_by_day ON correspondence.callback USING btree (due_at);

grant insert, select on correspondence.callback to dunlin_app;

create table correspondence.callback_end (
  account_id uuid not null,
  callback_id uuid not null,
  call_id uuid,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint callback_end_pkey PRIMARY KEY (account_id, callback_id),
  constraint callback_end_account_id_callback_id_fkey FOREIGN KEY (account_id, callback_id) REFERENCES correspondence.callback(account_id, callback_id)
);

grant insert, select on correspondence.callback_end to dunlin_app;

create table correspondence.caller_check (
  account_id uuid not null,
  call_id uuid not null,
  relation text not null,
  answers jsonb not null,
  verified boolean not null,
  told boolean not null,
  because text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint caller_check_pkey PRIMARY KEY (account_id, call_id),
  constraint caller_check_account_id_call_id_fkey FOREIGN KEY (account_id, call_id) REFERENCES correspondence.call(account_id, call_id)
);

grant insert, select on correspondence.caller_check to dunlin_app;

create table correspondence.dialer_report (
  account_id uuid not null,
  call_id uuid not null,
  state text not null,
  seconds integer,
  provider_id text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint dialer_report_pkey PRIMARY KEY (account_id, call_id, state),
  constraint dialer_report_account_id_call_id_fkey FOREIGN KEY (account_id, call_id) REFERENCES correspondence.call(account_id, call_id),
  constraint dialer_report_seconds_check CHECK (seconds >= 0),
  constraint dialer_report_state_check CHECK (state = ANY (ARRAY['ringing'::text, 'connected'::text, 'ended'::text, 'failed'::text]))
);

grant insert, select on correspondence.dialer_report to dunlin_app;

create table correspondence.kept_file (
  account_id uuid not null,
  file_id uuid not null,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  content bytea not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint kept_file_pkey PRIMARY KEY (account_id, file_id),
  constraint kept_file_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint kept_file_content_check CHECK (octet_length(content) > 0),
  constraint kept_file_file_name_check CHECK (file_name <> ''::text),
  constraint kept_file_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);

grant insert, select on correspondence.kept_file to dunlin_app;

create table correspondence.letter (
  account_id uuid not null,
  message_id uuid not null,
  batch_id uuid not null,
  "position" integer not null,
  first_page integer not null,
  pages integer not null,
  address_id uuid not null,
  address text[] not null,
  tracking text,
  permit_id uuid not null,
  constraint letter_pkey PRIMARY KEY (account_id, message_id),
  constraint letter_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.message(account_id, message_id),
  constraint letter_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES correspondence.print_batch(batch_id),
  constraint letter_first_page_check CHECK (first_page > 0),
  constraint letter_pages_check CHECK (pages > 0),
  constraint letter_position_check CHECK ("position" > 0)
);

CREATE INDEX letter_by_batch ON correspondence.letter USING btree (batch_id, "position");

grant insert, select on correspondence.letter to dunlin_app;

create table correspondence.letter_handing (
  account_id uuid not null,
  message_id uuid not null,
  handing_id uuid not null,
  event text not null,
  provider text not null,
  provider_ref text,
  detail text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint letter_handing_pkey PRIMARY KEY (account_id, message_id, handing_id),
  constraint letter_handing_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.letter(account_id, message_id),
  constraint letter_handing_event_check CHECK (event = ANY (ARRAY['tried'::text, 'taken'::text, 'refused'::text, 'unknown'::text, 'not_there'::text]))
);

CREATE INDEX letter_handing_by_ref ON correspondence.letter_handing USING btree (provider_ref) WHERE (provider_ref IS NOT NULL);

grant insert, select on correspondence.letter_handing to dunlin_app;

create table correspondence.letter_mailed (
  account_id uuid not null,
  message_id uuid not null,
  mailed_on date not null,
  certified_number text,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint letter_mailed_pkey PRIMARY KEY (account_id, message_id),
  constraint letter_mailed_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.letter(account_id, message_id)
);

grant insert, select on correspondence.letter_mailed to dunlin_app;

create table correspondence.letter_report (
  account_id uuid not null,
  message_id uuid not null,
  event_id text not null,
  event text not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint letter_report_pkey PRIMARY KEY (account_id, message_id, event_id),
  constraint letter_report_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.letter(account_id, message_id)
);

grant insert, select on correspondence.letter_report to dunlin_app;

create table correspondence.letter_returned (
  account_id uuid not null,
  message_id uuid not null,
  returned_on date not null,
  cause text not null,
  note text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint letter_returned_pkey PRIMARY KEY (account_id, message_id),
  constraint letter_returned_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.letter(account_id, message_id)
);

grant insert, select on correspondence.letter_returned to dunlin_app;

create table correspondence.mail (
  mail_id uuid not null,
  company_id uuid not null,
  mailbox_id uuid not null,
  thread_id uuid not null,
  identity text not null,
  sha256 text,
  bytes bigint not null,
  message_id text not null,
  refs text[] not null,
  from_name text not null,
  from_address text not null,
  to_addresses text[] not null,
  subject text not null,
  topic text not null,
  body text not null,
  language text not null,
  sent_at timestamp with time zone,
  received_at timestamp with time zone not null,
  silent text,
  problem text,
  recorded_at timestamp with time zone not null,
  constraint mail_pkey PRIMARY KEY (mail_id),
  constraint mail_identity UNIQUE (company_id, identity),
  constraint mail_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint mail_identity_check CHECK (identity ~ '^[0-9a-f]{64}$'::text),
  constraint mail_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  constraint mail_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES correspondence.mailbox(mailbox_id),
  constraint mail_sha256_fkey FOREIGN KEY (sha256) REFERENCES correspondence.mail_raw(sha256)
);

CREATE INDEX mail_by_message_id ON correspondence.mail USING btree (message_id) WHERE (message_id <> ''::text);

CREATE INDEX mail_by_sender ON correspondence.mail USING btree (company_id, lower(from_address), received_at);

CREATE INDEX mail_by_thread ON correspondence.mail USING btree (thread_id, received_at);

grant insert, select on correspondence.mail to dunlin_app;

create table correspondence.mail_act (
  mail_id uuid not null,
  act_id uuid not null,
  kind text not null,
  facts jsonb not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  on_behalf text,
  constraint mail_act_pkey PRIMARY KEY (mail_id, act_id),
  constraint mail_act_kind_check CHECK (kind = ANY (ARRAY['read'::text, 'intent'::text, 'linked'::text, 'assigned'::text, 'answered'::text, 'done'::text, 'opened'::text, 'cash'::text, 'opted_out'::text, 'bounce'::text, 'absence'::text, 'took'::text])),
  constraint mail_act_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES correspondence.mail(mail_id)
);

grant insert, select on correspondence.mail_act to dunlin_app;

create table correspondence.mail_answer (
  account_id uuid not null,
  mail_id uuid not null,
  message_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint mail_answer_pkey PRIMARY KEY (account_id, mail_id, message_id),
  constraint mail_answer_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint mail_answer_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.message(account_id, message_id),
  constraint mail_answer_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES correspondence.mail(mail_id)
);

grant insert, select on correspondence.mail_answer to dunlin_app;

create table correspondence.mail_arrival (
  mailbox_id uuid not null,
  uid_validity bigint not null,
  uid bigint not null,
  mail_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint mail_arrival_pkey PRIMARY KEY (mailbox_id, uid_validity, uid),
  constraint mail_arrival_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES correspondence.mail(mail_id),
  constraint mail_arrival_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES correspondence.mailbox(mailbox_id)
);

grant insert, select on correspondence.mail_arrival to dunlin_app;

create table correspondence.mail_file (
  mail_id uuid not null,
  file_no smallint not null,
  file_name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  constraint mail_file_pkey PRIMARY KEY (mail_id, file_no),
  constraint mail_file_file_name_check CHECK (file_name <> ''::text),
  constraint mail_file_file_no_check CHECK (file_no > 0),
  constraint mail_file_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES correspondence.mail(mail_id),
  constraint mail_file_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);

grant insert, select on correspondence.mail_file to dunlin_app;

create table correspondence.mail_now (
  mail_id uuid not null,
  company_id uuid not null,
  thread_id uuid not null,
  state text not null,
  assignee_id uuid,
  received_at timestamp with time zone not null,
  answer_due_at timestamp with time zone,
  intents text[] not null,
  findings jsonb not null,
  candidates jsonb not null,
  cash text not null default 'none'::text,
  absent_until date,
  constraint mail_now_pkey PRIMARY KEY (mail_id),
  constraint mail_now_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES team.member(member_id),
  constraint mail_now_cash_check CHECK (cash = ANY (ARRAY['none'::text, 'waiting'::text, 'handed_over'::text, 'unreadable'::text])),
  constraint mail_now_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES correspondence.mail(mail_id),
  constraint mail_now_state_check CHECK (state = ANY (ARRAY['open'::text, 'answered'::text, 'done'::text]))
);

CREATE INDEX mail_now_away ON correspondence.mail_now USING btree (mail_id) WHERE (absent_until IS NOT NULL);

CREATE INDEX mail_now_cash ON correspondence.mail_now USING btree (company_id) WHERE (cash = 'waiting'::text);

CREATE INDEX mail_now_standing ON correspondence.mail_now USING btree (company_id, received_at) WHERE (state = 'open'::text);

grant insert, select, update on correspondence.mail_now to dunlin_app;

create table correspondence.mail_place (
  account_id uuid not null,
  mail_id uuid not null,
  item_ids uuid[] not null,
  how text not null,
  constraint mail_place_pkey PRIMARY KEY (account_id, mail_id),
  constraint mail_place_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint mail_place_how_check CHECK (how = ANY (ARRAY['our_message'::text, 'sender'::text, 'contact'::text, 'number'::text, 'person'::text])),
  constraint mail_place_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES correspondence.mail(mail_id)
);

CREATE INDEX mail_place_by_mail ON correspondence.mail_place USING btree (mail_id);

grant delete, insert, select, update on correspondence.mail_place to dunlin_app;

create table correspondence.mail_raw (
  sha256 text not null,
  content bytea not null,
  recorded_at timestamp with time zone not null,
  constraint mail_raw_pkey PRIMARY KEY (sha256),
  constraint mail_raw_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);

grant insert, select on correspondence.mail_raw to dunlin_app;

create table correspondence.mail_serial (
  mailer_id text not null,
  next bigint not null,
  constraint mail_serial_pkey PRIMARY KEY (mailer_id),
  constraint mail_serial_next_check CHECK (next >= 0)
);

grant insert, select, update on correspondence.mail_serial to dunlin_app;

create table correspondence.mailbox (
  mailbox_id uuid not null,
  company_id uuid not null,
  name text not null,
  address text not null,
  server jsonb,
  answer_minutes integer not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  ended_at timestamp with time zone,
  constraint mailbox_pkey PRIMARY KEY (mailbox_id),
  constraint mailbox_name UNIQUE (company_id, name),
  constraint mailbox_address_check CHECK (address <> ''::text),
  constraint mailbox_answer_minutes_check CHECK (answer_minutes > 0),
  constraint mailbox_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint mailbox_name_check CHECK (name <> ''::text)
);

grant insert, select, update on correspondence.mailbox to dunlin_app;

create table correspondence.mailbox_now (
  mailbox_id uuid not null,
  tried_at timestamp with time zone not null,
  worked_at timestamp with time zone,
  problem text,
  detail text,
  waiting integer not null default 0,
  taken bigint not null default 0,
  constraint mailbox_now_pkey PRIMARY KEY (mailbox_id),
  constraint mailbox_now_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES correspondence.mailbox(mailbox_id)
);

grant insert, select, update on correspondence.mailbox_now to dunlin_app;

create table correspondence.mailbox_secret (
  mailbox_id uuid not null,
  sealed text not null,
  changed_at timestamp with time zone not null,
  constraint mailbox_secret_pkey PRIMARY KEY (mailbox_id),
  constraint mailbox_secret_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES correspondence.mailbox(mailbox_id)
);

grant insert, select, update on correspondence.mailbox_secret to dunlin_app;

create table correspondence.message (
  account_id uuid not null,
  message_id uuid not null,
  contact_id uuid,
  to_name text not null,
  to_address text not null,
  language text not null,
  subject text not null,
  body text not null,
  written_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  key text not null,
  channel text not null,
  purpose text not null,
  html text not null default ''::text,
  template_key text,
  template_version integer,
  in_reply_to uuid,
  thread text[] not null default '{}'::text[],
  run text,
  constraint message_pkey PRIMARY KEY (account_id, message_id),
  constraint message_key UNIQUE (account_id, key),
  constraint message_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint message_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'letter'::text, 'sms'::text])),
  constraint message_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  constraint message_purpose_check CHECK (purpose = ANY (ARRAY['collect'::text, 'notice'::text, 'answer'::text, 'ask_consent'::text]))
);

CREATE INDEX message_by_address ON correspondence.message USING btree (lower(to_address));

CREATE INDEX message_by_mail ON correspondence.message USING btree (message_id);

grant insert, select on correspondence.message to dunlin_app;

create table correspondence.message_event (
  account_id uuid not null,
  message_id uuid not null,
  event_no integer not null,
  event text not null,
  state text not null,
  detail text not null,
  facts jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint message_event_pkey PRIMARY KEY (account_id, message_id, event_no),
  constraint message_event_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.message(account_id, message_id),
  constraint message_event_event_no_check CHECK (event_no > 0)
);

grant insert, select on correspondence.message_event to dunlin_app;

create table correspondence.message_item (
  account_id uuid not null,
  message_id uuid not null,
  item_id uuid not null,
  currency text not null,
  open_minor bigint not null,
  constraint message_item_pkey PRIMARY KEY (account_id, message_id, item_id),
  constraint message_item_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.message(account_id, message_id)
);

grant insert, select on correspondence.message_item to dunlin_app;

create table correspondence.message_now (
  account_id uuid not null,
  message_id uuid not null,
  channel text not null,
  run text,
  state text not null,
  since timestamp with time zone not null,
  next_at timestamp with time zone,
  events integer not null,
  attempts integer not null,
  detail text not null,
  constraint message_now_pkey PRIMARY KEY (account_id, message_id),
  constraint message_now_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.message(account_id, message_id),
  constraint message_now_attempts_check CHECK (attempts >= 0),
  constraint message_now_events_check CHECK (events > 0),
  constraint message_now_state_check CHECK (state = ANY (ARRAY['draft'::text, 'checked'::text, 'approved'::text, 'queued'::text, 'held'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'replied'::text, 'bounced'::text, 'failed'::text, 'unknown'::text, 'cancelled'::text]))
);

CREATE INDEX message_of_run ON correspondence.message_now USING btree (run, state) WHERE (run IS NOT NULL);

CREATE INDEX message_on_its_way ON correspondence.message_now USING btree (channel, since) WHERE (state = 'sending'::text);

CREATE INDEX message_to_settle ON correspondence.message_now USING btree (state, since) WHERE (state = ANY (ARRAY['draft'::text, 'checked'::text, 'held'::text, 'unknown'::text, 'failed'::text, 'bounced'::text]));

CREATE INDEX message_waiting ON correspondence.message_now USING btree (channel, next_at) WHERE (state = ANY (ARRAY['queued'::text, 'held'::text]));

grant insert, select, update on correspondence.message_now to dunlin_app;

create table correspondence.message_text (
  account_id uuid not null,
  message_id uuid not null,
  text_no integer not null,
  subject text not null,
  body text not null,
  html text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint message_text_pkey PRIMARY KEY (account_id, message_id, text_no),
  constraint message_text_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.message(account_id, message_id),
  constraint message_text_text_no_check CHECK (text_no > 0)
);

grant insert, select on correspondence.message_text to dunlin_app;

create table correspondence.paid_claim (
  account_id uuid not null,
  claim_id uuid not null,
  call_id uuid,
  said_by text not null,
  method text not null,
  reference text not null,
  paid_on date not null,
  currency text not null,
  amount_minor bigint not null,
  item_ids uuid[] not null default '{}'::uuid[],
  search_by date not null,
  note text not null,
  claimed_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint paid_claim_pkey PRIMARY KEY (account_id, claim_id),
  constraint paid_claim_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint paid_claim_amount_minor_check CHECK (amount_minor > 0),
  constraint paid_claim_method_check CHECK (method = ANY (ARRAY['check'::text, 'ach'::text, 'wire'::text, 'card'::text, 'cash'::text, 'other'::text]))
);

CREATE INDEX paid_claim_by_day ON correspondence.paid_claim USING btree (search_by);

grant insert, select on correspondence.paid_claim to dunlin_app;

create table correspondence.paid_claim_end (
  account_id uuid not null,
  claim_id uuid not null,
  found boolean not null,
  reason text not null,
  ended_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint paid_claim_end_pkey PRIMARY KEY (account_id, claim_id),
  constraint paid_claim_end_account_id_claim_id_fkey FOREIGN KEY (account_id, claim_id) REFERENCES correspondence.paid_claim(account_id, claim_id)
);

grant insert, select on correspondence.paid_claim_end to dunlin_app;

create table correspondence.print_batch (
  batch_id uuid not null,
  company_id uuid not null,
  printed_on date not null,
  mail_class text not null,
  letters integer not null,
  pages integer not null,
  sha256 text not null,
  content bytea not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint print_batch_pkey PRIMARY KEY (batch_id),
  constraint print_batch_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint print_batch_letters_check CHECK (letters > 0),
  constraint print_batch_mail_class_check CHECK (mail_class = ANY (ARRAY['first_class'::text, 'certified'::text, 'standard'::text])),
  constraint print_batch_pages_check CHECK (pages > 0),
  constraint print_batch_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);

grant insert, select on correspondence.print_batch to dunlin_app;

create table correspondence.send_attempt (
  account_id uuid not null,
  message_id uuid not null,
  attempt_no integer not null,
  permit_id uuid not null,
  may_contact boolean not null default true,
  provider text not null,
  worker text not null,
  recorded_at timestamp with time zone not null,
  constraint send_attempt_pkey PRIMARY KEY (account_id, message_id, attempt_no),
  constraint attempt_needs_its_permit FOREIGN KEY (account_id, permit_id, may_contact) REFERENCES compliance.permit(account_id, permit_id, may_contact),
  constraint send_attempt_account_id_message_id_fkey FOREIGN KEY (account_id, message_id) REFERENCES correspondence.message(account_id, message_id),
  constraint send_attempt_attempt_no_check CHECK (attempt_no > 0),
  constraint send_attempt_may_contact_check CHECK (may_contact)
);

CREATE INDEX send_attempt_by_provider ON correspondence.send_attempt USING btree (provider, recorded_at);

grant insert, select on correspondence.send_attempt to dunlin_app;

create table correspondence.send_outcome (
  account_id uuid not null,
  message_id uuid not null,
  attempt_no integer not null,
  outcome text not null,
  detail text not null,
  provider_ref text,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint send_outcome_pkey PRIMARY KEY (account_id, message_id, attempt_no, recorded_at),
  constraint send_outcome_account_id_message_id_attempt_no_fkey FOREIGN KEY (account_id, message_id, attempt_no) REFERENCES correspondence.send_attempt(account_id, message_id, attempt_no),
  constraint send_outcome_outcome_check CHECK (outcome = ANY (ARRAY['sent'::text, 'not_sent'::text, 'unknown'::text]))
);

CREATE INDEX send_outcome_by_ref ON correspondence.send_outcome USING btree (provider_ref) WHERE (provider_ref IS NOT NULL);

grant insert, select on correspondence.send_outcome to dunlin_app;

create table correspondence.sender_account (
  account_id uuid not null,
  address text not null,
  recorded_at timestamp with time zone not null,
  company_id uuid not null,
  mail_id uuid not null,
  actor text not null,
  constraint sender_account_pkey PRIMARY KEY (account_id, address, recorded_at),
  constraint sender_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint sender_account_address_check CHECK (address = lower(address)),
  constraint sender_account_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint sender_account_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES correspondence.mail(mail_id)
);

CREATE INDEX sender_account_by_address ON correspondence.sender_account USING btree (company_id, address, recorded_at);

grant insert, select on correspondence.sender_account to dunlin_app;

create table correspondence.sender_fact (
  company_id uuid not null,
  recorded_at timestamp with time zone not null,
  from_name text not null,
  from_address text not null,
  reply_to text not null,
  signature text not null,
  reason text not null,
  actor text not null,
  constraint sender_fact_pkey PRIMARY KEY (company_id, recorded_at),
  constraint sender_fact_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint sender_fact_from_address_check CHECK (from_address <> ''::text),
  constraint sender_fact_from_name_check CHECK (from_name <> ''::text)
);

grant insert, select on correspondence.sender_fact to dunlin_app;

create table correspondence.sending_act (
  scope text not null,
  recorded_at timestamp with time zone not null,
  act text not null,
  reason text not null,
  actor text not null,
  constraint sending_act_pkey PRIMARY KEY (scope, recorded_at),
  constraint sending_act_act_check CHECK (act = ANY (ARRAY['paused'::text, 'resumed'::text, 'stopped'::text])),
  constraint sending_act_scope_check CHECK (scope <> ''::text)
);

grant insert, select on correspondence.sending_act to dunlin_app;

create table correspondence.template_act (
  template_key text not null,
  version integer not null,
  author text not null,
  act text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint template_act_pkey PRIMARY KEY (template_key, version, act),
  constraint template_act_act_check CHECK (act = ANY (ARRAY['approved'::text, 'rejected'::text, 'withdrawn'::text])),
  constraint template_act_template_key_version_author_fkey FOREIGN KEY (template_key, version, author) REFERENCES correspondence.template_version(template_key, version, actor),
  constraint template_second_person CHECK (act <> 'approved'::text OR actor <> author)
);

grant insert, select on correspondence.template_act to dunlin_app;

create table correspondence.template_version (
  template_key text not null,
  version integer not null,
  channel text not null,
  purpose text not null,
  packs text[] not null,
  name_en text not null,
  name_es text not null,
  subject_en text not null,
  subject_es text not null,
  body_en text not null,
  body_es text not null,
  owner_id uuid,
  expires_on date,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint template_version_pkey PRIMARY KEY (template_key, version),
  constraint template_author UNIQUE (template_key, version, actor),
  constraint template_version_body_en_check CHECK (body_en <> ''::text),
  constraint template_version_body_es_check CHECK (body_es <> ''::text),
  constraint template_version_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'letter'::text, 'sms'::text, 'call'::text])),
  constraint template_version_name_en_check CHECK (name_en <> ''::text),
  constraint template_version_name_es_check CHECK (name_es <> ''::text),
  constraint template_version_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint template_version_purpose_check CHECK (purpose = ANY (ARRAY['collect'::text, 'notice'::text, 'answer'::text, 'ask_consent'::text])),
  constraint template_version_template_key_check CHECK (template_key ~ '^[a-z0-9][a-z0-9-]{0,59}$'::text),
  constraint template_version_version_check CHECK (version > 0)
);

grant insert, select on correspondence.template_version to dunlin_app;

create table correspondence.text_received (
  text_id uuid not null,
  provider_id text not null,
  from_number text not null,
  to_number text not null,
  body text not null,
  meaning text not null,
  account_id uuid,
  contact_id uuid,
  received_at timestamp with time zone not null,
  constraint text_received_pkey PRIMARY KEY (text_id),
  constraint text_received_provider_id_key UNIQUE (provider_id),
  constraint text_received_meaning_check CHECK (meaning = ANY (ARRAY['stop'::text, 'start'::text, 'help'::text, 'other'::text]))
);

CREATE INDEX text_received_by_account ON correspondence.text_received USING btree (account_id, received_at);

grant insert, select on correspondence.text_received to dunlin_app;

create table correspondence.text_report (
  provider_id text not null,
  state text not null,
  error_code text not null,
  recorded_at timestamp with time zone not null,
  constraint text_report_pkey PRIMARY KEY (provider_id, state)
);

grant insert, select on correspondence.text_report to dunlin_app;

create table correspondence.wrong_number (
  account_id uuid not null,
  contact_id uuid not null,
  number text not null,
  call_id uuid not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint wrong_number_pkey PRIMARY KEY (account_id, contact_id, number, call_id),
  constraint wrong_number_account_id_call_id_fkey FOREIGN KEY (account_id, call_id) REFERENCES correspondence.call(account_id, call_id)
);

grant insert, select on correspondence.wrong_number to dunlin_app;

create view correspondence.bounce_card as
 SELECT account_id,
    lower(address) AS address,
    max(recorded_at) AS since,
    (array_agg(message_id ORDER BY recorded_at DESC))[1] AS message_id,
    (array_agg(detail ORDER BY recorded_at DESC))[1] AS detail
   FROM correspondence.bounce b
  WHERE kind = 'hard'::text AND NOT (EXISTS ( SELECT
           FROM correspondence.bounce_settled s
          WHERE s.account_id = b.account_id AND s.address = lower(b.address) AND s.recorded_at >= b.recorded_at))
  GROUP BY account_id, (lower(address));

grant select on correspondence.bounce_card to dunlin_app;

create view correspondence.call_card as
 SELECT c.account_id,
    c.call_id,
    c.direction,
    c.contact_id,
    c.person,
    c.number,
    c.language,
    c.permit_id,
    c.step_key,
    c.started_at,
    c.called_on,
    c.member_id,
    e.result,
    e.seconds,
    e.note,
    e.next_kind,
    e.next_at,
    e.recorded_at AS ended_at,
    ARRAY( SELECT o.outcome
           FROM correspondence.call_outcome o
          WHERE o.account_id = c.account_id AND o.call_id = c.call_id
          ORDER BY o.outcome_no) AS outcomes
   FROM correspondence.call c
     LEFT JOIN correspondence.call_end e ON e.account_id = c.account_id AND e.call_id = c.call_id;

grant select on correspondence.call_card to dunlin_app;

create view correspondence.callback_card as
 SELECT account_id,
    callback_id,
    contact_id,
    person,
    number,
    due_at,
    zone,
    language,
    member_id,
    note,
    recorded_at
   FROM correspondence.callback b
  WHERE NOT (EXISTS ( SELECT
           FROM correspondence.callback_end e
          WHERE e.account_id = b.account_id AND e.callback_id = b.callback_id));

grant select on correspondence.callback_card to dunlin_app;

create view correspondence.mail_card as
 SELECT p.account_id,
    n.mail_id,
    i.intent,
    n.state,
    n.received_at,
    p.item_ids,
    n.assignee_id,
    n.answer_due_at,
    m.subject,
    m.from_name,
    m.from_address
   FROM correspondence.mail_place p
     JOIN correspondence.mail_now n ON n.mail_id = p.mail_id
     JOIN correspondence.mail m ON m.mail_id = n.mail_id
     CROSS JOIN LATERAL unnest(n.intents) i(intent);

grant select on correspondence.mail_card to dunlin_app;

create view correspondence.message_card as
 SELECT m.account_id,
    m.message_id,
    m.key,
    m.channel,
    m.purpose,
    m.contact_id,
    m.to_name,
    m.to_address,
    m.language,
    COALESCE(x.subject, m.subject) AS subject,
    COALESCE(x.body, m.body) AS body,
    COALESCE(x.html, m.html) AS html,
    m.template_key,
    m.template_version,
    m.in_reply_to,
    m.run,
    m.recorded_at,
    m.actor,
    n.state,
    n.since,
    n.next_at,
    n.attempts,
    n.detail,
    ARRAY( SELECT i.item_id
           FROM correspondence.message_item i
          WHERE i.account_id = m.account_id AND i.message_id = m.message_id
          ORDER BY i.item_id) AS item_ids
   FROM correspondence.message m
     JOIN correspondence.message_now n ON n.account_id = m.account_id AND n.message_id = m.message_id
     LEFT JOIN LATERAL ( SELECT t.subject,
            t.body,
            t.html
           FROM correspondence.message_text t
          WHERE t.account_id = m.account_id AND t.message_id = m.message_id
          ORDER BY t.text_no DESC
         LIMIT 1) x ON true;

grant select on correspondence.message_card to dunlin_app;

create view correspondence.message_under_way as
 SELECT n.account_id,
    n.message_id,
    n.since AS at,
    m.channel,
    m.purpose,
    m.contact_id
   FROM correspondence.message_now n
     JOIN correspondence.message m ON m.account_id = n.account_id AND m.message_id = n.message_id
  WHERE n.state = 'sending'::text;

grant select on correspondence.message_under_way to dunlin_app;

create view correspondence.paid_claim_card as
 SELECT account_id,
    claim_id,
    said_by,
    method,
    reference,
    paid_on,
    currency,
    amount_minor,
    item_ids,
    search_by,
    claimed_on,
    recorded_at
   FROM correspondence.paid_claim p
  WHERE NOT (EXISTS ( SELECT
           FROM correspondence.paid_claim_end e
          WHERE e.account_id = p.account_id AND e.claim_id = p.claim_id));

grant select on correspondence.paid_claim_card to dunlin_app;

create view correspondence.person_away as
 SELECT DISTINCT ON (p.account_id, (lower(m.from_address))) p.account_id,
    lower(m.from_address) AS address,
    n.absent_until
   FROM correspondence.mail_now n
     JOIN correspondence.mail m ON m.mail_id = n.mail_id
     JOIN correspondence.mail_place p ON p.mail_id = n.mail_id
  WHERE n.absent_until IS NOT NULL
  ORDER BY p.account_id, (lower(m.from_address)), m.received_at DESC;

grant select on correspondence.person_away to dunlin_app;

create view correspondence.reply_waiting as
 SELECT p.account_id,
    n.mail_id,
    n.received_at,
    n.answer_due_at,
    n.intents[1] AS intent,
    m.subject,
    m.from_name,
    m.from_address
   FROM correspondence.mail_place p
     JOIN correspondence.mail_now n ON n.mail_id = p.mail_id
     JOIN correspondence.mail m ON m.mail_id = n.mail_id
  WHERE n.state = 'open'::text AND m.silent IS NULL;

grant select on correspondence.reply_waiting to dunlin_app;

create schema credit;

grant usage on schema credit to dunlin_app;

create table credit.group_limit (
  customer_id uuid not null,
  grant_id uuid not null,
  amount_minor bigint,
  currency text not null,
  from_on date not null,
  until_on date,
  review_on date,
  request_id uuid,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint group_limit_pkey PRIMARY KEY (customer_id, grant_id),
  constraint group_limit_amount_minor_check CHECK (amount_minor >= 0),
  constraint group_limit_check CHECK (until_on >= from_on),
  constraint group_limit_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customer(customer_id)
);

grant insert, select on credit.group_limit to dunlin_app;

create table credit.hold (
  account_id uuid not null,
  hold_id uuid not null,
  reason text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint hold_pkey PRIMARY KEY (account_id, hold_id),
  constraint hold_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id)
);

grant insert, select on credit.hold to dunlin_app;

create table credit.hold_release (
  account_id uuid not null,
  hold_id uuid not null,
  reason text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint hold_release_pkey PRIMARY KEY (account_id, hold_id),
  constraint hold_release_account_id_hold_id_fkey FOREIGN KEY (account_id, hold_id) REFERENCES credit.hold(account_id, hold_id)
);

grant insert, select on credit.hold_release to dunlin_app;

create table credit.limit_grant (
  account_id uuid not null,
  grant_id uuid not null,
  kind text not null,
  amount_minor bigint,
  currency text not null,
  from_on date not null,
  until_on date,
  review_on date,
  insurer text,
  policy_number text,
  request_id uuid,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint limit_grant_pkey PRIMARY KEY (account_id, grant_id),
  constraint limit_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint limit_grant_amount_minor_check CHECK (amount_minor >= 0),
  constraint limit_grant_check CHECK (until_on >= from_on),
  constraint limit_grant_check1 CHECK (kind = 'standing'::text OR amount_minor IS NOT NULL),
  constraint limit_grant_check2 CHECK (kind <> 'temporary'::text OR until_on IS NOT NULL),
  constraint limit_grant_kind_check CHECK (kind = ANY (ARRAY['standing'::text, 'temporary'::text, 'insurance'::text]))
);

grant insert, select on credit.limit_grant to dunlin_app;

create table credit.order_act (
  account_id uuid not null,
  order_id uuid not null,
  act_id uuid not null,
  kind text not null,
  how text not null,
  checkpoint text not null,
  reasons jsonb not null,
  figures jsonb,
  policy_key text,
  policy_version integer,
  review_on date,
  to_member uuid,
  evidence text not null default ''::text,
  request_id uuid,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint order_act_pkey PRIMARY KEY (account_id, order_id, act_id),
  constraint order_act_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint order_act_checkpoint_check CHECK (checkpoint = ANY (ARRAY['order'::text, 'delivery'::text, 'invoice'::text])),
  constraint order_act_how_check CHECK (how = ANY (ARRAY['check'::text, 'policy'::text, 'cash'::text, 'returned'::text, 'person'::text, 'approval'::text])),
  constraint order_act_kind_check CHECK (kind = ANY (ARRAY['approved'::text, 'held'::text, 'released'::text, 'rejected'::text, 'forwarded'::text, 'alerted'::text])),
  constraint order_act_to_member_fkey FOREIGN KEY (to_member) REFERENCES team.member(member_id)
);

grant insert, select on credit.order_act to dunlin_app;

create table credit.order_statement (
  account_id uuid not null,
  order_id uuid not null,
  statement_id uuid not null,
  ordered_on date not null,
  currency text not null,
  amount_minor bigint not null,
  delivered_minor bigint not null,
  invoiced_minor bigint not null,
  state text not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint order_statement_pkey PRIMARY KEY (account_id, order_id, statement_id),
  constraint order_statement_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint order_statement_amount_minor_check CHECK (amount_minor >= 0),
  constraint order_statement_delivered_minor_check CHECK (delivered_minor >= 0),
  constraint order_statement_invoiced_minor_check CHECK (invoiced_minor >= 0),
  constraint order_statement_state_check CHECK (state = ANY (ARRAY['open'::text, 'invoiced'::text, 'closed'::text, 'cancelled'::text]))
);

grant insert, select on credit.order_statement to dunlin_app;

create table credit.sales_order (
  account_id uuid not null,
  order_id uuid not null,
  number text not null,
  ordered_on date not null,
  currency text not null,
  amount_minor bigint not null,
  state text not null,
  document_id uuid,
  recorded_at timestamp with time zone not null,
  delivered_minor bigint not null default 0,
  invoiced_minor bigint not null default 0,
  verdict text,
  verdict_how text,
  reasons jsonb not null default '[]'::jsonb,
  figures jsonb,
  held_at timestamp with time zone,
  forwarded_to uuid,
  review_on date,
  alerted_at timestamp with time zone,
  constraint sales_order_pkey PRIMARY KEY (account_id, order_id),
  constraint sales_order_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint sales_order_delivered_minor_check CHECK (delivered_minor >= 0),
  constraint sales_order_forwarded_to_fkey FOREIGN KEY (forwarded_to) REFERENCES team.member(member_id),
  constraint sales_order_invoiced_minor_check CHECK (invoiced_minor >= 0),
  constraint sales_order_state_check CHECK (state = ANY (ARRAY['open'::text, 'invoiced'::text, 'closed'::text, 'cancelled'::text])),
  constraint sales_order_verdict_check CHECK (verdict = ANY (ARRAY['approved'::text, 'held'::text, 'released'::text, 'rejected'::text]))
);

CREATE INDEX sales_order_at_risk ON credit.sales_order USING btree (account_id) WHERE ((state = 'open'::text) OR ((state = 'closed'::text) AND (delivered_minor > invoiced_minor)));

CREATE INDEX sales_order_held ON credit.sales_order USING btree (account_id, amount_minor) WHERE ((state = 'open'::text) AND (verdict = 'held'::text));

CREATE INDEX sales_order_unjudged ON credit.sales_order USING btree (account_id) WHERE ((state = 'open'::text) AND (verdict IS NULL));

CREATE UNIQUE INDEX sales_order_number ON credit.sales_order USING btree (account_id, number);

grant insert, select, update on credit.sales_order to dunlin_app;

create view credit.hold_card as
 SELECT account_id,
    count(*)::integer AS orders,
    min(held_at) AS since,
    count(alerted_at)::integer AS alerts
   FROM credit.sales_order
  WHERE state = 'open'::text AND (verdict = 'held'::text OR alerted_at IS NOT NULL)
  GROUP BY account_id;

grant select on credit.hold_card to dunlin_app;

create view credit.hold_history as
 SELECT h.account_id,
    h.effective_on,
    h.recorded_at,
    r.effective_on AS ended_on,
    r.recorded_at AS ended_at
   FROM credit.hold h
     LEFT JOIN credit.hold_release r ON r.account_id = h.account_id AND r.hold_id = h.hold_id;

grant select on credit.hold_history to dunlin_app;

create view credit.limit_card as
 SELECT DISTINCT ON (account_id, kind) account_id,
    kind,
    grant_id,
    amount_minor,
    currency,
    from_on,
    until_on,
    review_on,
    insurer,
    policy_number,
    recorded_at
   FROM credit.limit_grant
  ORDER BY account_id, kind, recorded_at DESC, grant_id DESC;

grant select on credit.limit_card to dunlin_app;

create view credit.open_order as
 SELECT o.account_id,
    o.order_id,
    o.number,
    o.ordered_on,
    o.currency,
    o.amount_minor,
    o.delivered_minor,
    GREATEST(o.invoiced_minor, COALESCE(b.booked, 0::bigint)) AS invoiced_minor,
    GREATEST(
        CASE o.state
            WHEN 'open'::text THEN GREATEST(o.amount_minor, o.delivered_minor)
            ELSE o.delivered_minor
        END - GREATEST(o.invoiced_minor, COALESCE(b.booked, 0::bigint)), 0::bigint) AS open_minor,
    o.state,
    o.verdict,
    o.verdict_how,
    o.reasons,
    o.figures,
    o.held_at,
    o.forwarded_to,
    o.review_on,
    o.alerted_at
   FROM credit.sales_order o
     LEFT JOIN LATERAL ( SELECT sum(
                CASE d.kind
                    WHEN 'invoice'::text THEN 1
                    ELSE '-1'::integer
                END * (d.net_minor + d.tax_minor))::bigint AS booked
           FROM invoices.document d
          WHERE d.account_id = o.account_id AND d.order_number = o.number AND (d.kind = ANY (ARRAY['invoice'::text, 'credit_memo'::text])) AND d.currency = o.currency AND NOT (EXISTS ( SELECT
                   FROM ledger.item i
                     JOIN ledger.application p ON p.account_id = i.account_id AND p.debit_item_id = i.item_id
                     JOIN ledger.item c ON c.account_id = p.account_id AND c.item_id = p.credit_item_id
                  WHERE i.account_id = d.account_id AND i.document_id = d.document_id AND c.kind = 'reversal'::text))) b ON true
  WHERE o.state = 'open'::text OR o.state = 'closed'::text AND o.delivered_minor > o.invoiced_minor;

grant select on credit.open_order to dunlin_app;

create view credit.order_line as
 SELECT account_id,
    order_id,
    number,
    ordered_on,
    currency,
    amount_minor,
    state,
    verdict,
    held_at,
    review_on
   FROM credit.sales_order;

grant select on credit.order_line to dunlin_app;

create schema customers;

grant usage on schema customers to dunlin_app;

create table customers.account (
  account_id uuid not null,
  company_id uuid not null,
  customer_id uuid not null,
  number text not null,
  kind text not null default 'trade'::text,
  terms_code text,
  opened_on date,
  merged_into uuid,
  made_at timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (account_id),
  constraint account_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint account_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customer(customer_id),
  constraint account_kind_check CHECK (kind = ANY (ARRAY['trade'::text, 'student'::text, 'insurer'::text, 'matter'::text, 'consumer'::text, 'public'::text, 'house'::text])),
  constraint account_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES customers.account(account_id),
  constraint account_number_check CHECK (number <> ''::text)
);

CREATE INDEX account_by_customer ON customers.account USING btree (customer_id);

CREATE INDEX account_by_number ON customers.account USING btree (upper(number) text_pattern_ops);

CREATE INDEX account_merged ON customers.account USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE UNIQUE INDEX account_number ON customers.account USING btree (company_id, number);

grant insert, select, update on customers.account to dunlin_app;

create table customers.account_now (
  account_id uuid not null,
  owner_id uuid,
  status text not null default 'open'::text,
  status_since date,
  limit_minor bigint,
  limit_currency text,
  last_touch_on date,
  last_touch text,
  pinned_at timestamp with time zone,
  tags text[] not null default '{}'::text[],
  constraint account_now_pkey PRIMARY KEY (account_id),
  constraint account_now_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id)
);

CREATE INDEX account_now_by_owner ON customers.account_now USING btree (owner_id);

CREATE INDEX account_now_by_tag ON customers.account_now USING gin (tags) WHERE (tags <> '{}'::text[]);

grant insert, select, update on customers.account_now to dunlin_app;

create table customers.activity (
  account_id uuid not null,
  activity_id uuid not null,
  kind text not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  phrase text not null,
  facts jsonb not null default '{}'::jsonb,
  text text,
  on_behalf uuid,
  constraint activity_pkey PRIMARY KEY (account_id, activity_id),
  constraint activity_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint activity_on_behalf_fkey FOREIGN KEY (on_behalf) REFERENCES team.member(member_id)
);

grant insert, select on customers.activity to dunlin_app;

create table customers.activity_withdrawn (
  account_id uuid not null,
  activity_id uuid not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint activity_withdrawn_pkey PRIMARY KEY (account_id, activity_id),
  constraint activity_withdrawn_account_id_activity_id_fkey FOREIGN KEY (account_id, activity_id) REFERENCES customers.activity(account_id, activity_id)
);

grant insert, select on customers.activity_withdrawn to dunlin_app;

create table customers.address_refused (
  account_id uuid not null,
  address_id uuid not null,
  cause text not null,
  refused_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint address_refused_pkey PRIMARY KEY (account_id, address_id),
  constraint address_refused_account_id_address_id_fkey FOREIGN KEY (account_id, address_id) REFERENCES customers.postal_address(account_id, address_id)
);

grant insert, select on customers.address_refused to dunlin_app;

create table customers.contact (
  contact_id uuid not null,
  customer_id uuid not null,
  role text not null,
  name text not null,
  email text,
  phone text,
  language text not null default 'en'::text,
  zone text,
  verified_on date,
  ended_at timestamp with time zone,
  made_at timestamp with time zone not null,
  constraint contact_pkey PRIMARY KEY (contact_id),
  constraint contact_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customer(customer_id),
  constraint contact_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text]))
);

CREATE INDEX contact_by_customer ON customers.contact USING btree (customer_id);

CREATE INDEX contact_by_email ON customers.contact USING btree (lower(email) text_pattern_ops);

CREATE INDEX contact_by_phone ON customers.contact USING btree (customers.digits_back(phone) text_pattern_ops);

grant insert, select, update on customers.contact to dunlin_app;

create table customers.customer (
  customer_id uuid not null,
  number text not null,
  name text not null,
  segment text,
  language text not null default 'en'::text,
  city text,
  state text,
  postal_code text,
  country text,
  tax_exempt boolean not null default false,
  made_at timestamp with time zone not null,
  constraint customer_pkey PRIMARY KEY (customer_id),
  constraint customer_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  constraint customer_number_check CHECK (number <> ''::text)
);

CREATE INDEX customer_by_name ON customers.customer USING gin (customers.folded(name) gin_trgm_ops);

CREATE INDEX customer_by_number ON customers.customer USING btree (upper(number) text_pattern_ops);

grant insert, select, update on customers.customer to dunlin_app;

create table customers.delivery_fact (
  account_id uuid not null,
  recorded_at timestamp with time zone not null,
  rule text not null,
  statement_form text not null,
  consolidated boolean not null,
  portal_name text,
  portal_url text,
  reason text not null,
  actor text not null,
  constraint delivery_fact_pkey PRIMARY KEY (account_id, recorded_at),
  constraint delivery_fact_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint delivery_fact_rule_check CHECK (rule = ANY (ARRAY['email'::text, 'letter'::text, 'portal'::text, 'none'::text])),
  constraint delivery_fact_statement_form_check CHECK (statement_form = ANY (ARRAY['balance_forward'::text, 'open_item'::text])),
  constraint portal_has_name CHECK ((rule = 'portal'::text) = (portal_name IS NOT NULL))
);

CREATE INDEX delivery_fact_portal ON customers.delivery_fact USING btree (account_id) WHERE (rule = 'portal'::text);

grant insert, select on customers.delivery_fact to dunlin_app;

create table customers.identity (
  company_id uuid not null,
  source text not null,
  kind text not null,
  external_id text not null,
  object_id uuid not null,
  constraint identity_pkey PRIMARY KEY (company_id, source, kind, external_id),
  constraint identity_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint identity_kind_check CHECK (kind = ANY (ARRAY['customer'::text, 'account'::text]))
);

grant insert, select on customers.identity to dunlin_app;

create table customers.limit_fact (
  account_id uuid not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  limit_minor bigint,
  currency text not null,
  actor text not null,
  reason text not null,
  constraint limit_fact_pkey PRIMARY KEY (account_id, effective_on, recorded_at),
  constraint limit_fact_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint limit_fact_limit_minor_check CHECK (limit_minor >= 0)
);

grant insert, select on customers.limit_fact to dunlin_app;

create table customers.owner_fact (
  account_id uuid not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  member_id uuid,
  actor text not null,
  reason text not null,
  constraint owner_fact_pkey PRIMARY KEY (account_id, effective_on, recorded_at),
  constraint owner_fact_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint owner_fact_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id)
);

grant insert, select on customers.owner_fact to dunlin_app;

create table customers.pin_fact (
  account_id uuid not null,
  recorded_at timestamp with time zone not null,
  pinned boolean not null,
  actor text not null,
  reason text not null,
  constraint pin_fact_pkey PRIMARY KEY (account_id, recorded_at),
  constraint pin_fact_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id)
);

grant insert, select on customers.pin_fact to dunlin_app;

create table customers.postal_address (
  account_id uuid not null,
  address_id uuid not null,
  attention text,
  line1 text not null,
  line2 text,
  city text not null,
  state text,
  postal_code text not null,
  country text not null,
  recorded_at timestamp with time zone not null,
  reason text not null,
  actor text not null,
  constraint postal_address_pkey PRIMARY KEY (account_id, address_id),
  constraint postal_address_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint postal_address_city_check CHECK (city <> ''::text),
  constraint postal_address_country_check CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint postal_address_line1_check CHECK (line1 <> ''::text),
  constraint postal_address_postal_code_check CHECK (postal_code <> ''::text)
);

grant insert, select on customers.postal_address to dunlin_app;

create table customers.relation (
  customer_id uuid not null,
  kind text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  other_id uuid,
  actor text not null,
  constraint relation_pkey PRIMARY KEY (customer_id, kind, effective_on, recorded_at),
  constraint relation_check CHECK (other_id IS DISTINCT FROM customer_id OR kind = 'payer'::text),
  constraint relation_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customer(customer_id),
  constraint relation_kind_check CHECK (kind = ANY (ARRAY['parent'::text, 'payer'::text, 'guarantor'::text])),
  constraint relation_other_id_fkey FOREIGN KEY (other_id) REFERENCES customers.customer(customer_id)
);

CREATE INDEX relation_by_other ON customers.relation USING btree (other_id, kind);

grant insert, select on customers.relation to dunlin_app;

create table customers.status_fact (
  account_id uuid not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  status text not null,
  actor text not null,
  reason text not null,
  constraint status_fact_pkey PRIMARY KEY (account_id, effective_on, recorded_at),
  constraint status_fact_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint status_fact_status_check CHECK (status = ANY (ARRAY['open'::text, 'disputed'::text, 'promised'::text, 'plan'::text, 'hold'::text, 'bankrupt'::text, 'legal'::text, 'agency'::text, 'written_off'::text]))
);

grant insert, select on customers.status_fact to dunlin_app;

create table customers.tag_fact (
  account_id uuid not null,
  recorded_at timestamp with time zone not null,
  tags text[] not null,
  actor text not null,
  reason text not null,
  constraint tag_fact_pkey PRIMARY KEY (account_id, recorded_at),
  constraint tag_fact_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id)
);

grant insert, select on customers.tag_fact to dunlin_app;

create table customers.terms (
  company_id uuid not null,
  code text not null,
  definition jsonb not null,
  constraint terms_pkey PRIMARY KEY (company_id, code),
  constraint terms_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select, update on customers.terms to dunlin_app;

create view customers.account_address as
 SELECT a.account_id,
    c.city,
    c.state,
    c.postal_code,
    c.country,
    c.tax_exempt
   FROM customers.account a
     JOIN customers.customer c ON c.customer_id = a.customer_id;

grant select on customers.account_address to dunlin_app;

create view customers.account_called as
 SELECT a.number,
    a.account_id,
    a.merged_into,
    a.company_id,
    co.code AS company
   FROM customers.account a
     JOIN team.company co ON co.company_id = a.company_id
  WHERE a.kind <> 'house'::text;

grant select on customers.account_called to dunlin_app;

create view customers.account_card as
 SELECT a.account_id,
    a.number AS account,
    a.kind,
    a.company_id,
    co.code AS company,
    co.name AS company_name,
    co.demo,
    a.customer_id,
    c.number AS customer,
    c.name,
    c.language,
    c.segment,
    n.owner_id,
    n.status,
    n.last_touch_on,
    n.last_touch,
    a.terms_code,
    a.merged_into
   FROM customers.account a
     JOIN customers.customer c ON c.customer_id = a.customer_id
     JOIN team.company co ON co.company_id = a.company_id
     LEFT JOIN customers.account_now n ON n.account_id = a.account_id;

grant select on customers.account_card to dunlin_app;

create view customers.account_person as
 SELECT a.account_id,
    t.contact_id,
    t.role,
    t.name,
    t.email,
    t.phone,
    t.language,
    t.zone,
    t.verified_on
   FROM customers.account a
     JOIN customers.contact t ON t.customer_id = a.customer_id
  WHERE t.ended_at IS NULL;

grant select on customers.account_person to dunlin_app;

create view customers.account_scope as
 SELECT a.account_id,
    a.company_id,
    a.customer_id,
    a.number AS account,
    c.number AS customer,
    c.name,
    c.segment,
    n.owner_id
   FROM customers.account a
     LEFT JOIN customers.customer c ON c.customer_id = a.customer_id
     LEFT JOIN customers.account_now n ON n.account_id = a.account_id;

grant select on customers.account_scope to dunlin_app;

create view customers.account_trait as
 SELECT a.account_id,
    a.company_id,
    co.zone,
    a.number AS account,
    a.kind,
    co.code AS company,
    c.country,
    c.state,
    c.segment,
    n.status,
    c.language,
    a.terms_code AS terms,
    n.owner_id,
    n.tags,
    a.merged_into
   FROM customers.account a
     JOIN customers.customer c ON c.customer_id = a.customer_id
     JOIN team.company co ON co.company_id = a.company_id
     LEFT JOIN customers.account_now n ON n.account_id = a.account_id;

grant select on customers.account_trait to dunlin_app;

create view customers.customer_name as
 SELECT customer_id,
    number,
    name
   FROM customers.customer;

grant select on customers.customer_name to dunlin_app;

create view customers.delivery_card as
 SELECT a.account_id,
    a.company_id,
    a.number AS account,
    a.kind,
    a.merged_into,
    a.customer_id,
    c.name,
    c.language,
    COALESCE(r.rule,
        CASE
            WHEN e.email IS NULL THEN 'letter'::text
            ELSE 'email'::text
        END) AS rule,
    r.rule IS NOT NULL AS stated,
    COALESCE(r.statement_form, 'balance_forward'::text) AS statement_form,
    COALESCE(r.consolidated, false) AS consolidated,
    r.portal_name,
    r.portal_url,
    r.reason,
    r.recorded_at AS rule_since,
    e.contact_id,
    e.name AS contact_name,
    e.email,
    e.language AS contact_language,
    p.address_id,
    p.attention,
    p.line1,
    p.line2,
    p.city,
    p.state,
    p.postal_code,
    p.country,
    p.recorded_at AS address_since,
    f.cause AS address_refused
   FROM customers.account a
     JOIN customers.customer c ON c.customer_id = a.customer_id
     LEFT JOIN LATERAL ( SELECT d.rule,
            d.statement_form,
            d.consolidated,
            d.portal_name,
            d.portal_url,
            d.reason,
            d.recorded_at
           FROM customers.delivery_fact d
          WHERE d.account_id = a.account_id
          ORDER BY d.recorded_at DESC
         LIMIT 1) r ON true
     LEFT JOIN LATERAL ( SELECT t.contact_id,
            t.name,
            t.email,
            t.language
           FROM customers.contact t
          WHERE t.customer_id = a.customer_id AND t.ended_at IS NULL AND COALESCE(t.email, ''::text) <> ''::text
          ORDER BY (t.role = 'accounts_payable'::text) DESC, t.made_at, t.contact_id
         LIMIT 1) e ON true
     LEFT JOIN LATERAL ( SELECT l.address_id,
            l.attention,
            l.line1,
            l.line2,
            l.city,
            l.state,
            l.postal_code,
            l.country,
            l.recorded_at
           FROM customers.postal_address l
          WHERE l.account_id = a.account_id
          ORDER BY l.recorded_at DESC, l.address_id DESC
         LIMIT 1) p ON true
     LEFT JOIN customers.address_refused f ON f.account_id = a.account_id AND f.address_id = p.address_id;

grant select on customers.delivery_card to dunlin_app;

create view customers.limit_card as
 SELECT account_id,
    limit_minor,
    limit_currency,
    status
   FROM customers.account_now;

grant select on customers.limit_card to dunlin_app;

create view customers.owner_change as
 SELECT account_id,
    effective_on,
    recorded_at,
    member_id,
    actor,
    reason
   FROM customers.owner_fact;

grant select on customers.owner_change to dunlin_app;

create view customers.portal_account as
 SELECT account_id,
    portal_name,
    portal_url,
    recorded_at AS since
   FROM customers.delivery_fact f
  WHERE rule = 'portal'::text AND NOT (EXISTS ( SELECT
           FROM customers.delivery_fact l
          WHERE l.account_id = f.account_id AND l.recorded_at > f.recorded_at));

grant select on customers.portal_account to dunlin_app;

create view customers.portfolio_card as
 SELECT a.account_id,
    a.company_id,
    a.number AS account,
    a.kind,
    a.customer_id,
    c.number AS customer,
    c.name,
    c.language,
    c.segment,
    c.city,
    c.state,
    c.postal_code,
    c.country,
    n.owner_id,
    n.pinned_at,
    n.status,
    n.last_touch_on
   FROM customers.account a
     JOIN customers.customer c ON c.customer_id = a.customer_id
     LEFT JOIN customers.account_now n ON n.account_id = a.account_id
  WHERE a.kind <> 'house'::text AND a.merged_into IS NULL;

grant select on customers.portfolio_card to dunlin_app;

create view customers.reachable as
 SELECT customer_id,
    bool_or(COALESCE(email, ''::text) <> ''::text) AS by_email
   FROM customers.contact
  WHERE ended_at IS NULL AND (COALESCE(email, ''::text) <> ''::text OR COALESCE(phone, ''::text) <> ''::text)
  GROUP BY customer_id;

grant select on customers.reachable to dunlin_app;

create view customers.refused_address as
 SELECT f.account_id,
    concat_ws(', '::text, p.line1, p.city) AS address,
    f.cause,
    f.refused_on
   FROM customers.address_refused f
     JOIN customers.postal_address p ON p.account_id = f.account_id AND p.address_id = f.address_id
  WHERE NOT (EXISTS ( SELECT
           FROM customers.postal_address l
          WHERE l.account_id = p.account_id AND ((ROW(l.recorded_at, l.address_id) > ROW(p.recorded_at, p.address_id)))));

grant select on customers.refused_address to dunlin_app;

create view customers.status_history as
 SELECT account_id,
    effective_on,
    recorded_at,
    status
   FROM customers.status_fact s;

grant select on customers.status_history to dunlin_app;

create view customers.timeline_line as
 SELECT account_id,
    activity_id,
    kind,
    happened_on,
    recorded_at,
    actor,
    on_behalf,
    phrase,
    facts,
    text
   FROM customers.activity;

grant select on customers.timeline_line to dunlin_app;

CREATE OR REPLACE FUNCTION customers.above(of_customer uuid, as_of date)
 RETURNS TABLE(customer_id uuid, steps integer)
 LANGUAGE sql
 STABLE
AS $function$
  with recursive climb as (
    select of_customer as customer_id, 0 as steps
     union all
    select p.parent, k.steps + 1
      from climb k
     cross join lateral (select customers.parent_of(k.customer_id, as_of) as parent) p
     where p.parent is not null
       and p.parent <> k.customer_id
       and k.steps < 16
  )
  select customer_id, min(steps)
    from climb
   group by customer_id
$function$;

CREATE OR REPLACE FUNCTION customers.accounts_below(of_customer uuid, as_of date)
 RETURNS TABLE(account_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  with recursive fall as (
    select of_customer as customer_id, 0 as steps
     union
    select r.customer_id, f.steps + 1
      from fall f
      join customers.relation r on r.other_id = f.customer_id and r.kind = 'parent'
     where customers.parent_of(r.customer_id, as_of) = f.customer_id
       and f.steps < 16
  )
  select distinct a.account_id
    from fall f
    join customers.account a on a.customer_id = f.customer_id
   where a.merged_into is null
$function$;

CREATE OR REPLACE FUNCTION customers.covered_on(on_day date)
 RETURNS TABLE(account_id uuid, owner_id uuid, cover_id uuid, absence_id uuid, last_on date)
 LANGUAGE sql
 STABLE
AS $function$
  select n.account_id, v.member_id, v.cover_id, v.absence_id, v.last_on
    from team.covering_on(on_day) v
    join customers.account_now n on n.owner_id = v.member_id
    join customers.account a on a.account_id = n.account_id
    join customers.customer c on c.customer_id = a.customer_id
   where v.work = 'worklist'
     and (v.company_id is null or v.company_id = a.company_id)
     and (v.letter_from is null
          or customers.initial_of(c.name) between v.letter_from and v.letter_to)
$function$;

CREATE OR REPLACE FUNCTION customers.digits_back(phone text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN reverse(regexp_replace(phone, '[^0-9]'::text, ''::text, 'g'::text));

CREATE OR REPLACE FUNCTION customers.family_on(as_of date)
 RETURNS TABLE(customer_id uuid, head_id uuid, head text, head_name text)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION customers.folded(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN translate(lower(name), 'áàâäãåéèêëíìîïóòôöõúùûüñç'::text, 'aaaaaaeeeeiiiiooooouuuunc'::text);

CREATE OR REPLACE FUNCTION customers.initial_of(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN ((upper("left"(customers.folded(ltrim(name)), 1)) >= 'A'::text) AND (upper("left"(customers.folded(ltrim(name)), 1)) <= 'Z'::text)) THEN (upper("left"(customers.folded(ltrim(name)), 1)) COLLATE "C") ELSE 'A'::text END;

CREATE OR REPLACE FUNCTION customers.owners_on(as_of date, known_at timestamp with time zone)
 RETURNS TABLE(account_id uuid, owner_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select o.account_id, o.member_id
    from (select distinct on (f.account_id) f.account_id, f.member_id
            from customers.owner_fact f
           where f.effective_on <= as_of
             and f.recorded_at <= known_at
           order by f.account_id, f.effective_on desc, f.recorded_at desc) o
   where o.member_id is not null
$function$;

CREATE OR REPLACE FUNCTION customers.parent_of(of_customer uuid, as_of date)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  select r.other_id
    from customers.relation r
   where r.customer_id   = of_customer
     and r.kind          = 'parent'
     and r.effective_on <= as_of
   order by r.effective_on desc, r.recorded_at desc
   limit 1
$function$;

create schema datasets;

grant usage on schema datasets to dunlin_app;

create table datasets.report (
  report_id uuid not null,
  name text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint report_pkey PRIMARY KEY (report_id),
  constraint report_name UNIQUE (name),
  constraint report_name_check CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,59}$'::text)
);

grant insert, select on datasets.report to dunlin_app;

create table datasets.report_now (
  report_id uuid not null,
  version integer not null,
  owner_id uuid not null,
  shared text not null,
  company_id uuid,
  retired_on date,
  used_on date,
  used_by uuid,
  uses integer not null default 0,
  constraint report_now_pkey PRIMARY KEY (report_id),
  constraint report_now_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint report_now_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint report_now_report_id_fkey FOREIGN KEY (report_id) REFERENCES datasets.report(report_id),
  constraint report_now_used_by_fkey FOREIGN KEY (used_by) REFERENCES team.member(member_id)
);

grant insert, select, update on datasets.report_now to dunlin_app;

create table datasets.report_version (
  report_id uuid not null,
  version integer not null,
  title text not null,
  note text not null,
  question jsonb not null,
  owner_id uuid not null,
  shared text not null,
  company_id uuid,
  review_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint report_version_pkey PRIMARY KEY (report_id, version),
  constraint report_version_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint report_version_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint report_version_report_id_fkey FOREIGN KEY (report_id) REFERENCES datasets.report(report_id),
  constraint report_version_shared_check CHECK (shared = ANY (ARRAY['private'::text, 'team'::text, 'company'::text])),
  constraint report_version_title_check CHECK (title <> ''::text),
  constraint report_version_version_check CHECK (version > 0)
);

grant insert, select on datasets.report_version to dunlin_app;

create schema disputes;

grant usage on schema disputes to dunlin_app;

create table disputes.case_dispute (
  account_id uuid not null,
  case_id uuid not null,
  dispute_id uuid not null,
  line_no smallint,
  constraint case_dispute_pkey PRIMARY KEY (account_id, dispute_id),
  constraint case_dispute_account_id_case_id_fkey FOREIGN KEY (account_id, case_id) REFERENCES disputes.dispute_case(account_id, case_id),
  constraint case_dispute_account_id_dispute_id_fkey FOREIGN KEY (account_id, dispute_id) REFERENCES disputes.dispute(account_id, dispute_id),
  constraint case_dispute_line_no_check CHECK (line_no > 0)
);

CREATE INDEX case_dispute_by_case ON disputes.case_dispute USING btree (account_id, case_id);

grant insert, select on disputes.case_dispute to dunlin_app;

create table disputes.case_event (
  account_id uuid not null,
  case_id uuid not null,
  event_id uuid not null,
  kind text not null,
  facts jsonb not null,
  note text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint case_event_pkey PRIMARY KEY (account_id, case_id, event_id),
  constraint case_event_account_id_case_id_fkey FOREIGN KEY (account_id, case_id) REFERENCES disputes.dispute_case(account_id, case_id),
  constraint case_event_kind_check CHECK (kind = ANY (ARRAY['assigned'::text, 'asked_owner'::text, 'asked_customer'::text, 'answered'::text, 'cause_found'::text, 'noted'::text, 'evidence_added'::text, 'linked'::text, 'link_revoked'::text, 'decided'::text, 'credit_refused'::text, 'credited'::text, 'rebilled'::text, 'deducted'::text, 'escalated'::text, 'closed'::text, 'reopened'::text]))
);

grant insert, select on disputes.case_event to dunlin_app;

create table disputes.case_now (
  account_id uuid not null,
  case_id uuid not null,
  company_id uuid not null,
  state text not null,
  cause text,
  department text not null,
  coordinator_id uuid,
  owner_id uuid,
  outside_name text,
  outside_email text,
  currency text not null,
  amount_minor bigint not null,
  decision text,
  request_id uuid,
  answered_on date,
  answer_by date,
  escalated_on date,
  escalated_to uuid,
  opened_on date not null,
  decided_on date,
  closed_on date,
  closed_how text,
  changed_at timestamp with time zone not null,
  constraint case_now_pkey PRIMARY KEY (account_id, case_id),
  constraint case_now_account_id_case_id_fkey FOREIGN KEY (account_id, case_id) REFERENCES disputes.dispute_case(account_id, case_id),
  constraint case_now_closed_how_check CHECK (closed_how = ANY (ARRAY['credited'::text, 'rebilled'::text, 'rejected'::text, 'written_off'::text, 'cleared'::text, 'went_back'::text])),
  constraint case_now_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint case_now_coordinator_id_fkey FOREIGN KEY (coordinator_id) REFERENCES team.member(member_id),
  constraint case_now_decision_check CHECK (decision = ANY (ARRAY['credit'::text, 'rebill'::text, 'reject'::text, 'write_off'::text])),
  constraint case_now_department_check CHECK (department = ANY (ARRAY['sales'::text, 'operations'::text, 'billing'::text, 'ar'::text])),
  constraint case_now_escalated_to_fkey FOREIGN KEY (escalated_to) REFERENCES team.member(member_id),
  constraint case_now_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint case_now_state_check CHECK (state = ANY (ARRAY['open'::text, 'with_owner'::text, 'with_customer'::text, 'decided'::text, 'closed'::text]))
);

CREATE INDEX case_now_by_account ON disputes.case_now USING btree (account_id) WHERE (state <> 'closed'::text);

CREATE INDEX case_now_closed ON disputes.case_now USING btree (company_id, closed_on) WHERE (state = 'closed'::text);

CREATE INDEX case_now_open ON disputes.case_now USING btree (company_id, answer_by) WHERE (state <> 'closed'::text);

CREATE INDEX case_now_opened ON disputes.case_now USING btree (company_id, opened_on);

grant insert, select, update on disputes.case_now to dunlin_app;

create table disputes.cause_review (
  company_id uuid not null,
  month_on date not null,
  review_id uuid not null,
  findings text not null,
  actions text not null,
  figures jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint cause_review_pkey PRIMARY KEY (company_id, month_on, review_id),
  constraint cause_review_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint month_begins CHECK (month_on = date_trunc('month'::text, month_on::timestamp with time zone))
);

grant insert, select on disputes.cause_review to dunlin_app;

create table disputes.deduction (
  account_id uuid not null,
  posting_id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  receipt_id uuid not null,
  amount_minor bigint not null,
  code text,
  recorded_at timestamp with time zone not null,
  constraint deduction_pkey PRIMARY KEY (account_id, posting_id, item_id),
  constraint deduction_account_id_case_id_fkey FOREIGN KEY (account_id, case_id) REFERENCES disputes.dispute_case(account_id, case_id),
  constraint deduction_amount_minor_check CHECK (amount_minor > 0)
);

CREATE INDEX deduction_by_case ON disputes.deduction USING btree (account_id, case_id);

grant insert, select on disputes.deduction to dunlin_app;

create table disputes.dispute (
  account_id uuid not null,
  dispute_id uuid not null,
  item_id uuid not null,
  amount_minor bigint,
  reason text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint dispute_pkey PRIMARY KEY (account_id, dispute_id),
  constraint dispute_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint dispute_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint dispute_amount_minor_check CHECK (amount_minor > 0)
);

CREATE INDEX dispute_by_item ON disputes.dispute USING btree (account_id, item_id);

grant insert, select on disputes.dispute to dunlin_app;

create table disputes.dispute_case (
  account_id uuid not null,
  case_id uuid not null,
  reason text not null,
  part text not null,
  note text not null,
  said_by text not null,
  owner_id uuid,
  answer_by date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  origin text not null default 'said'::text,
  constraint dispute_case_pkey PRIMARY KEY (account_id, case_id),
  constraint dispute_case_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint dispute_case_origin_check CHECK (origin = ANY (ARRAY['said'::text, 'deduction'::text, 'brought'::text])),
  constraint dispute_case_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint dispute_case_part_check CHECK (part = ANY (ARRAY['whole'::text, 'line'::text, 'freight'::text, 'tax'::text, 'amount'::text])),
  constraint dispute_case_reason_check CHECK (reason = ANY (ARRAY['price'::text, 'quantity'::text, 'damaged'::text, 'not_received'::text, 'not_ordered'::text, 'freight'::text, 'tax'::text, 'duplicate'::text, 'terms'::text, 'service'::text, 'returned'::text, 'promotion'::text, 'discount'::text, 'short_paid'::text, 'billing_error'::text, 'other'::text]))
);

grant insert, select on disputes.dispute_case to dunlin_app;

create table disputes.dispute_withdrawn (
  account_id uuid not null,
  dispute_id uuid not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint dispute_withdrawn_pkey PRIMARY KEY (account_id, dispute_id),
  constraint dispute_withdrawn_account_id_dispute_id_fkey FOREIGN KEY (account_id, dispute_id) REFERENCES disputes.dispute(account_id, dispute_id)
);

grant insert, select on disputes.dispute_withdrawn to dunlin_app;

create table disputes.evidence (
  account_id uuid not null,
  evidence_id uuid not null,
  case_id uuid not null,
  link_id uuid,
  kind text not null,
  file_name text not null,
  media_type text not null,
  sha256 text not null,
  content bytea not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint evidence_pkey PRIMARY KEY (account_id, evidence_id),
  constraint evidence_account_id_case_id_fkey FOREIGN KEY (account_id, case_id) REFERENCES disputes.dispute_case(account_id, case_id),
  constraint evidence_kind_check CHECK (kind = ANY (ARRAY['proof_of_delivery'::text, 'claim'::text, 'contract'::text, 'photo'::text, 'other'::text]))
);

CREATE INDEX evidence_by_case ON disputes.evidence USING btree (account_id, case_id);

grant insert, select on disputes.evidence to dunlin_app;

create table disputes.late_cause (
  account_id uuid not null,
  cause_id uuid not null,
  cause text,
  note text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  company_id uuid not null,
  constraint late_cause_pkey PRIMARY KEY (account_id, cause_id),
  constraint late_cause_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint late_cause_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

CREATE INDEX late_cause_latest ON disputes.late_cause USING btree (account_id, recorded_at DESC);

CREATE INDEX late_cause_of_company ON disputes.late_cause USING btree (company_id, effective_on);

grant insert, select on disputes.late_cause to dunlin_app;

create table disputes.late_cause_item (
  account_id uuid not null,
  item_id uuid not null,
  cause_id uuid not null,
  currency text not null,
  overdue_minor bigint not null,
  constraint late_cause_item_pkey PRIMARY KEY (account_id, item_id, cause_id),
  constraint late_cause_item_account_id_cause_id_fkey FOREIGN KEY (account_id, cause_id) REFERENCES disputes.late_cause(account_id, cause_id),
  constraint late_cause_item_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint late_cause_item_overdue_minor_check CHECK (overdue_minor > 0)
);

CREATE INDEX late_cause_item_of ON disputes.late_cause_item USING btree (account_id, cause_id);

grant insert, select on disputes.late_cause_item to dunlin_app;

create table disputes.link (
  account_id uuid not null,
  link_id uuid not null,
  case_id uuid not null,
  token_hash text not null,
  to_name text not null,
  to_email text not null,
  language text not null,
  question text not null,
  expires_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint link_pkey PRIMARY KEY (account_id, link_id),
  constraint link_account_id_case_id_fkey FOREIGN KEY (account_id, case_id) REFERENCES disputes.dispute_case(account_id, case_id),
  constraint link_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text]))
);

CREATE INDEX link_by_case ON disputes.link USING btree (account_id, case_id);

CREATE INDEX link_by_token ON disputes.link USING btree (token_hash);

CREATE UNIQUE INDEX link_token ON disputes.link USING btree (account_id, token_hash);

grant insert, select on disputes.link to dunlin_app;

create table disputes.link_revoked (
  account_id uuid not null,
  link_id uuid not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint link_revoked_pkey PRIMARY KEY (account_id, link_id),
  constraint link_revoked_account_id_link_id_fkey FOREIGN KEY (account_id, link_id) REFERENCES disputes.link(account_id, link_id)
);

grant insert, select on disputes.link_revoked to dunlin_app;

create table disputes.link_use (
  account_id uuid not null,
  link_id uuid not null,
  use_id uuid not null,
  kind text not null,
  verdict text,
  answer text not null default ''::text,
  recorded_at timestamp with time zone not null,
  constraint link_use_pkey PRIMARY KEY (account_id, link_id, use_id),
  constraint answered_says_what CHECK ((kind = 'answered'::text) = (verdict IS NOT NULL)),
  constraint link_use_account_id_link_id_fkey FOREIGN KEY (account_id, link_id) REFERENCES disputes.link(account_id, link_id),
  constraint link_use_kind_check CHECK (kind = ANY (ARRAY['opened'::text, 'answered'::text])),
  constraint link_use_verdict_check CHECK (verdict = ANY (ARRAY['agree'::text, 'partly'::text, 'disagree'::text, 'need_more'::text]))
);

grant insert, select on disputes.link_use to dunlin_app;

create table disputes.reason_code (
  account_id uuid not null,
  code text not null,
  code_id uuid not null,
  reason text,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint reason_code_pkey PRIMARY KEY (account_id, code, code_id),
  constraint reason_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id)
);

grant insert, select on disputes.reason_code to dunlin_app;

create table disputes.resolution (
  account_id uuid not null,
  dispute_id uuid not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  how text,
  constraint resolution_pkey PRIMARY KEY (account_id, dispute_id),
  constraint resolution_account_id_dispute_id_fkey FOREIGN KEY (account_id, dispute_id) REFERENCES disputes.dispute(account_id, dispute_id),
  constraint resolution_how_check CHECK (how = ANY (ARRAY['credited'::text, 'rejected'::text, 'written_off'::text, 'cleared'::text, 'went_back'::text]))
);

grant insert, select on disputes.resolution to dunlin_app;

create table disputes.route (
  company_id uuid not null,
  reason text not null,
  route_id uuid not null,
  department text not null,
  owner_id uuid,
  outside_name text,
  outside_email text,
  answer_days integer not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint route_pkey PRIMARY KEY (company_id, reason, route_id),
  constraint route_answer_days_check CHECK (answer_days >= 1 AND answer_days <= 90),
  constraint route_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint route_department_check CHECK (department = ANY (ARRAY['sales'::text, 'operations'::text, 'billing'::text, 'ar'::text])),
  constraint route_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id)
);

grant insert, select on disputes.route to dunlin_app;

create view disputes.case_card as
 SELECT n.account_id,
    n.case_id,
    c.reason,
    n.state,
    n.currency,
    n.amount_minor,
    n.coordinator_id,
    n.answered_on,
    n.answer_by,
    n.escalated_on,
    n.opened_on,
    COALESCE(p.name, n.outside_name, ''::text) AS owner
   FROM disputes.case_now n
     JOIN disputes.dispute_case c ON c.account_id = n.account_id AND c.case_id = n.case_id
     LEFT JOIN team.person p ON p.member_id = n.owner_id
  WHERE n.state <> 'closed'::text;

grant select on disputes.case_card to dunlin_app;

create view disputes.case_desk as
 SELECT n.account_id,
    n.case_id,
    n.company_id,
    c.reason,
    n.state,
    n.department,
    n.coordinator_id,
    n.owner_id,
    n.outside_name,
    n.outside_email,
    n.currency,
    n.amount_minor,
    n.opened_on,
    n.answer_by,
    ARRAY( SELECT DISTINCT i.number
           FROM disputes.case_dispute x
             JOIN disputes.dispute d ON d.account_id = x.account_id AND d.dispute_id = x.dispute_id
             JOIN ledger.item i ON i.account_id = d.account_id AND i.item_id = d.item_id
          WHERE x.account_id = n.account_id AND x.case_id = n.case_id
          ORDER BY i.number) AS documents
   FROM disputes.case_now n
     JOIN disputes.dispute_case c ON c.account_id = n.account_id AND c.case_id = n.case_id;

grant select on disputes.case_desk to dunlin_app;

create view disputes.case_line as
 SELECT n.account_id,
    n.case_id,
    c.reason,
    n.cause,
    n.department,
    n.state,
    n.owner_id,
    n.outside_name,
    n.currency,
    n.amount_minor,
    n.opened_on,
    n.answer_by,
    n.decided_on,
    n.closed_on,
    n.closed_how
   FROM disputes.case_now n
     JOIN disputes.dispute_case c ON c.account_id = n.account_id AND c.case_id = n.case_id;

grant select on disputes.case_line to dunlin_app;

create view disputes.dispute_card as
 SELECT d.account_id,
    d.dispute_id,
    d.item_id,
    d.amount_minor,
    d.reason,
    d.effective_on,
    c.case_id,
    c.part,
    x.line_no,
    c.note,
    c.said_by,
    n.owner_id,
    n.answer_by,
    c.recorded_at,
    n.state,
    n.decision,
    n.department,
    n.coordinator_id,
    c.origin
   FROM disputes.open_dispute d
     LEFT JOIN disputes.case_dispute x ON x.account_id = d.account_id AND x.dispute_id = d.dispute_id
     LEFT JOIN disputes.dispute_case c ON c.account_id = x.account_id AND c.case_id = x.case_id
     LEFT JOIN disputes.case_now n ON n.account_id = c.account_id AND n.case_id = c.case_id;

grant select on disputes.dispute_card to dunlin_app;

create view disputes.dispute_history as
 SELECT d.account_id,
    d.item_id,
    d.amount_minor,
    d.effective_on,
    d.recorded_at,
    r.effective_on AS ended_on,
    r.recorded_at AS ended_at
   FROM disputes.dispute d
     LEFT JOIN disputes.resolution r ON r.account_id = d.account_id AND r.dispute_id = d.dispute_id;

grant select on disputes.dispute_history to dunlin_app;

create view disputes.dispute_span as
 SELECT d.account_id,
    d.dispute_id,
    d.item_id,
    d.amount_minor,
    d.reason,
    d.effective_on,
    d.recorded_at,
    r.effective_on AS resolved_on,
    r.recorded_at AS resolved_at,
    r.how,
    w.recorded_at AS withdrawn_at
   FROM disputes.dispute d
     LEFT JOIN disputes.resolution r ON r.account_id = d.account_id AND r.dispute_id = d.dispute_id
     LEFT JOIN disputes.dispute_withdrawn w ON w.account_id = d.account_id AND w.dispute_id = d.dispute_id;

grant select on disputes.dispute_span to dunlin_app;

create view disputes.late_cause_fact as
 SELECT 'dispute'::text AS kind,
    n.account_id,
    n.case_id AS fact_id,
    NULL::uuid AS item_id,
    n.company_id,
    n.cause,
    n.currency,
    n.amount_minor,
    n.opened_on AS found_on,
    n.state <> 'closed'::text AS still_open
   FROM disputes.case_now n
UNION ALL
 SELECT 'late'::text AS kind,
    l.account_id,
    l.cause_id AS fact_id,
    i.item_id,
    l.company_id,
    l.cause,
    i.currency,
    i.overdue_minor AS amount_minor,
    l.effective_on AS found_on,
    b.open_minor > 0 AS still_open
   FROM disputes.late_cause l
     JOIN disputes.late_cause_item i ON i.account_id = l.account_id AND i.cause_id = l.cause_id
     JOIN ledger.item_card b ON b.account_id = i.account_id AND b.item_id = i.item_id
  WHERE l.cause IS NOT NULL AND NOT (EXISTS ( SELECT
           FROM disputes.late_cause_item x
          WHERE x.account_id = i.account_id AND x.item_id = i.item_id AND x.cause_id > i.cause_id));

grant select on disputes.late_cause_fact to dunlin_app;

create view disputes.late_cause_now as
 SELECT DISTINCT ON (account_id) account_id,
    cause,
    note,
    effective_on,
    recorded_at,
    actor
   FROM disputes.late_cause c
  ORDER BY account_id, recorded_at DESC, cause_id DESC;

grant select on disputes.late_cause_now to dunlin_app;

create view disputes.open_amount as
 SELECT account_id,
    item_id,
        CASE
            WHEN bool_or(amount_minor IS NULL) THEN NULL::bigint
            ELSE sum(amount_minor)::bigint
        END AS amount_minor
   FROM disputes.open_dispute d
  GROUP BY account_id, item_id;

grant select on disputes.open_amount to dunlin_app;

create view disputes.open_dispute as
 SELECT account_id,
    dispute_id,
    item_id,
    amount_minor,
    reason,
    effective_on
   FROM disputes.dispute d
  WHERE NOT (EXISTS ( SELECT
           FROM disputes.resolution r
          WHERE r.account_id = d.account_id AND r.dispute_id = d.dispute_id)) AND NOT (EXISTS ( SELECT
           FROM disputes.dispute_withdrawn w
          WHERE w.account_id = d.account_id AND w.dispute_id = d.dispute_id));

grant select on disputes.open_dispute to dunlin_app;

CREATE OR REPLACE FUNCTION disputes.contested(disputed_item uuid, amount_minor bigint, open_minor bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (disputed_item IS NULL) THEN (0)::bigint ELSE LEAST(COALESCE(amount_minor, open_minor), open_minor) END;

CREATE OR REPLACE FUNCTION disputes.open_disputes_known(as_of date, known_at timestamp with time zone)
 RETURNS TABLE(account_id uuid, dispute_id uuid, item_id uuid, amount_minor bigint)
 LANGUAGE sql
 STABLE
AS $function$
  select d.account_id, d.dispute_id, d.item_id, d.amount_minor
    from disputes.dispute d
   where d.effective_on <= as_of
     and d.recorded_at <= known_at
     and not exists (select
                       from disputes.resolution r
                      where r.account_id = d.account_id
                        and r.dispute_id = d.dispute_id
                        and r.effective_on <= as_of
                        and r.recorded_at <= known_at)
     and not exists (select
                       from disputes.dispute_withdrawn w
                      where w.account_id = d.account_id
                        and w.dispute_id = d.dispute_id
                        and w.recorded_at <= known_at)
$function$;

create schema documents;

grant usage on schema documents to dunlin_app;

create table documents.file_content (
  sha256 text not null,
  media_type text not null,
  content bytea not null,
  recorded_at timestamp with time zone not null,
  constraint file_content_pkey PRIMARY KEY (sha256),
  constraint file_content_content_check CHECK (octet_length(content) > 0),
  constraint file_content_media_type_check CHECK (media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text, 'image/tiff'::text])),
  constraint file_content_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);

grant insert, select on documents.file_content to dunlin_app;

create table documents.original (
  account_id uuid not null,
  original_id uuid not null,
  document_id uuid not null,
  kind text not null,
  version integer not null,
  file_name text not null,
  sha256 text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint original_pkey PRIMARY KEY (account_id, original_id),
  constraint original_version UNIQUE (account_id, document_id, kind, version),
  constraint original_account_id_document_id_fkey FOREIGN KEY (account_id, document_id) REFERENCES invoices.document(account_id, document_id),
  constraint original_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint original_file_name_check CHECK (file_name <> ''::text),
  constraint original_kind_check CHECK (kind = ANY (ARRAY['invoice'::text, 'delivery'::text])),
  constraint original_sha256_fkey FOREIGN KEY (sha256) REFERENCES documents.file_content(sha256),
  constraint original_version_check CHECK (version > 0)
);

grant insert, select on documents.original to dunlin_app;

create table documents.original_withdrawn (
  account_id uuid not null,
  original_id uuid not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint original_withdrawn_pkey PRIMARY KEY (account_id, original_id),
  constraint original_withdrawn_account_id_original_id_fkey FOREIGN KEY (account_id, original_id) REFERENCES documents.original(account_id, original_id)
);

grant insert, select on documents.original_withdrawn to dunlin_app;

create table documents.waiting_file (
  file_id uuid not null,
  file_name text not null,
  kind text not null,
  sha256 text not null,
  problem text not null,
  facts jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint waiting_file_pkey PRIMARY KEY (file_id),
  constraint waiting_file_file_name_check CHECK (file_name <> ''::text),
  constraint waiting_file_kind_check CHECK (kind = ANY (ARRAY['invoice'::text, 'delivery'::text])),
  constraint waiting_file_sha256_fkey FOREIGN KEY (sha256) REFERENCES documents.file_content(sha256)
);

grant insert, select on documents.waiting_file to dunlin_app;

create table documents.waiting_settled (
  file_id uuid not null,
  original_id uuid,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint waiting_settled_pkey PRIMARY KEY (file_id),
  constraint waiting_settled_file_id_fkey FOREIGN KEY (file_id) REFERENCES documents.waiting_file(file_id)
);

grant insert, select on documents.waiting_settled to dunlin_app;

create view documents.original_card as
 SELECT o.account_id,
    o.original_id,
    o.document_id,
    d.number,
    o.kind,
    o.version,
    o.file_name,
    o.sha256,
    c.media_type,
    octet_length(c.content)::bigint AS bytes,
    o.recorded_at,
    o.actor
   FROM documents.original o
     JOIN documents.file_content c ON c.sha256 = o.sha256
     JOIN invoices.document_card d ON d.account_id = o.account_id AND d.document_id = o.document_id
  WHERE NOT (EXISTS ( SELECT
           FROM documents.original_withdrawn w
          WHERE w.account_id = o.account_id AND w.original_id = o.original_id));

grant select on documents.original_card to dunlin_app;

create schema escalations;

grant usage on schema escalations to dunlin_app;

create table escalations.action_event (
  account_id uuid not null,
  plan_id uuid not null,
  event_id uuid not null,
  kind text not null,
  step_no integer,
  facts jsonb not null,
  note text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint action_event_pkey PRIMARY KEY (account_id, plan_id, event_id),
  constraint action_event_account_id_plan_id_fkey FOREIGN KEY (account_id, plan_id) REFERENCES escalations.action_plan(account_id, plan_id),
  constraint action_event_kind_check CHECK (kind = ANY (ARRAY['made'::text, 'step_added'::text, 'step_done'::text, 'step_dropped'::text, 'step_moved'::text, 'ended'::text]))
);

grant insert, select on escalations.action_event to dunlin_app;

create table escalations.action_plan (
  account_id uuid not null,
  plan_id uuid not null,
  company_id uuid not null,
  response text not null,
  goal text not null,
  owner_id uuid not null,
  made_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint action_plan_pkey PRIMARY KEY (account_id, plan_id),
  constraint action_plan_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint action_plan_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint action_plan_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id)
);

grant insert, select on escalations.action_plan to dunlin_app;

create table escalations.action_plan_now (
  account_id uuid not null,
  plan_id uuid not null,
  company_id uuid not null,
  state text not null,
  result text,
  ended_on date,
  changed_at timestamp with time zone not null,
  constraint action_plan_now_pkey PRIMARY KEY (account_id, plan_id),
  constraint action_plan_now_account_id_plan_id_fkey FOREIGN KEY (account_id, plan_id) REFERENCES escalations.action_plan(account_id, plan_id),
  constraint action_plan_now_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint action_plan_now_result_check CHECK (result = ANY (ARRAY['paid'::text, 'promised'::text, 'plan_agreed'::text, 'resolved'::text, 'escalated'::text, 'written_off'::text, 'given_up'::text])),
  constraint action_plan_now_state_check CHECK (state = ANY (ARRAY['open'::text, 'ended'::text])),
  constraint ended_has_a_result CHECK ((state = 'ended'::text) = (result IS NOT NULL))
);

CREATE INDEX action_plan_of_company ON escalations.action_plan_now USING btree (company_id, state);

CREATE UNIQUE INDEX action_plan_open ON escalations.action_plan_now USING btree (account_id) WHERE (state = 'open'::text);

grant insert, select, update on escalations.action_plan_now to dunlin_app;

create table escalations.action_step_now (
  account_id uuid not null,
  plan_id uuid not null,
  step_no integer not null,
  code text,
  title text not null,
  owner_id uuid not null,
  due_on date not null,
  state text not null,
  closed_on date,
  constraint action_step_now_pkey PRIMARY KEY (account_id, plan_id, step_no),
  constraint action_step_now_account_id_plan_id_fkey FOREIGN KEY (account_id, plan_id) REFERENCES escalations.action_plan(account_id, plan_id),
  constraint action_step_now_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint action_step_now_state_check CHECK (state = ANY (ARRAY['to_do'::text, 'done'::text, 'dropped'::text]))
);

CREATE INDEX action_step_due ON escalations.action_step_now USING btree (owner_id, due_on) WHERE (state = 'to_do'::text);

grant insert, select, update on escalations.action_step_now to dunlin_app;

create table escalations.escalation (
  account_id uuid not null,
  escalation_id uuid not null,
  company_id uuid not null,
  asked_by uuid not null,
  desk text not null,
  to_member uuid not null,
  question text not null,
  packet jsonb not null,
  asked_on date not null,
  due_on date not null,
  recorded_at timestamp with time zone not null,
  constraint escalation_pkey PRIMARY KEY (account_id, escalation_id),
  constraint escalation_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint escalation_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES team.member(member_id),
  constraint escalation_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint escalation_desk_check CHECK (desk = ANY (ARRAY['manager'::text, 'sales'::text, 'controller'::text])),
  constraint escalation_question_check CHECK (question <> ''::text),
  constraint escalation_to_member_fkey FOREIGN KEY (to_member) REFERENCES team.member(member_id)
);

CREATE INDEX escalation_by ON escalations.escalation USING btree (asked_by, escalation_id);

CREATE INDEX escalation_of_company ON escalations.escalation USING btree (company_id, escalation_id);

CREATE INDEX escalation_to ON escalations.escalation USING btree (to_member, escalation_id);

grant insert, select on escalations.escalation to dunlin_app;

create table escalations.escalation_act (
  account_id uuid not null,
  escalation_id uuid not null,
  what text not null,
  member_id uuid not null,
  text text not null,
  recorded_at timestamp with time zone not null,
  constraint escalation_act_pkey PRIMARY KEY (account_id, escalation_id, what),
  constraint escalation_act_account_id_escalation_id_fkey FOREIGN KEY (account_id, escalation_id) REFERENCES escalations.escalation(account_id, escalation_id),
  constraint escalation_act_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id),
  constraint escalation_act_what_check CHECK (what = ANY (ARRAY['answered'::text, 'withdrawn'::text, 'read'::text]))
);

grant insert, select on escalations.escalation_act to dunlin_app;

create schema forecast;

grant usage on schema forecast to dunlin_app;

create table forecast.alert (
  account_id uuid not null,
  alert_id uuid not null,
  kind text not null,
  raised_on date not null,
  facts jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint alert_pkey PRIMARY KEY (account_id, alert_id),
  constraint alert_kind_check CHECK (kind = ANY (ARRAY['slower'::text, 'skipped'::text, 'silent'::text, 'breaks_promises'::text]))
);

CREATE INDEX alert_by_day ON forecast.alert USING btree (raised_on DESC);

grant insert, select on forecast.alert to dunlin_app;

create table forecast.alert_end (
  account_id uuid not null,
  alert_id uuid not null,
  state text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint alert_end_pkey PRIMARY KEY (account_id, alert_id),
  constraint alert_end_account_id_alert_id_fkey FOREIGN KEY (account_id, alert_id) REFERENCES forecast.alert(account_id, alert_id),
  constraint alert_end_state_check CHECK (state = ANY (ARRAY['acknowledged'::text, 'over'::text]))
);

grant insert, select on forecast.alert_end to dunlin_app;

create table forecast.behaviour (
  account_id uuid not null,
  run_id uuid not null,
  made_on date not null,
  facts jsonb not null,
  constraint behaviour_pkey PRIMARY KEY (account_id)
);

grant delete, insert, select, update on forecast.behaviour to dunlin_app;

create table forecast.cash_day (
  run_id uuid not null,
  company_id uuid not null,
  currency text not null,
  source text not null,
  on_day date not null,
  units numeric not null,
  constraint cash_day_pkey PRIMARY KEY (run_id, company_id, currency, source, on_day),
  constraint cash_day_run_id_fkey FOREIGN KEY (run_id) REFERENCES forecast.run(run_id),
  constraint cash_day_source_check CHECK (source = ANY (ARRAY['habit'::text, 'promise'::text, 'plan'::text, 'later'::text, 'doubtful'::text, 'disputed'::text])),
  constraint cash_day_units_check CHECK (units >= 0::numeric)
);

grant insert, select on forecast.cash_day to dunlin_app;

create table forecast.cash_piece (
  run_id uuid not null,
  part_no integer not null,
  company_id uuid not null,
  currency text not null,
  source text not null,
  on_day date,
  units numeric not null
);

CREATE INDEX cash_piece_by_run ON forecast.cash_piece USING btree (run_id, part_no);

grant delete, insert, select on forecast.cash_piece to dunlin_app;

create table forecast.kept_prediction (
  account_id uuid not null,
  item_id uuid not null,
  made_on date not null,
  zone text not null,
  due_on date not null,
  p10_on date not null,
  p50_on date not null,
  p90_on date not null,
  p_late real not null,
  p_late30 real not null,
  source text not null,
  constraint kept_prediction_pkey PRIMARY KEY (account_id, item_id, made_on)
);

CREATE INDEX kept_prediction_by_due ON forecast.kept_prediction USING btree (zone, due_on);

CREATE INDEX kept_prediction_by_end ON forecast.kept_prediction USING btree (zone, p90_on);

grant insert, select on forecast.kept_prediction to dunlin_app;

create table forecast.model (
  model_id uuid not null,
  zone text not null,
  kind text not null,
  trained_to date not null,
  items integer not null,
  paid integer not null,
  features_hash text not null,
  weights jsonb not null,
  back_test jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint model_pkey PRIMARY KEY (model_id),
  constraint model_check CHECK (paid >= 0 AND paid <= items),
  constraint model_items_check CHECK (items >= 0),
  constraint model_kind_check CHECK (kind = ANY (ARRAY['empirical'::text, 'logistic'::text, 'ensemble'::text]))
);

CREATE INDEX model_by_zone ON forecast.model USING btree (zone, recorded_at DESC);

grant insert, select on forecast.model to dunlin_app;

create table forecast.model_turn (
  model_id uuid not null,
  state text not null,
  recorded_at timestamp with time zone not null,
  why text not null,
  constraint model_turn_pkey PRIMARY KEY (model_id, recorded_at),
  constraint model_turn_model_id_fkey FOREIGN KEY (model_id) REFERENCES forecast.model(model_id),
  constraint model_turn_state_check CHECK (state = ANY (ARRAY['candidate'::text, 'live'::text, 'retired'::text]))
);

grant insert, select on forecast.model_turn to dunlin_app;

create table forecast.prediction (
  account_id uuid not null,
  item_id uuid not null,
  run_id uuid not null,
  company_id uuid not null,
  currency text not null,
  open_minor bigint not null,
  disputed_minor bigint not null,
  due_on date not null,
  made_on date not null,
  p10_on date not null,
  p50_on date not null,
  p90_on date not null,
  p_late real not null,
  p_late30 real not null,
  p_paid_30 real not null,
  days smallint[] not null,
  later smallint not null,
  doubtful smallint not null,
  source text not null,
  model text not null,
  low_history boolean not null,
  reasons jsonb not null,
  constraint prediction_pkey PRIMARY KEY (account_id, item_id),
  constraint prediction_check CHECK (disputed_minor >= 0 AND disputed_minor <= open_minor),
  constraint prediction_check1 CHECK (p50_on >= p10_on),
  constraint prediction_check2 CHECK (p90_on >= p50_on),
  constraint prediction_doubtful_check CHECK (doubtful >= 0 AND doubtful <= 10000),
  constraint prediction_later_check CHECK (later >= 0 AND later <= 10000),
  constraint prediction_open_minor_check CHECK (open_minor > 0),
  constraint prediction_p_late30_check CHECK (p_late30 >= 0::double precision AND p_late30 <= 1::double precision),
  constraint prediction_p_late_check CHECK (p_late >= 0::double precision AND p_late <= 1::double precision),
  constraint prediction_p_paid_30_check CHECK (p_paid_30 >= 0::double precision AND p_paid_30 <= 1::double precision),
  constraint prediction_source_check CHECK (source = ANY (ARRAY['habit'::text, 'promise'::text, 'plan'::text]))
);

CREATE INDEX prediction_by_company ON forecast.prediction USING btree (company_id, currency, open_minor DESC);

CREATE INDEX prediction_by_run ON forecast.prediction USING btree (run_id);

grant delete, insert, select, update on forecast.prediction to dunlin_app;

create table forecast.run (
  run_id uuid not null,
  zone text not null,
  as_of date not null,
  made_on date not null,
  model_id uuid not null,
  accounts integer not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint run_pkey PRIMARY KEY (run_id),
  constraint run_accounts_check CHECK (accounts >= 0),
  constraint run_model_id_fkey FOREIGN KEY (model_id) REFERENCES forecast.model(model_id)
);

CREATE INDEX run_by_zone ON forecast.run USING btree (zone, recorded_at DESC);

grant insert, select on forecast.run to dunlin_app;

create table forecast.run_end (
  run_id uuid not null,
  state text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint run_end_pkey PRIMARY KEY (run_id),
  constraint run_end_run_id_fkey FOREIGN KEY (run_id) REFERENCES forecast.run(run_id),
  constraint run_end_state_check CHECK (state = ANY (ARRAY['complete'::text, 'cancelled'::text]))
);

grant insert, select on forecast.run_end to dunlin_app;

create table forecast.run_part (
  run_id uuid not null,
  part_no integer not null,
  through uuid not null,
  accounts integer not null,
  items integer not null,
  recorded_at timestamp with time zone not null,
  constraint run_part_pkey PRIMARY KEY (run_id, part_no),
  constraint run_part_part_no_check CHECK (part_no > 0),
  constraint run_part_run_id_fkey FOREIGN KEY (run_id) REFERENCES forecast.run(run_id)
);

grant insert, select on forecast.run_part to dunlin_app;

create table forecast.score (
  zone text not null,
  scored_on date not null,
  intervals integer not null,
  covered integer not null,
  missed_days integer not null,
  pinball real not null,
  lates integer not null,
  late_brier real not null,
  lates30 integer not null,
  late30_brier real not null,
  how text not null,
  recorded_at timestamp with time zone not null,
  constraint score_pkey PRIMARY KEY (zone, scored_on, how),
  constraint score_check CHECK (covered >= 0 AND covered <= intervals),
  constraint score_how_check CHECK (how = ANY (ARRAY['live'::text, 'back_test'::text])),
  constraint score_intervals_check CHECK (intervals >= 0),
  constraint score_late30_brier_check CHECK (late30_brier >= 0::double precision),
  constraint score_late_brier_check CHECK (late_brier >= 0::double precision),
  constraint score_lates30_check CHECK (lates30 >= 0),
  constraint score_lates_check CHECK (lates >= 0),
  constraint score_missed_days_check CHECK (missed_days >= 0),
  constraint score_pinball_check CHECK (pinball >= 0::double precision)
);

grant insert, select on forecast.score to dunlin_app;

create table forecast.spread_piece (
  run_id uuid not null,
  part_no integer not null,
  company_id uuid not null,
  currency text not null,
  week smallint not null,
  variance double precision not null
);

CREATE INDEX spread_piece_by_run ON forecast.spread_piece USING btree (run_id, part_no);

grant delete, insert, select on forecast.spread_piece to dunlin_app;

create table forecast.week (
  run_id uuid not null,
  company_id uuid not null,
  currency text not null,
  week_start date not null,
  ahead smallint not null,
  expected_minor bigint not null,
  p10_minor bigint not null,
  p50_minor bigint not null,
  p90_minor bigint not null,
  variance double precision not null,
  constraint week_pkey PRIMARY KEY (run_id, company_id, currency, week_start),
  constraint week_ahead_check CHECK (ahead >= 1 AND ahead <= 13),
  constraint week_run_id_fkey FOREIGN KEY (run_id) REFERENCES forecast.run(run_id)
);

grant insert, select on forecast.week to dunlin_app;

create table forecast.week_result (
  zone text not null,
  company_id uuid not null,
  currency text not null,
  made_on date not null,
  week_start date not null,
  ahead smallint not null,
  expected_minor bigint not null,
  p10_minor bigint not null,
  p90_minor bigint not null,
  actual_minor bigint not null,
  how text not null,
  recorded_at timestamp with time zone not null,
  constraint week_result_pkey PRIMARY KEY (company_id, currency, made_on, week_start, how),
  constraint week_result_ahead_check CHECK (ahead >= 1 AND ahead <= 13),
  constraint week_result_how_check CHECK (how = ANY (ARRAY['live'::text, 'back_test'::text]))
);

CREATE INDEX week_result_by_zone ON forecast.week_result USING btree (zone, week_start);

grant insert, select on forecast.week_result to dunlin_app;

create view forecast.cash_week as
 SELECT w.company_id,
    w.currency,
    w.week_start,
    w.ahead,
    w.expected_minor,
    w.p10_minor,
    w.p50_minor,
    w.p90_minor,
    r.made_on
   FROM forecast.latest_run r
     JOIN forecast.week w ON w.run_id = r.run_id;

grant select on forecast.cash_week to dunlin_app;

create view forecast.item_prediction as
 SELECT account_id,
    item_id,
    company_id,
    currency,
    open_minor,
    disputed_minor,
    made_on,
    p10_on,
    p50_on,
    p90_on,
    p_late,
    p_late30,
    p_paid_30,
    source,
    model,
    low_history,
    reasons
   FROM forecast.prediction p;

grant select on forecast.item_prediction to dunlin_app;

create view forecast.latest_run as
 SELECT DISTINCT ON (r.zone) r.zone,
    r.run_id,
    r.as_of,
    r.made_on,
    r.model_id,
    e.recorded_at
   FROM forecast.run r
     JOIN forecast.run_end e ON e.run_id = r.run_id AND e.state = 'complete'::text
  ORDER BY r.zone, e.recorded_at DESC;

grant select on forecast.latest_run to dunlin_app;

create view forecast.model_now as
 SELECT m.model_id,
    m.zone,
    m.kind,
    m.trained_to,
    m.items,
    m.paid,
    m.features_hash,
    m.weights,
    m.back_test,
    m.recorded_at,
    t.state,
    t.recorded_at AS turned_at,
    t.why
   FROM forecast.model m
     JOIN LATERAL ( SELECT x.state,
            x.recorded_at,
            x.why
           FROM forecast.model_turn x
          WHERE x.model_id = m.model_id
          ORDER BY x.recorded_at DESC
         LIMIT 1) t ON true;

grant select on forecast.model_now to dunlin_app;

create view forecast.open_alert as
 SELECT account_id,
    alert_id,
    kind,
    raised_on,
    facts,
    recorded_at
   FROM forecast.alert a
  WHERE NOT (EXISTS ( SELECT
           FROM forecast.alert_end e
          WHERE e.account_id = a.account_id AND e.alert_id = a.alert_id));

grant select on forecast.open_alert to dunlin_app;

create view forecast.week_record as
 SELECT company_id,
    currency,
    made_on,
    week_start,
    ahead,
    expected_minor,
    p10_minor,
    p90_minor,
    actual_minor,
    how
   FROM forecast.week_result w;

grant select on forecast.week_record to dunlin_app;

create schema imports;

grant usage on schema imports to dunlin_app;

create table imports.brought (
  account_id uuid not null,
  brought_id uuid not null,
  import_id uuid not null,
  kind text not null,
  source text not null,
  external_id text,
  natural_key text not null,
  content text not null,
  object_id uuid not null,
  change text not null,
  before jsonb,
  recorded_at timestamp with time zone not null,
  constraint brought_pkey PRIMARY KEY (account_id, brought_id),
  constraint brought_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint brought_change_check CHECK (change = ANY (ARRAY['added'::text, 'changed'::text])),
  constraint brought_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports.import(import_id),
  constraint brought_kind_check CHECK (kind = ANY (ARRAY['contacts'::text, 'notes'::text, 'promises'::text, 'disputes'::text, 'next-actions'::text, 'owners'::text]))
);

CREATE INDEX brought_by_import ON imports.brought USING btree (import_id);

CREATE INDEX brought_by_key ON imports.brought USING btree (account_id, kind, natural_key);

grant insert, select on imports.brought to dunlin_app;

create table imports.closing (
  account_id uuid not null,
  adjustment_id uuid not null,
  item_id uuid not null,
  import_id uuid not null,
  external_id text not null,
  closed_on date not null,
  currency text not null,
  amount_minor bigint not null,
  constraint closing_pkey PRIMARY KEY (account_id, adjustment_id),
  constraint closing_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports.import(import_id)
);

CREATE INDEX closing_by_import ON imports.closing USING btree (import_id);

grant insert, select on imports.closing to dunlin_app;

create table imports.closing_answer (
  account_id uuid not null,
  adjustment_id uuid not null,
  answer_id uuid not null,
  answer text not null,
  import_id uuid,
  actor text not null,
  reason text not null,
  at timestamp with time zone not null,
  constraint closing_answer_pkey PRIMARY KEY (account_id, adjustment_id, answer_id),
  constraint closing_answer_account_id_adjustment_id_fkey FOREIGN KEY (account_id, adjustment_id) REFERENCES imports.closing(account_id, adjustment_id),
  constraint closing_answer_answer_check CHECK (answer = ANY (ARRAY['paid'::text, 'credited'::text, 'written_off'::text, 'error'::text, 'reappeared'::text])),
  constraint closing_answer_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports.import(import_id)
);

grant insert, select on imports.closing_answer to dunlin_app;

create table imports.import (
  import_id uuid not null,
  company_id uuid,
  kind text not null,
  source text not null,
  actor text not null,
  at timestamp with time zone not null,
  rows integer not null,
  accepted integer not null,
  duplicates integer not null,
  skipped integer not null,
  problems integer not null,
  control_totals jsonb not null,
  constraint import_pkey PRIMARY KEY (import_id),
  constraint import_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select on imports.import to dunlin_app;

create table imports.import_file (
  import_id uuid not null,
  file_no smallint not null,
  file_name text not null,
  sha256 text not null,
  bytes bigint not null,
  constraint import_file_pkey PRIMARY KEY (import_id, file_no),
  constraint import_file_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports.import(import_id)
);

CREATE INDEX import_file_by_hash ON imports.import_file USING btree (sha256);

grant insert, select on imports.import_file to dunlin_app;

create table imports.mapping (
  signature text not null,
  settings jsonb not null,
  actor text not null,
  at timestamp with time zone not null,
  constraint mapping_pkey PRIMARY KEY (signature)
);

grant insert, select, update on imports.mapping to dunlin_app;

create table imports.problem (
  import_id uuid not null,
  problem_no integer not null,
  file_name text not null,
  line integer not null,
  field text not null,
  code text not null,
  facts jsonb not null,
  constraint problem_pkey PRIMARY KEY (import_id, problem_no),
  constraint problem_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports.import(import_id)
);

grant insert, select on imports.problem to dunlin_app;

create table imports.snapshot (
  import_id uuid not null,
  company_id uuid not null,
  source text not null,
  as_of date not null,
  taken_at timestamp with time zone not null,
  covers text not null,
  totals jsonb not null,
  constraint snapshot_pkey PRIMARY KEY (import_id, company_id),
  constraint snapshot_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint snapshot_covers_check CHECK (covers = ANY (ARRAY['all'::text, 'debits'::text])),
  constraint snapshot_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports.import(import_id)
);

CREATE INDEX snapshot_by_source ON imports.snapshot USING btree (company_id, source, as_of);

grant insert, select on imports.snapshot to dunlin_app;

create table imports.snapshot_exception (
  import_id uuid not null,
  company_id uuid not null,
  external_id text not null,
  why text not null,
  currency text not null,
  amount_minor bigint not null,
  constraint snapshot_exception_pkey PRIMARY KEY (import_id, company_id, external_id, why),
  constraint snapshot_exception_import_id_company_id_fkey FOREIGN KEY (import_id, company_id) REFERENCES imports.snapshot(import_id, company_id),
  constraint snapshot_exception_why_check CHECK (why = ANY (ARRAY['ahead'::text, 'unread'::text, 'reserved'::text]))
);

grant insert, select on imports.snapshot_exception to dunlin_app;

create table imports.undone (
  import_id uuid not null,
  actor text not null,
  reason text not null,
  at timestamp with time zone not null,
  constraint undone_pkey PRIMARY KEY (import_id),
  constraint undone_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports.import(import_id)
);

grant insert, select on imports.undone to dunlin_app;

create table imports.upload (
  upload_id uuid not null,
  member_id uuid not null,
  file_name text not null,
  content bytea not null,
  settings jsonb not null,
  at timestamp with time zone not null,
  constraint upload_pkey PRIMARY KEY (upload_id)
);

grant delete, insert, select, update on imports.upload to dunlin_app;

create view imports.closing_card as
 SELECT c.account_id,
    c.adjustment_id,
    c.item_id,
    c.external_id,
    c.closed_on,
    c.currency,
    c.amount_minor,
    i.source,
    i.at AS recorded_at,
    ( SELECT min(n.at) AS min
           FROM imports.closing_answer n
          WHERE n.account_id = c.account_id AND n.adjustment_id = c.adjustment_id AND NOT (EXISTS ( SELECT
                   FROM imports.undone u
                  WHERE u.import_id = n.import_id))) AS answered_at
   FROM imports.closing c
     JOIN imports.import i ON i.import_id = c.import_id
  WHERE NOT (EXISTS ( SELECT
           FROM imports.undone u
          WHERE u.import_id = c.import_id));

grant select on imports.closing_card to dunlin_app;

create schema invoices;

grant usage on schema invoices to dunlin_app;

create table invoices.document (
  account_id uuid not null,
  document_id uuid not null,
  kind text not null,
  number text not null,
  po_number text,
  order_number text,
  issued_on date not null,
  currency text not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  terms_code text,
  discount_on date,
  discount_minor bigint,
  credits uuid,
  recorded_at timestamp with time zone not null,
  constraint document_pkey PRIMARY KEY (account_id, document_id),
  constraint document_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint document_discount_minor_check CHECK (discount_minor >= 0),
  constraint document_kind_check CHECK (kind = ANY (ARRAY['invoice'::text, 'debit_memo'::text, 'credit_memo'::text])),
  constraint document_net_minor_check CHECK (net_minor >= 0),
  constraint document_tax_minor_check CHECK (tax_minor >= 0)
);

CREATE INDEX document_by_number ON invoices.document USING btree (number text_pattern_ops);

CREATE INDEX document_by_order ON invoices.document USING btree (account_id, order_number) WHERE (order_number IS NOT NULL);

CREATE INDEX document_by_po ON invoices.document USING btree (upper(po_number) text_pattern_ops);

grant insert, select on invoices.document to dunlin_app;

create table invoices.document_line (
  account_id uuid not null,
  document_id uuid not null,
  line_no smallint not null,
  description text not null,
  net_minor bigint not null,
  tax_code text,
  tax_minor bigint not null,
  constraint document_line_pkey PRIMARY KEY (account_id, document_id, line_no),
  constraint document_line_account_id_document_id_fkey FOREIGN KEY (account_id, document_id) REFERENCES invoices.document(account_id, document_id),
  constraint document_line_line_no_check CHECK (line_no > 0)
);

grant insert, select on invoices.document_line to dunlin_app;

create view invoices.document_card as
 SELECT account_id,
    document_id,
    number,
    po_number,
    order_number
   FROM invoices.document;

grant select on invoices.document_card to dunlin_app;

create view invoices.document_terms as
 SELECT account_id,
    document_id,
    terms_code,
    tax_minor
   FROM invoices.document;

grant select on invoices.document_terms to dunlin_app;

create view invoices.issued_card as
 SELECT account_id,
    document_id,
    kind,
    number,
    po_number,
    order_number,
    issued_on,
    currency,
    net_minor,
    tax_minor,
    terms_code,
    credits,
    recorded_at
   FROM invoices.document;

grant select on invoices.issued_card to dunlin_app;

create view invoices.issued_line as
 SELECT account_id,
    document_id,
    line_no,
    description,
    net_minor,
    tax_code,
    tax_minor
   FROM invoices.document_line;

grant select on invoices.issued_line to dunlin_app;

create schema ledger;

grant usage on schema ledger to dunlin_app;

create domain ledger.chart_account as text CHECK (VALUE = ANY (ARRAY['ar'::text, 'ar-revaluation'::text, 'opening-balance'::text, 'fx-rounding'::text, 'unclaimed-property'::text, 'cash-clearing'::text, 'card-clearing'::text, 'billing-clearing'::text, 'revenue-adjustments'::text, 'discounts'::text, 'small-differences'::text, 'bad-debt'::text, 'allowance'::text, 'recoveries'::text, 'interest-income'::text, 'fee-income'::text, 'bank-fees'::text, 'card-fees'::text, 'fx-realised'::text, 'fx-unrealised'::text, 'refunds-payable'::text, 'sales-tax'::text, 'transfers'::text, 'other-receipts'::text, 'due-to-affiliates'::text, 'due-from-affiliates'::text]));

create table ledger.account (
  account_id uuid not null,
  company_id uuid not null,
  constraint account_pkey PRIMARY KEY (account_id),
  constraint account_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

CREATE INDEX account_by_company ON ledger.account USING btree (company_id);

grant insert, select on ledger.account to dunlin_app;

grant update (company_id) on ledger.account to dunlin_app;

create table ledger.account_open (
  account_id uuid not null,
  currency text not null,
  owed_minor bigint not null,
  credit_minor bigint not null,
  constraint account_open_pkey PRIMARY KEY (account_id, currency),
  constraint account_open_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id)
);

grant insert, select, update on ledger.account_open to dunlin_app;

create table ledger.application (
  account_id uuid not null,
  application_id uuid not null,
  entry_id uuid not null,
  debit_item_id uuid not null,
  credit_item_id uuid not null,
  kind text not null,
  amount_minor bigint not null,
  debit_base_minor bigint not null,
  credit_base_minor bigint not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  reverses uuid,
  constraint application_pkey PRIMARY KEY (account_id, application_id),
  constraint application_account_id_reverses_key UNIQUE (account_id, reverses),
  constraint application_account_id_credit_item_id_fkey FOREIGN KEY (account_id, credit_item_id) REFERENCES ledger.item(account_id, item_id),
  constraint application_account_id_debit_item_id_fkey FOREIGN KEY (account_id, debit_item_id) REFERENCES ledger.item(account_id, item_id),
  constraint application_account_id_entry_id_fkey FOREIGN KEY (account_id, entry_id) REFERENCES ledger.entry(account_id, entry_id),
  constraint application_account_id_reverses_fkey FOREIGN KEY (account_id, reverses) REFERENCES ledger.application(account_id, application_id),
  constraint application_amount_minor_check CHECK (amount_minor <> 0),
  constraint application_check CHECK ((amount_minor < 0) = (reverses IS NOT NULL)),
  constraint application_check1 CHECK (debit_item_id <> credit_item_id),
  constraint application_kind_check CHECK (kind = ANY (ARRAY['payment'::text, 'credit'::text, 'discount'::text, 'tolerance'::text, 'write_off'::text, 'refund'::text, 'transfer'::text, 'reversal'::text]))
);

CREATE INDEX application_by_account_day ON ledger.application USING btree (account_id, effective_on);

CREATE INDEX application_by_credit ON ledger.application USING btree (account_id, credit_item_id);

CREATE INDEX application_by_day ON ledger.application USING btree (effective_on);

CREATE INDEX application_by_debit ON ledger.application USING btree (account_id, debit_item_id);

CREATE INDEX application_by_recording ON ledger.application USING brin (recorded_at);

CREATE INDEX application_write_off ON ledger.application USING btree (account_id, entry_id) WHERE ((kind = 'write_off'::text) AND (reverses IS NULL));

grant insert, select on ledger.application to dunlin_app;

create table ledger.chart_mapping (
  company_id uuid not null,
  chart_account ledger.chart_account not null,
  external_number text not null,
  constraint chart_mapping_pkey PRIMARY KEY (company_id, chart_account),
  constraint chart_mapping_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select, update on ledger.chart_mapping to dunlin_app;

create table ledger.closed (
  company_id uuid not null,
  soft_through date not null,
  hard_through date,
  constraint closed_pkey PRIMARY KEY (company_id),
  constraint closed_check CHECK (hard_through <= soft_through),
  constraint closed_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select, update on ledger.closed to dunlin_app;

create table ledger.discount_offer (
  account_id uuid not null,
  item_id uuid not null,
  until_on date not null,
  amount_minor bigint not null,
  tax_minor bigint not null,
  constraint discount_offer_pkey PRIMARY KEY (account_id, item_id, until_on),
  constraint discount_offer_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint discount_offer_amount_minor_check CHECK (amount_minor > 0),
  constraint discount_offer_check CHECK (tax_minor >= 0 AND tax_minor <= amount_minor)
);

grant insert, select on ledger.discount_offer to dunlin_app;

create table ledger.entry (
  account_id uuid not null,
  entry_id uuid not null,
  kind text not null,
  effective_on date not null,
  posted_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  import_id uuid,
  reverses uuid,
  follows uuid,
  constraint entry_pkey PRIMARY KEY (account_id, entry_id),
  constraint entry_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint entry_account_id_follows_fkey FOREIGN KEY (account_id, follows) REFERENCES ledger.entry(account_id, entry_id),
  constraint entry_account_id_reverses_fkey FOREIGN KEY (account_id, reverses) REFERENCES ledger.entry(account_id, entry_id),
  constraint entry_actor_check CHECK (actor <> ''::text),
  constraint entry_check CHECK (posted_on >= effective_on)
);

CREATE INDEX entry_by_day ON ledger.entry USING btree (effective_on) INCLUDE (account_id, entry_id, kind);

CREATE INDEX entry_by_import ON ledger.entry USING btree (import_id) WHERE (import_id IS NOT NULL);

CREATE INDEX entry_by_posting ON ledger.entry USING btree (posted_on);

CREATE INDEX entry_by_recording ON ledger.entry USING btree (recorded_at);

CREATE INDEX entry_follows ON ledger.entry USING btree (account_id, follows) WHERE (follows IS NOT NULL);

CREATE INDEX entry_posted_later ON ledger.entry USING btree (posted_on) WHERE (posted_on > effective_on);

grant insert, select on ledger.entry to dunlin_app;

create table ledger.exchange_rate (
  from_currency text not null,
  to_currency text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  rate numeric(20,8) not null,
  source text not null,
  constraint exchange_rate_pkey PRIMARY KEY (from_currency, to_currency, effective_on, recorded_at),
  constraint exchange_rate_rate_check CHECK (rate > 0::numeric)
);

grant insert, select on ledger.exchange_rate to dunlin_app;

create table ledger.identity (
  company_id uuid not null,
  source text not null,
  kind text not null,
  external_id text not null,
  account_id uuid not null,
  object_id uuid not null,
  constraint identity_pkey PRIMARY KEY (company_id, source, kind, external_id),
  constraint identity_kind_check CHECK (kind = ANY (ARRAY['item'::text, 'receipt'::text, 'application'::text]))
);

grant delete, insert, select on ledger.identity to dunlin_app;

create table ledger.item (
  account_id uuid not null,
  item_id uuid not null,
  entry_id uuid not null,
  document_id uuid,
  kind text not null,
  side smallint not null,
  currency text not null,
  amount_minor bigint not null,
  base_minor bigint not null,
  number text not null,
  reference text,
  issued_on date not null,
  due_on date not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  instalment smallint,
  constraint item_pkey PRIMARY KEY (account_id, item_id),
  constraint item_account_id_entry_id_fkey FOREIGN KEY (account_id, entry_id) REFERENCES ledger.entry(account_id, entry_id),
  constraint item_amount_minor_check CHECK (amount_minor > 0),
  constraint item_base_minor_check CHECK (base_minor >= 0),
  constraint item_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint item_instalment_check CHECK (instalment > 0),
  constraint item_kind_check CHECK (kind = ANY (ARRAY['invoice'::text, 'debit_memo'::text, 'credit_memo'::text, 'receipt'::text, 'refund'::text, 'adjustment'::text, 'charge'::text, 'transfer'::text, 'reversal'::text])),
  constraint item_side_check CHECK (side = ANY (ARRAY[1, '-1'::integer]))
);

CREATE INDEX item_by_account_day ON ledger.item USING btree (account_id, effective_on);

CREATE INDEX item_by_amount ON ledger.item USING btree (amount_minor);

CREATE INDEX item_by_day ON ledger.item USING btree (effective_on) INCLUDE (account_id, entry_id, currency, side, kind, amount_minor, base_minor, recorded_at);

CREATE INDEX item_by_document ON ledger.item USING btree (account_id, document_id) WHERE (document_id IS NOT NULL);

CREATE INDEX item_by_number ON ledger.item USING btree (upper(number) text_pattern_ops);

CREATE INDEX item_by_number_end ON ledger.item USING btree (reverse(upper(number)) text_pattern_ops);

CREATE INDEX item_by_recording ON ledger.item USING brin (recorded_at);

grant insert, select on ledger.item to dunlin_app;

create table ledger.item_balance (
  account_id uuid not null,
  item_id uuid not null,
  side smallint not null,
  kind text not null,
  currency text not null,
  issued_on date not null,
  due_on date not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  amount_minor bigint not null,
  base_minor bigint not null,
  open_minor bigint not null,
  open_base_minor bigint not null,
  reserved_minor bigint not null default 0,
  closed_on date not null default 'infinity'::date,
  touched_at timestamp with time zone not null,
  constraint item_balance_pkey PRIMARY KEY (account_id, item_id),
  constraint item_balance_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint item_balance_check CHECK ((open_minor = 0) = (closed_on < 'infinity'::date)),
  constraint item_balance_reserved CHECK (reserved_minor >= 0 AND reserved_minor <= abs(open_minor)),
  constraint item_balance_within_item CHECK ((open_minor * side) >= 0 AND (open_minor * side) <= amount_minor)
);

CREATE INDEX item_balance_by_account ON ledger.item_balance USING btree (account_id, closed_on);

CREATE INDEX item_balance_by_closing ON ledger.item_balance USING btree (closed_on) INCLUDE (account_id, item_id, effective_on, due_on, issued_on, side, kind, currency, amount_minor, base_minor, open_minor, open_base_minor);

CREATE INDEX item_balance_by_open ON ledger.item_balance USING btree (abs(open_minor)) WHERE (open_minor <> 0);

CREATE INDEX item_balance_due ON ledger.item_balance USING btree (account_id, due_on) WHERE ((open_minor > 0) AND (kind <> ALL (ARRAY['refund'::text, 'reversal'::text, 'transfer'::text])));

CREATE INDEX item_balance_open ON ledger.item_balance USING btree (account_id) WHERE (open_minor <> 0);

CREATE INDEX item_balance_open_credit ON ledger.item_balance USING btree (account_id) WHERE (open_minor < 0);

grant insert, select, update on ledger.item_balance to dunlin_app;

create table ledger.line (
  account_id uuid not null,
  entry_id uuid not null,
  line_no smallint not null,
  debit ledger.chart_account not null,
  credit ledger.chart_account not null,
  currency text not null,
  amount_minor bigint not null,
  base_minor bigint not null,
  bank text,
  constraint line_pkey PRIMARY KEY (account_id, entry_id, line_no),
  constraint line_account_id_entry_id_fkey FOREIGN KEY (account_id, entry_id) REFERENCES ledger.entry(account_id, entry_id),
  constraint line_amount_minor_check CHECK (amount_minor >= 0),
  constraint line_base_minor_check CHECK (base_minor >= 0),
  constraint line_check CHECK (debit::text <> credit::text),
  constraint line_check1 CHECK (amount_minor > 0 OR base_minor > 0)
);

CREATE INDEX line_by_bank ON ledger.line USING btree (bank) WHERE (bank IS NOT NULL);

grant insert, select on ledger.line to dunlin_app;

create table ledger.period (
  company_id uuid not null,
  name text not null,
  first_on date not null,
  last_on date not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint period_pkey PRIMARY KEY (company_id, name),
  constraint period_once UNIQUE (company_id, first_on),
  constraint period_check CHECK (last_on >= first_on),
  constraint period_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint period_name_check CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$'::text AND name !~ '^\d{4}-\d{2}$'::text)
);

grant insert, select on ledger.period to dunlin_app;

create table ledger.period_closing (
  company_id uuid not null,
  closing_id uuid not null,
  period text not null,
  first_on date not null,
  last_on date not null,
  act text not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint period_closing_pkey PRIMARY KEY (company_id, closing_id),
  constraint period_closing_act_check CHECK (act = ANY (ARRAY['soft_close'::text, 'hard_close'::text, 'reopen'::text])),
  constraint period_closing_actor_check CHECK (actor <> ''::text),
  constraint period_closing_check CHECK (last_on >= first_on),
  constraint period_closing_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint period_closing_reason_check CHECK (reason <> ''::text)
);

grant insert, select on ledger.period_closing to dunlin_app;

create table ledger.reservation (
  account_id uuid not null,
  reservation_id uuid not null,
  item_id uuid not null,
  amount_minor bigint not null,
  reason text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint reservation_pkey PRIMARY KEY (account_id, reservation_id),
  constraint reservation_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint reservation_amount_minor_check CHECK (amount_minor > 0)
);

grant insert, select on ledger.reservation to dunlin_app;

create table ledger.reservation_end (
  account_id uuid not null,
  reservation_id uuid not null,
  outcome text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint reservation_end_pkey PRIMARY KEY (account_id, reservation_id),
  constraint reservation_end_account_id_reservation_id_fkey FOREIGN KEY (account_id, reservation_id) REFERENCES ledger.reservation(account_id, reservation_id),
  constraint reservation_end_outcome_check CHECK (outcome = ANY (ARRAY['released'::text, 'used'::text]))
);

grant insert, select on ledger.reservation_end to dunlin_app;

create table ledger.source_item (
  account_id uuid not null,
  item_id uuid not null,
  company_id uuid not null,
  source text not null,
  kind text not null,
  external_id text not null,
  constraint source_item_pkey PRIMARY KEY (account_id, item_id),
  constraint source_item_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint source_item_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint source_item_kind_check CHECK (kind = ANY (ARRAY['item'::text, 'receipt'::text]))
);

CREATE INDEX source_item_by_name ON ledger.source_item USING btree (company_id, source, external_id);

grant delete, insert, select on ledger.source_item to dunlin_app;

create table ledger.write_off_policy (
  company_id uuid not null,
  policy_id uuid not null,
  method text not null,
  small_most jsonb not null,
  small_days integer not null,
  automatic boolean not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint write_off_policy_pkey PRIMARY KEY (company_id, policy_id),
  constraint write_off_policy_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint write_off_policy_method_check CHECK (method = ANY (ARRAY['allowance'::text, 'direct'::text])),
  constraint write_off_policy_small_days_check CHECK (small_days >= 0 AND small_days <= 3650)
);

grant insert, select on ledger.write_off_policy to dunlin_app;

create view ledger.account_open_card as
 SELECT account_id,
    currency,
    owed_minor,
    credit_minor
   FROM ledger.account_open;

grant select on ledger.account_open_card to dunlin_app;

create view ledger.application_card as
 SELECT a.account_id,
    a.application_id,
    a.debit_item_id,
    a.credit_item_id,
    a.kind,
    a.amount_minor,
    a.effective_on,
    a.recorded_at,
    d.number AS debit_number,
    c.number AS credit_number
   FROM ledger.application a
     JOIN ledger.item d ON d.account_id = a.account_id AND d.item_id = a.debit_item_id
     JOIN ledger.item c ON c.account_id = a.account_id AND c.item_id = a.credit_item_id;

grant select on ledger.application_card to dunlin_app;

create view ledger.application_history as
 SELECT account_id,
    debit_item_id,
    credit_item_id,
    amount_minor,
    effective_on,
    recorded_at
   FROM ledger.application a;

grant select on ledger.application_history to dunlin_app;

create view ledger.applied_money as
 SELECT a.account_id,
    a.application_id,
    a.debit_item_id,
    a.credit_item_id,
    d.currency,
    a.amount_minor,
    a.effective_on,
    a.recorded_at,
    a.kind,
    d.due_on,
    d.issued_on
   FROM ledger.application a
     JOIN ledger.item d ON d.account_id = a.account_id AND d.item_id = a.debit_item_id
  WHERE a.kind = 'payment'::text;

grant select on ledger.applied_money to dunlin_app;

create view ledger.clearing_history as
 SELECT a.account_id,
    a.debit_item_id AS item_id,
    a.kind,
    a.amount_minor,
    a.effective_on,
    a.recorded_at,
        CASE
            WHEN e.import_id IS NOT NULL THEN a.effective_on
            ELSE GREATEST(a.effective_on, (a.recorded_at AT TIME ZONE 'UTC'::text)::date)
        END AS known_on
   FROM ledger.application a
     JOIN ledger.entry e ON e.account_id = a.account_id AND e.entry_id = a.entry_id;

grant select on ledger.clearing_history to dunlin_app;

create view ledger.clearing_line as
 SELECT a.company_id,
    l.account_id,
    l.entry_id,
    l.line_no,
    c.chart_account,
    e.kind,
    e.effective_on,
    e.recorded_at,
    e.actor,
    l.currency,
    c.side * l.amount_minor AS amount_minor,
    l.bank
   FROM ledger.entry e
     JOIN ledger.line l ON l.account_id = e.account_id AND l.entry_id = e.entry_id
     JOIN ledger.account a ON a.account_id = e.account_id
     CROSS JOIN LATERAL ( VALUES (l.debit,1), (l.credit,'-1'::integer)) c(chart_account, side)
  WHERE e.import_id IS NULL AND (c.chart_account::text = ANY (ARRAY['cash-clearing'::text, 'card-clearing'::text])) AND l.amount_minor > 0;

grant select on ledger.clearing_line to dunlin_app;

create view ledger.closed_period as
 SELECT company_id,
    soft_through,
    hard_through
   FROM ledger.closed;

grant select on ledger.closed_period to dunlin_app;

create view ledger.control_difference as
 SELECT a.company_id,
    t.currency,
    sum(t.amount)::bigint AS difference_minor
   FROM ( SELECT b.account_id,
            b.currency,
            b.open_minor AS amount
           FROM ledger.item_balance b
          WHERE b.open_minor <> 0
        UNION ALL
         SELECT l.account_id,
            l.currency,
                CASE
                    WHEN l.debit::text = 'ar'::text THEN - l.amount_minor
                    ELSE l.amount_minor
                END AS amount_minor
           FROM ledger.line l
          WHERE 'ar'::text = l.debit::text OR 'ar'::text = l.credit::text) t
     JOIN ledger.account a ON a.account_id = t.account_id
  GROUP BY a.company_id, t.currency
 HAVING sum(t.amount) <> 0::numeric;

grant select on ledger.control_difference to dunlin_app;

create view ledger.control_line as
 SELECT a.company_id,
    l.account_id,
    l.entry_id,
    l.line_no,
    e.kind,
    e.effective_on,
    e.posted_on,
    e.recorded_at,
    e.actor,
    e.reason,
    l.currency,
        CASE
            WHEN l.debit::text = 'ar'::text THEN l.amount_minor
            ELSE - l.amount_minor
        END AS amount_minor,
        CASE
            WHEN l.debit::text = 'ar'::text THEN l.base_minor
            ELSE - l.base_minor
        END AS base_minor
   FROM ledger.line l
     JOIN ledger.entry e ON e.account_id = l.account_id AND e.entry_id = l.entry_id
     JOIN ledger.account a ON a.account_id = l.account_id
  WHERE 'ar'::text = l.debit::text OR 'ar'::text = l.credit::text;

grant select on ledger.control_line to dunlin_app;

create view ledger.dated_item as
 SELECT account_id,
    item_id,
    document_id,
    kind,
    side,
    currency,
    number,
    amount_minor,
    issued_on,
    due_on
   FROM ledger.item;

grant select on ledger.dated_item to dunlin_app;

create view ledger.debt_life as
 SELECT account_id,
    item_id,
    currency,
    issued_on,
    due_on,
    closed_on
   FROM ledger.item_balance b
  WHERE side = 1 AND (kind = ANY (ARRAY['invoice'::text, 'debit_memo'::text, 'charge'::text]));

grant select on ledger.debt_life to dunlin_app;

create view ledger.desk_application as
 SELECT a.account_id,
    a.application_id,
    a.debit_item_id,
    a.credit_item_id,
    a.amount_minor,
    a.recorded_at
   FROM ledger.application a
     JOIN ledger.entry e ON e.account_id = a.account_id AND e.entry_id = a.entry_id
  WHERE e.import_id IS NULL AND e.kind <> 'import_undone'::text AND a.kind <> 'transfer'::text;

grant select on ledger.desk_application to dunlin_app;

create view ledger.entry_card as
 SELECT e.account_id,
    e.entry_id,
    e.kind,
    e.effective_on,
    e.recorded_at,
    e.actor,
    e.reason,
    i.number,
    COALESCE(i.currency, p.currency) AS currency,
    COALESCE(i.amount_minor, p.amount_minor) AS amount_minor
   FROM ledger.entry e
     LEFT JOIN ( SELECT x.account_id,
            x.entry_id,
            min(x.number) AS number,
            min(x.currency) AS currency,
            sum(x.amount_minor)::bigint AS amount_minor
           FROM ledger.item x
          GROUP BY x.account_id, x.entry_id) i ON i.account_id = e.account_id AND i.entry_id = e.entry_id
     LEFT JOIN ( SELECT a.account_id,
            a.entry_id,
            min(d.currency) AS currency,
            sum(a.amount_minor)::bigint AS amount_minor
           FROM ledger.application a
             JOIN ledger.item d ON d.account_id = a.account_id AND d.item_id = a.debit_item_id
          GROUP BY a.account_id, a.entry_id) p ON p.account_id = e.account_id AND p.entry_id = e.entry_id;

grant select on ledger.entry_card to dunlin_app;

create view ledger.item_at_source as
 SELECT n.company_id,
    n.source,
    n.kind AS named_as,
    n.external_id,
    b.account_id,
    b.item_id,
    b.kind,
    b.side,
    b.currency,
    b.open_minor,
    b.reserved_minor,
    b.issued_on,
    b.due_on,
    b.effective_on
   FROM ( SELECT identity.company_id,
            identity.source,
            identity.kind,
            identity.external_id,
            identity.account_id,
            identity.object_id AS item_id
           FROM ledger.identity
          WHERE identity.kind = ANY (ARRAY['item'::text, 'receipt'::text])
        UNION ALL
         SELECT source_item.company_id,
            source_item.source,
            source_item.kind,
            source_item.external_id,
            source_item.account_id,
            source_item.item_id
           FROM ledger.source_item) n
     JOIN ledger.item_balance b ON b.account_id = n.account_id AND b.item_id = n.item_id;

grant select on ledger.item_at_source to dunlin_app;

create view ledger.item_card as
 SELECT i.account_id,
    i.item_id,
    i.kind,
    i.side,
    i.number,
    i.currency,
    i.amount_minor,
    b.open_minor
   FROM ledger.item i
     JOIN ledger.item_balance b ON b.account_id = i.account_id AND b.item_id = i.item_id;

grant select on ledger.item_card to dunlin_app;

create view ledger.item_line as
 SELECT i.account_id,
    i.item_id,
    i.kind,
    i.side,
    i.number,
    i.currency,
    i.issued_on,
    i.due_on,
    i.amount_minor,
    b.open_minor,
    NULLIF(b.closed_on, 'infinity'::date) AS closed_on
   FROM ledger.item_balance b
     JOIN ledger.item i ON i.account_id = b.account_id AND i.item_id = b.item_id;

grant select on ledger.item_line to dunlin_app;

create view ledger.item_name as
 SELECT account_id,
    item_id,
    document_id,
    kind,
    number,
    reference,
    effective_on
   FROM ledger.item;

grant select on ledger.item_name to dunlin_app;

create view ledger.latest_import as
 SELECT recorded_at
   FROM ledger.entry
  WHERE import_id IS NOT NULL
  ORDER BY recorded_at DESC
 LIMIT 1;

grant select on ledger.latest_import to dunlin_app;

create view ledger.latest_recording as
 SELECT max(recorded_at) AS recorded_at
   FROM ledger.entry;

grant select on ledger.latest_recording to dunlin_app;

create view ledger.movement as
 SELECT account_id,
    item_id,
    currency,
    effective_on,
    number,
    kind,
    reference,
        CASE
            WHEN side = 1 AND (kind <> ALL (ARRAY['refund'::text, 'reversal'::text, 'transfer'::text])) THEN due_on
            ELSE NULL::date
        END AS due_on,
    side * amount_minor AS amount
   FROM ledger.item;

grant select on ledger.movement to dunlin_app;

create view ledger.offer_card as
 SELECT account_id,
    item_id,
    until_on,
    amount_minor,
    tax_minor
   FROM ledger.discount_offer;

grant select on ledger.offer_card to dunlin_app;

create view ledger.open_debt as
 SELECT account_id,
    item_id,
    currency,
    due_on,
    open_minor
   FROM ledger.item_balance
  WHERE open_minor > 0 AND (kind <> ALL (ARRAY['refund'::text, 'reversal'::text, 'transfer'::text]));

grant select on ledger.open_debt to dunlin_app;

create view ledger.open_item as
 SELECT b.account_id,
    l.company_id,
    b.item_id,
    i.document_id,
    b.kind,
    b.side,
    b.currency,
    i.number,
    COALESCE(i.reference, ''::text) AS reference,
    b.amount_minor,
    abs(b.open_minor) AS open_minor,
    b.reserved_minor,
    b.issued_on,
    b.due_on,
    b.effective_on
   FROM ledger.item_balance b
     JOIN ledger.item i ON i.account_id = b.account_id AND i.item_id = b.item_id
     JOIN ledger.account l ON l.account_id = b.account_id
  WHERE b.open_minor <> 0;

grant select on ledger.open_item to dunlin_app;

create view ledger.period_act as
 SELECT company_id,
    closing_id,
    period,
    first_on,
    last_on,
    act,
    actor,
    reason,
    recorded_at
   FROM ledger.period_closing;

grant select on ledger.period_act to dunlin_app;

create view ledger.posted_item as
 SELECT i.account_id,
    i.item_id,
    i.entry_id,
    i.kind,
    i.side,
    i.currency,
    i.number,
    i.issued_on,
    i.due_on,
    i.effective_on,
    i.recorded_at,
    i.amount_minor,
    i.kind AS stands_for
   FROM ledger.item i
  WHERE i.kind <> 'reversal'::text
UNION ALL
 SELECT i.account_id,
    i.item_id,
    i.entry_id,
    i.kind,
    i.side,
    i.currency,
    i.number,
    i.issued_on,
    i.due_on,
    i.effective_on,
    i.recorded_at,
    i.amount_minor,
    COALESCE(( SELECT o.kind
           FROM ledger.application a
             JOIN ledger.item o ON o.account_id = a.account_id AND o.item_id =
                CASE
                    WHEN a.debit_item_id = i.item_id THEN a.credit_item_id
                    ELSE a.debit_item_id
                END
          WHERE a.account_id = i.account_id AND a.kind = 'reversal'::text AND a.reverses IS NULL AND (a.debit_item_id = i.item_id OR a.credit_item_id = i.item_id)
         LIMIT 1), 'reversal'::text) AS stands_for
   FROM ledger.item i
  WHERE i.kind = 'reversal'::text;

grant select on ledger.posted_item to dunlin_app;

create view ledger.received_money as
 SELECT a.account_id,
    a.debit_item_id AS item_id,
    c.currency,
    a.amount_minor,
    c.issued_on AS received_on,
    c.recorded_at
   FROM ledger.application a
     JOIN ledger.item c ON c.account_id = a.account_id AND c.item_id = a.credit_item_id
  WHERE a.kind = 'payment'::text AND a.reverses IS NULL AND NOT (EXISTS ( SELECT
           FROM ledger.application r
          WHERE r.account_id = a.account_id AND r.reverses = a.application_id))
UNION ALL
 SELECT b.account_id,
    NULL::uuid AS item_id,
    b.currency,
    - b.open_minor AS amount_minor,
    b.issued_on AS received_on,
    b.recorded_at
   FROM ledger.item_balance b
  WHERE b.side = '-1'::integer AND (b.kind = ANY (ARRAY['receipt'::text, 'transfer'::text])) AND b.open_minor <> 0;

grant select on ledger.received_money to dunlin_app;

create view ledger.recovery_card as
 SELECT i.account_id,
    i.entry_id,
    i.item_id,
    i.number,
    i.currency,
    i.amount_minor,
    i.effective_on,
    i.recorded_at
   FROM ledger.entry e
     JOIN ledger.item i ON i.account_id = e.account_id AND i.entry_id = e.entry_id
  WHERE e.kind = 'recovery'::text;

grant select on ledger.recovery_card to dunlin_app;

create view ledger.rest_card as
 SELECT b.account_id,
    l.company_id,
    b.item_id,
    i.number,
    b.kind,
    b.currency,
    b.amount_minor,
    b.open_minor,
    b.open_base_minor,
    b.issued_on,
    b.due_on,
    i.instalment IS NOT NULL AS instalment
   FROM ledger.item_balance b
     JOIN ledger.account l ON l.account_id = b.account_id
     JOIN ledger.item i ON i.account_id = b.account_id AND i.item_id = b.item_id
  WHERE b.side = 1 AND b.open_minor <> 0 AND (b.open_minor < b.amount_minor OR i.instalment IS NOT NULL) AND (b.kind = ANY (ARRAY['invoice'::text, 'debit_memo'::text, 'charge'::text]));

grant select on ledger.rest_card to dunlin_app;

create view ledger.revaluation_line as
 SELECT l.account_id AS company_id,
    l.account_id,
    l.entry_id,
    l.line_no,
    e.kind,
    e.effective_on,
    e.posted_on,
    e.recorded_at,
    l.currency,
        CASE
            WHEN l.debit::text = 'ar-revaluation'::text THEN l.base_minor
            ELSE - l.base_minor
        END AS base_minor
   FROM ledger.line l
     JOIN ledger.entry e ON e.account_id = l.account_id AND e.entry_id = l.entry_id
  WHERE 'ar-revaluation'::text = l.debit::text OR 'ar-revaluation'::text = l.credit::text;

grant select on ledger.revaluation_line to dunlin_app;

create view ledger.standing_application as
 SELECT account_id,
    application_id,
    entry_id,
    debit_item_id,
    credit_item_id,
    kind,
    amount_minor,
    effective_on,
    recorded_at
   FROM ledger.application a
  WHERE reverses IS NULL AND NOT (EXISTS ( SELECT
           FROM ledger.application r
          WHERE r.account_id = a.account_id AND r.reverses = a.application_id));

grant select on ledger.standing_application to dunlin_app;

create view ledger.write_off_card as
 SELECT a.account_id,
    a.entry_id,
    a.application_id,
    a.debit_item_id,
    a.credit_item_id,
    a.currency,
    a.number,
    a.due_on,
    a.amount_minor,
    a.debit_base_minor AS base_minor,
    a.effective_on,
    e.recorded_at,
    e.actor,
    e.reason,
    e.import_id IS NOT NULL AS imported,
    b.entry_id AS back_entry_id,
    b.effective_on AS back_on,
    b.actor AS back_actor,
    b.reason AS back_reason,
    (EXISTS ( SELECT
           FROM ledger.line l
          WHERE l.account_id = a.account_id AND l.entry_id = a.entry_id AND l.debit::text = 'bad-debt'::text)) AS direct,
    COALESCE(( SELECT sum(ri.amount_minor) AS sum
           FROM ledger.entry re
             JOIN ledger.item ri ON ri.account_id = re.account_id AND ri.entry_id = re.entry_id
          WHERE re.account_id = a.account_id AND re.kind = 'recovery'::text AND re.follows = a.entry_id), 0::numeric)::bigint AS recovered_minor
   FROM ( SELECT x.account_id,
            x.entry_id,
            x.application_id,
            x.debit_item_id,
            x.credit_item_id,
            x.amount_minor,
            x.debit_base_minor,
            x.effective_on,
            d.currency,
            d.number,
            d.due_on
           FROM ledger.application x
             JOIN ledger.item d ON d.account_id = x.account_id AND d.item_id = x.debit_item_id
          WHERE x.kind = 'write_off'::text AND x.reverses IS NULL) a
     JOIN ledger.entry e ON e.account_id = a.account_id AND e.entry_id = a.entry_id
     LEFT JOIN ledger.application r ON r.account_id = a.account_id AND r.reverses = a.application_id
     LEFT JOIN ledger.entry b ON b.account_id = r.account_id AND b.entry_id = r.entry_id;

grant select on ledger.write_off_card to dunlin_app;

CREATE OR REPLACE FUNCTION ledger.account_items_known(of_account uuid, as_of date, known_at timestamp with time zone)
 RETURNS TABLE(item_id uuid, kind text, side smallint, currency text, issued_on date, due_on date, amount_minor bigint, open_minor bigint, aged boolean)
 LANGUAGE sql
 STABLE
AS $function$
  with later as (
    select a.debit_item_id, a.credit_item_id, a.amount_minor
      from ledger.application a
     where a.account_id = of_account
       and (a.effective_on > as_of or a.recorded_at > known_at)
  ), undone as (
    select u.item_id, sum(u.amount)::bigint as amount
      from (select l.debit_item_id as item_id, l.amount_minor as amount
              from later l
             union all
            select l.credit_item_id, -l.amount_minor
              from later l) u
     group by u.item_id
  )
  select b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on, b.amount_minor,
         b.open_minor + coalesce(u.amount, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where b.account_id = of_account
     and b.effective_on <= as_of
     and b.recorded_at <= known_at
     and b.open_minor + coalesce(u.amount, 0) <> 0
$function$;

CREATE OR REPLACE FUNCTION ledger.account_items_on(of_account uuid, as_of date)
 RETURNS TABLE(account_id uuid, item_id uuid, kind text, side smallint, currency text, issued_on date, due_on date, amount_minor bigint, base_minor bigint, open_minor bigint, open_base_minor bigint, aged boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
         b.amount_minor, b.base_minor,
         b.open_minor + coalesce(u.amount, 0), b.open_base_minor + coalesce(u.base, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join (select m.item_id, sum(m.amount)::bigint as amount, sum(m.base)::bigint as base
                 from (select a.debit_item_id as item_id, a.amount_minor as amount,
                              a.debit_base_minor as base
                         from ledger.application a
                        where a.account_id = of_account
                          and a.effective_on > as_of
                        union all
                       select a.credit_item_id, -a.amount_minor, -a.credit_base_minor
                         from ledger.application a
                        where a.account_id = of_account
                          and a.effective_on > as_of) m
                group by m.item_id) u on u.item_id = b.item_id
   where b.account_id = of_account
     and b.closed_on > as_of
     and b.effective_on <= as_of
     and b.open_minor + coalesce(u.amount, 0) <> 0
$function$;

CREATE OR REPLACE FUNCTION ledger.accounts_moving(from_on date, to_on date, known_at timestamp with time zone)
 RETURNS TABLE(account_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select distinct i.account_id
    from ledger.item i
   where i.effective_on between from_on and to_on
     and i.recorded_at <= known_at
$function$;

CREATE OR REPLACE FUNCTION ledger.changes(from_on date, through_on date, after timestamp with time zone, until timestamp with time zone)
 RETURNS TABLE(account_id uuid, currency text, aged boolean, issued_on date, due_on date, on_day date, minor bigint)
 LANGUAGE sql
 STABLE
AS $function$
  select i.account_id, i.currency, i.side = 1 and i.kind not in ('refund', 'reversal', 'transfer'),
         i.issued_on, i.due_on, i.effective_on, i.side * i.amount_minor
    from ledger.item i
   where i.effective_on between from_on and through_on
     and i.recorded_at > after
     and i.recorded_at <= until
   union all
  select d.account_id, d.currency, d.kind not in ('refund', 'reversal', 'transfer'),
         d.issued_on, d.due_on, a.effective_on, -a.amount_minor
    from ledger.application a
    join ledger.item d on d.account_id = a.account_id and d.item_id = a.debit_item_id
   where a.effective_on between from_on and through_on
     and a.recorded_at > after
     and a.recorded_at <= until
   union all
  select c.account_id, c.currency, false, c.issued_on, c.due_on, a.effective_on, a.amount_minor
    from ledger.application a
    join ledger.item c on c.account_id = a.account_id and c.item_id = a.credit_item_id
   where a.effective_on between from_on and through_on
     and a.recorded_at > after
     and a.recorded_at <= until
$function$;

CREATE OR REPLACE FUNCTION ledger.changes_of(accounts uuid[], after timestamp with time zone, until timestamp with time zone)
 RETURNS TABLE(account_id uuid, currency text, aged boolean, issued_on date, due_on date, on_day date, minor bigint)
 LANGUAGE sql
 STABLE
AS $function$
  select i.account_id, i.currency, i.side = 1 and i.kind not in ('refund', 'reversal', 'transfer'),
         i.issued_on, i.due_on, i.effective_on, i.side * i.amount_minor
    from ledger.item i
   where i.account_id = any(accounts)
     and i.recorded_at > after
     and i.recorded_at <= until
   union all
  select a.account_id, d.currency, d.kind not in ('refund', 'reversal', 'transfer'),
         d.issued_on, d.due_on, a.effective_on, -a.amount_minor
    from ledger.application a
    join ledger.item d on d.account_id = a.account_id and d.item_id = a.debit_item_id
   where a.account_id = any(accounts)
     and d.account_id = any(accounts)
     and a.recorded_at > after
     and a.recorded_at <= until
   union all
  select a.account_id, c.currency, false, c.issued_on, c.due_on, a.effective_on, a.amount_minor
    from ledger.application a
    join ledger.item c on c.account_id = a.account_id and c.item_id = a.credit_item_id
   where a.account_id = any(accounts)
     and c.account_id = any(accounts)
     and a.recorded_at > after
     and a.recorded_at <= until
$function$;

CREATE OR REPLACE FUNCTION ledger.control_on(as_of date, known_at timestamp with time zone)
 RETURNS TABLE(company_id uuid, currency text, effective_minor bigint, effective_base_minor bigint, posted_minor bigint, posted_base_minor bigint, credit_minor bigint, credit_base_minor bigint)
 LANGUAGE sql
 STABLE
AS $function$
  with moved as (
    select b.account_id, b.currency, b.open_minor as amount, b.open_base_minor as base,
           case when b.side = -1 then b.open_minor else 0 end as credit,
           case when b.side = -1 then b.open_base_minor else 0 end as cbase, 0 as late, 0 as lbase
      from ledger.item_balance b
     where b.closed_on = 'infinity'
     union all
    select i.account_id, i.currency, -i.side * i.amount_minor, -i.side * i.base_minor,
           case when i.side = -1 then i.amount_minor else 0 end,
           case when i.side = -1 then i.base_minor else 0 end, 0, 0
      from ledger.item i
     where i.effective_on > as_of
     union all
    select i.account_id, i.currency, -i.side * i.amount_minor, -i.side * i.base_minor,
           case when i.side = -1 then i.amount_minor else 0 end,
           case when i.side = -1 then i.base_minor else 0 end, 0, 0
      from ledger.item i
     where i.recorded_at > known_at
       and i.effective_on <= as_of
     union all
    select p.account_id, d.currency, 0, p.debit_base_minor - p.credit_base_minor, 0, 0, 0, 0
      from ledger.application p
      join ledger.item d on d.account_id = p.account_id and d.item_id = p.debit_item_id
     where p.debit_base_minor <> p.credit_base_minor
       and (p.effective_on > as_of or p.recorded_at > known_at)
     union all
    select b.account_id, b.currency, 0, 0, -p.amount_minor, -p.credit_base_minor, 0, 0
      from ledger.application p
      join ledger.item_balance b on b.item_id = p.credit_item_id
     where p.effective_on > as_of
       and b.closed_on > as_of
       and b.side = -1
     union all
    select c.account_id, c.currency, 0, 0, -p.amount_minor, -p.credit_base_minor, 0, 0
      from ledger.application p
      join ledger.item c on c.account_id = p.account_id and c.item_id = p.credit_item_id
     where p.recorded_at > known_at
       and p.effective_on <= as_of
     union all
    select l.account_id, l.currency, 0, 0, 0, 0,
           case when l.debit = 'ar' then l.amount_minor else -l.amount_minor end,
           case when l.debit = 'ar' then l.base_minor else -l.base_minor end
      from ledger.entry e
      join ledger.line l on l.account_id = e.account_id and l.entry_id = e.entry_id
     where e.posted_on > e.effective_on
       and e.posted_on > as_of
       and e.effective_on <= as_of
       and e.recorded_at <= known_at
       and 'ar' in (l.debit, l.credit)
  )
  select a.company_id, m.currency, sum(m.amount)::bigint, sum(m.base)::bigint,
         sum(m.amount - m.late)::bigint, sum(m.base - m.lbase)::bigint, sum(m.credit)::bigint,
         sum(m.cbase)::bigint
    from moved m
    join ledger.account a on a.account_id = m.account_id
   group by a.company_id, m.currency
$function$;

CREATE OR REPLACE FUNCTION ledger.hold_periods(of_company uuid, OUT soft_through date, OUT hard_through date)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('ledger.closed ' || of_company, 0));
  select c.soft_through, c.hard_through
    into hold_periods.soft_through, hold_periods.hard_through
    from ledger.closed c
   where c.company_id = of_company;
end
$function$;

CREATE OR REPLACE FUNCTION ledger.item_history(first_account uuid, until_account uuid, since date)
 RETURNS TABLE(account_id uuid, item_id uuid, currency text, due_on date, effective_on date, recorded_at timestamp with time zone, amount_minor bigint, aged boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select b.account_id, b.item_id, b.currency, b.due_on, b.effective_on, b.recorded_at,
         b.side * b.amount_minor,
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
   where b.account_id >= first_account
     and b.account_id < until_account
     and (b.closed_on >= since or b.touched_at >= since)
$function$;

CREATE OR REPLACE FUNCTION ledger.moment_after(after timestamp with time zone, until timestamp with time zone, facts bigint)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce((select x.recorded_at
                     from (select i.recorded_at from ledger.item i
                            where i.recorded_at > after and i.recorded_at <= until
                            union all
                           select a.recorded_at from ledger.application a
                            where a.recorded_at > after and a.recorded_at <= until) x
                    order by x.recorded_at
                   offset facts - 1
                    limit 1), until)
$function$;

CREATE OR REPLACE FUNCTION ledger.movements_known(of_account uuid, from_on date, to_on date, known_at timestamp with time zone)
 RETURNS TABLE(item_id uuid, currency text, effective_on date, number text, kind text, reference text, due_on date, amount bigint)
 LANGUAGE sql
 STABLE
AS $function$
  select i.item_id, i.currency, i.effective_on, i.number, i.kind, i.reference,
         case when i.side = 1 and i.kind not in ('refund', 'reversal', 'transfer') then i.due_on
              end,
         i.side * i.amount_minor
    from ledger.item i
   where i.account_id = of_account
     and i.effective_on between from_on and to_on
     and i.recorded_at <= known_at
$function$;

CREATE OR REPLACE FUNCTION ledger.much_known_since(after timestamp with time zone, most bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select (select count(*) from (select from ledger.item i
                                 where i.recorded_at > after limit most) x)
       + (select count(*) from (select from ledger.application a
                                 where a.recorded_at > after limit most) x) >= most
$function$;

CREATE OR REPLACE FUNCTION ledger.much_since(as_of date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select count(*) = 20000
    from (select from ledger.application a
           where a.effective_on > as_of
           limit 20000) later
$function$;

CREATE OR REPLACE FUNCTION ledger.open_items_between(from_as_of date, from_known_at timestamp with time zone, to_as_of date, to_known_at timestamp with time zone)
 RETURNS TABLE(account_id uuid, item_id uuid, kind text, side smallint, currency text, issued_on date, due_on date, amount_minor bigint, open_before bigint, open_after bigint, aged boolean, came boolean)
 LANGUAGE sql
 STABLE
AS $function$
  with later as (
    select a.account_id, a.debit_item_id, a.credit_item_id, a.amount_minor,
           case when a.effective_on > to_as_of or a.recorded_at > to_known_at
                then a.amount_minor else 0 end as uncounted,
           a.recorded_at > from_known_at as told
      from ledger.application a
     where a.effective_on > from_as_of
        or a.recorded_at > from_known_at
  ), undone as (
    select u.account_id, u.item_id, sum(u.before)::bigint as before, sum(u.after)::bigint as after,
           bool_or(u.told) as told, bool_or(u.late) as late, bool_or(u.unknown) as unknown
      from (select l.account_id, l.debit_item_id as item_id, l.amount_minor as before,
                   l.uncounted as after, l.told, false as late, false as unknown
              from later l
             union all
            select l.account_id, l.credit_item_id, -l.amount_minor, -l.uncounted, l.told, false,
                   false
              from later l
             union all
            select i.account_id, i.item_id, 0, 0, true, true, i.recorded_at > to_known_at
              from ledger.item i
             where i.recorded_at > from_known_at) u
     group by u.account_id, u.item_id
  ), seen as (
    select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
           b.amount_minor, b.open_minor + coalesce(u.before, 0) as opening,
           b.open_minor + coalesce(u.after, 0) as closing,
           b.effective_on > from_as_of or coalesce(u.late, false) as came
      from ledger.item_balance b
      left join undone u on u.item_id = b.item_id
     where b.closed_on > from_as_of
       and b.effective_on <= to_as_of
       and u.unknown is not true
     union all
    select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
           b.amount_minor, b.open_minor + u.before, b.open_minor + u.after, u.late
      from undone u
      join ledger.item_balance b on b.account_id = u.account_id and b.item_id = u.item_id
     where u.told
       and not u.unknown
       and b.closed_on <= from_as_of
  )
  select s.account_id, s.item_id, s.kind, s.side, s.currency, s.issued_on, s.due_on,
         s.amount_minor, case when s.came then 0 else s.opening end, s.closing,
         s.side = 1 and s.kind not in ('refund', 'reversal', 'transfer'), s.came
    from seen s
   where s.came
      or s.opening <> 0
      or s.closing <> 0
$function$;

CREATE OR REPLACE FUNCTION ledger.open_items_known(as_of date, known_at timestamp with time zone)
 RETURNS TABLE(account_id uuid, item_id uuid, kind text, side smallint, currency text, issued_on date, due_on date, amount_minor bigint, base_minor bigint, open_minor bigint, open_base_minor bigint, aged boolean)
 LANGUAGE sql
 STABLE
AS $function$
  with later as (
    select a.account_id, a.debit_item_id, a.credit_item_id, a.amount_minor, a.debit_base_minor,
           a.credit_base_minor
      from ledger.application a
     where a.effective_on > as_of
        or a.recorded_at > known_at
  ), undone as (
    select u.item_id, sum(u.amount)::bigint as amount, sum(u.base)::bigint as base
      from (select l.debit_item_id as item_id, l.amount_minor as amount, l.debit_base_minor as base
              from later l
             union all
            select l.credit_item_id, -l.amount_minor, -l.credit_base_minor
              from later l) u
     group by u.item_id
  )
  select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
         b.amount_minor, b.base_minor,
         b.open_minor + coalesce(u.amount, 0), b.open_base_minor + coalesce(u.base, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where (b.closed_on > as_of or b.touched_at > known_at)
     and b.effective_on <= as_of
     and b.recorded_at <= known_at
     and b.open_minor + coalesce(u.amount, 0) <> 0
$function$;

CREATE OR REPLACE FUNCTION ledger.open_items_long_ago(as_of date)
 RETURNS TABLE(account_id uuid, item_id uuid, kind text, side smallint, currency text, issued_on date, due_on date, amount_minor bigint, base_minor bigint, open_minor bigint, open_base_minor bigint, aged boolean)
 LANGUAGE sql
 STABLE
AS $function$
  with there as materialized (
    select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
           b.amount_minor, b.base_minor, b.open_minor, b.open_base_minor
      from ledger.item_balance b
     where b.closed_on > as_of
       and b.effective_on <= as_of
  ), undone as (
    select m.item_id, sum(m.amount)::bigint as amount, sum(m.base)::bigint as base
      from (select a.debit_item_id as item_id, a.amount_minor as amount,
                   a.debit_base_minor as base
              from ledger.application a
             where a.effective_on > as_of
               and a.debit_item_id in (select t.item_id from there t)
             union all
            select a.credit_item_id, -a.amount_minor, -a.credit_base_minor
              from ledger.application a
             where a.effective_on > as_of
               and a.credit_item_id in (select t.item_id from there t)) m
     group by m.item_id
  )
  select t.account_id, t.item_id, t.kind, t.side, t.currency, t.issued_on, t.due_on,
         t.amount_minor, t.base_minor,
         t.open_minor + coalesce(u.amount, 0), t.open_base_minor + coalesce(u.base, 0),
         t.side = 1 and t.kind not in ('refund', 'reversal', 'transfer')
    from there t
    left join undone u on u.item_id = t.item_id
   where t.open_minor + coalesce(u.amount, 0) <> 0
$function$;

CREATE OR REPLACE FUNCTION ledger.open_items_on(as_of date)
 RETURNS TABLE(account_id uuid, item_id uuid, kind text, side smallint, currency text, issued_on date, due_on date, amount_minor bigint, base_minor bigint, open_minor bigint, open_base_minor bigint, aged boolean)
 LANGUAGE sql
 STABLE
AS $function$
  with later as (
    select a.account_id, a.debit_item_id, a.credit_item_id, a.amount_minor, a.debit_base_minor,
           a.credit_base_minor
      from ledger.application a
     where a.effective_on > as_of
  ), undone as (
    select u.item_id, sum(u.amount)::bigint as amount, sum(u.base)::bigint as base
      from (select l.debit_item_id as item_id, l.amount_minor as amount, l.debit_base_minor as base
              from later l
             union all
            select l.credit_item_id, -l.amount_minor, -l.credit_base_minor
              from later l) u
     group by u.item_id
  )
  select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
         b.amount_minor, b.base_minor,
         b.open_minor + coalesce(u.amount, 0), b.open_base_minor + coalesce(u.base, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where b.closed_on > as_of
     and b.effective_on <= as_of
     and b.open_minor + coalesce(u.amount, 0) <> 0
$function$;

CREATE OR REPLACE FUNCTION ledger.open_items_since(from_as_of date, to_as_of date)
 RETURNS TABLE(account_id uuid, item_id uuid, kind text, side smallint, currency text, issued_on date, due_on date, amount_minor bigint, open_before bigint, open_after bigint, aged boolean, came boolean)
 LANGUAGE sql
 STABLE
AS $function$
  with later as (
    select a.debit_item_id, a.credit_item_id, a.amount_minor,
           case when a.effective_on > to_as_of then a.amount_minor else 0 end as uncounted
      from ledger.application a
     where a.effective_on > from_as_of
  ), undone as (
    select u.item_id, sum(u.before)::bigint as before, sum(u.after)::bigint as after
      from (select l.debit_item_id as item_id, l.amount_minor as before, l.uncounted as after
              from later l
             union all
            select l.credit_item_id, -l.amount_minor, -l.uncounted
              from later l) u
     group by u.item_id
  )
  select b.account_id, b.item_id, b.kind, b.side, b.currency, b.issued_on, b.due_on,
         b.amount_minor,
         case when b.effective_on > from_as_of then 0
              else b.open_minor + coalesce(u.before, 0) end,
         b.open_minor + coalesce(u.after, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer'),
         b.effective_on > from_as_of
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where b.closed_on > from_as_of
     and b.effective_on <= to_as_of
     and (b.effective_on > from_as_of
          or b.open_minor + coalesce(u.before, 0) <> 0
          or b.open_minor + coalesce(u.after, 0) <> 0)
$function$;

CREATE OR REPLACE FUNCTION ledger.open_items_within(first_account uuid, until_account uuid, as_of date)
 RETURNS TABLE(account_id uuid, item_id uuid, currency text, due_on date, open_minor bigint, aged boolean)
 LANGUAGE sql
 STABLE
AS $function$
  with later as (
    select a.debit_item_id, a.credit_item_id, a.amount_minor
      from ledger.application a
     where a.account_id >= first_account
       and a.account_id < until_account
       and a.effective_on > as_of
  ), undone as (
    select u.item_id, sum(u.amount)::bigint as amount
      from (select l.debit_item_id as item_id, l.amount_minor as amount
              from later l
             union all
            select l.credit_item_id, -l.amount_minor
              from later l) u
     group by u.item_id
  )
  select b.account_id, b.item_id, b.currency, b.due_on, b.open_minor + coalesce(u.amount, 0),
         b.side = 1 and b.kind not in ('refund', 'reversal', 'transfer')
    from ledger.item_balance b
    left join undone u on u.item_id = b.item_id
   where b.account_id >= first_account
     and b.account_id < until_account
     and b.closed_on > as_of
     and b.effective_on <= as_of
     and b.open_minor + coalesce(u.amount, 0) <> 0
$function$;

CREATE OR REPLACE FUNCTION ledger.posted_between(from_as_of date, from_known_at timestamp with time zone, to_as_of date, to_known_at timestamp with time zone)
 RETURNS TABLE(account_id uuid, item_id uuid, document_id uuid, kind text, entry_kind text, side smallint, currency text, amount_minor bigint, number text, reference text, due_on date, effective_on date, recorded_at timestamp with time zone, late boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select i.account_id, i.item_id, i.document_id, i.kind, e.kind, i.side, i.currency,
         i.amount_minor, i.number, i.reference, i.due_on, i.effective_on, i.recorded_at,
         i.effective_on <= from_as_of
    from ledger.item i
    join ledger.entry e on e.account_id = i.account_id and e.entry_id = i.entry_id
   where (i.effective_on > from_as_of or i.recorded_at > from_known_at)
     and (e.effective_on > from_as_of or e.recorded_at > from_known_at)
     and i.effective_on <= to_as_of
     and i.recorded_at <= to_known_at
$function$;

CREATE OR REPLACE FUNCTION ledger.posted_since(from_as_of date, to_as_of date)
 RETURNS TABLE(account_id uuid, item_id uuid, document_id uuid, kind text, entry_kind text, side smallint, currency text, amount_minor bigint, number text, reference text, due_on date, effective_on date, recorded_at timestamp with time zone, late boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select i.account_id, i.item_id, i.document_id, i.kind, e.kind, i.side, i.currency,
         i.amount_minor, i.number, i.reference, i.due_on, i.effective_on, i.recorded_at, false
    from ledger.item i
    join ledger.entry e on e.account_id = i.account_id and e.entry_id = i.entry_id
   where i.effective_on > from_as_of
     and i.effective_on <= to_as_of
     and e.effective_on > from_as_of
     and e.effective_on <= to_as_of
$function$;

CREATE OR REPLACE FUNCTION ledger.take_periods(of_company uuid)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
declare
  before text := current_setting('lock_timeout');
begin
  perform set_config('lock_timeout', '2s', true);
  perform pg_advisory_xact_lock(hashtextextended('ledger.closed ' || of_company, 0));
  perform set_config('lock_timeout', before, true);
  return true;
exception when lock_not_available then
  return false;
end
$function$;

CREATE OR REPLACE FUNCTION ledger.trial_balance(of_company uuid, first_on date, last_on date, known_at timestamp with time zone)
 RETURNS TABLE(chart_account text, external_number text, currency text, opening_minor bigint, debit_minor bigint, credit_minor bigint, opening_base_minor bigint, debit_base_minor bigint, credit_base_minor bigint)
 LANGUAGE sql
 STABLE
AS $function$
  with booked as (
    select l.debit, l.credit, l.currency, e.posted_on >= first_on as within,
           sum(l.amount_minor) as amount, sum(l.base_minor) as base
      from ledger.line l
      join ledger.entry e on e.account_id = l.account_id and e.entry_id = l.entry_id
      join ledger.account a on a.account_id = l.account_id
     where a.company_id  = of_company
       and e.posted_on   <= last_on
       and e.recorded_at <= known_at
     group by l.debit, l.credit, l.currency, e.posted_on >= first_on
  ), sides as (
    select b.debit::text as account, b.currency, b.within, b.amount as debited, b.base as dbase,
           0 as credited, 0 as cbase
      from booked b
     union all
    select b.credit::text, b.currency, b.within, 0, 0, b.amount, b.base
      from booked b
  )
  select s.account, m.external_number, s.currency,
         coalesce(sum(s.debited - s.credited) filter (where not s.within), 0)::bigint,
         coalesce(sum(s.debited) filter (where s.within), 0)::bigint,
         coalesce(sum(s.credited) filter (where s.within), 0)::bigint,
         coalesce(sum(s.dbase - s.cbase) filter (where not s.within), 0)::bigint,
         coalesce(sum(s.dbase) filter (where s.within), 0)::bigint,
         coalesce(sum(s.cbase) filter (where s.within), 0)::bigint
    from sides s
    left join ledger.chart_mapping m on m.company_id = of_company
                                    and m.chart_account = s.account::ledger.chart_account
   group by s.account, m.external_number, s.currency
   order by s.account, s.currency
$function$;

create schema metrics;

grant usage on schema metrics to dunlin_app;

create table metrics.allowance (
  company_id uuid not null,
  allowance_id uuid not null,
  as_of date not null,
  known_at timestamp with time zone not null,
  currency text not null,
  method text not null,
  facts jsonb not null,
  allowance_minor bigint not null,
  before_minor bigint not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint allowance_pkey PRIMARY KEY (company_id, allowance_id),
  constraint allowance_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint allowance_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint allowance_method_check CHECK (method = ANY (ARRAY['aging_schedule'::text, 'roll_rate'::text]))
);

grant insert, select on metrics.allowance to dunlin_app;

create table metrics.allowance_review (
  company_id uuid not null,
  allowance_id uuid not null,
  verdict text not null,
  note text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint allowance_review_pkey PRIMARY KEY (company_id, allowance_id),
  constraint allowance_review_company_id_allowance_id_fkey FOREIGN KEY (company_id, allowance_id) REFERENCES metrics.allowance(company_id, allowance_id),
  constraint allowance_review_verdict_check CHECK (verdict = ANY (ARRAY['signed'::text, 'sent_back'::text]))
);

grant insert, select on metrics.allowance_review to dunlin_app;

create table metrics.goal_fact (
  company_id uuid not null,
  goal_id uuid not null,
  member_id uuid,
  team_id uuid,
  month date not null,
  metric text not null,
  variant text not null,
  currency text not null,
  target bigint,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint goal_fact_pkey PRIMARY KEY (company_id, goal_id),
  constraint goal_fact_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint goal_fact_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint goal_fact_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id),
  constraint goal_fact_month_check CHECK (EXTRACT(day FROM month) = 1::numeric),
  constraint goal_fact_target_check CHECK (target >= 0),
  constraint goal_of_one CHECK (member_id IS NULL OR team_id IS NULL)
);

CREATE INDEX goal_fact_by_month ON metrics.goal_fact USING btree (company_id, month);

grant insert, select on metrics.goal_fact to dunlin_app;

create table metrics.kept_account (
  account_id uuid not null,
  cell_id uuid not null,
  constraint kept_account_pkey PRIMARY KEY (account_id),
  constraint kept_account_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES metrics.kept_cell(cell_id)
);

CREATE INDEX kept_account_by_cell ON metrics.kept_account USING btree (cell_id);

grant delete, insert, select, update on metrics.kept_account to dunlin_app;

create table metrics.kept_book (
  is_only boolean not null default true,
  known_at timestamp with time zone not null,
  from_on date not null,
  through_on date not null,
  is_whole boolean not null,
  revision bigint not null,
  constraint kept_book_pkey PRIMARY KEY (is_only),
  constraint kept_book_is_only_check CHECK (is_only),
  constraint kept_in_order CHECK (from_on <= through_on)
);

grant delete, insert, select, update on metrics.kept_book to dunlin_app;

create table metrics.kept_cell (
  cell_id uuid not null,
  company_id uuid not null,
  owner_id uuid,
  segment text,
  constraint kept_cell_pkey PRIMARY KEY (cell_id),
  constraint kept_cell_once UNIQUE NULLS NOT DISTINCT (company_id, owner_id, segment),
  constraint kept_cell_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant delete, insert, select, update on metrics.kept_cell to dunlin_app;

create table metrics.kept_day (
  cell_id uuid not null,
  currency text not null,
  on_day date not null,
  standing jsonb not null,
  sales bigint not null,
  cash bigint not null,
  constraint kept_day_pkey PRIMARY KEY (cell_id, currency, on_day),
  constraint kept_day_cell_id_fkey FOREIGN KEY (cell_id) REFERENCES metrics.kept_cell(cell_id),
  constraint kept_day_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text)
);

CREATE INDEX kept_day_by_day ON metrics.kept_day USING btree (currency, on_day) INCLUDE (cell_id, sales, cash);

grant delete, insert, select, update on metrics.kept_day to dunlin_app;

create table metrics.stated_fact (
  company_id uuid not null,
  stated_id uuid not null,
  kind text not null,
  month date not null,
  member_id uuid,
  currency text,
  amount bigint not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint stated_fact_pkey PRIMARY KEY (company_id, stated_id),
  constraint cost_has_currency CHECK ((kind = 'department_cost'::text) = (currency IS NOT NULL)),
  constraint minutes_have_a_person CHECK ((kind = 'paid_minutes'::text) = (member_id IS NOT NULL)),
  constraint stated_fact_amount_check CHECK (amount >= 0),
  constraint stated_fact_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint stated_fact_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint stated_fact_kind_check CHECK (kind = ANY (ARRAY['department_cost'::text, 'paid_minutes'::text])),
  constraint stated_fact_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id),
  constraint stated_fact_month_check CHECK (EXTRACT(day FROM month) = 1::numeric)
);

grant insert, select on metrics.stated_fact to dunlin_app;

create table metrics.team_fact (
  team_id uuid not null,
  fact_id uuid not null,
  company_id uuid,
  name text not null,
  member_ids uuid[] not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint team_fact_pkey PRIMARY KEY (team_id, fact_id),
  constraint team_fact_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint team_fact_name_check CHECK (name <> ''::text)
);

grant insert, select on metrics.team_fact to dunlin_app;

create view metrics.team_now as
 SELECT DISTINCT ON (team_id) team_id,
    company_id,
    name,
    member_ids
   FROM metrics.team_fact t
  ORDER BY team_id, fact_id DESC;

grant select on metrics.team_now to dunlin_app;

CREATE OR REPLACE FUNCTION metrics.added(one jsonb, other jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select coalesce(jsonb_object_agg(s.name, s.sum), '{}')
    from (select e.name, sum(e.amount::bigint)::text as sum
            from (select * from jsonb_each_text(one)
                   union all
                  select * from jsonb_each_text(other)) e (name, amount)
           group by e.name
          having sum(e.amount::bigint) <> 0) s
$function$;

create schema packs;

grant usage on schema packs to dunlin_app;

create table packs.delivery (
  issue_id uuid not null,
  reader_no integer not null,
  state text not null,
  attempts integer not null,
  not_before timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint delivery_pkey PRIMARY KEY (issue_id, reader_no),
  constraint delivery_attempts_check CHECK (attempts >= 0),
  constraint delivery_issue_id_reader_no_fkey FOREIGN KEY (issue_id, reader_no) REFERENCES packs.reader(issue_id, reader_no),
  constraint delivery_state_check CHECK (state = ANY (ARRAY['queued'::text, 'attempted'::text, 'sent'::text, 'failed'::text, 'unknown'::text]))
);

CREATE INDEX delivery_under_way ON packs.delivery USING btree (changed_at) WHERE (state = 'attempted'::text);

CREATE INDEX delivery_waiting ON packs.delivery USING btree (not_before, issue_id) WHERE (state = 'queued'::text);

grant insert, select, update on packs.delivery to dunlin_app;

create table packs.delivery_event (
  issue_id uuid not null,
  reader_no integer not null,
  event_no integer not null,
  what text not null,
  detail text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint delivery_event_pkey PRIMARY KEY (issue_id, reader_no, event_no),
  constraint delivery_event_event_no_check CHECK (event_no > 0),
  constraint delivery_event_issue_id_reader_no_fkey FOREIGN KEY (issue_id, reader_no) REFERENCES packs.reader(issue_id, reader_no),
  constraint delivery_event_what_check CHECK (what = ANY (ARRAY['queued'::text, 'attempted'::text, 'sent'::text, 'again_later'::text, 'failed'::text, 'unknown'::text]))
);

grant insert, select on packs.delivery_event to dunlin_app;

create table packs.edition (
  issue_id uuid not null,
  edition_no integer not null,
  language text not null,
  own_of uuid,
  title text not null,
  summary jsonb not null,
  blocks jsonb not null,
  mail_text text not null,
  mail_html text not null,
  pdf bytea not null,
  xlsx bytea not null,
  sha256 text not null,
  constraint edition_pkey PRIMARY KEY (issue_id, edition_no),
  constraint edition_edition_no_check CHECK (edition_no > 0),
  constraint edition_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES packs.issue(issue_id),
  constraint edition_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  constraint edition_own_of_fkey FOREIGN KEY (own_of) REFERENCES team.member(member_id),
  constraint edition_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);

grant insert, select on packs.edition to dunlin_app;

create table packs.failure (
  schedule_id uuid not null,
  period text not null,
  attempt_no integer not null,
  detail text not null,
  again_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  constraint failure_pkey PRIMARY KEY (schedule_id, period, attempt_no),
  constraint failure_attempt_no_check CHECK (attempt_no > 0)
);

grant insert, select on packs.failure to dunlin_app;

create table packs.issue (
  issue_id uuid not null,
  schedule_id uuid,
  company_id uuid not null,
  kind text not null,
  name text not null,
  period text not null,
  owner_id uuid,
  as_of date not null,
  known_at timestamp with time zone not null,
  settings jsonb not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint issue_pkey PRIMARY KEY (issue_id),
  constraint one_issue_a_period UNIQUE (schedule_id, period),
  constraint issue_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint issue_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint issue_period_check CHECK (period <> ''::text)
);

CREATE INDEX issue_of_company ON packs.issue USING btree (company_id, recorded_at DESC, issue_id);

CREATE INDEX issue_of_kind ON packs.issue USING btree (company_id, kind, recorded_at DESC);

grant insert, select on packs.issue to dunlin_app;

create table packs.late_plan (
  account_id uuid not null,
  plan_id uuid not null,
  cause text,
  plan text not null,
  owner_id uuid not null,
  due_on date,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint late_plan_pkey PRIMARY KEY (account_id, plan_id),
  constraint late_plan_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint late_plan_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint late_plan_plan_check CHECK (plan <> ''::text)
);

CREATE INDEX late_plan_latest ON packs.late_plan USING btree (account_id, recorded_at DESC);

grant insert, select on packs.late_plan to dunlin_app;

create table packs.reader (
  issue_id uuid not null,
  reader_no integer not null,
  edition_no integer,
  member_id uuid,
  name text not null,
  address text not null,
  language text not null,
  left_out text,
  constraint reader_pkey PRIMARY KEY (issue_id, reader_no),
  constraint reader_address_check CHECK (address <> ''::text),
  constraint reader_check CHECK ((edition_no IS NULL) = (left_out IS NOT NULL)),
  constraint reader_issue_id_edition_no_fkey FOREIGN KEY (issue_id, edition_no) REFERENCES packs.edition(issue_id, edition_no),
  constraint reader_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES packs.issue(issue_id),
  constraint reader_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  constraint reader_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id),
  constraint reader_reader_no_check CHECK (reader_no > 0)
);

CREATE INDEX reader_member ON packs.reader USING btree (member_id, issue_id);

grant insert, select on packs.reader to dunlin_app;

create table packs.schedule (
  schedule_id uuid not null,
  revision integer not null,
  company_id uuid not null,
  kind text not null,
  name text not null,
  state text not null,
  owner_id uuid not null,
  rhythm jsonb not null,
  recipients jsonb not null,
  settings jsonb not null,
  review_on date not null,
  starts_on date not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint schedule_pkey PRIMARY KEY (schedule_id, revision),
  constraint schedule_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint schedule_kind_check CHECK (kind <> ''::text),
  constraint schedule_name_check CHECK (name <> ''::text),
  constraint schedule_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES team.member(member_id),
  constraint schedule_revision_check CHECK (revision > 0),
  constraint schedule_state_check CHECK (state = ANY (ARRAY['active'::text, 'paused'::text, 'retired'::text]))
);

grant insert, select on packs.schedule to dunlin_app;

create table packs.sign_off (
  issue_id uuid not null,
  member_id uuid not null,
  note text not null,
  sha256 text not null,
  recorded_at timestamp with time zone not null,
  constraint sign_off_pkey PRIMARY KEY (issue_id),
  constraint sign_off_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES packs.issue(issue_id),
  constraint sign_off_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id)
);

grant insert, select on packs.sign_off to dunlin_app;

create view packs.schedule_now as
 SELECT DISTINCT ON (schedule_id) schedule_id,
    revision,
    company_id,
    kind,
    name,
    state,
    owner_id,
    rhythm,
    recipients,
    settings,
    review_on,
    starts_on,
    recorded_at
   FROM packs.schedule s
  ORDER BY schedule_id, revision DESC;

grant select on packs.schedule_now to dunlin_app;

create schema platform;

grant usage on schema platform to dunlin_app;

create table platform.api_key (
  key_id uuid not null,
  key_hash text not null,
  member_id uuid not null,
  name text not null,
  permissions text[] not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint api_key_pkey PRIMARY KEY (key_id),
  constraint api_key_key_hash_key UNIQUE (key_hash)
);

grant insert, select, update on platform.api_key to dunlin_app;

create table platform.audit (
  audit_id uuid not null,
  at timestamp with time zone not null,
  actor text not null,
  on_behalf text,
  action text not null,
  account_id uuid,
  reason text not null,
  changes jsonb not null,
  personal jsonb,
  constraint audit_pkey PRIMARY KEY (audit_id),
  constraint audit_action_check CHECK (action ~ '^[a-z_]+\.[a-z0-9_]+$'::text),
  constraint audit_actor_check CHECK (actor <> ''::text)
);

CREATE INDEX audit_by_account ON platform.audit USING btree (account_id, at) WHERE (account_id IS NOT NULL);

grant insert, select on platform.audit to dunlin_app;

grant update (personal) on platform.audit to dunlin_app;

create table platform.audit_seal (
  "position" bigint not null,
  audit_id uuid not null,
  prev text not null,
  hash text not null,
  sealed_at timestamp with time zone not null default clock_timestamp(),
  constraint audit_seal_pkey PRIMARY KEY ("position"),
  constraint audit_seal_audit_id_key UNIQUE (audit_id),
  constraint audit_seal_hash_key UNIQUE (hash),
  constraint audit_seal_audit_id_fkey FOREIGN KEY (audit_id) REFERENCES platform.audit(audit_id),
  constraint audit_seal_position_check CHECK ("position" > 0)
);

grant insert, select on platform.audit_seal to dunlin_app;

create table platform.counter (
  name text not null,
  value bigint not null,
  constraint counter_pkey PRIMARY KEY (name),
  constraint counter_value_check CHECK (value >= 0)
);

grant insert, select, update on platform.counter to dunlin_app;

create table platform.credential (
  member_id uuid not null,
  password_hash text not null,
  failures smallint not null default 0,
  locked_until timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint credential_pkey PRIMARY KEY (member_id),
  constraint credential_failures_check CHECK (failures >= 0)
);

grant insert, select, update on platform.credential to dunlin_app;

create table platform.event (
  event_id uuid not null,
  at timestamp with time zone not null,
  name text not null,
  account_id uuid,
  payload jsonb not null,
  constraint event_pkey PRIMARY KEY (event_id),
  constraint event_name_check CHECK (name ~ '^[a-z_]+\.[a-z_]+$'::text)
);

grant insert, select on platform.event to dunlin_app;

create table platform.event_heard (
  event_id uuid not null,
  listener text not null,
  heard_at timestamp with time zone not null default clock_timestamp(),
  constraint event_heard_pkey PRIMARY KEY (event_id, listener),
  constraint event_heard_event_id_fkey FOREIGN KEY (event_id) REFERENCES platform.event(event_id)
);

grant insert, select on platform.event_heard to dunlin_app;

create table platform.event_waiting (
  event_id uuid not null,
  tries smallint not null default 0,
  next_try timestamp with time zone not null default clock_timestamp(),
  problem text,
  constraint event_waiting_pkey PRIMARY KEY (event_id),
  constraint event_waiting_event_id_fkey FOREIGN KEY (event_id) REFERENCES platform.event(event_id)
);

grant delete, insert, select, update on platform.event_waiting to dunlin_app;

create table platform.idempotency (
  actor text not null,
  key text not null,
  request_hash text not null,
  answer jsonb not null,
  at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (actor, key),
  constraint idempotency_key_check CHECK (length(key) >= 1 AND length(key) <= 200)
);

grant insert, select on platform.idempotency to dunlin_app;

create table platform.migration (
  name text not null,
  hash text not null,
  ran_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

grant select on platform.migration to dunlin_app;

create table platform.session (
  token_hash text not null,
  member_id uuid not null,
  csrf text not null,
  made_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (token_hash)
);

CREATE INDEX session_by_member ON platform.session USING btree (member_id);

grant delete, insert, select, update on platform.session to dunlin_app;

create table platform.sign_in_try (
  address text not null,
  started_at timestamp with time zone not null,
  tries integer not null,
  constraint sign_in_try_pkey PRIMARY KEY (address),
  constraint sign_in_try_tries_check CHECK (tries > 0)
);

grant delete, insert, select, update on platform.sign_in_try to dunlin_app;

CREATE OR REPLACE FUNCTION platform.broken_references()
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
AS $function$
declare
  reference record;
  broken    boolean;
begin
  for reference in
    select f.conname, f.conrelid::regclass as child, f.confrelid::regclass as parent,
           string_agg(format('p.%I = c.%I', pa.attname, ca.attname), ' and ') as same,
           string_agg(format('c.%I is not null', ca.attname), ' and ') as stated
      from pg_constraint f
      join pg_stat_xact_user_tables w on w.relid = f.conrelid
                                     and w.n_tup_ins + w.n_tup_upd > 0
     cross join unnest(f.conkey, f.confkey) as k (child, parent)
      join pg_attribute ca on ca.attrelid = f.conrelid and ca.attnum = k.child
      join pg_attribute pa on pa.attrelid = f.confrelid and pa.attnum = k.parent
     where f.contype = 'f'
     group by f.conname, f.conrelid, f.confrelid
  loop
    execute format('select exists (select from %s c where %s and not exists '
                   '(select from %s p where %s))',
                   reference.child, reference.stated, reference.parent, reference.same)
       into broken;
    if broken then
      return next format('%s of %s', reference.conname, reference.child);
    end if;
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION platform.carry_rows(target regclass, key text, ids uuid[], from_id uuid, into_id uuid, items jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
declare
  carried bigint;
begin
  execute format(
    'insert into %1$s
     select r.*
       from (select x.*, to_jsonb(x) as said from %1$s x
              where x.account_id = $1 and x.%2$I = any($3)) t
      cross join lateral jsonb_populate_record(null::%1$s,
              t.said || jsonb_build_object(''account_id'', $2)
                     || case when t.said ? ''item_id''
                             then jsonb_build_object(''item_id'', $4 -> (t.said ->> ''item_id''))
                             else ''{}''::jsonb end) r
      where not t.said ? ''item_id'' or $4 ? (t.said ->> ''item_id'')
         on conflict do nothing', target, key)
    using from_id, into_id, ids, items;
  get diagnostics carried = row_count;
  return carried;
end
$function$;

CREATE OR REPLACE FUNCTION platform.check_rows_again()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform set_config('session_replication_role', 'origin', true);
end
$function$;

CREATE OR REPLACE FUNCTION platform.check_rows_later()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not current_setting('track_counts')::boolean then
    return false;
  end if;
  perform set_config('session_replication_role', 'replica', true);
  return true;
exception
  when insufficient_privilege then return false;
end
$function$;

create schema policies;

grant usage on schema policies to dunlin_app;

create table policies.act (
  document_id uuid not null,
  version integer not null,
  act_id uuid not null,
  kind text not null,
  effective_on date,
  facts jsonb not null default '{}'::jsonb,
  author text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint act_pkey PRIMARY KEY (document_id, version, act_id),
  constraint act_document_id_version_author_fkey FOREIGN KEY (document_id, version, author) REFERENCES policies.version(document_id, version, actor),
  constraint act_has_day CHECK ((effective_on IS NOT NULL) = (kind = ANY (ARRAY['published'::text, 'retired'::text]))),
  constraint act_kind_check CHECK (kind = ANY (ARRAY['tested'::text, 'simulated'::text, 'approved'::text, 'rejected'::text, 'published'::text, 'withdrawn'::text, 'retired'::text])),
  constraint second_person CHECK (kind <> 'approved'::text OR actor <> author)
);

CREATE UNIQUE INDEX act_decided_once ON policies.act USING btree (document_id, version) WHERE (kind = ANY (ARRAY['approved'::text, 'rejected'::text]));

CREATE UNIQUE INDEX act_published_once ON policies.act USING btree (document_id, version) WHERE (kind = 'published'::text);

grant insert, select on policies.act to dunlin_app;

create table policies.attestation (
  document_id uuid not null,
  version integer not null,
  member_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint attestation_pkey PRIMARY KEY (document_id, version, member_id),
  constraint attestation_document_id_version_fkey FOREIGN KEY (document_id, version) REFERENCES policies.version(document_id, version)
);

grant insert, select on policies.attestation to dunlin_app;

create table policies.document (
  document_id uuid not null,
  kind text not null,
  key text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint document_pkey PRIMARY KEY (document_id),
  constraint policy_key UNIQUE (kind, key),
  constraint document_key_check CHECK (key ~ '^[a-z][a-z0-9-]{0,59}$'::text),
  constraint document_kind_check CHECK (kind ~ '^[a-z][a-z_]*$'::text)
);

grant insert, select on policies.document to dunlin_app;

create table policies.version (
  document_id uuid not null,
  version integer not null,
  name_en text not null,
  name_es text not null,
  written text not null,
  judged jsonb not null,
  follows text,
  has_examples boolean not null,
  has_simulation boolean not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint version_pkey PRIMARY KEY (document_id, version),
  constraint version_author UNIQUE (document_id, version, actor),
  constraint version_document_id_fkey FOREIGN KEY (document_id) REFERENCES policies.document(document_id),
  constraint version_name_en_check CHECK (name_en <> ''::text),
  constraint version_name_es_check CHECK (name_es <> ''::text),
  constraint version_reason_check CHECK (reason <> ''::text),
  constraint version_version_check CHECK (version > 0)
);

grant insert, select on policies.version to dunlin_app;

CREATE OR REPLACE FUNCTION policies.in_force(as_of date, known_at timestamp with time zone)
 RETURNS TABLE(document_id uuid, kind text, key text, version integer, effective_on date)
 LANGUAGE sql
 STABLE
AS $function$
  select d.document_id, d.kind, d.key, latest.version, latest.effective_on
    from policies.document d
    join lateral (select a.version, a.kind, a.effective_on
                    from policies.act a
                   where a.document_id = d.document_id
                     and a.kind in ('published', 'retired')
                     and a.effective_on <= as_of
                     and a.recorded_at <= known_at
                     and not exists (select
                                       from policies.act w
                                      where w.document_id = a.document_id
                                        and w.version     = a.version
                                        and w.kind        = 'withdrawn'
                                        and w.recorded_at <= known_at)
                   order by a.effective_on desc, a.recorded_at desc, a.act_id desc
                   limit 1) latest on latest.kind = 'published'
$function$;

create schema portfolios;

grant usage on schema portfolios to dunlin_app;

create table portfolios.campaign (
  campaign_id uuid not null,
  company_id uuid not null,
  filter jsonb not null,
  live boolean not null,
  member_ids uuid[] not null,
  currency text not null,
  started_on date not null,
  started_at timestamp with time zone not null,
  actor text not null,
  constraint campaign_pkey PRIMARY KEY (campaign_id),
  constraint campaign_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select on portfolios.campaign to dunlin_app;

create table portfolios.campaign_account (
  account_id uuid not null,
  campaign_id uuid not null,
  worker_id uuid,
  added_at timestamp with time zone not null,
  constraint campaign_account_pkey PRIMARY KEY (account_id, campaign_id),
  constraint campaign_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint campaign_account_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES portfolios.campaign(campaign_id)
);

CREATE INDEX campaign_account_by_campaign ON portfolios.campaign_account USING btree (campaign_id);

grant insert, select on portfolios.campaign_account to dunlin_app;

create table portfolios.campaign_item (
  account_id uuid not null,
  campaign_id uuid not null,
  item_id uuid not null,
  currency text not null,
  open_minor bigint not null,
  constraint campaign_item_pkey PRIMARY KEY (account_id, campaign_id, item_id),
  constraint campaign_item_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint campaign_item_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES portfolios.campaign(campaign_id)
);

CREATE INDEX campaign_item_by_campaign ON portfolios.campaign_item USING btree (campaign_id);

grant insert, select on portfolios.campaign_item to dunlin_app;

create table portfolios.campaign_terms (
  campaign_id uuid not null,
  recorded_at timestamp with time zone not null,
  name text not null,
  text text not null,
  goal_minor bigint,
  ends_on date not null,
  ended_on date,
  actor text not null,
  reason text not null,
  constraint campaign_terms_pkey PRIMARY KEY (campaign_id, recorded_at),
  constraint campaign_terms_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES portfolios.campaign(campaign_id),
  constraint campaign_terms_goal_minor_check CHECK (goal_minor > 0),
  constraint campaign_terms_name_check CHECK (name <> ''::text)
);

grant insert, select on portfolios.campaign_terms to dunlin_app;

create table portfolios.capacity (
  member_id uuid not null,
  recorded_at timestamp with time zone not null,
  minutes_a_day integer not null,
  speaks text[] not null,
  actor text not null,
  constraint capacity_pkey PRIMARY KEY (member_id, recorded_at),
  constraint capacity_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id),
  constraint capacity_minutes_a_day_check CHECK (minutes_a_day >= 0 AND minutes_a_day <= 1440),
  constraint capacity_speaks_check CHECK (cardinality(speaks) > 0)
);

grant insert, select on portfolios.capacity to dunlin_app;

create table portfolios.moved_account (
  account_id uuid not null,
  reassignment_id uuid not null,
  from_id uuid,
  to_id uuid,
  was_pinned boolean not null,
  rule integer,
  constraint moved_account_pkey PRIMARY KEY (account_id, reassignment_id),
  constraint moved_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id)
);

CREATE INDEX moved_account_by_act ON portfolios.moved_account USING btree (reassignment_id);

grant insert, select on portfolios.moved_account to dunlin_app;

create table portfolios.reassignment (
  reassignment_id uuid not null,
  kind text not null,
  made_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint reassignment_pkey PRIMARY KEY (reassignment_id),
  constraint reassignment_kind_check CHECK (kind = ANY (ARRAY['rules'::text, 'bulk'::text, 'rebalance'::text, 'new'::text]))
);

CREATE INDEX reassignment_by_time ON portfolios.reassignment USING btree (recorded_at);

grant insert, select on portfolios.reassignment to dunlin_app;

create table portfolios.reassignment_undone (
  reassignment_id uuid not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint reassignment_undone_pkey PRIMARY KEY (reassignment_id),
  constraint reassignment_undone_reassignment_id_fkey FOREIGN KEY (reassignment_id) REFERENCES portfolios.reassignment(reassignment_id)
);

grant insert, select on portfolios.reassignment_undone to dunlin_app;

create table portfolios.rule_set (
  company_id uuid not null,
  version integer not null,
  rules jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint rule_set_pkey PRIMARY KEY (company_id, version),
  constraint rule_set_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint rule_set_version_check CHECK (version > 0)
);

grant insert, select on portfolios.rule_set to dunlin_app;

create view portfolios.campaign_card as
 SELECT a.account_id,
    a.campaign_id,
    a.worker_id,
    a.added_at,
    n.name,
    n.text,
    n.ends_on,
    n.started_on,
    n.ended_on
   FROM portfolios.campaign_account a
     JOIN portfolios.campaign_now n ON n.campaign_id = a.campaign_id;

grant select on portfolios.campaign_card to dunlin_app;

create view portfolios.campaign_now as
 SELECT c.campaign_id,
    c.company_id,
    c.filter,
    c.live,
    c.member_ids,
    c.currency,
    c.started_on,
    c.started_at,
    t.name,
    t.text,
    t.goal_minor,
    t.ends_on,
    t.ended_on
   FROM portfolios.campaign c
     CROSS JOIN LATERAL ( SELECT x.name,
            x.text,
            x.goal_minor,
            x.ends_on,
            x.ended_on
           FROM portfolios.campaign_terms x
          WHERE x.campaign_id = c.campaign_id
          ORDER BY x.recorded_at DESC
         LIMIT 1) t;

grant select on portfolios.campaign_now to dunlin_app;

create view portfolios.capacity_card as
 SELECT DISTINCT ON (member_id) member_id,
    minutes_a_day,
    recorded_at
   FROM portfolios.capacity c
  ORDER BY member_id, recorded_at DESC;

grant select on portfolios.capacity_card to dunlin_app;

create schema projects;

grant usage on schema projects to dunlin_app;

create table projects.clean_up (
  project_id uuid not null,
  company_id uuid not null,
  title text not null,
  kinds text[] not null,
  owner_id uuid,
  target_count integer not null,
  target_base_minor bigint,
  due_on date not null,
  started_on date not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  account_owner_id uuid,
  segment text,
  least_base_minor bigint not null default 0,
  constraint clean_up_pkey PRIMARY KEY (project_id),
  constraint clean_up_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint clean_up_kinds_check CHECK (kinds <> '{}'::text[]),
  constraint clean_up_least_base_minor_check CHECK (least_base_minor >= 0),
  constraint clean_up_target_base_minor_check CHECK (target_base_minor >= 0),
  constraint clean_up_target_count_check CHECK (target_count >= 0),
  constraint clean_up_title_check CHECK (title <> ''::text)
);

grant insert, select on projects.clean_up to dunlin_app;

create table projects.clean_up_day (
  project_id uuid not null,
  on_day date not null,
  recorded_at timestamp with time zone not null,
  left_count integer not null,
  left_base_minor bigint not null,
  constraint clean_up_day_pkey PRIMARY KEY (project_id, on_day, recorded_at),
  constraint clean_up_day_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects.clean_up(project_id)
);

grant insert, select on projects.clean_up_day to dunlin_app;

create table projects.clean_up_end (
  project_id uuid not null,
  left_count integer not null,
  left_base_minor bigint not null,
  met boolean not null,
  note text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint clean_up_end_pkey PRIMARY KEY (project_id),
  constraint clean_up_end_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects.clean_up(project_id)
);

grant insert, select on projects.clean_up_end to dunlin_app;

create table projects.clean_up_row (
  account_id uuid not null,
  project_id uuid not null,
  kind text not null,
  subject text not null,
  currency text not null,
  amount_minor bigint not null,
  base_minor bigint not null,
  facts jsonb not null,
  constraint clean_up_row_pkey PRIMARY KEY (account_id, project_id, kind, subject),
  constraint clean_up_row_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id)
);

CREATE INDEX clean_up_row_by_project ON projects.clean_up_row USING btree (project_id);

grant insert, select on projects.clean_up_row to dunlin_app;

create table projects.finding (
  account_id uuid not null,
  kind text not null,
  subject text not null,
  company_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  base_minor bigint not null,
  facts jsonb not null,
  state text not null,
  owner_id uuid,
  until_on date,
  note text,
  first_seen_on date not null,
  gone_at timestamp with time zone,
  constraint finding_pkey PRIMARY KEY (account_id, kind, subject),
  constraint finding_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint finding_check CHECK (until_on IS NULL OR state = 'accepted'::text),
  constraint finding_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint finding_state_check CHECK (state = ANY (ARRAY['open'::text, 'in_work'::text, 'accepted'::text, 'not_a_problem'::text]))
);

CREATE INDEX finding_by_company ON projects.finding USING btree (company_id, kind) WHERE (gone_at IS NULL);

CREATE INDEX finding_by_owner ON projects.finding USING btree (owner_id) WHERE ((gone_at IS NULL) AND (owner_id IS NOT NULL));

CREATE INDEX finding_standing ON projects.finding USING btree (base_minor DESC, account_id, kind, subject) WHERE (gone_at IS NULL);

grant insert, select, update on projects.finding to dunlin_app;

create table projects.finding_change (
  account_id uuid not null,
  kind text not null,
  subject text not null,
  change_id uuid not null,
  what text not null,
  base_minor bigint not null,
  text text,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint finding_change_pkey PRIMARY KEY (account_id, kind, subject, change_id),
  constraint finding_change_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint finding_change_what_check CHECK (what = ANY (ARRAY['seen'::text, 'gone'::text, 'back'::text, 'open'::text, 'in_work'::text, 'accepted'::text, 'not_a_problem'::text, 'given'::text]))
);

CREATE INDEX finding_change_by_recording ON projects.finding_change USING brin (recorded_at);

grant insert, select on projects.finding_change to dunlin_app;

create table projects.fix (
  fix_id uuid not null,
  company_id uuid not null,
  kind text not null,
  reason text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint fix_pkey PRIMARY KEY (fix_id),
  constraint fix_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint fix_kind_check CHECK (kind = ANY (ARRAY['apply_credits'::text, 'set_fields'::text, 'close_duplicates'::text]))
);

grant insert, select on projects.fix to dunlin_app;

create table projects.fix_step (
  account_id uuid not null,
  fix_id uuid not null,
  step_no integer not null,
  facts jsonb not null,
  constraint fix_step_pkey PRIMARY KEY (account_id, fix_id, step_no),
  constraint fix_step_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id)
);

CREATE INDEX fix_step_by_fix ON projects.fix_step USING btree (fix_id);

grant insert, select on projects.fix_step to dunlin_app;

create table projects.fix_undone (
  fix_id uuid not null,
  reason text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint fix_undone_pkey PRIMARY KEY (fix_id),
  constraint fix_undone_fix_id_fkey FOREIGN KEY (fix_id) REFERENCES projects.fix(fix_id)
);

grant insert, select on projects.fix_undone to dunlin_app;

create schema promises;

grant usage on schema promises to dunlin_app;

create table promises.carried_money (
  account_id uuid not null,
  arrangement_id uuid not null,
  carried_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  counts_on date not null,
  recorded_at timestamp with time zone not null,
  constraint carried_money_pkey PRIMARY KEY (account_id, arrangement_id, carried_id),
  constraint carried_money_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id)
);

grant insert, select on promises.carried_money to dunlin_app;

create table promises.mandate (
  account_id uuid not null,
  mandate_id uuid not null,
  plan_id uuid not null,
  method text not null,
  institution text not null,
  last_four text not null,
  given_by text not null,
  given_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint mandate_pkey PRIMARY KEY (account_id, mandate_id),
  constraint mandate_account_id_plan_id_fkey FOREIGN KEY (account_id, plan_id) REFERENCES promises.plan(account_id, plan_id),
  constraint mandate_last_four_check CHECK (last_four ~ '^[0-9]{4}$'::text),
  constraint mandate_method_check CHECK (method = ANY (ARRAY['ach'::text, 'card'::text]))
);

grant insert, select on promises.mandate to dunlin_app;

create table promises.mandate_end (
  account_id uuid not null,
  mandate_id uuid not null,
  ended_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint mandate_end_pkey PRIMARY KEY (account_id, mandate_id),
  constraint mandate_end_account_id_mandate_id_fkey FOREIGN KEY (account_id, mandate_id) REFERENCES promises.mandate(account_id, mandate_id)
);

grant insert, select on promises.mandate_end to dunlin_app;

create table promises.plan (
  account_id uuid not null,
  plan_id uuid not null,
  currency text not null,
  covered_minor bigint not null,
  down_minor bigint not null,
  fee_minor bigint not null,
  apr_pct text not null,
  frequency text not null,
  is_business boolean not null,
  state_code text not null,
  grace_days smallint not null,
  default_after_missed smallint not null,
  cure_days smallint not null,
  disclosure jsonb not null,
  needs_role text,
  offered_to text not null,
  made_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint plan_pkey PRIMARY KEY (account_id, plan_id),
  constraint plan_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint plan_covered_minor_check CHECK (covered_minor > 0),
  constraint plan_cure_days_check CHECK (cure_days >= 0),
  constraint plan_default_after_missed_check CHECK (default_after_missed > 0),
  constraint plan_down_minor_check CHECK (down_minor >= 0),
  constraint plan_fee_minor_check CHECK (fee_minor >= 0),
  constraint plan_frequency_check CHECK (frequency = ANY (ARRAY['weekly'::text, 'biweekly'::text, 'monthly'::text, 'custom'::text])),
  constraint plan_grace_days_check CHECK (grace_days >= 0)
);

grant insert, select on promises.plan to dunlin_app;

create table promises.plan_approval (
  account_id uuid not null,
  plan_id uuid not null,
  version smallint not null,
  request_id uuid not null,
  granted boolean not null,
  recorded_at timestamp with time zone not null,
  constraint plan_approval_pkey PRIMARY KEY (account_id, plan_id, request_id),
  constraint plan_approval_account_id_plan_id_fkey FOREIGN KEY (account_id, plan_id) REFERENCES promises.plan(account_id, plan_id)
);

grant insert, select on promises.plan_approval to dunlin_app;

create table promises.plan_copy (
  account_id uuid not null,
  plan_id uuid not null,
  sent_on date not null,
  how text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint plan_copy_pkey PRIMARY KEY (account_id, plan_id, recorded_at),
  constraint plan_copy_account_id_plan_id_fkey FOREIGN KEY (account_id, plan_id) REFERENCES promises.plan(account_id, plan_id),
  constraint plan_copy_how_check CHECK (how = ANY (ARRAY['email'::text, 'mail'::text, 'by_hand'::text]))
);

grant insert, select on promises.plan_copy to dunlin_app;

create table promises.plan_document (
  account_id uuid not null,
  plan_id uuid not null,
  version smallint not null,
  language text not null,
  sha256 text not null,
  content bytea not null,
  recorded_at timestamp with time zone not null,
  constraint plan_document_pkey PRIMARY KEY (account_id, plan_id, version, language),
  constraint plan_document_account_id_plan_id_version_fkey FOREIGN KEY (account_id, plan_id, version) REFERENCES promises.plan_version(account_id, plan_id, version)
);

grant insert, select on promises.plan_document to dunlin_app;

create table promises.plan_instalment (
  account_id uuid not null,
  plan_id uuid not null,
  version smallint not null,
  no smallint not null,
  due_on date not null,
  first_due_on date not null,
  amount_minor bigint not null,
  interest_minor bigint not null,
  constraint plan_instalment_pkey PRIMARY KEY (account_id, plan_id, version, no),
  constraint plan_instalment_account_id_plan_id_version_fkey FOREIGN KEY (account_id, plan_id, version) REFERENCES promises.plan_version(account_id, plan_id, version),
  constraint plan_instalment_amount_minor_check CHECK (amount_minor > 0),
  constraint plan_instalment_interest_minor_check CHECK (interest_minor >= 0),
  constraint plan_instalment_no_check CHECK (no >= 0)
);

grant insert, select on promises.plan_instalment to dunlin_app;

create table promises.plan_item (
  account_id uuid not null,
  plan_id uuid not null,
  item_id uuid not null,
  covered_minor bigint not null,
  kind text not null,
  no smallint,
  recorded_at timestamp with time zone not null,
  constraint plan_item_pkey PRIMARY KEY (account_id, plan_id, item_id),
  constraint plan_item_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint plan_item_account_id_plan_id_fkey FOREIGN KEY (account_id, plan_id) REFERENCES promises.plan(account_id, plan_id),
  constraint plan_item_covered_minor_check CHECK (covered_minor > 0),
  constraint plan_item_kind_check CHECK (kind = ANY (ARRAY['debt'::text, 'fee'::text, 'interest'::text]))
);

CREATE INDEX plan_item_by_item ON promises.plan_item USING btree (item_id);

grant insert, select on promises.plan_item to dunlin_app;

create table promises.plan_now (
  account_id uuid not null,
  plan_id uuid not null,
  version smallint not null,
  state text not null,
  state_on date not null,
  cure_until date,
  approved boolean not null,
  total_minor bigint not null,
  paid_minor bigint not null,
  missed smallint not null,
  past_due_minor bigint not null,
  next_no smallint,
  next_due_on date,
  next_minor bigint,
  changed_at timestamp with time zone not null,
  constraint plan_now_pkey PRIMARY KEY (account_id, plan_id),
  constraint plan_now_account_id_plan_id_fkey FOREIGN KEY (account_id, plan_id) REFERENCES promises.plan(account_id, plan_id)
);

CREATE INDEX plan_now_by_state ON promises.plan_now USING btree (state, next_due_on);

grant insert, select, update on promises.plan_now to dunlin_app;

create table promises.plan_signature (
  account_id uuid not null,
  plan_id uuid not null,
  version smallint not null,
  how text not null,
  name text not null,
  language text not null,
  sha256 text not null,
  ip text not null,
  user_agent text not null,
  copy_name text,
  copy bytea,
  copy_sha256 text,
  signed_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint plan_signature_pkey PRIMARY KEY (account_id, plan_id, version),
  constraint plan_signature_account_id_plan_id_version_fkey FOREIGN KEY (account_id, plan_id, version) REFERENCES promises.plan_version(account_id, plan_id, version),
  constraint plan_signature_check CHECK (how <> 'wet'::text OR copy IS NOT NULL),
  constraint plan_signature_how_check CHECK (how = ANY (ARRAY['typed'::text, 'wet'::text]))
);

grant insert, select on promises.plan_signature to dunlin_app;

create table promises.plan_verdict (
  account_id uuid not null,
  plan_id uuid not null,
  verdict_id uuid not null,
  state text not null,
  effective_on date not null,
  cure_until date,
  paid_minor bigint not null,
  missed smallint not null,
  past_due_minor bigint not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint plan_verdict_pkey PRIMARY KEY (account_id, plan_id, verdict_id),
  constraint plan_verdict_account_id_plan_id_fkey FOREIGN KEY (account_id, plan_id) REFERENCES promises.plan(account_id, plan_id),
  constraint plan_verdict_missed_check CHECK (missed >= 0),
  constraint plan_verdict_paid_minor_check CHECK (paid_minor >= 0),
  constraint plan_verdict_past_due_minor_check CHECK (past_due_minor >= 0),
  constraint plan_verdict_state_check CHECK (state = ANY (ARRAY['offered'::text, 'signed'::text, 'active'::text, 'late'::text, 'breached'::text, 'completed'::text, 'cancelled'::text]))
);

grant insert, select on promises.plan_verdict to dunlin_app;

create table promises.plan_version (
  account_id uuid not null,
  plan_id uuid not null,
  version smallint not null,
  kind text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint plan_version_pkey PRIMARY KEY (account_id, plan_id, version),
  constraint plan_version_account_id_plan_id_fkey FOREIGN KEY (account_id, plan_id) REFERENCES promises.plan(account_id, plan_id),
  constraint plan_version_kind_check CHECK (kind = ANY (ARRAY['offer'::text, 'amendment'::text, 'catch_up'::text])),
  constraint plan_version_version_check CHECK (version > 0)
);

grant insert, select on promises.plan_version to dunlin_app;

create table promises.promise (
  account_id uuid not null,
  promise_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  made_on date not null,
  due_on date not null,
  last_day date not null,
  tolerance_minor bigint not null,
  said_by text not null,
  method text,
  level smallint not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint promise_pkey PRIMARY KEY (account_id, promise_id),
  constraint promise_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint promise_amount_minor_check CHECK (amount_minor > 0),
  constraint promise_check CHECK (due_on >= made_on),
  constraint promise_check1 CHECK (last_day >= due_on),
  constraint promise_level_check CHECK (level > 0),
  constraint promise_tolerance_minor_check CHECK (tolerance_minor >= 0)
);

grant insert, select on promises.promise to dunlin_app;

create table promises.promise_now (
  account_id uuid not null,
  promise_id uuid not null,
  state text not null,
  state_on date not null,
  changed_at timestamp with time zone not null,
  received_minor bigint not null,
  due_on date not null,
  last_day date not null,
  constraint promise_now_pkey PRIMARY KEY (account_id, promise_id),
  constraint promise_now_account_id_promise_id_fkey FOREIGN KEY (account_id, promise_id) REFERENCES promises.promise(account_id, promise_id)
);

CREATE INDEX promise_now_by_state ON promises.promise_now USING btree (state, due_on);

grant insert, select, update on promises.promise_now to dunlin_app;

create table promises.promised_item (
  account_id uuid not null,
  promise_id uuid not null,
  item_id uuid not null,
  constraint promised_item_pkey PRIMARY KEY (account_id, promise_id, item_id),
  constraint promised_item_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint promised_item_account_id_promise_id_fkey FOREIGN KEY (account_id, promise_id) REFERENCES promises.promise(account_id, promise_id)
);

grant insert, select on promises.promised_item to dunlin_app;

create table promises.reage (
  account_id uuid not null,
  plan_id uuid not null,
  aged_from date not null,
  consecutive smallint not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint reage_pkey PRIMARY KEY (account_id, plan_id, recorded_at),
  constraint reage_account_id_plan_id_fkey FOREIGN KEY (account_id, plan_id) REFERENCES promises.plan(account_id, plan_id)
);

grant insert, select on promises.reage to dunlin_app;

create table promises.settlement (
  account_id uuid not null,
  settlement_id uuid not null,
  currency text not null,
  balance_minor bigint not null,
  offer_minor bigint not null,
  pay_by date not null,
  offered_to text not null,
  needs_role text,
  made_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint settlement_pkey PRIMARY KEY (account_id, settlement_id),
  constraint settlement_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint settlement_balance_minor_check CHECK (balance_minor > 0),
  constraint settlement_check CHECK (offer_minor > 0 AND offer_minor < balance_minor),
  constraint settlement_check1 CHECK (pay_by >= made_on)
);

grant insert, select on promises.settlement to dunlin_app;

create table promises.settlement_item (
  account_id uuid not null,
  settlement_id uuid not null,
  item_id uuid not null,
  covered_minor bigint not null,
  constraint settlement_item_pkey PRIMARY KEY (account_id, settlement_id, item_id),
  constraint settlement_item_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint settlement_item_account_id_settlement_id_fkey FOREIGN KEY (account_id, settlement_id) REFERENCES promises.settlement(account_id, settlement_id),
  constraint settlement_item_covered_minor_check CHECK (covered_minor > 0)
);

grant insert, select on promises.settlement_item to dunlin_app;

create table promises.settlement_now (
  account_id uuid not null,
  settlement_id uuid not null,
  state text not null,
  state_on date not null,
  paid_minor bigint not null,
  waived_minor bigint not null,
  changed_at timestamp with time zone not null,
  constraint settlement_now_pkey PRIMARY KEY (account_id, settlement_id),
  constraint settlement_now_account_id_settlement_id_fkey FOREIGN KEY (account_id, settlement_id) REFERENCES promises.settlement(account_id, settlement_id)
);

CREATE INDEX settlement_now_by_state ON promises.settlement_now USING btree (state);

grant insert, select, update on promises.settlement_now to dunlin_app;

create table promises.settlement_verdict (
  account_id uuid not null,
  settlement_id uuid not null,
  verdict_id uuid not null,
  state text not null,
  effective_on date not null,
  paid_minor bigint not null,
  waived_minor bigint not null,
  request_id uuid,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint settlement_verdict_pkey PRIMARY KEY (account_id, settlement_id, verdict_id),
  constraint settlement_verdict_account_id_settlement_id_fkey FOREIGN KEY (account_id, settlement_id) REFERENCES promises.settlement(account_id, settlement_id),
  constraint settlement_verdict_paid_minor_check CHECK (paid_minor >= 0),
  constraint settlement_verdict_state_check CHECK (state = ANY (ARRAY['asked'::text, 'open'::text, 'fulfilled'::text, 'void_late'::text, 'withdrawn'::text, 'refused'::text])),
  constraint settlement_verdict_waived_minor_check CHECK (waived_minor >= 0)
);

grant insert, select on promises.settlement_verdict to dunlin_app;

create table promises.stated_outcome (
  account_id uuid not null,
  promise_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint stated_outcome_pkey PRIMARY KEY (account_id, promise_id),
  constraint stated_outcome_account_id_promise_id_fkey FOREIGN KEY (account_id, promise_id) REFERENCES promises.promise(account_id, promise_id)
);

grant insert, select on promises.stated_outcome to dunlin_app;

create table promises.verdict (
  account_id uuid not null,
  promise_id uuid not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  state text not null,
  received_minor bigint not null,
  replaced_by uuid,
  actor text not null,
  reason text not null,
  constraint verdict_pkey PRIMARY KEY (account_id, promise_id, recorded_at),
  constraint verdict_account_id_promise_id_fkey FOREIGN KEY (account_id, promise_id) REFERENCES promises.promise(account_id, promise_id),
  constraint verdict_received_minor_check CHECK (received_minor >= 0),
  constraint verdict_state_check CHECK (state = ANY (ARRAY['open'::text, 'kept'::text, 'partly'::text, 'broken'::text, 'superseded'::text, 'withdrawn'::text]))
);

grant insert, select on promises.verdict to dunlin_app;

create view promises.instalment_card as
 SELECT n.account_id,
    n.plan_id,
    i.no,
    i.due_on,
    i.amount_minor,
    n.next_no
   FROM promises.plan_now n
     JOIN promises.plan_instalment i ON i.account_id = n.account_id AND i.plan_id = n.plan_id AND i.version = n.version
  WHERE (n.state = ANY (ARRAY['signed'::text, 'active'::text, 'late'::text])) AND n.next_no IS NOT NULL AND i.no >= n.next_no;

grant select on promises.instalment_card to dunlin_app;

create view promises.instalment_line as
 SELECT i.account_id,
    i.plan_id,
    i.no,
    i.due_on,
    i.amount_minor,
    i.interest_minor,
    p.currency,
    p.made_on,
    n.state,
    n.total_minor,
    n.paid_minor,
    n.missed
   FROM promises.plan_now n
     JOIN promises.plan p ON p.account_id = n.account_id AND p.plan_id = n.plan_id
     JOIN promises.plan_instalment i ON i.account_id = n.account_id AND i.plan_id = n.plan_id AND i.version = n.version;

grant select on promises.instalment_line to dunlin_app;

create view promises.latest_recording as
 SELECT GREATEST(( SELECT max(promise.recorded_at) AS max
           FROM promises.promise), ( SELECT max(verdict.recorded_at) AS max
           FROM promises.verdict)) AS recorded_at;

grant select on promises.latest_recording to dunlin_app;

create view promises.named_item as
 SELECT account_id,
    promise_id,
    item_id
   FROM promises.promised_item;

grant select on promises.named_item to dunlin_app;

create view promises.plan_card as
 SELECT p.account_id,
    p.plan_id,
    n.state,
    n.state_on,
    p.currency,
    p.made_on,
    n.total_minor,
    n.paid_minor,
    n.past_due_minor,
    n.missed,
    n.next_no,
    n.next_due_on,
    n.next_minor AS next_amount_minor,
    n.cure_until,
    n.changed_at,
    n.state = ANY (ARRAY['signed'::text, 'active'::text, 'late'::text]) AS in_good_standing,
    ARRAY( SELECT i.item_id
           FROM promises.plan_item i
          WHERE i.account_id = p.account_id AND i.plan_id = p.plan_id
          ORDER BY i.item_id) AS item_ids
   FROM promises.plan p
     JOIN promises.plan_now n ON n.account_id = p.account_id AND n.plan_id = p.plan_id;

grant select on promises.plan_card to dunlin_app;

create view promises.planned_item as
 SELECT i.account_id,
    i.item_id,
    i.plan_id AS arrangement_id,
    'plan'::text AS kind,
    n.next_due_on AS next_on
   FROM promises.plan_now n
     JOIN promises.plan_item i ON i.account_id = n.account_id AND i.plan_id = n.plan_id
  WHERE n.state = ANY (ARRAY['signed'::text, 'active'::text, 'late'::text])
UNION ALL
 SELECT i.account_id,
    i.item_id,
    i.settlement_id AS arrangement_id,
    'settlement'::text AS kind,
    s.pay_by AS next_on
   FROM promises.settlement_now n
     JOIN promises.settlement s ON s.account_id = n.account_id AND s.settlement_id = n.settlement_id
     JOIN promises.settlement_item i ON i.account_id = n.account_id AND i.settlement_id = n.settlement_id
  WHERE n.state = 'open'::text;

grant select on promises.planned_item to dunlin_app;

create view promises.promise_card as
 SELECT p.account_id,
    p.promise_id,
    p.currency,
    p.amount_minor,
    p.made_on,
    p.due_on,
    p.last_day,
    p.level,
    n.state,
    n.state_on,
    n.received_minor,
    n.changed_at
   FROM promises.promise p
     JOIN promises.promise_now n ON n.account_id = p.account_id AND n.promise_id = p.promise_id;

grant select on promises.promise_card to dunlin_app;

create view promises.promise_history as
 SELECT p.account_id,
    p.promise_id,
    p.currency,
    p.amount_minor,
    p.made_on,
    p.last_day,
    p.recorded_at,
    v.effective_on AS ended_on,
    v.recorded_at AS ended_at,
    v.state AS ended_as,
    ARRAY( SELECT i.item_id
           FROM promises.promised_item i
          WHERE i.account_id = p.account_id AND i.promise_id = p.promise_id) AS item_ids
   FROM promises.promise p
     LEFT JOIN LATERAL ( SELECT x.effective_on,
            x.recorded_at,
            x.state
           FROM promises.verdict x
          WHERE x.account_id = p.account_id AND x.promise_id = p.promise_id AND x.state <> 'open'::text
          ORDER BY x.recorded_at
         LIMIT 1) v ON true;

grant select on promises.promise_history to dunlin_app;

create view promises.promise_said as
 SELECT p.account_id,
    p.promise_id,
    p.currency,
    p.amount_minor,
    p.made_on,
    p.due_on,
    p.said_by,
    p.method,
    n.state,
    n.received_minor,
    ARRAY( SELECT i.item_id
           FROM promises.promised_item i
          WHERE i.account_id = p.account_id AND i.promise_id = p.promise_id
          ORDER BY i.item_id) AS item_ids
   FROM promises.promise p
     JOIN promises.promise_now n ON n.account_id = p.account_id AND n.promise_id = p.promise_id;

grant select on promises.promise_said to dunlin_app;

CREATE OR REPLACE FUNCTION promises.planned_items_known(as_of date, known_at timestamp with time zone)
 RETURNS TABLE(account_id uuid, item_id uuid, kind text)
 LANGUAGE sql
 STABLE
AS $function$
  select i.account_id, i.item_id, 'plan'
    from promises.plan_item i
    join lateral (select v.state
                    from promises.plan_verdict v
                   where v.account_id = i.account_id
                     and v.plan_id = i.plan_id
                     and v.effective_on <= as_of
                     and v.recorded_at <= known_at
                   order by v.verdict_id desc
                   limit 1) v on v.state in ('signed', 'active', 'late')
   where i.recorded_at <= known_at
   union all
  select i.account_id, i.item_id, 'settlement'
    from promises.settlement_item i
    join lateral (select v.state
                    from promises.settlement_verdict v
                   where v.account_id = i.account_id
                     and v.settlement_id = i.settlement_id
                     and v.effective_on <= as_of
                     and v.recorded_at <= known_at
                   order by v.verdict_id desc
                   limit 1) v on v.state = 'open'
$function$;

CREATE OR REPLACE FUNCTION promises.promises_judged(from_on date, as_of date, known_at timestamp with time zone)
 RETURNS TABLE(account_id uuid, promise_id uuid, currency text, amount_minor bigint, made_on date, due_on date, last_day date, actor text, state text, state_on date)
 LANGUAGE sql
 STABLE
AS $function$
  select p.account_id, p.promise_id, p.currency, p.amount_minor, p.made_on, p.due_on, p.last_day,
         p.actor, coalesce(v.state, 'open'), v.effective_on
    from promises.promise p
    left join lateral (select x.state, x.effective_on
                         from promises.verdict x
                        where x.account_id = p.account_id
                          and x.promise_id = p.promise_id
                          and x.effective_on <= as_of
                          and x.recorded_at <= known_at
                        order by x.recorded_at desc
                        limit 1) v on true
   where p.made_on <= as_of
     and p.recorded_at <= known_at
     and (p.last_day >= from_on - 31 or coalesce(v.state, 'open') = 'open')
$function$;

CREATE OR REPLACE FUNCTION promises.promises_known(as_of date, known_at timestamp with time zone)
 RETURNS TABLE(account_id uuid, promise_id uuid, currency text, amount_minor bigint, made_on date, due_on date, last_day date, state text, received_minor bigint)
 LANGUAGE sql
 STABLE
AS $function$
  select p.account_id, p.promise_id, p.currency, p.amount_minor, p.made_on, p.due_on, p.last_day,
         coalesce(v.state, 'open'), coalesce(v.received_minor, 0)
    from promises.promise p
    left join lateral (select x.state, x.received_minor
                         from promises.verdict x
                        where x.account_id = p.account_id
                          and x.promise_id = p.promise_id
                          and x.effective_on <= as_of
                          and x.recorded_at <= known_at
                        order by x.recorded_at desc
                        limit 1) v on true
   where p.made_on <= as_of
     and p.recorded_at <= known_at
$function$;

create schema reconciliations;

grant usage on schema reconciliations to dunlin_app;

create table reconciliations.answer (
  account_id uuid not null,
  reconciliation_id uuid not null,
  answer_id uuid not null,
  difference text not null,
  how text not null,
  note text not null,
  made text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint answer_pkey PRIMARY KEY (account_id, reconciliation_id, answer_id),
  constraint answer_account_id_reconciliation_id_fkey FOREIGN KEY (account_id, reconciliation_id) REFERENCES reconciliations.reconciliation(account_id, reconciliation_id),
  constraint answer_how_check CHECK (how = ANY (ARRAY['dispute'::text, 'send_copy'::text, 'apply_cash'::text, 'ask'::text, 'in_transit'::text, 'ours'::text, 'theirs'::text]))
);

grant insert, select on reconciliations.answer to dunlin_app;

create table reconciliations.reconciliation (
  account_id uuid not null,
  reconciliation_id uuid not null,
  currency text not null,
  from_on date not null,
  to_on date not null,
  family boolean not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint reconciliation_pkey PRIMARY KEY (account_id, reconciliation_id),
  constraint reconciliation_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint reconciliation_check CHECK (to_on >= from_on)
);

grant insert, select on reconciliations.reconciliation to dunlin_app;

create table reconciliations.signature (
  account_id uuid not null,
  reconciliation_id uuid not null,
  signed_as text not null,
  actor text not null,
  preparer text not null,
  figures jsonb not null,
  note text not null,
  recorded_at timestamp with time zone not null,
  constraint signature_pkey PRIMARY KEY (account_id, reconciliation_id, signed_as),
  constraint reviewed_by_another CHECK ((signed_as = 'preparer'::text) = (actor = preparer)),
  constraint signature_account_id_reconciliation_id_fkey FOREIGN KEY (account_id, reconciliation_id) REFERENCES reconciliations.reconciliation(account_id, reconciliation_id),
  constraint signature_signed_as_check CHECK (signed_as = ANY (ARRAY['preparer'::text, 'reviewer'::text]))
);

grant insert, select on reconciliations.signature to dunlin_app;

create table reconciliations.their_statement (
  account_id uuid not null,
  reconciliation_id uuid not null,
  statement_id uuid not null,
  closing_minor bigint,
  source text not null,
  lines jsonb not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint their_statement_pkey PRIMARY KEY (account_id, reconciliation_id, statement_id),
  constraint their_statement_account_id_reconciliation_id_fkey FOREIGN KEY (account_id, reconciliation_id) REFERENCES reconciliations.reconciliation(account_id, reconciliation_id)
);

grant insert, select on reconciliations.their_statement to dunlin_app;

create schema refunds;

grant usage on schema refunds to dunlin_app;

create table refunds.authorisation (
  account_id uuid not null,
  authorisation_id uuid not null,
  kind text not null,
  given_by text not null,
  given_on date not null,
  until_on date,
  evidence text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint authorisation_pkey PRIMARY KEY (account_id, authorisation_id),
  constraint authorisation_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint authorisation_check CHECK (until_on >= given_on),
  constraint authorisation_evidence_check CHECK (evidence <> ''::text),
  constraint authorisation_given_by_check CHECK (given_by <> ''::text),
  constraint authorisation_kind_check CHECK (kind = ANY (ARRAY['hold_title_iv'::text, 'plus_to_student'::text, 'written_request'::text]))
);

grant insert, select on refunds.authorisation to dunlin_app;

create table refunds.authorisation_end (
  account_id uuid not null,
  authorisation_id uuid not null,
  ended_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint authorisation_end_pkey PRIMARY KEY (account_id, authorisation_id),
  constraint authorisation_end_account_id_authorisation_id_fkey FOREIGN KEY (account_id, authorisation_id) REFERENCES refunds.authorisation(account_id, authorisation_id)
);

grant insert, select on refunds.authorisation_end to dunlin_app;

create table refunds.credit (
  account_id uuid not null,
  credit_id uuid not null,
  company_id uuid not null,
  pack text not null,
  item_id uuid,
  subject text not null,
  currency text not null,
  amount_minor bigint not null,
  arose_on date not null,
  due_on date not null,
  citation text not null,
  facts jsonb not null default '{}'::jsonb,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint credit_pkey PRIMARY KEY (account_id, credit_id),
  constraint credit_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint credit_amount_minor_check CHECK (amount_minor > 0),
  constraint credit_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

CREATE INDEX credit_by_subject ON refunds.credit USING btree (account_id, pack, subject);

grant insert, select on refunds.credit to dunlin_app;

create table refunds.credit_end (
  account_id uuid not null,
  credit_id uuid not null,
  how text not null,
  ended_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint credit_end_pkey PRIMARY KEY (account_id, credit_id),
  constraint credit_end_account_id_credit_id_fkey FOREIGN KEY (account_id, credit_id) REFERENCES refunds.credit(account_id, credit_id),
  constraint credit_end_how_check CHECK (how = ANY (ARRAY['paid'::text, 'gone'::text, 'replaced'::text, 'surrendered'::text]))
);

grant insert, select on refunds.credit_end to dunlin_app;

create table refunds.overpayment_act (
  account_id uuid not null,
  credit_id uuid not null,
  act_id uuid not null,
  kind text not null,
  on_day date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint overpayment_act_pkey PRIMARY KEY (account_id, credit_id, act_id),
  constraint overpayment_act_account_id_credit_id_fkey FOREIGN KEY (account_id, credit_id) REFERENCES refunds.credit(account_id, credit_id),
  constraint overpayment_act_kind_check CHECK (kind = ANY (ARRAY['identified'::text, 'inquiry_began'::text, 'inquiry_ended'::text, 'cost_report'::text]))
);

grant insert, select on refunds.overpayment_act to dunlin_app;

create table refunds.owner_letter (
  account_id uuid not null,
  credit_id uuid not null,
  message_id uuid not null,
  written_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint owner_letter_pkey PRIMARY KEY (account_id, credit_id, message_id),
  constraint owner_letter_account_id_credit_id_fkey FOREIGN KEY (account_id, credit_id) REFERENCES refunds.credit(account_id, credit_id)
);

grant insert, select on refunds.owner_letter to dunlin_app;

create table refunds.pack_act (
  pack_id text not null,
  act_id uuid not null,
  enabled boolean not null,
  reviewer text not null default ''::text,
  reviewed_on date,
  note text not null default ''::text,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint pack_act_pkey PRIMARY KEY (pack_id, act_id)
);

grant insert, select on refunds.pack_act to dunlin_app;

create table refunds.payee (
  account_id uuid not null,
  payee_id uuid not null,
  kind text not null,
  holder text not null,
  bank text not null,
  account_type text not null,
  number_end text not null,
  sealed text not null,
  mark text not null,
  source text not null,
  entered_on date not null,
  entered_by uuid,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint payee_pkey PRIMARY KEY (account_id, payee_id),
  constraint payee_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint payee_account_type_check CHECK (account_type = ANY (ARRAY['checking'::text, 'savings'::text])),
  constraint payee_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES team.member(member_id),
  constraint payee_holder_check CHECK (holder <> ''::text),
  constraint payee_kind_check CHECK (kind = ANY (ARRAY['ach'::text, 'iban'::text])),
  constraint payee_number_end_check CHECK (length(number_end) <= 4),
  constraint payee_sealed_check CHECK (sealed <> ''::text),
  constraint payee_source_check CHECK (source <> ''::text)
);

CREATE INDEX payee_by_mark ON refunds.payee USING btree (mark);

grant insert, select on refunds.payee to dunlin_app;

create table refunds.payee_event (
  account_id uuid not null,
  payee_id uuid not null,
  event_id uuid not null,
  kind text not null,
  member_id uuid,
  facts jsonb not null default '{}'::jsonb,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint payee_event_pkey PRIMARY KEY (account_id, payee_id, event_id),
  constraint payee_event_account_id_payee_id_fkey FOREIGN KEY (account_id, payee_id) REFERENCES refunds.payee(account_id, payee_id),
  constraint payee_event_kind_check CHECK (kind = ANY (ARRAY['asked'::text, 'called_back'::text, 'confirmed'::text, 'refused'::text, 'ended'::text])),
  constraint payee_event_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id)
);

grant insert, select on refunds.payee_event to dunlin_app;

create table refunds.payment (
  account_id uuid not null,
  payment_id uuid not null,
  refund_id uuid not null,
  payout_id uuid not null,
  company_id uuid not null,
  method text not null,
  currency text not null,
  amount_minor bigint not null,
  number text not null,
  issued_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint payment_pkey PRIMARY KEY (account_id, payment_id),
  constraint payment_account_id_refund_id_fkey FOREIGN KEY (account_id, refund_id) REFERENCES refunds.refund(account_id, refund_id),
  constraint payment_amount_minor_check CHECK (amount_minor > 0),
  constraint payment_method_check CHECK (method = ANY (ARRAY['card'::text, 'ach'::text, 'check'::text, 'iban'::text])),
  constraint payment_number_check CHECK (number <> ''::text),
  constraint payment_payout_id_fkey FOREIGN KEY (payout_id) REFERENCES refunds.payout(payout_id)
);

CREATE INDEX payment_by_number ON refunds.payment USING btree (company_id, number);

CREATE INDEX payment_by_payout ON refunds.payment USING btree (payout_id);

CREATE INDEX payment_by_refund ON refunds.payment USING btree (account_id, refund_id);

grant insert, select on refunds.payment to dunlin_app;

create table refunds.payment_item (
  account_id uuid not null,
  payment_id uuid not null,
  item_id uuid not null,
  credit_item_id uuid not null,
  constraint payment_item_pkey PRIMARY KEY (account_id, payment_id, item_id),
  constraint payment_item_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint payment_item_account_id_payment_id_fkey FOREIGN KEY (account_id, payment_id) REFERENCES refunds.payment(account_id, payment_id)
);

grant insert, select on refunds.payment_item to dunlin_app;

create table refunds.payout (
  payout_id uuid not null,
  company_id uuid not null,
  method text not null,
  currency text not null,
  made_on date not null,
  payments integer not null,
  total_minor bigint not null,
  file_name text not null,
  sha256 text not null,
  sealed text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint payout_pkey PRIMARY KEY (payout_id),
  constraint payout_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint payout_method_check CHECK (method = ANY (ARRAY['card'::text, 'ach'::text, 'check'::text, 'iban'::text])),
  constraint payout_payments_check CHECK (payments > 0),
  constraint payout_total_minor_check CHECK (total_minor > 0)
);

CREATE INDEX payout_by_company ON refunds.payout USING btree (company_id, made_on);

grant insert, select on refunds.payout to dunlin_app;

create table refunds.payout_setting (
  company_id uuid not null,
  method text not null,
  setting_id uuid not null,
  details jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint payout_setting_pkey PRIMARY KEY (company_id, method, setting_id),
  constraint payout_setting_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint payout_setting_method_check CHECK (method = ANY (ARRAY['ach'::text, 'check'::text, 'iban'::text]))
);

grant insert, select on refunds.payout_setting to dunlin_app;

create table refunds.refund (
  account_id uuid not null,
  refund_id uuid not null,
  company_id uuid not null,
  purpose text not null,
  origin text not null,
  method text not null,
  payee text not null,
  payee_name text not null,
  payee_id uuid,
  capture text,
  currency text not null,
  amount_minor bigint not null,
  base_minor bigint not null,
  credit_id uuid,
  findings jsonb not null default '[]'::jsonb,
  requested_on date not null,
  requested_by uuid,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint refund_pkey PRIMARY KEY (account_id, refund_id),
  constraint refund_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint refund_account_id_payee_id_fkey FOREIGN KEY (account_id, payee_id) REFERENCES refunds.payee(account_id, payee_id),
  constraint refund_amount_minor_check CHECK (amount_minor > 0),
  constraint refund_base_minor_check CHECK (base_minor > 0),
  constraint refund_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint refund_method_check CHECK (method = ANY (ARRAY['card'::text, 'ach'::text, 'check'::text, 'iban'::text, 'state'::text])),
  constraint refund_origin_check CHECK (origin = ANY (ARRAY['overpayment'::text, 'duplicate'::text, 'credit_memo'::text, 'unapplied'::text, 'title_iv'::text, 'card'::text])),
  constraint refund_payee_check CHECK (payee = ANY (ARRAY['customer'::text, 'parent'::text, 'state'::text])),
  constraint refund_payee_name_check CHECK (payee_name <> ''::text),
  constraint refund_purpose_check CHECK (purpose = ANY (ARRAY['refund'::text, 'unclaimed'::text])),
  constraint refund_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES team.member(member_id)
);

CREATE INDEX refund_by_day ON refunds.refund USING btree (company_id, requested_on);

grant insert, select on refunds.refund to dunlin_app;

create table refunds.refund_event (
  account_id uuid not null,
  refund_id uuid not null,
  event_id uuid not null,
  kind text not null,
  effective_on date not null,
  member_id uuid,
  facts jsonb not null default '{}'::jsonb,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint refund_event_pkey PRIMARY KEY (account_id, refund_id, event_id),
  constraint refund_event_account_id_refund_id_fkey FOREIGN KEY (account_id, refund_id) REFERENCES refunds.refund(account_id, refund_id),
  constraint refund_event_kind_check CHECK (kind = ANY (ARRAY['requested'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'failed'::text, 'held'::text, 'freed'::text, 'released'::text, 'paid'::text, 'cleared'::text, 'returned'::text, 'stale'::text, 'dormant'::text, 'retried'::text, 'ended'::text])),
  constraint refund_event_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id)
);

grant insert, select on refunds.refund_event to dunlin_app;

create table refunds.refund_now (
  account_id uuid not null,
  refund_id uuid not null,
  company_id uuid not null,
  state text not null,
  state_on date not null,
  held text,
  payment_id uuid,
  request_id uuid,
  changed_at timestamp with time zone not null,
  constraint refund_now_pkey PRIMARY KEY (account_id, refund_id),
  constraint refund_now_account_id_refund_id_fkey FOREIGN KEY (account_id, refund_id) REFERENCES refunds.refund(account_id, refund_id),
  constraint refund_now_state_check CHECK (state = ANY (ARRAY['requested'::text, 'approved'::text, 'released'::text, 'paid'::text, 'cleared'::text, 'returned'::text, 'stale'::text, 'dormant'::text, 'refused'::text, 'withdrawn'::text, 'failed'::text, 'ended'::text]))
);

CREATE INDEX refund_now_by_request ON refunds.refund_now USING btree (request_id) WHERE (request_id IS NOT NULL);

CREATE INDEX refund_now_by_state ON refunds.refund_now USING btree (state, company_id, state_on);

grant insert, select, update on refunds.refund_now to dunlin_app;

create table refunds.refund_part (
  account_id uuid not null,
  refund_id uuid not null,
  item_id uuid not null,
  reservation_id uuid not null,
  amount_minor bigint not null,
  constraint refund_part_pkey PRIMARY KEY (account_id, refund_id, item_id),
  constraint refund_part_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint refund_part_account_id_refund_id_fkey FOREIGN KEY (account_id, refund_id) REFERENCES refunds.refund(account_id, refund_id),
  constraint refund_part_amount_minor_check CHECK (amount_minor > 0)
);

grant insert, select on refunds.refund_part to dunlin_app;

create table refunds.unclaimed_line (
  account_id uuid not null,
  credit_id uuid not null,
  refund_id uuid not null,
  report_id uuid not null,
  constraint unclaimed_line_pkey PRIMARY KEY (account_id, credit_id),
  constraint unclaimed_line_account_id_credit_id_fkey FOREIGN KEY (account_id, credit_id) REFERENCES refunds.credit(account_id, credit_id),
  constraint unclaimed_line_account_id_refund_id_fkey FOREIGN KEY (account_id, refund_id) REFERENCES refunds.refund(account_id, refund_id),
  constraint unclaimed_line_report_id_fkey FOREIGN KEY (report_id) REFERENCES refunds.unclaimed_report(report_id)
);

grant insert, select on refunds.unclaimed_line to dunlin_app;

create table refunds.unclaimed_report (
  report_id uuid not null,
  company_id uuid not null,
  state text not null,
  period_end date not null,
  made_on date not null,
  lines integer not null,
  total_minor bigint not null,
  currency text not null,
  file_name text not null,
  sha256 text not null,
  content text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint unclaimed_report_pkey PRIMARY KEY (report_id),
  constraint unclaimed_report_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint unclaimed_report_lines_check CHECK (lines > 0),
  constraint unclaimed_report_total_minor_check CHECK (total_minor > 0)
);

grant insert, select on refunds.unclaimed_report to dunlin_app;

create table refunds.written_check (
  company_id uuid not null,
  check_no bigint not null,
  payment_id uuid not null,
  constraint written_check_pkey PRIMARY KEY (company_id, check_no),
  constraint written_check_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select on refunds.written_check to dunlin_app;

create view refunds.credit_card as
 SELECT account_id,
    credit_id,
    company_id,
    pack,
    item_id,
    subject,
    currency,
    amount_minor,
    arose_on,
    due_on,
    citation,
    facts
   FROM refunds.credit c
  WHERE NOT (EXISTS ( SELECT
           FROM refunds.credit_end e
          WHERE e.account_id = c.account_id AND e.credit_id = c.credit_id));

grant select on refunds.credit_card to dunlin_app;

create view refunds.refund_line as
 SELECT r.account_id,
    r.refund_id,
    r.company_id,
    r.payee_name,
    r.origin,
    r.method,
    r.currency,
    r.amount_minor,
    r.requested_on,
    r.reason,
    n.state,
    n.state_on
   FROM refunds.refund r
     JOIN refunds.refund_now n ON n.account_id = r.account_id AND n.refund_id = r.refund_id;

grant select on refunds.refund_line to dunlin_app;

create schema reports;

grant usage on schema reports to dunlin_app;

create table reports.checklist_step (
  company_id uuid not null,
  "position" smallint not null,
  step text not null,
  en text not null,
  es text not null,
  constraint checklist_step_pkey PRIMARY KEY (company_id, "position"),
  constraint checklist_step_once UNIQUE (company_id, step),
  constraint checklist_step_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint checklist_step_step_check CHECK (step ~ '^[a-z0-9_]{1,40}$'::text)
);

grant delete, insert, select on reports.checklist_step to dunlin_app;

create table reports.checklist_tick (
  company_id uuid not null,
  tick_id uuid not null,
  period text not null,
  step text not null,
  done boolean not null,
  note text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint checklist_tick_pkey PRIMARY KEY (company_id, tick_id),
  constraint checklist_tick_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

CREATE INDEX checklist_tick_by_period ON reports.checklist_tick USING btree (company_id, period);

grant insert, select on reports.checklist_tick to dunlin_app;

create table reports.explanation (
  company_id uuid not null,
  explanation_id uuid not null,
  period text not null,
  currency text not null,
  in_base boolean not null,
  amount_minor bigint not null,
  note text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint explanation_pkey PRIMARY KEY (company_id, explanation_id),
  constraint explanation_amount_minor_check CHECK (amount_minor <> 0),
  constraint explanation_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint explanation_note_check CHECK (note <> ''::text)
);

CREATE INDEX explanation_by_period ON reports.explanation USING btree (company_id, period);

grant insert, select on reports.explanation to dunlin_app;

create table reports.explanation_end (
  company_id uuid not null,
  explanation_id uuid not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint explanation_end_pkey PRIMARY KEY (company_id, explanation_id),
  constraint explanation_end_company_id_explanation_id_fkey FOREIGN KEY (company_id, explanation_id) REFERENCES reports.explanation(company_id, explanation_id)
);

grant insert, select on reports.explanation_end to dunlin_app;

create table reports.gl_balance (
  company_id uuid not null,
  gl_balance_id uuid not null,
  period text not null,
  currency text not null,
  in_base boolean not null,
  amount_minor bigint not null,
  without_credits boolean not null,
  with_revaluation boolean not null,
  note text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint gl_balance_pkey PRIMARY KEY (company_id, gl_balance_id),
  constraint gl_balance_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

CREATE INDEX gl_balance_by_period ON reports.gl_balance USING btree (company_id, period);

grant insert, select on reports.gl_balance to dunlin_app;

create table reports.review_answer (
  account_id uuid not null,
  item_id uuid not null,
  member_id uuid not null,
  reviewed_on date not null,
  answer text not null,
  delegated_to uuid,
  recorded_at timestamp with time zone not null,
  constraint review_answer_pkey PRIMARY KEY (account_id, item_id, member_id, reviewed_on, recorded_at),
  constraint review_answer_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint review_answer_answer_check CHECK (answer = ANY (ARRAY['acknowledged'::text, 'actioned'::text, 'delegated'::text]))
);

grant insert, select on reports.review_answer to dunlin_app;

create table reports.review_look (
  member_id uuid not null,
  looked_on date not null,
  at timestamp with time zone not null,
  constraint review_look_pkey PRIMARY KEY (member_id, looked_on)
);

grant insert, select on reports.review_look to dunlin_app;

create table reports.sign_off (
  company_id uuid not null,
  sign_off_id uuid not null,
  period text not null,
  last_on date not null,
  known_at timestamp with time zone not null,
  figures jsonb not null,
  note text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint sign_off_pkey PRIMARY KEY (company_id, sign_off_id),
  constraint sign_off_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

CREATE INDEX sign_off_by_period ON reports.sign_off USING btree (company_id, period);

grant insert, select on reports.sign_off to dunlin_app;

create view reports.signed_period as
 SELECT company_id,
    period,
    last_on,
    known_at,
    actor,
    recorded_at
   FROM reports.sign_off;

grant select on reports.signed_period to dunlin_app;

create schema statements;

grant usage on schema statements to dunlin_app;

create table statements.answer (
  account_id uuid not null,
  run_id uuid not null,
  recorded_at timestamp with time zone not null,
  answer text not null,
  reason text not null,
  actor text not null,
  subject_id uuid not null,
  constraint answer_pkey PRIMARY KEY (account_id, run_id, subject_id, recorded_at),
  constraint answer_account_id_run_id_subject_id_fkey FOREIGN KEY (account_id, run_id, subject_id) REFERENCES statements.paper(account_id, run_id, subject_id),
  constraint answer_answer_check CHECK (answer = ANY (ARRAY['release'::text, 'hold'::text]))
);

grant insert, select on statements.answer to dunlin_app;

create table statements.delivery (
  account_id uuid not null,
  run_id uuid not null,
  channel text not null,
  message_id uuid,
  recorded_at timestamp with time zone not null,
  actor text not null,
  subject_id uuid not null,
  constraint delivery_pkey PRIMARY KEY (account_id, run_id, subject_id),
  constraint delivery_account_id_run_id_subject_id_fkey FOREIGN KEY (account_id, run_id, subject_id) REFERENCES statements.paper(account_id, run_id, subject_id),
  constraint delivery_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'letter'::text, 'portal'::text]))
);

CREATE INDEX delivery_by_run ON statements.delivery USING btree (run_id);

grant insert, select on statements.delivery to dunlin_app;

create table statements.paper (
  account_id uuid not null,
  run_id uuid not null,
  statement_id uuid not null,
  form text not null,
  language text not null,
  rule text not null,
  channel text,
  contact_id uuid,
  to_name text not null,
  to_address text not null,
  balances jsonb not null,
  problems text[] not null,
  pages integer not null,
  file_id uuid,
  sha256 text,
  recorded_at timestamp with time zone not null,
  subject_id uuid not null,
  constraint paper_pkey PRIMARY KEY (account_id, run_id, subject_id),
  constraint paper_account_id_file_id_fkey FOREIGN KEY (account_id, file_id) REFERENCES correspondence.kept_file(account_id, file_id),
  constraint paper_account_id_run_id_subject_id_fkey FOREIGN KEY (account_id, run_id, subject_id) REFERENCES statements.selected(account_id, run_id, subject_id),
  constraint paper_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'letter'::text, 'portal'::text])),
  constraint paper_has_pages CHECK (pages > 0 OR pages = 0 AND file_id IS NULL AND sha256 IS NULL),
  constraint paper_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  constraint paper_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text)
);

CREATE INDEX paper_by_run ON statements.paper USING btree (run_id);

grant insert, select on statements.paper to dunlin_app;

create table statements.portal_fact (
  account_id uuid not null,
  document_id uuid not null,
  fact_id uuid not null,
  state text not null,
  on_day date not null,
  reason text not null,
  reference text,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint portal_fact_pkey PRIMARY KEY (account_id, document_id, fact_id),
  constraint portal_fact_account_id_document_id_fkey FOREIGN KEY (account_id, document_id) REFERENCES invoices.document(account_id, document_id),
  constraint portal_fact_state_check CHECK (state = ANY (ARRAY['to_submit'::text, 'submitted'::text, 'rejected'::text, 'approved'::text, 'paid'::text]))
);

grant insert, select on statements.portal_fact to dunlin_app;

create table statements.run (
  run_id uuid not null,
  company_id uuid not null,
  from_on date not null,
  to_on date not null,
  known_at timestamp with time zone not null,
  selected integer not null,
  recorded_at timestamp with time zone not null,
  reason text not null,
  actor text not null,
  kind text not null,
  constraint run_pkey PRIMARY KEY (run_id),
  constraint run_check CHECK (to_on >= from_on),
  constraint run_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint run_kind_check CHECK (kind = ANY (ARRAY['statement'::text, 'invoice'::text])),
  constraint run_selected_check CHECK (selected >= 0)
);

CREATE INDEX run_by_company ON statements.run USING btree (company_id, to_on);

grant insert, select on statements.run to dunlin_app;

create table statements.run_change (
  run_id uuid not null,
  change_id uuid not null,
  what text not null,
  reason text not null,
  facts jsonb not null default '{}'::jsonb,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint run_change_pkey PRIMARY KEY (run_id, change_id),
  constraint run_change_run_id_fkey FOREIGN KEY (run_id) REFERENCES statements.run(run_id),
  constraint run_change_what_check CHECK (what = ANY (ARRAY['started'::text, 'paused'::text, 'resumed'::text, 'stopped'::text, 'prepared'::text, 'tested'::text, 'approved'::text, 'delivered'::text]))
);

grant insert, select on statements.run_change to dunlin_app;

create table statements.run_now (
  run_id uuid not null,
  state text not null,
  paused boolean not null,
  changed_at timestamp with time zone not null,
  constraint run_now_pkey PRIMARY KEY (run_id),
  constraint run_now_run_id_fkey FOREIGN KEY (run_id) REFERENCES statements.run(run_id),
  constraint run_now_state_check CHECK (state = ANY (ARRAY['preparing'::text, 'review'::text, 'delivering'::text, 'done'::text, 'stopped'::text]))
);

grant insert, select, update on statements.run_now to dunlin_app;

create table statements.selected (
  account_id uuid not null,
  run_id uuid not null,
  "position" integer not null,
  members uuid[] not null,
  subject_id uuid not null,
  constraint selected_pkey PRIMARY KEY (account_id, run_id, subject_id),
  constraint selected_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint selected_members_check CHECK (members <> '{}'::uuid[]),
  constraint selected_position_check CHECK ("position" > 0),
  constraint selected_run_id_fkey FOREIGN KEY (run_id) REFERENCES statements.run(run_id)
);

CREATE INDEX selected_by_run ON statements.selected USING btree (run_id, "position");

CREATE INDEX selected_by_subject ON statements.selected USING btree (subject_id);

grant insert, select on statements.selected to dunlin_app;

create view statements.portal_invoice as
 SELECT d.account_id,
    d.document_id,
    o.portal_name,
    o.portal_url,
    d.number,
    d.issued_on,
    o.due_on,
    COALESCE(f.state, 'to_submit'::text) AS state,
    f.on_day,
    COALESCE(f.on_day, d.issued_on) AS since,
    COALESCE(f.reason, ''::text) AS reason,
    f.reference
   FROM ( SELECT a.account_id,
            a.portal_name,
            a.portal_url,
            i.document_id,
            min(i.due_on) AS due_on
           FROM customers.portal_account a
             JOIN ledger.open_item i ON i.account_id = a.account_id
          GROUP BY a.account_id, a.portal_name, a.portal_url, i.document_id) o
     JOIN invoices.issued_card d ON d.account_id = o.account_id AND d.document_id = o.document_id AND d.kind = 'invoice'::text
     LEFT JOIN LATERAL ( SELECT x.state,
            x.on_day,
            x.reason,
            x.reference
           FROM statements.portal_fact x
          WHERE x.account_id = d.account_id AND x.document_id = d.document_id
          ORDER BY x.recorded_at DESC, x.fact_id DESC
         LIMIT 1) f ON true;

grant select on statements.portal_invoice to dunlin_app;

create schema strategies;

grant usage on schema strategies to dunlin_app;

create table strategies.account_event (
  account_id uuid not null,
  event_id uuid not null,
  event text not null,
  on_day date not null,
  recorded_at timestamp with time zone not null,
  constraint account_event_pkey PRIMARY KEY (account_id, event_id),
  constraint account_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint account_event_event_check CHECK (event = ANY (ARRAY['promise_broken'::text, 'reply'::text, 'bounce'::text, 'dispute_closed'::text]))
);

grant insert, select on strategies.account_event to dunlin_app;

create table strategies.booked_charge (
  account_id uuid not null,
  proposal_id uuid not null,
  currency text not null,
  item_id uuid not null,
  interest_minor bigint not null,
  fees_minor bigint not null,
  recorded_at timestamp with time zone not null,
  constraint booked_charge_pkey PRIMARY KEY (account_id, proposal_id, currency),
  constraint booked_charge_account_id_proposal_id_fkey FOREIGN KEY (account_id, proposal_id) REFERENCES strategies.proposal(account_id, proposal_id),
  constraint booked_charge_fees_minor_check CHECK (fees_minor >= 0),
  constraint booked_charge_interest_minor_check CHECK (interest_minor >= 0)
);

grant insert, select on strategies.booked_charge to dunlin_app;

create table strategies.booked_interest (
  account_id uuid not null,
  item_id uuid not null,
  to_on date not null,
  proposal_id uuid not null,
  constraint booked_interest_pkey PRIMARY KEY (account_id, item_id, to_on)
);

grant insert, select on strategies.booked_interest to dunlin_app;

create table strategies.channel_switch (
  company_id uuid not null,
  channel text not null,
  recorded_at timestamp with time zone not null,
  is_on boolean not null,
  only_for text[],
  actor text not null,
  reason text not null,
  constraint channel_switch_pkey PRIMARY KEY (company_id, channel, recorded_at),
  constraint channel_switch_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'letter'::text, 'sms'::text, 'call'::text, 'inner'::text])),
  constraint channel_switch_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select on strategies.channel_switch to dunlin_app;

create table strategies.decision (
  account_id uuid not null,
  run_id uuid not null,
  decided_on date not null,
  facts_id uuid not null,
  strategy text,
  version integer,
  decision text not null,
  recorded_at timestamp with time zone not null,
  facts text,
  constraint decision_pkey PRIMARY KEY (account_id, run_id),
  constraint decision_check CHECK ((strategy IS NULL) = (version IS NULL))
);

CREATE INDEX decision_by_run ON strategies.decision USING btree (run_id);

grant insert, select on strategies.decision to dunlin_app;

create table strategies.done_item (
  account_id uuid not null,
  item_id uuid not null,
  proposal_id uuid not null,
  step text not null,
  days smallint not null,
  episode uuid not null,
  done_on date not null,
  notice boolean not null,
  recorded_at timestamp with time zone not null,
  constraint done_item_pkey PRIMARY KEY (account_id, item_id, proposal_id),
  constraint done_item_account_id_proposal_id_fkey FOREIGN KEY (account_id, proposal_id) REFERENCES strategies.proposal(account_id, proposal_id)
);

grant insert, select on strategies.done_item to dunlin_app;

create table strategies.experiment_account (
  account_id uuid not null,
  strategy text not null,
  challenger text not null,
  arm text not null,
  entered_on date not null,
  currency text not null,
  owed_minor bigint not null,
  recorded_at timestamp with time zone not null,
  constraint experiment_account_pkey PRIMARY KEY (account_id, strategy, challenger),
  constraint experiment_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint experiment_account_arm_check CHECK (arm = ANY (ARRAY['champion'::text, 'challenger'::text]))
);

CREATE INDEX experiment_account_by_strategy ON strategies.experiment_account USING btree (strategy, challenger, arm);

grant insert, select on strategies.experiment_account to dunlin_app;

create table strategies.experiment_switch (
  strategy text not null,
  recorded_at timestamp with time zone not null,
  is_on boolean not null,
  actor text not null,
  reason text not null,
  constraint experiment_switch_pkey PRIMARY KEY (strategy, recorded_at)
);

grant insert, select on strategies.experiment_switch to dunlin_app;

create table strategies.proposal (
  account_id uuid not null,
  proposal_id uuid not null,
  episode uuid not null,
  step text not null,
  days smallint not null,
  strategy text not null,
  made_on date not null,
  run_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint proposal_pkey PRIMARY KEY (account_id, proposal_id),
  constraint proposal_once UNIQUE (account_id, episode, step)
);

grant insert, select on strategies.proposal to dunlin_app;

create table strategies.proposal_event (
  account_id uuid not null,
  proposal_id uuid not null,
  event_no integer not null,
  state text not null,
  on_day date not null,
  reason text not null,
  facts jsonb not null default '{}'::jsonb,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint proposal_event_pkey PRIMARY KEY (account_id, proposal_id, event_no),
  constraint proposal_event_account_id_proposal_id_fkey FOREIGN KEY (account_id, proposal_id) REFERENCES strategies.proposal(account_id, proposal_id),
  constraint proposal_event_event_no_check CHECK (event_no > 0)
);

grant insert, select on strategies.proposal_event to dunlin_app;

create table strategies.proposal_now (
  account_id uuid not null,
  proposal_id uuid not null,
  company_id uuid not null,
  run_id uuid not null,
  act text not null,
  state text not null,
  since date not null,
  changed_at timestamp with time zone not null,
  needs_approval boolean not null,
  currency text not null,
  amount_minor bigint not null,
  days_late integer not null,
  wait_until timestamp with time zone,
  permit_id uuid,
  message_id uuid,
  detail text not null default ''::text,
  events integer not null,
  constraint proposal_now_pkey PRIMARY KEY (account_id, proposal_id),
  constraint proposal_now_events_check CHECK (events >= 0),
  constraint proposal_now_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'approved'::text, 'held'::text, 'rejected'::text, 'blocked'::text, 'queued'::text, 'done'::text, 'failed'::text, 'withdrawn'::text]))
);

CREATE INDEX proposal_now_by_message ON strategies.proposal_now USING btree (message_id) WHERE (message_id IS NOT NULL);

CREATE INDEX proposal_now_open ON strategies.proposal_now USING btree (state, act, amount_minor DESC) WHERE (state = ANY (ARRAY['proposed'::text, 'approved'::text, 'held'::text, 'blocked'::text, 'queued'::text, 'failed'::text]));

grant insert, select, update on strategies.proposal_now to dunlin_app;

create table strategies.run (
  run_id uuid not null,
  zone text not null,
  as_of date not null,
  documents jsonb not null,
  parts uuid[] not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint run_pkey PRIMARY KEY (run_id)
);

CREATE INDEX run_by_day ON strategies.run USING btree (as_of DESC, recorded_at DESC);

grant insert, select on strategies.run to dunlin_app;

create table strategies.run_end (
  run_id uuid not null,
  state text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint run_end_pkey PRIMARY KEY (run_id),
  constraint run_end_run_id_fkey FOREIGN KEY (run_id) REFERENCES strategies.run(run_id),
  constraint run_end_state_check CHECK (state = ANY (ARRAY['complete'::text, 'cancelled'::text]))
);

grant insert, select on strategies.run_end to dunlin_app;

create table strategies.run_part (
  run_id uuid not null,
  part_no integer not null,
  accounts integer not null,
  stored integer not null,
  proposed integer not null,
  withdrawn integer not null,
  recorded_at timestamp with time zone not null,
  constraint run_part_pkey PRIMARY KEY (run_id, part_no),
  constraint run_part_part_no_check CHECK (part_no > 0),
  constraint run_part_run_id_fkey FOREIGN KEY (run_id) REFERENCES strategies.run(run_id)
);

grant insert, select on strategies.run_part to dunlin_app;

create table strategies.simulation (
  simulation_id uuid not null,
  company_id uuid,
  from_on date not null,
  to_on date not null,
  documents jsonb not null,
  knowledge text not null,
  parts uuid[] not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint simulation_pkey PRIMARY KEY (simulation_id),
  constraint simulation_check CHECK (to_on >= from_on),
  constraint simulation_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint simulation_knowledge_check CHECK (knowledge = ANY (ARRAY['then'::text, 'now'::text]))
);

grant insert, select on strategies.simulation to dunlin_app;

create table strategies.simulation_end (
  simulation_id uuid not null,
  state text not null,
  detail text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint simulation_end_pkey PRIMARY KEY (simulation_id),
  constraint simulation_end_simulation_id_fkey FOREIGN KEY (simulation_id) REFERENCES strategies.simulation(simulation_id),
  constraint simulation_end_state_check CHECK (state = ANY (ARRAY['complete'::text, 'cancelled'::text, 'failed'::text]))
);

grant insert, select on strategies.simulation_end to dunlin_app;

create table strategies.simulation_part (
  simulation_id uuid not null,
  part_no integer not null,
  accounts integer not null,
  result jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint simulation_part_pkey PRIMARY KEY (simulation_id, part_no),
  constraint simulation_part_part_no_check CHECK (part_no > 0),
  constraint simulation_part_simulation_id_fkey FOREIGN KEY (simulation_id) REFERENCES strategies.simulation(simulation_id)
);

grant insert, select on strategies.simulation_part to dunlin_app;

create view strategies.call_card as
 SELECT p.account_id,
    p.proposal_id,
    p.strategy,
    p.step,
    p.episode,
    n.since AS on_day,
    n.currency,
    n.amount_minor,
    n.days_late
   FROM strategies.proposal p
     JOIN strategies.proposal_now n ON n.account_id = p.account_id AND n.proposal_id = p.proposal_id
  WHERE n.act = 'call'::text AND n.state = 'queued'::text;

grant select on strategies.call_card to dunlin_app;

create view strategies.decision_card as
 SELECT DISTINCT ON (account_id) account_id,
    decided_on,
    strategy,
    version,
    decision
   FROM strategies.decision d
  ORDER BY account_id, run_id DESC;

grant select on strategies.decision_card to dunlin_app;

create view strategies.interest_card as
 SELECT account_id,
    item_id,
    to_on
   FROM strategies.booked_interest b;

grant select on strategies.interest_card to dunlin_app;

create view strategies.step_card as
 SELECT p.account_id,
    p.proposal_id,
    p.strategy,
    p.step,
    n.act,
    n.state,
    n.since AS on_day,
    p.episode,
    n.currency,
    n.amount_minor,
    n.days_late,
    n.changed_at
   FROM strategies.proposal p
     JOIN strategies.proposal_now n ON n.account_id = p.account_id AND n.proposal_id = p.proposal_id;

grant select on strategies.step_card to dunlin_app;

create schema students;

grant usage on schema students to dunlin_app;

create table students.charge (
  account_id uuid not null,
  charge_id uuid not null,
  term text not null,
  kind text not null,
  authorised boolean not null default false,
  currency text not null,
  amount_minor bigint not null,
  charged_on date not null,
  item_id uuid,
  external_id text,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint charge_pkey PRIMARY KEY (account_id, charge_id),
  constraint charge_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint charge_amount_minor_check CHECK (amount_minor <> 0),
  constraint charge_kind_check CHECK (kind = ANY (ARRAY['tuition'::text, 'fees'::text, 'room'::text, 'board'::text, 'books'::text, 'fine'::text, 'other'::text, 'earlier_year'::text]))
);

CREATE UNIQUE INDEX charge_by_external ON students.charge USING btree (account_id, external_id);

grant insert, select on students.charge to dunlin_app;

create table students.disbursement (
  account_id uuid not null,
  disbursement_id uuid not null,
  term text not null,
  programme text not null,
  state text not null,
  currency text not null,
  amount_minor bigint not null,
  disbursed_on date not null,
  item_id uuid,
  external_id text,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint disbursement_pkey PRIMARY KEY (account_id, disbursement_id),
  constraint disbursement_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint disbursement_amount_minor_check CHECK (amount_minor <> 0),
  constraint disbursement_programme_check CHECK (programme = ANY (ARRAY['unsub'::text, 'sub'::text, 'perkins'::text, 'plusGrad'::text, 'plusParent'::text, 'pell'::text, 'iasg'::text, 'fseog'::text, 'teach'::text, 'other'::text])),
  constraint disbursement_state_check CHECK (state = ANY (ARRAY['disbursed'::text, 'could'::text]))
);

CREATE UNIQUE INDEX disbursement_by_external ON students.disbursement USING btree (account_id, external_id);

grant insert, select on students.disbursement to dunlin_app;

create table students.enrolment (
  account_id uuid not null,
  term text not null,
  enrolment_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  classes_from date not null,
  breaks jsonb not null default '[]'::jsonb,
  parent_name text not null default ''::text,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint enrolment_pkey PRIMARY KEY (account_id, term, enrolment_id),
  constraint enrolment_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint enrolment_check CHECK (ends_on >= starts_on),
  constraint enrolment_term_check CHECK (term <> ''::text)
);

grant insert, select on students.enrolment to dunlin_app;

create table students.withdrawal (
  account_id uuid not null,
  withdrawal_id uuid not null,
  term text not null,
  withdrawn_on date not null,
  determined_on date not null,
  never_attended boolean not null,
  aid_returned boolean not null,
  charges_back boolean not null,
  written_off boolean not null,
  worksheet jsonb not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint withdrawal_pkey PRIMARY KEY (account_id, withdrawal_id),
  constraint withdrawal_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint withdrawal_check CHECK (determined_on >= withdrawn_on)
);

CREATE INDEX withdrawal_by_term ON students.withdrawal USING btree (account_id, term);

grant insert, select on students.withdrawal to dunlin_app;

create table students.withdrawal_act (
  account_id uuid not null,
  withdrawal_id uuid not null,
  act_id uuid not null,
  kind text not null,
  programme text,
  amount_minor bigint,
  done_on date not null,
  item_id uuid,
  recorded_at timestamp with time zone not null,
  actor text not null,
  reason text not null,
  constraint withdrawal_act_pkey PRIMARY KEY (account_id, withdrawal_id, act_id),
  constraint withdrawal_act_account_id_withdrawal_id_fkey FOREIGN KEY (account_id, withdrawal_id) REFERENCES students.withdrawal(account_id, withdrawal_id),
  constraint withdrawal_act_kind_check CHECK (kind = ANY (ARRAY['returned'::text, 'grant_notice'::text, 'pwd_grant'::text, 'pwd_offer'::text, 'ended'::text]))
);

grant insert, select on students.withdrawal_act to dunlin_app;

create schema tasks;

grant usage on schema tasks to dunlin_app;

create table tasks.change (
  task_id uuid not null,
  change_id uuid not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  kind text not null,
  facts jsonb not null default '{}'::jsonb,
  text text,
  constraint change_pkey PRIMARY KEY (task_id, change_id),
  constraint change_kind_check CHECK (kind = ANY (ARRAY['made'::text, 'planned'::text, 'assigned'::text, 'ranked'::text, 'moved'::text, 'line'::text, 'comment'::text])),
  constraint change_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks.task(task_id)
);

grant insert, select on tasks.change to dunlin_app;

create table tasks.task (
  task_id uuid not null,
  company_id uuid not null,
  account_id uuid,
  requester_id uuid,
  series_id uuid not null,
  nominal_on date,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint task_pkey PRIMARY KEY (task_id),
  constraint task_series_id_nominal_on_key UNIQUE (series_id, nominal_on),
  constraint task_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.account(account_id),
  constraint task_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

CREATE INDEX task_by_account ON tasks.task USING btree (account_id) WHERE (account_id IS NOT NULL);

grant insert, select on tasks.task to dunlin_app;

create table tasks.task_now (
  task_id uuid not null,
  title text not null,
  text text not null,
  assignee_id uuid,
  due_on date,
  due_minutes smallint,
  time_box_minutes integer,
  priority text not null,
  state text not null,
  note text,
  needs uuid[] not null,
  lines jsonb not null,
  every text,
  anchor smallint,
  ended boolean not null,
  changed_at timestamp with time zone not null,
  constraint task_now_pkey PRIMARY KEY (task_id),
  constraint task_now_check CHECK ((every IS NULL) = (anchor IS NULL)),
  constraint task_now_check1 CHECK (due_minutes IS NULL OR due_on IS NOT NULL),
  constraint task_now_due_minutes_check CHECK (due_minutes >= 0 AND due_minutes <= 1439),
  constraint task_now_every_check CHECK (every = ANY (ARRAY['week'::text, 'month'::text])),
  constraint task_now_priority_check CHECK (priority = ANY (ARRAY['urgent'::text, 'high'::text, 'normal'::text, 'low'::text])),
  constraint task_now_state_check CHECK (state = ANY (ARRAY['open'::text, 'in_work'::text, 'waiting'::text, 'done'::text, 'dropped'::text])),
  constraint task_now_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks.task(task_id),
  constraint task_now_time_box_minutes_check CHECK (time_box_minutes > 0),
  constraint task_now_title_check CHECK (title <> ''::text)
);

CREATE INDEX task_now_ended ON tasks.task_now USING btree (changed_at) WHERE ended;

CREATE INDEX task_now_standing ON tasks.task_now USING btree (assignee_id) WHERE (NOT ended);

grant insert, select, update on tasks.task_now to dunlin_app;

create view tasks.account_task as
 SELECT t.account_id,
    t.task_id,
    n.title,
    n.due_on,
    n.priority
   FROM tasks.task t
     JOIN tasks.task_now n ON n.task_id = t.task_id
  WHERE t.account_id IS NOT NULL AND (n.state = ANY (ARRAY['open'::text, 'in_work'::text])) AND NOT (EXISTS ( SELECT
           FROM tasks.task_now b
          WHERE (b.task_id = ANY (n.needs)) AND NOT b.ended));

grant select on tasks.account_task to dunlin_app;

create view tasks.task_desk as
 SELECT t.task_id,
    t.company_id,
    t.account_id,
    n.title,
    n.text,
    n.assignee_id,
    n.due_on,
    n.due_minutes,
    n.time_box_minutes,
    n.priority,
    n.state,
    n.note,
    n.needs,
    n.lines,
    n.every,
    n.ended,
    n.changed_at
   FROM tasks.task t
     JOIN tasks.task_now n ON n.task_id = t.task_id;

grant select on tasks.task_desk to dunlin_app;

create view tasks.task_line as
 SELECT t.task_id,
    t.company_id,
    t.account_id,
    n.title,
    n.assignee_id,
    t.requester_id,
    n.priority,
    n.state,
    n.due_on
   FROM tasks.task t
     JOIN tasks.task_now n ON n.task_id = t.task_id;

grant select on tasks.task_line to dunlin_app;

create schema team;

grant usage on schema team to dunlin_app;

create table team.absence (
  absence_id uuid not null,
  member_id uuid not null,
  from_on date not null,
  to_on date not null,
  kind text not null,
  note text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint absence_pkey PRIMARY KEY (absence_id),
  constraint absence_check CHECK (to_on >= from_on),
  constraint absence_kind_check CHECK (kind = ANY (ARRAY['vacation'::text, 'sick'::text, 'training'::text, 'leave'::text, 'other'::text])),
  constraint absence_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id)
);

CREATE INDEX absence_by_day ON team.absence USING btree (to_on, from_on);

CREATE INDEX absence_by_member ON team.absence USING btree (member_id, to_on);

grant insert, select on team.absence to dunlin_app;

create table team.absence_cover (
  absence_id uuid not null,
  work text not null,
  part smallint not null,
  cover_id uuid not null,
  company_id uuid,
  letter_from text,
  letter_to text,
  constraint absence_cover_pkey PRIMARY KEY (absence_id, work, part),
  constraint absence_cover_absence_id_fkey FOREIGN KEY (absence_id) REFERENCES team.absence(absence_id),
  constraint absence_cover_check CHECK (letter_to ~ '^[A-Z]$'::text AND letter_to >= letter_from),
  constraint absence_cover_check1 CHECK (work = 'worklist'::text OR company_id IS NULL AND letter_from IS NULL),
  constraint absence_cover_check2 CHECK ((letter_from IS NULL) = (letter_to IS NULL)),
  constraint absence_cover_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint absence_cover_cover_id_fkey FOREIGN KEY (cover_id) REFERENCES team.member(member_id),
  constraint absence_cover_letter_from_check CHECK (letter_from ~ '^[A-Z]$'::text),
  constraint absence_cover_part_check CHECK (part > 0),
  constraint absence_cover_work_check CHECK (work = ANY (ARRAY['worklist'::text, 'tasks'::text, 'approvals'::text]))
);

CREATE INDEX absence_cover_by_cover ON team.absence_cover USING btree (cover_id);

grant insert, select on team.absence_cover to dunlin_app;

create table team.absence_end (
  absence_id uuid not null,
  kind text not null,
  last_on date,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint absence_end_pkey PRIMARY KEY (absence_id, kind),
  constraint absence_end_absence_id_fkey FOREIGN KEY (absence_id) REFERENCES team.absence(absence_id),
  constraint absence_end_check CHECK (kind = 'ended'::text OR last_on IS NULL),
  constraint absence_end_kind_check CHECK (kind = ANY (ARRAY['cancelled'::text, 'ended'::text, 'handed_back'::text]))
);

grant insert, select on team.absence_end to dunlin_app;

create table team.calendar_choice (
  company_id uuid not null,
  choice_id uuid not null,
  base text not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint calendar_choice_pkey PRIMARY KEY (company_id, choice_id),
  constraint calendar_choice_base_check CHECK (base = ANY (ARRAY['federal-bank'::text, 'weekdays'::text])),
  constraint calendar_choice_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select on team.calendar_choice to dunlin_app;

create table team.closing_act (
  company_id uuid not null,
  closed_on date not null,
  act_id uuid not null,
  closed boolean not null,
  name text not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint closing_act_pkey PRIMARY KEY (company_id, closed_on, act_id),
  constraint closing_act_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint closing_act_name_check CHECK (length(name) <= 100)
);

grant insert, select on team.closing_act to dunlin_app;

create table team.closing_day (
  company_id uuid not null,
  closed_on date not null,
  reason text not null,
  constraint closing_day_pkey PRIMARY KEY (company_id, closed_on),
  constraint closing_day_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant delete, insert, select on team.closing_day to dunlin_app;

create table team.company (
  company_id uuid not null,
  code text not null,
  name text not null,
  base_currency text not null,
  zone text not null default 'America/New_York'::text,
  demo boolean not null default false,
  constraint company_pkey PRIMARY KEY (company_id),
  constraint company_code_key UNIQUE (code),
  constraint company_base_currency_check CHECK (base_currency ~ '^[A-Z]{3}$'::text),
  constraint company_code_check CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'::text),
  constraint company_name_check CHECK (name <> ''::text)
);

grant insert, select, update on team.company to dunlin_app;

create table team.letterhead_fact (
  company_id uuid not null,
  recorded_at timestamp with time zone not null,
  legal_name text not null,
  line1 text not null,
  line2 text,
  city text not null,
  state text,
  postal_code text not null,
  country text not null,
  email text,
  phone text,
  tax_id text,
  vat_id text,
  iban text,
  mailer_id text,
  actor text not null,
  reason text not null,
  constraint letterhead_fact_pkey PRIMARY KEY (company_id, recorded_at),
  constraint letterhead_fact_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint letterhead_fact_country_check CHECK (country ~ '^[A-Z]{2}$'::text),
  constraint letterhead_fact_legal_name_check CHECK (legal_name <> ''::text),
  constraint letterhead_fact_mailer_id_check CHECK (mailer_id ~ '^(\d{6}|\d{9})$'::text)
);

grant insert, select on team.letterhead_fact to dunlin_app;

create table team.member (
  member_id uuid not null,
  name text not null,
  email text not null,
  language text not null default 'en'::text,
  roles text[] not null,
  active boolean not null default true,
  made_at timestamp with time zone not null,
  constraint member_pkey PRIMARY KEY (member_id),
  constraint member_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  constraint member_name_check CHECK (name <> ''::text)
);

CREATE UNIQUE INDEX member_email ON team.member USING btree (lower(email));

grant insert, select, update on team.member to dunlin_app;

create table team.member_company (
  member_id uuid not null,
  company_id uuid not null,
  constraint member_company_pkey PRIMARY KEY (member_id, company_id),
  constraint member_company_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint member_company_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id)
);

grant delete, insert, select on team.member_company to dunlin_app;

create view team.absence_card as
 SELECT a.absence_id,
    a.member_id,
    a.from_on,
    COALESCE(e.last_on, a.to_on) AS last_on,
    a.kind,
    ARRAY( SELECT DISTINCT m.name
           FROM team.absence_cover v
             JOIN team.member m ON m.member_id = v.cover_id
          WHERE v.absence_id = a.absence_id
          ORDER BY m.name) AS covers,
    (EXISTS ( SELECT
           FROM team.absence_end h
          WHERE h.absence_id = a.absence_id AND h.kind = 'handed_back'::text)) AS handed_back
   FROM team.absence a
     LEFT JOIN team.absence_end e ON e.absence_id = a.absence_id AND e.kind = 'ended'::text
  WHERE NOT (EXISTS ( SELECT
           FROM team.absence_end c
          WHERE c.absence_id = a.absence_id AND c.kind = 'cancelled'::text));

grant select on team.absence_card to dunlin_app;

create view team.calendar_card as
 SELECT company_id,
    COALESCE(( SELECT c.base
           FROM team.calendar_choice c
          WHERE c.company_id = co.company_id
          ORDER BY c.choice_id DESC
         LIMIT 1), 'federal-bank'::text) AS base
   FROM team.company co;

grant select on team.calendar_card to dunlin_app;

create view team.closing_card as
 SELECT company_id,
    closed_on,
    name
   FROM ( SELECT DISTINCT ON (a.company_id, a.closed_on) a.company_id,
            a.closed_on,
            a.name,
            a.closed
           FROM team.closing_act a
          ORDER BY a.company_id, a.closed_on, a.act_id DESC) s
  WHERE closed;

grant select on team.closing_card to dunlin_app;

create view team.letterhead as
 SELECT DISTINCT ON (company_id) company_id,
    legal_name,
    line1,
    line2,
    city,
    state,
    postal_code,
    country,
    email,
    phone,
    tax_id,
    vat_id,
    iban,
    mailer_id
   FROM team.letterhead_fact l
  ORDER BY company_id, recorded_at DESC;

grant select on team.letterhead to dunlin_app;

create view team.person as
 SELECT member_id,
    name,
    language,
    active
   FROM team.member;

grant select on team.person to dunlin_app;

CREATE OR REPLACE FUNCTION team.covering_on(on_day date)
 RETURNS TABLE(absence_id uuid, member_id uuid, last_on date, work text, cover_id uuid, company_id uuid, letter_from text, letter_to text)
 LANGUAGE sql
 STABLE
AS $function$
  with recursive away as (
    select a.absence_id, a.member_id, a.last_on, c.work, c.cover_id, c.company_id, c.letter_from,
           c.letter_to
      from team.absence_card a
      join team.absence_cover c on c.absence_id = a.absence_id
     where on_day between a.from_on and a.last_on
  ), handed as (
    select w.absence_id, w.member_id, w.last_on, w.work, w.cover_id, w.company_id, w.letter_from,
           w.letter_to, array[w.member_id, w.cover_id] as met
      from away w
     union all
    select h.absence_id, h.member_id, h.last_on, h.work, n.cover_id,
           coalesce(h.company_id, n.company_id), greatest(h.letter_from, n.letter_from),
           least(h.letter_to, n.letter_to), h.met || n.cover_id
      from handed h
      join away n on n.member_id = h.cover_id and n.work = h.work
     where n.cover_id <> all (h.met)
       and coalesce(h.company_id = n.company_id, true)
       and coalesce(greatest(h.letter_from, n.letter_from)
                      <= least(h.letter_to, n.letter_to), true)
  )
  select h.absence_id, h.member_id, h.last_on, h.work, h.cover_id, h.company_id, h.letter_from,
         h.letter_to
    from handed h
   where not exists (select
                       from away n
                      where n.member_id = h.cover_id
                        and n.work = h.work
                        and n.cover_id <> all (h.met))
$function$;

create schema webhooks;

grant usage on schema webhooks to dunlin_app;

create table webhooks.delivery (
  endpoint_id uuid not null,
  delivery_id uuid not null,
  event_id uuid not null,
  event text not null,
  body text not null,
  recorded_at timestamp with time zone not null,
  constraint delivery_pkey PRIMARY KEY (endpoint_id, delivery_id)
);

CREATE INDEX delivery_latest ON webhooks.delivery USING btree (endpoint_id, recorded_at DESC, delivery_id DESC);

CREATE UNIQUE INDEX delivery_of_event ON webhooks.delivery USING btree (endpoint_id, event_id);

grant insert, select on webhooks.delivery to dunlin_app;

create table webhooks.endpoint_version (
  endpoint_id uuid not null,
  version integer not null,
  company_id uuid,
  name text not null,
  url text not null,
  events text[] not null,
  state text not null,
  sealed text not null,
  sealed_before text,
  before_until timestamp with time zone,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint endpoint_version_pkey PRIMARY KEY (endpoint_id, version),
  constraint endpoint_version_check CHECK ((sealed_before IS NULL) = (before_until IS NULL)),
  constraint endpoint_version_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint endpoint_version_events_check CHECK (cardinality(events) > 0),
  constraint endpoint_version_name_check CHECK (name <> ''::text),
  constraint endpoint_version_state_check CHECK (state = ANY (ARRAY['on'::text, 'paused'::text, 'ended'::text])),
  constraint endpoint_version_url_check CHECK (url <> ''::text),
  constraint endpoint_version_version_check CHECK (version > 0)
);

grant insert, select on webhooks.endpoint_version to dunlin_app;

create table webhooks.try (
  endpoint_id uuid not null,
  delivery_id uuid not null,
  try_id uuid not null,
  status integer,
  problem text,
  took_ms integer not null,
  recorded_at timestamp with time zone not null,
  constraint try_pkey PRIMARY KEY (endpoint_id, delivery_id, try_id),
  constraint try_check CHECK ((status IS NULL) = (problem IS NOT NULL)),
  constraint try_endpoint_id_delivery_id_fkey FOREIGN KEY (endpoint_id, delivery_id) REFERENCES webhooks.delivery(endpoint_id, delivery_id),
  constraint try_took_ms_check CHECK (took_ms >= 0)
);

grant insert, select on webhooks.try to dunlin_app;

create table webhooks.waiting (
  endpoint_id uuid not null,
  delivery_id uuid not null,
  tries integer not null,
  next_try timestamp with time zone not null,
  constraint waiting_pkey PRIMARY KEY (endpoint_id, delivery_id),
  constraint waiting_endpoint_id_delivery_id_fkey FOREIGN KEY (endpoint_id, delivery_id) REFERENCES webhooks.delivery(endpoint_id, delivery_id),
  constraint waiting_tries_check CHECK (tries >= 0)
);

CREATE INDEX waiting_next ON webhooks.waiting USING btree (next_try);

grant delete, insert, select, update on webhooks.waiting to dunlin_app;

create schema workbooks;

grant usage on schema workbooks to dunlin_app;

create table workbooks.application (
  application_id uuid not null,
  upload_id uuid not null,
  edits integer not null,
  left_out integer not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint application_pkey PRIMARY KEY (application_id),
  constraint application_edits_check CHECK (edits >= 0),
  constraint application_left_out_check CHECK (left_out >= 0),
  constraint application_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES workbooks.upload(upload_id)
);

CREATE INDEX application_of_upload ON workbooks.application USING btree (upload_id);

grant insert, select on workbooks.application to dunlin_app;

create table workbooks.applied_edit (
  edit_id uuid not null,
  application_id uuid not null,
  workbook_id uuid not null,
  row_key text not null,
  field text not null,
  act text not null,
  line integer not null,
  before text not null,
  value text not null,
  undo jsonb,
  constraint applied_edit_pkey PRIMARY KEY (edit_id),
  constraint applied_edit_application_id_fkey FOREIGN KEY (application_id) REFERENCES workbooks.application(application_id),
  constraint applied_edit_line_check CHECK (line > 0)
);

CREATE INDEX applied_edit_of_application ON workbooks.applied_edit USING btree (application_id);

CREATE INDEX applied_edit_of_workbook ON workbooks.applied_edit USING btree (workbook_id, row_key, field);

grant insert, select on workbooks.applied_edit to dunlin_app;

create table workbooks.issued (
  workbook_id uuid not null,
  kind text not null,
  asked jsonb not null,
  language text not null,
  as_of date not null,
  known_at timestamp with time zone not null,
  row_count integer not null,
  sha256 text not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint issued_pkey PRIMARY KEY (workbook_id),
  constraint issued_language_check CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  constraint issued_row_count_check CHECK (row_count >= 0)
);

CREATE INDEX issued_recorded ON workbooks.issued USING btree (recorded_at DESC, workbook_id);

grant insert, select on workbooks.issued to dunlin_app;

create table workbooks.undone_edit (
  edit_id uuid not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint undone_edit_pkey PRIMARY KEY (edit_id),
  constraint undone_edit_edit_id_fkey FOREIGN KEY (edit_id) REFERENCES workbooks.applied_edit(edit_id)
);

grant insert, select on workbooks.undone_edit to dunlin_app;

create table workbooks.upload (
  upload_id uuid not null,
  workbook_id uuid not null,
  name text not null,
  sha256 text not null,
  content bytea not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  constraint upload_pkey PRIMARY KEY (upload_id),
  constraint upload_sha256_key UNIQUE (sha256, actor),
  constraint upload_workbook_id_fkey FOREIGN KEY (workbook_id) REFERENCES workbooks.issued(workbook_id)
);

CREATE INDEX upload_by_actor ON workbooks.upload USING btree (actor, recorded_at DESC);

CREATE INDEX upload_of_workbook ON workbooks.upload USING btree (workbook_id);

grant insert, select on workbooks.upload to dunlin_app;

create schema worklist;

grant usage on schema worklist to dunlin_app;

create table worklist.account_work (
  account_id uuid not null,
  currency text not null,
  score integer not null,
  kinds text[] not null,
  reasons jsonb not null,
  parts jsonb not null,
  overdue_minor bigint not null,
  overdue_base_minor bigint not null,
  ask_minor bigint,
  balance_minor bigint not null,
  buckets bigint[] not null,
  oldest_due_on date,
  due_at timestamp with time zone,
  hidden_until timestamp with time zone,
  hidden_as text,
  policy text not null,
  built_on date not null,
  built_at timestamp with time zone not null,
  worker_id uuid,
  company_id uuid not null,
  owner_id uuid,
  name text not null,
  number text not null,
  constraint account_work_pkey PRIMARY KEY (account_id),
  constraint account_work_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint account_work_hidden_as_check CHECK (hidden_as = ANY (ARRAY['done'::text, 'snoozed'::text]))
);

CREATE INDEX account_work_by_age ON worklist.account_work USING btree (COALESCE(oldest_due_on, '9999-12-31'::date), account_id);

CREATE INDEX account_work_by_kind ON worklist.account_work USING gin (kinds);

CREATE INDEX account_work_by_name ON worklist.account_work USING btree (name, account_id);

CREATE INDEX account_work_by_rank ON worklist.account_work USING btree (((- score)), ((- overdue_base_minor)), account_id);

CREATE INDEX account_work_by_size ON worklist.account_work USING btree (((- overdue_base_minor)), account_id);

CREATE INDEX account_work_by_worker ON worklist.account_work USING btree (worker_id) WHERE (worker_id IS NOT NULL);

CREATE INDEX account_work_hidden ON worklist.account_work USING btree (hidden_as, hidden_until) WHERE (hidden_as IS NOT NULL);

CREATE INDEX account_work_of_owner_by_age ON worklist.account_work USING btree (owner_id, COALESCE(oldest_due_on, '9999-12-31'::date), account_id);

CREATE INDEX account_work_of_owner_by_name ON worklist.account_work USING btree (owner_id, name, account_id);

CREATE INDEX account_work_of_owner_by_rank ON worklist.account_work USING btree (owner_id, ((- score)), ((- overdue_base_minor)), account_id);

CREATE INDEX account_work_of_owner_by_size ON worklist.account_work USING btree (owner_id, ((- overdue_base_minor)), account_id);

grant delete, insert, select, update on worklist.account_work to dunlin_app;

create table worklist.account_worth (
  account_id uuid not null,
  company_id uuid not null,
  priced_on date not null,
  way text not null,
  alone real not null,
  adds real not null,
  minutes real not null,
  price bigint not null,
  basis text not null,
  usual_days integer,
  planned boolean not null,
  left_alone_until date,
  constraint account_worth_pkey PRIMARY KEY (account_id),
  constraint account_worth_alone_check CHECK (alone >= 0::double precision AND alone <= 1::double precision),
  constraint account_worth_basis_check CHECK (basis = ANY (ARRAY['assumed'::text, 'learned'::text])),
  constraint account_worth_minutes_check CHECK (minutes > 0::double precision),
  constraint account_worth_price_check CHECK (price >= 0),
  constraint account_worth_way_check CHECK (way = ANY (ARRAY['call'::text, 'email'::text, 'sms'::text, 'letter'::text]))
);

CREATE INDEX account_worth_by_company ON worklist.account_worth USING btree (company_id);

grant delete, insert, select, update on worklist.account_worth to dunlin_app;

create table worklist.answer (
  account_id uuid not null,
  answer_id uuid not null,
  kind text not null,
  result text,
  note text,
  reasons text[] not null,
  answered_on date not null,
  until_at timestamp with time zone not null,
  member_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint answer_pkey PRIMARY KEY (account_id, answer_id),
  constraint answer_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint answer_kind_check CHECK (kind = ANY (ARRAY['done'::text, 'snoozed'::text]))
);

CREATE INDEX answer_by_until ON worklist.answer USING btree (until_at);

grant insert, select on worklist.answer to dunlin_app;

create table worklist.answer_undone (
  account_id uuid not null,
  answer_id uuid not null,
  member_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint answer_undone_pkey PRIMARY KEY (account_id, answer_id),
  constraint answer_undone_account_id_answer_id_fkey FOREIGN KEY (account_id, answer_id) REFERENCES worklist.answer(account_id, answer_id)
);

grant insert, select on worklist.answer_undone to dunlin_app;

create table worklist.build (
  zone text not null,
  built_on date not null,
  built_at timestamp with time zone not null,
  constraint build_pkey PRIMARY KEY (zone)
);

grant insert, select, update on worklist.build to dunlin_app;

create table worklist.control_check (
  one boolean not null default true,
  agree boolean not null,
  checked_at timestamp with time zone not null,
  constraint control_check_pkey PRIMARY KEY (one),
  constraint control_check_one_check CHECK (one)
);

grant insert, select, update on worklist.control_check to dunlin_app;

create table worklist.day_plan (
  company_id uuid not null,
  planned_on date not null,
  capacity integer not null,
  minutes integer not null,
  worth_it integer not null,
  planned integer not null,
  left_alone integer not null,
  price bigint not null,
  currency text not null,
  constraint day_plan_pkey PRIMARY KEY (company_id),
  constraint day_plan_capacity_check CHECK (capacity >= 0),
  constraint day_plan_minutes_check CHECK (minutes >= 0),
  constraint day_plan_price_check CHECK (price >= 0)
);

grant delete, insert, select, update on worklist.day_plan to dunlin_app;

create table worklist.eligible (
  account_id uuid not null,
  logged_on date not null,
  company_id uuid not null,
  side text,
  chance real not null,
  planned boolean not null,
  expected_minor bigint not null,
  recorded_at timestamp with time zone not null,
  constraint eligible_pkey PRIMARY KEY (account_id, logged_on),
  constraint eligible_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint eligible_chance_check CHECK (chance >= 0::double precision AND chance <= 1::double precision),
  constraint eligible_side_check CHECK (side = ANY (ARRAY['open'::text, 'left_alone'::text]))
);

CREATE INDEX eligible_by_company ON worklist.eligible USING btree (company_id, logged_on);

grant insert, select on worklist.eligible to dunlin_app;

create table worklist.episode (
  account_id uuid not null,
  began_on date not null,
  company_id uuid not null,
  customer_id uuid not null,
  last_day date not null,
  side text not null,
  chance real not null,
  currency text not null,
  overdue_minor bigint not null,
  base_minor bigint not null,
  expected_minor bigint not null,
  minutes real not null,
  standing jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint episode_pkey PRIMARY KEY (account_id, began_on),
  constraint episode_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint episode_base_minor_check CHECK (base_minor > 0),
  constraint episode_chance_check CHECK (chance > 0::double precision AND chance < 1::double precision),
  constraint episode_check CHECK (last_day >= began_on),
  constraint episode_overdue_minor_check CHECK (overdue_minor > 0),
  constraint episode_side_check CHECK (side = ANY (ARRAY['open'::text, 'left_alone'::text]))
);

CREATE INDEX episode_by_company ON worklist.episode USING btree (company_id, began_on);

CREATE INDEX episode_by_last_day ON worklist.episode USING btree (last_day);

grant insert, select on worklist.episode to dunlin_app;

create table worklist.episode_outcome (
  account_id uuid not null,
  began_on date not null,
  paid_minor bigint not null,
  contacts integer not null,
  recorded_at timestamp with time zone not null,
  constraint episode_outcome_pkey PRIMARY KEY (account_id, began_on),
  constraint episode_outcome_account_id_began_on_fkey FOREIGN KEY (account_id, began_on) REFERENCES worklist.episode(account_id, began_on),
  constraint episode_outcome_contacts_check CHECK (contacts >= 0),
  constraint episode_outcome_paid_minor_check CHECK (paid_minor >= 0)
);

grant insert, select on worklist.episode_outcome to dunlin_app;

create table worklist.experiment (
  company_id uuid not null,
  recorded_at timestamp with time zone not null,
  is_on boolean not null,
  share_pct integer not null,
  most_minor bigint not null,
  warm_up_until date,
  actor text not null,
  reason text not null,
  constraint experiment_pkey PRIMARY KEY (company_id, recorded_at),
  constraint experiment_most_minor_check CHECK (most_minor >= 0),
  constraint experiment_share_pct_check CHECK (share_pct >= 5 AND share_pct <= 10)
);

grant insert, select on worklist.experiment to dunlin_app;

create table worklist.hand_move (
  account_id uuid not null,
  move_id uuid not null,
  member_id uuid not null,
  moved_by uuid not null,
  before jsonb not null,
  moved_on date not null,
  recorded_at timestamp with time zone not null,
  constraint hand_move_pkey PRIMARY KEY (account_id, move_id),
  constraint hand_move_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id)
);

CREATE INDEX hand_move_by_list ON worklist.hand_move USING btree (member_id, recorded_at DESC, move_id DESC);

grant insert, select on worklist.hand_move to dunlin_app;

create table worklist.hand_move_undone (
  account_id uuid not null,
  move_id uuid not null,
  undone_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint hand_move_undone_pkey PRIMARY KEY (account_id, move_id),
  constraint hand_move_undone_account_id_move_id_fkey FOREIGN KEY (account_id, move_id) REFERENCES worklist.hand_move(account_id, move_id)
);

grant insert, select on worklist.hand_move_undone to dunlin_app;

create table worklist.hand_over (
  account_id uuid not null,
  note_id uuid not null,
  absence_id uuid not null,
  said text not null,
  next_step text not null,
  avoid text not null,
  member_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint hand_over_pkey PRIMARY KEY (account_id, note_id),
  constraint hand_over_absence_id_fkey FOREIGN KEY (absence_id) REFERENCES team.absence(absence_id),
  constraint hand_over_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint hand_over_check CHECK (said <> ''::text OR next_step <> ''::text OR avoid <> ''::text),
  constraint hand_over_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id)
);

CREATE INDEX hand_over_by_absence ON worklist.hand_over USING btree (absence_id);

grant insert, select on worklist.hand_over to dunlin_app;

create table worklist.hand_over_read (
  account_id uuid not null,
  note_id uuid not null,
  member_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint hand_over_read_pkey PRIMARY KEY (account_id, note_id, member_id),
  constraint hand_over_read_account_id_note_id_fkey FOREIGN KEY (account_id, note_id) REFERENCES worklist.hand_over(account_id, note_id),
  constraint hand_over_read_member_id_fkey FOREIGN KEY (member_id) REFERENCES team.member(member_id)
);

grant insert, select on worklist.hand_over_read to dunlin_app;

create table worklist.hand_place (
  account_id uuid not null,
  member_id uuid not null,
  place integer not null,
  moved boolean not null,
  pinned boolean not null,
  moved_by uuid not null,
  placed_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint hand_place_pkey PRIMARY KEY (account_id, member_id),
  constraint hand_place_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint hand_place_check CHECK (moved OR NOT pinned),
  constraint hand_place_place_check CHECK (place > 0)
);

CREATE INDEX hand_place_by_list ON worklist.hand_place USING btree (member_id, place);

grant delete, insert, select, update on worklist.hand_place to dunlin_app;

create table worklist.learned_response (
  company_id uuid not null,
  recorded_at timestamp with time zone not null,
  learned_on date not null,
  left_alone integer not null,
  worked integer not null,
  model jsonb not null,
  constraint learned_response_pkey PRIMARY KEY (company_id, recorded_at)
);

grant insert, select on worklist.learned_response to dunlin_app;

create table worklist.lock (
  account_id uuid not null,
  member_id uuid not null,
  since timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint lock_pkey PRIMARY KEY (account_id),
  constraint lock_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id)
);

grant delete, insert, select, update on worklist.lock to dunlin_app;

create table worklist.measured_gain (
  company_id uuid not null,
  measured_on date not null,
  recorded_at timestamp with time zone not null,
  gain jsonb not null,
  constraint measured_gain_pkey PRIMARY KEY (company_id),
  constraint measured_gain_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id)
);

grant insert, select, update on worklist.measured_gain to dunlin_app;

create view worklist.done_card as
 SELECT account_id,
    member_id,
    recorded_at
   FROM worklist.answer w
  WHERE kind = 'done'::text AND NOT (EXISTS ( SELECT
           FROM worklist.answer_undone u
          WHERE u.account_id = w.account_id AND u.answer_id = w.answer_id));

grant select on worklist.done_card to dunlin_app;

create view worklist.work_card as
 SELECT account_id,
    kinds,
    overdue_base_minor,
    balance_minor,
    hidden_until
   FROM worklist.account_work;

grant select on worklist.work_card to dunlin_app;

create schema write_offs;

grant usage on schema write_offs to dunlin_app;

create table write_offs.placement (
  account_id uuid not null,
  placement_id uuid not null,
  agency text not null,
  reference text not null,
  placed_on date not null,
  currency text not null,
  amount_minor bigint not null,
  fee_bps integer not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint placement_pkey PRIMARY KEY (account_id, placement_id),
  constraint placement_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint placement_agency_check CHECK (agency <> ''::text),
  constraint placement_amount_minor_check CHECK (amount_minor > 0),
  constraint placement_fee_bps_check CHECK (fee_bps >= 0 AND fee_bps <= 10000)
);

grant insert, select on write_offs.placement to dunlin_app;

create table write_offs.placement_end (
  account_id uuid not null,
  placement_id uuid not null,
  recalled_on date not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint placement_end_pkey PRIMARY KEY (account_id, placement_id),
  constraint placement_end_account_id_placement_id_fkey FOREIGN KEY (account_id, placement_id) REFERENCES write_offs.placement(account_id, placement_id)
);

grant insert, select on write_offs.placement_end to dunlin_app;

create table write_offs.sweep (
  sweep_id uuid not null,
  company_id uuid not null,
  cut_off date not null,
  item_count integer not null,
  weight_minor bigint not null,
  automatic boolean not null,
  actor text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint sweep_pkey PRIMARY KEY (sweep_id),
  constraint sweep_company_id_fkey FOREIGN KEY (company_id) REFERENCES team.company(company_id),
  constraint sweep_item_count_check CHECK (item_count > 0),
  constraint sweep_weight_minor_check CHECK (weight_minor > 0)
);

CREATE INDEX sweep_by_company ON write_offs.sweep USING btree (company_id, recorded_at);

grant insert, select on write_offs.sweep to dunlin_app;

create table write_offs.sweep_item (
  account_id uuid not null,
  sweep_id uuid not null,
  item_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  constraint sweep_item_pkey PRIMARY KEY (account_id, sweep_id, item_id),
  constraint sweep_item_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger.account(account_id),
  constraint sweep_item_account_id_item_id_fkey FOREIGN KEY (account_id, item_id) REFERENCES ledger.item(account_id, item_id),
  constraint sweep_item_amount_minor_check CHECK (amount_minor > 0),
  constraint sweep_item_sweep_id_fkey FOREIGN KEY (sweep_id) REFERENCES write_offs.sweep(sweep_id)
);

CREATE INDEX sweep_item_by_sweep ON write_offs.sweep_item USING btree (sweep_id);

grant insert, select on write_offs.sweep_item to dunlin_app;

create table write_offs.swept (
  account_id uuid not null,
  sweep_id uuid not null,
  item_id uuid not null,
  entry_id uuid,
  refusal text,
  recorded_at timestamp with time zone not null,
  constraint swept_pkey PRIMARY KEY (account_id, sweep_id, item_id),
  constraint one_or_other CHECK ((entry_id IS NULL) = (refusal IS NOT NULL)),
  constraint swept_account_id_entry_id_fkey FOREIGN KEY (account_id, entry_id) REFERENCES ledger.entry(account_id, entry_id),
  constraint swept_account_id_sweep_id_item_id_fkey FOREIGN KEY (account_id, sweep_id, item_id) REFERENCES write_offs.sweep_item(account_id, sweep_id, item_id)
);

CREATE INDEX swept_by_sweep ON write_offs.swept USING btree (sweep_id);

grant insert, select on write_offs.swept to dunlin_app;

create view write_offs.placement_card as
 SELECT p.account_id,
    p.placement_id,
    p.agency,
    p.reference,
    p.placed_on,
    p.currency,
    p.amount_minor,
    p.fee_bps,
    p.actor,
    p.reason,
    e.recalled_on,
    e.reason AS recall_reason
   FROM write_offs.placement p
     LEFT JOIN write_offs.placement_end e ON e.account_id = p.account_id AND e.placement_id = p.placement_id;

grant select on write_offs.placement_card to dunlin_app;
