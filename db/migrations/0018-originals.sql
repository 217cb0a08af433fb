-- Original papers by their invoice, copies that were sent, and the desk's own records of files.
create schema documents;
grant usage on schema documents to dunlin_app;

-- A file as it came, once, under the hash of its bytes; PDFs are compressed already.
create table documents.file_content (
  sha256      text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type  text        not null
              check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'image/tiff')),
  content     bytea       not null check (octet_length(content) > 0),
  recorded_at timestamptz not null
);
alter table documents.file_content alter column content set storage external;

-- A later file of the same document and kind is a further version; the earlier one is kept.
create table documents.original (
  account_id  uuid        not null references ledger.account,
  original_id uuid        not null,
  document_id uuid        not null,
  kind        text        not null check (kind in ('invoice', 'delivery')),
  version     integer     not null check (version > 0),
  file_name   text        not null check (file_name <> ''),
  sha256      text        not null references documents.file_content,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, original_id),
  constraint original_version unique (account_id, document_id, kind, version),
  foreign key (account_id, document_id) references invoices.document
);
create table documents.original_withdrawn (
  account_id  uuid        not null,
  original_id uuid        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, original_id),
  foreign key (account_id, original_id) references documents.original
);

-- Files whose name did not say which invoice they belong to, until somebody settles them.
create table documents.waiting_file (
  file_id     uuid        primary key,
  file_name   text        not null check (file_name <> ''),
  kind        text        not null check (kind in ('invoice', 'delivery')),
  sha256      text        not null references documents.file_content,
  problem     text        not null,
  facts       jsonb       not null,
  recorded_at timestamptz not null,
  actor       text        not null
);
create table documents.waiting_settled (
  file_id     uuid        primary key references documents.waiting_file,
  -- Null when it was put aside.
  original_id uuid,
  reason      text        not null,
  recorded_at timestamptz not null,
  actor       text        not null
);
grant select, insert on documents.file_content, documents.original, documents.original_withdrawn,
      documents.waiting_file, documents.waiting_settled to dunlin_app;

-- Published: originals that stand, with the document they are the original of.
create view documents.original_card as
select o.account_id, o.original_id, o.document_id, d.number, o.kind, o.version, o.file_name,
       o.sha256, c.media_type, octet_length(c.content)::bigint as bytes, o.recorded_at, o.actor
  from documents.original o
  join documents.file_content c on c.sha256 = o.sha256
  join invoices.document_card d on d.account_id = o.account_id and d.document_id = o.document_id
 where not exists (select from documents.original_withdrawn w
                    where w.account_id = o.account_id and w.original_id = o.original_id);
grant select on documents.original_card to dunlin_app;

-- What was written to customers. The attempt stands before the mail server is called; an attempt
-- without an outcome, or with an unknown one, is never repeated by the program.
create schema correspondence;
grant usage on schema correspondence to dunlin_app;
create table correspondence.message (
  account_id   uuid        not null references ledger.account,
  message_id   uuid        not null,
  contact_id   uuid        not null,
  to_name      text        not null,
  to_address   text        not null,
  language     text        not null check (language in ('en', 'es')),
  subject      text        not null,
  body         text        not null,
  written_on   date        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, message_id)
);
create table correspondence.enclosure (
  account_id  uuid     not null,
  message_id  uuid     not null,
  file_no     smallint not null check (file_no > 0),
  original_id uuid     not null,
  file_name   text     not null,
  sha256      text     not null,
  primary key (account_id, message_id, file_no),
  foreign key (account_id, message_id) references correspondence.message
);
create table correspondence.attempt (
  account_id  uuid        not null,
  message_id  uuid        not null,
  recorded_at timestamptz not null,
  primary key (account_id, message_id),
  foreign key (account_id, message_id) references correspondence.message
);
create table correspondence.outcome (
  account_id  uuid        not null,
  message_id  uuid        not null,
  state       text        not null check (state in ('sent', 'not_sent', 'unknown')),
  detail      text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, message_id, recorded_at),
  foreign key (account_id, message_id) references correspondence.attempt
);
create index attempt_by_time on correspondence.attempt (recorded_at);
grant select, insert on correspondence.message, correspondence.enclosure, correspondence.attempt,
      correspondence.outcome to dunlin_app;

-- What an import brought beside money: one row a record, so that the same one is known again and
-- an undo knows what to take back, and what stood before.
create table imports.brought (
  account_id  uuid        not null references ledger.account,
  brought_id  uuid        not null,
  import_id   uuid        not null references imports.import,
  kind        text        not null check (kind in ('contacts', 'notes', 'promises', 'disputes',
                                                   'next-actions', 'owners')),
  source      text        not null,
  external_id text,
  natural_key text        not null,
  content     text        not null,
  object_id   uuid        not null,
  change      text        not null check (change in ('added', 'changed')),
  before      jsonb,
  recorded_at timestamptz not null,
  primary key (account_id, brought_id)
);
create index brought_by_import on imports.brought (import_id);
create index brought_by_key on imports.brought (account_id, kind, natural_key);
grant select, insert on imports.brought to dunlin_app;

-- A line that an undone import had written; it is shown no more and kept for whoever asks.
create table customers.activity_withdrawn (
  account_id  uuid        not null,
  activity_id uuid        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, activity_id),
  foreign key (account_id, activity_id) references customers.activity
);
grant select, insert on customers.activity_withdrawn to dunlin_app;

-- Promises whose end another system stated: they are not judged again by our money.
create table promises.stated_outcome (
  account_id  uuid        not null,
  promise_id  uuid        not null,
  recorded_at timestamptz not null,
  primary key (account_id, promise_id),
  foreign key (account_id, promise_id) references promises.promise
);
grant select, insert on promises.stated_outcome to dunlin_app;

-- Disputes that an undone import had opened: from then on they never were.
create table disputes.dispute_withdrawn (
  account_id  uuid        not null,
  dispute_id  uuid        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, dispute_id),
  foreign key (account_id, dispute_id) references disputes.dispute
);
grant select, insert on disputes.dispute_withdrawn to dunlin_app;
create or replace view disputes.open_dispute as
select d.account_id, d.dispute_id, d.item_id, d.amount_minor, d.reason, d.effective_on
  from disputes.dispute d
 where not exists (select from disputes.resolution r
                    where r.account_id = d.account_id and r.dispute_id = d.dispute_id)
   and not exists (select from disputes.dispute_withdrawn w
                    where w.account_id = d.account_id and w.dispute_id = d.dispute_id);
create or replace function disputes.open_disputes_known(as_of date, known_at timestamptz)
returns table (account_id uuid, dispute_id uuid, item_id uuid, amount_minor bigint)
language sql stable
as $$
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
$$;
