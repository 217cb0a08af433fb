-- What every area stands on: the restricted role, the audit trail, events, idempotency, sign-in.
do $$
begin
  if not exists (select from pg_roles where rolname = 'dunlin_app') then
    create role dunlin_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  if not pg_has_role(current_user, 'dunlin_app', 'member') then
    execute format('grant dunlin_app to %I', current_user);
  end if;
end
$$;

create schema if not exists platform;
grant usage on schema platform to dunlin_app;
grant select on platform.migration to dunlin_app;

-- One line per change: who, what, why. `changes` is hashed; `personal` is not, so that it can be
-- redacted without breaking the chain.
create table platform.audit (
  audit_id   uuid        primary key,
  at         timestamptz not null,
  actor      text        not null check (actor <> ''),
  on_behalf  text,
  action     text        not null check (action ~ '^[a-z_]+\.[a-z0-9_]+$'),
  account_id uuid,
  reason     text        not null,
  changes    jsonb       not null,
  personal   jsonb
);
create index audit_by_account on platform.audit (account_id, at) where account_id is not null;

-- The chain: one sealer links audit rows in one order; `hash` covers `prev`.
create table platform.audit_seal (
  position  bigint      primary key check (position > 0),
  audit_id  uuid        not null unique references platform.audit,
  prev      text        not null,
  hash      text        not null unique,
  sealed_at timestamptz not null default clock_timestamp()
);
grant select, insert on platform.audit, platform.audit_seal to dunlin_app;
grant update (personal) on platform.audit to dunlin_app;

-- News of the areas, written in the transaction that made it.
create table platform.event (
  event_id   uuid        primary key,
  at         timestamptz not null,
  name       text        not null check (name ~ '^[a-z_]+\.[a-z_]+$'),
  account_id uuid,
  payload    jsonb       not null
);
create table platform.event_heard (
  event_id uuid        not null references platform.event,
  listener text        not null,
  heard_at timestamptz not null default clock_timestamp(),
  primary key (event_id, listener)
);
-- Where the dispatcher stands; an event leaves this table once all its listeners have heard it.
create table platform.event_waiting (
  event_id uuid     primary key references platform.event,
  tries    smallint not null default 0,
  next_try timestamptz not null default clock_timestamp(),
  problem  text
);
grant select, insert on platform.event, platform.event_heard to dunlin_app;
grant select, insert, update, delete on platform.event_waiting to dunlin_app;

-- The first answer to a write, kept so that a repeated key gets it again.
create table platform.idempotency (
  actor        text        not null,
  key          text        not null check (length(key) between 1 and 200),
  request_hash text        not null,
  answer       jsonb       not null,
  at           timestamptz not null,
  primary key (actor, key)
);
grant select, insert on platform.idempotency to dunlin_app;

-- Gapless numbers, and the head of the audit chain.
create table platform.counter (
  name  text   primary key,
  value bigint not null check (value >= 0)
);
grant select, insert, update on platform.counter to dunlin_app;

create table platform.credential (
  member_id     uuid        primary key,
  password_hash text        not null,
  failures      smallint    not null default 0 check (failures >= 0),
  locked_until  timestamptz,
  changed_at    timestamptz not null
);
-- Only the SHA-256 of a token is stored.
create table platform.session (
  token_hash   text        primary key,
  member_id    uuid        not null,
  csrf         text        not null,
  made_at      timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at      timestamptz not null
);
create index session_by_member on platform.session (member_id);
create table platform.api_key (
  key_id      uuid        primary key,
  key_hash    text        not null unique,
  member_id   uuid        not null,
  name        text        not null,
  permissions text[]      not null,
  made_at     timestamptz not null,
  ends_at     timestamptz not null,
  revoked_at  timestamptz
);
grant select, insert, update on platform.credential, platform.api_key to dunlin_app;
grant select, insert, update, delete on platform.session to dunlin_app;
