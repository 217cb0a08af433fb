-- Policies as text: versions of documents, and who proposed, tested, approved and read them.
create schema policies;
grant usage on schema policies to dunlin_app;

-- A policy under its stable key: a strategy, a contact policy, a procedure of the house.
create table policies.document (
  document_id uuid        primary key,
  kind        text        not null check (kind ~ '^[a-z][a-z_]*$'),
  key         text        not null check (key ~ '^[a-z][a-z0-9-]{0,59}$'),
  recorded_at timestamptz not null,
  actor       text        not null,
  constraint policy_key unique (kind, key)
);
-- A version as its author wrote it, and the same as data. It is never changed.
create table policies.version (
  document_id uuid        not null references policies.document,
  version     integer     not null check (version > 0),
  name_en     text        not null check (name_en <> ''),
  name_es     text        not null check (name_es <> ''),
  written     text        not null,
  judged      jsonb       not null,
  -- The document of the same kind from which it inherits.
  follows     text,
  -- Examples must pass before it is approved; a procedure has none.
  has_examples boolean    not null,
  -- Nobody approves it who has not looked at what it would have done.
  has_simulation boolean  not null,
  reason      text        not null check (reason <> ''),
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (document_id, version),
  constraint version_author unique (document_id, version, actor)
);
-- What became of a version. Where it stands is read from its acts; nothing is updated.
create table policies.act (
  document_id  uuid        not null,
  version      integer     not null,
  act_id       uuid        not null,
  kind         text        not null
               check (kind in ('tested', 'simulated', 'approved', 'rejected', 'published',
                               'withdrawn', 'retired')),
  -- The first day of `published`, the first day without it of `retired`.
  effective_on date,
  facts        jsonb       not null default '{}',
  author       text        not null,
  reason       text        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (document_id, version, act_id),
  foreign key (document_id, version, author)
    references policies.version (document_id, version, actor),
  constraint second_person check (kind <> 'approved' or actor <> author),
  constraint act_has_day check ((effective_on is not null) = (kind in ('published', 'retired')))
);
create unique index act_decided_once on policies.act (document_id, version)
 where kind in ('approved', 'rejected');
create unique index act_published_once on policies.act (document_id, version)
 where kind = 'published';
-- Who has read a published version.
create table policies.attestation (
  document_id uuid        not null,
  version     integer     not null,
  member_id   uuid        not null,
  recorded_at timestamptz not null,
  primary key (document_id, version, member_id),
  foreign key (document_id, version) references policies.version
);
grant select, insert on policies.document, policies.version, policies.act, policies.attestation
  to dunlin_app;

-- The version of each document that was in force on a day, as known at a moment.
create function policies.in_force(as_of date, known_at timestamptz)
returns table (document_id uuid, kind text, key text, version integer, effective_on date)
language sql stable
as $$
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
$$;
