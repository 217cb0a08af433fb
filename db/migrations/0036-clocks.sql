-- Clocks: every deadline as one object; approvals learn who decides at least and what counts too.
create schema clocks;
grant usage on schema clocks to dunlin_app;

-- A deadline as it began; one clock a key, for ever.
create table clocks.clock (
  clock_id    uuid        primary key,
  -- Who started it finds it again by this: 'refund/<id>/title_iv_14d'.
  key         text        not null unique check (key <> ''),
  kind        text        not null,
  company_id  uuid        not null references team.company,
  account_id  uuid        references customers.account,
  about_kind  text        not null,
  about_id    uuid        not null,
  started_on  date        not null,
  due_on      date        not null,
  -- The law's section, or the policy.
  source      text        not null check (source <> ''),
  owner_id    uuid        references team.member,
  facts       jsonb       not null,
  actor       text        not null,
  reason      text        not null,
  recorded_at timestamptz not null
);

-- What happened to it since.
create table clocks.act (
  clock_id    uuid        not null references clocks.clock,
  act_id      uuid        not null,
  what        text        not null
              check (what in ('paused', 'resumed', 'moved', 'met', 'void', 'passed')),
  on_day      date        not null,
  due_on      date        not null,
  source      text        not null,
  owner_id    uuid        references team.member,
  actor       text        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  primary key (clock_id, act_id)
);

-- Where it stands, repeated from the facts for whoever asks what is due.
create table clocks.standing (
  clock_id   uuid    primary key references clocks.clock,
  key        text    not null unique,
  kind       text    not null,
  company_id uuid    not null references team.company,
  account_id uuid    references customers.account,
  state      text    not null check (state in ('running', 'paused', 'met', 'void')),
  due_on     date    not null,
  source     text    not null,
  owner_id   uuid    references team.member,
  -- Since when it stands still; the day it ended.
  paused_on  date    check ((paused_on is not null) = (state = 'paused')),
  ended_on   date    check ((ended_on is not null) = (state in ('met', 'void'))),
  -- That the day passed was told.
  told       boolean not null default false
);
create index standing_due on clocks.standing (company_id, due_on) where ended_on is null;
create index standing_ended on clocks.standing (company_id, due_on) where ended_on is not null;
create index standing_of_account on clocks.standing (account_id, due_on) where ended_on is null;
create index standing_to_tell on clocks.standing (due_on) where state = 'running' and not told;

-- Addresses under which members' calendars fetch their own deadlines; only the secret's hash is
-- kept.
create table clocks.feed (
  feed_id    uuid        primary key,
  member_id  uuid        not null references team.member,
  token_hash text        not null unique,
  name       text        not null check (name <> ''),
  made_at    timestamptz not null
);
create index feed_of_member on clocks.feed (member_id, feed_id);
create table clocks.feed_end (
  feed_id     uuid        primary key references clocks.feed,
  recorded_at timestamptz not null
);
grant select, insert on clocks.feed, clocks.feed_end to dunlin_app;

grant select, insert on clocks.clock, clocks.act to dunlin_app;
grant select, insert, update on clocks.standing to dunlin_app;

-- Published: every clock as it stands.
create view clocks.clock_card as
select s.account_id, s.clock_id, s.company_id, s.kind, s.key, c.about_kind, c.about_id,
       c.started_on, s.due_on, s.state, s.paused_on, s.ended_on,
       case when s.state = 'met' then s.ended_on end as met_on,
       s.source, s.owner_id, c.facts
  from clocks.standing s
  join clocks.clock c on c.clock_id = s.clock_id;
grant select on clocks.clock_card to dunlin_app;

-- Who decides at least, whatever the amount; and what the same customer was given in the days
-- before, which counts with it.
alter table approvals.request
  add column least text,
  add column before_minor bigint not null default 0 check (before_minor >= 0);
create index request_of_account on approvals.request (account_id, kind, recorded_at);

-- Escalations: what is handed up with everything one must know, and comes back answered.
create schema escalations;
grant usage on schema escalations to dunlin_app;

create table escalations.escalation (
  account_id    uuid        not null references customers.account,
  escalation_id uuid        not null,
  company_id    uuid        not null references team.company,
  asked_by      uuid        not null references team.member,
  desk          text        not null check (desk in ('manager', 'sales', 'controller')),
  to_member     uuid        not null references team.member,
  question      text        not null check (question <> ''),
  -- What was known of the account when it was asked.
  packet        jsonb       not null,
  asked_on      date        not null,
  due_on        date        not null,
  recorded_at   timestamptz not null,
  primary key (account_id, escalation_id)
);
create index escalation_to on escalations.escalation (to_member, escalation_id);
create index escalation_by on escalations.escalation (asked_by, escalation_id);
create index escalation_of_company on escalations.escalation (company_id, escalation_id);

-- Answered, taken back, and read by who asked; each once.
create table escalations.escalation_act (
  account_id    uuid        not null,
  escalation_id uuid        not null,
  what          text        not null check (what in ('answered', 'withdrawn', 'read')),
  member_id     uuid        not null references team.member,
  text          text        not null,
  recorded_at   timestamptz not null,
  primary key (account_id, escalation_id, what),
  foreign key (account_id, escalation_id) references escalations.escalation
);
grant select, insert on escalations.escalation, escalations.escalation_act to dunlin_app;
