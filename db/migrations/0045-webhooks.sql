-- Webhooks: what other programs are told of, each piece of news with every try to deliver it.
create schema webhooks;
grant usage on schema webhooks to dunlin_app;

-- An address of another program, as it stands since a moment; the newest version holds.
create table webhooks.endpoint_version (
  endpoint_id   uuid        not null,
  version       integer     not null check (version > 0),
  -- Null: of every company.
  company_id    uuid        references team.company,
  name          text        not null check (name <> ''),
  url           text        not null check (url <> ''),
  events        text[]      not null check (cardinality(events) > 0),
  state         text        not null check (state in ('on', 'paused', 'ended')),
  -- Under the desk's key; the one before still signs for a while.
  sealed        text        not null,
  sealed_before text,
  before_until  timestamptz,
  actor         text        not null,
  reason        text        not null,
  recorded_at   timestamptz not null,
  primary key (endpoint_id, version),
  check ((sealed_before is null) = (before_until is null))
);
grant select, insert on webhooks.endpoint_version to dunlin_app;

-- News for one endpoint, with the very bytes that are signed; each event once.
create table webhooks.delivery (
  endpoint_id uuid        not null,
  delivery_id uuid        not null,
  event_id    uuid        not null,
  event       text        not null,
  body        text        not null,
  recorded_at timestamptz not null,
  primary key (endpoint_id, delivery_id)
);
create unique index delivery_of_event on webhooks.delivery (endpoint_id, event_id);
create index delivery_latest on webhooks.delivery (endpoint_id, recorded_at desc, delivery_id desc);
grant select, insert on webhooks.delivery to dunlin_app;

-- What came of each try: what the other program answered, or why nothing reached it.
create table webhooks.try (
  endpoint_id uuid        not null,
  delivery_id uuid        not null,
  try_id      uuid        not null,
  status      integer,
  problem     text,
  took_ms     integer     not null check (took_ms >= 0),
  recorded_at timestamptz not null,
  primary key (endpoint_id, delivery_id, try_id),
  foreign key (endpoint_id, delivery_id) references webhooks.delivery,
  check ((status is null) = (problem is not null))
);
grant select, insert on webhooks.try to dunlin_app;

-- What is still to be delivered, repeated from the facts; infinity: given up until asked again.
create table webhooks.waiting (
  endpoint_id uuid        not null,
  delivery_id uuid        not null,
  tries       integer     not null check (tries >= 0),
  next_try    timestamptz not null,
  primary key (endpoint_id, delivery_id),
  foreign key (endpoint_id, delivery_id) references webhooks.delivery
);
create index waiting_next on webhooks.waiting (next_try);
grant select, insert, update, delete on webhooks.waiting to dunlin_app;
