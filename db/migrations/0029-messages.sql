-- Templates in two languages; messages with every attempt, its permit and outcome; bounces.

-- One object with two bodies; a version is never edited, and only an approved one is used.
create table correspondence.template_version (
  template_key text        not null check (template_key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  version      integer     not null check (version > 0),
  channel      text        not null check (channel in ('email', 'letter', 'sms', 'call')),
  purpose      text        not null
               check (purpose in ('collect', 'notice', 'answer', 'ask_consent')),
  -- Packs whose sentences it must hold.
  packs        text[]      not null,
  name_en      text        not null check (name_en <> ''),
  name_es      text        not null check (name_es <> ''),
  subject_en   text        not null,
  subject_es   text        not null,
  body_en      text        not null check (body_en <> ''),
  body_es      text        not null check (body_es <> ''),
  owner_id     uuid        references team.member,
  expires_on   date,
  reason       text        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (template_key, version),
  constraint template_author unique (template_key, version, actor)
);
create table correspondence.template_act (
  template_key text        not null,
  version      integer     not null,
  author       text        not null,
  act          text        not null check (act in ('approved', 'rejected', 'withdrawn')),
  reason       text        not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (template_key, version, act),
  foreign key (template_key, version, author)
    references correspondence.template_version (template_key, version, actor),
  constraint template_second_person check (act <> 'approved' or actor <> author)
);

-- A message keeps its first wording; a draft's later ones stand beside it.
alter table correspondence.message
  alter column contact_id drop not null,
  add column key              text,
  add column channel          text not null default 'email'
             check (channel in ('email', 'letter', 'sms')),
  add column purpose          text not null default 'answer'
             check (purpose in ('collect', 'notice', 'answer', 'ask_consent')),
  add column html             text not null default '',
  add column template_key     text,
  add column template_version integer,
  add column in_reply_to      uuid,
  -- Message-IDs of the thread, the one that is answered last.
  add column thread           text[] not null default '{}',
  add column run              text;
update correspondence.message set key = 'copy/' || message_id;
alter table correspondence.message
  alter column key set not null,
  alter column channel drop default,
  alter column purpose drop default,
  add constraint message_key unique (account_id, key);
create index message_by_mail on correspondence.message (message_id);
create index message_by_address on correspondence.message (lower(to_address));

create table correspondence.message_text (
  account_id  uuid        not null,
  message_id  uuid        not null,
  text_no     integer     not null check (text_no > 0),
  subject     text        not null,
  body        text        not null,
  html        text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, message_id, text_no),
  foreign key (account_id, message_id) references correspondence.message
);

-- What the message speaks of, and how much of it was open then.
create table correspondence.message_item (
  account_id uuid   not null,
  message_id uuid   not null,
  item_id    uuid   not null,
  currency   text   not null,
  open_minor bigint not null,
  primary key (account_id, message_id, item_id),
  foreign key (account_id, message_id) references correspondence.message
);

-- Files that the desk made for a message: a statement, a letter; the bytes as they were sent.
create table correspondence.kept_file (
  account_id  uuid        not null references ledger.account,
  file_id     uuid        not null,
  file_name   text        not null check (file_name <> ''),
  media_type  text        not null,
  sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content     bytea       not null check (octet_length(content) > 0),
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, file_id)
);
alter table correspondence.kept_file alter column content set storage external;
create table correspondence.attachment (
  account_id uuid     not null,
  message_id uuid     not null,
  file_no    smallint not null check (file_no > 0),
  kind       text     not null check (kind in ('original', 'statement', 'file')),
  source_id  uuid     not null,
  file_name  text     not null,
  sha256     text     not null,
  bytes      bigint   not null,
  primary key (account_id, message_id, file_no),
  foreign key (account_id, message_id) references correspondence.message
);
insert into correspondence.attachment (account_id, message_id, file_no, kind, source_id, file_name,
                                       sha256, bytes)
select e.account_id, e.message_id, e.file_no, 'original', e.original_id, e.file_name, e.sha256,
       octet_length(c.content)
  from correspondence.enclosure e
  join documents.file_content c on c.sha256 = e.sha256;

-- Everything that happened to a message, and where it stands.
create table correspondence.message_event (
  account_id  uuid        not null,
  message_id  uuid        not null,
  event_no    integer     not null check (event_no > 0),
  event       text        not null,
  state       text        not null,
  detail      text        not null,
  facts       jsonb       not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, message_id, event_no),
  foreign key (account_id, message_id) references correspondence.message
);
create table correspondence.message_now (
  account_id uuid        not null,
  message_id uuid        not null,
  channel    text        not null,
  run        text,
  state      text        not null
             check (state in ('draft', 'checked', 'approved', 'queued', 'held', 'sending', 'sent',
                              'delivered', 'replied', 'bounced', 'failed', 'unknown',
                              'cancelled')),
  since      timestamptz not null,
  -- When it is looked at again; only of a message that waits.
  next_at    timestamptz,
  events     integer     not null check (events > 0),
  attempts   integer     not null check (attempts >= 0),
  detail     text        not null,
  primary key (account_id, message_id),
  foreign key (account_id, message_id) references correspondence.message
);
create index message_waiting on correspondence.message_now (channel, next_at)
 where state in ('queued', 'held');
create index message_on_its_way on correspondence.message_now (channel, since)
 where state = 'sending';
create index message_to_settle on correspondence.message_now (state, since)
 where state in ('draft', 'checked', 'held', 'unknown', 'failed', 'bounced');
create index message_of_run on correspondence.message_now (run, state) where run is not null;

-- The attempt commits before the provider is called, under the permit that allowed it.
create table correspondence.send_attempt (
  account_id  uuid        not null,
  message_id  uuid        not null,
  attempt_no  integer     not null check (attempt_no > 0),
  permit_id   uuid        not null,
  may_contact boolean     not null default true check (may_contact),
  provider    text        not null,
  worker      text        not null,
  recorded_at timestamptz not null,
  primary key (account_id, message_id, attempt_no),
  foreign key (account_id, message_id) references correspondence.message,
  constraint attempt_needs_its_permit foreign key (account_id, permit_id, may_contact)
    references compliance.permit (account_id, permit_id, may_contact)
);
create index send_attempt_by_provider on correspondence.send_attempt (provider, recorded_at);
create table correspondence.send_outcome (
  account_id   uuid        not null,
  message_id   uuid        not null,
  attempt_no   integer     not null,
  outcome      text        not null check (outcome in ('sent', 'not_sent', 'unknown')),
  detail       text        not null,
  -- What the provider calls it: the number of a text, the tracking number of a letter.
  provider_ref text,
  recorded_at  timestamptz not null,
  actor        text        not null,
  primary key (account_id, message_id, attempt_no, recorded_at),
  foreign key (account_id, message_id, attempt_no) references correspondence.send_attempt
);
create index send_outcome_by_ref on correspondence.send_outcome (provider_ref)
 where provider_ref is not null;

-- Sending of a channel (`email`) or of a run (`run/…`) is paused, resumed, stopped.
create table correspondence.sending_act (
  scope       text        not null check (scope <> ''),
  recorded_at timestamptz not null,
  act         text        not null check (act in ('paused', 'resumed', 'stopped')),
  reason      text        not null,
  actor       text        not null,
  primary key (scope, recorded_at)
);

-- From whom a company's mails come; the latest counts.
create table correspondence.sender_fact (
  company_id   uuid        not null references team.company,
  recorded_at  timestamptz not null,
  from_name    text        not null check (from_name <> ''),
  from_address text        not null check (from_address <> ''),
  reply_to     text        not null,
  signature    text        not null,
  reason       text        not null,
  actor        text        not null,
  primary key (company_id, recorded_at)
);

-- An address that took nothing gets nothing more until somebody mends it.
create table correspondence.bounce (
  account_id  uuid        not null,
  message_id  uuid        not null,
  address     text        not null,
  recorded_at timestamptz not null,
  kind        text        not null check (kind in ('hard', 'soft')),
  status      text        not null,
  detail      text        not null,
  primary key (account_id, message_id, address, recorded_at),
  foreign key (account_id, message_id) references correspondence.message
);
create index bounce_by_address on correspondence.bounce (lower(address));
create table correspondence.bounce_settled (
  account_id  uuid        not null,
  address     text        not null,
  recorded_at timestamptz not null,
  reason      text        not null,
  actor       text        not null,
  primary key (account_id, address, recorded_at)
);

grant select, insert on correspondence.template_version, correspondence.template_act,
      correspondence.message_text, correspondence.message_item, correspondence.kept_file,
      correspondence.attachment, correspondence.message_event, correspondence.send_attempt,
      correspondence.send_outcome, correspondence.sending_act, correspondence.sender_fact,
      correspondence.bounce, correspondence.bounce_settled to dunlin_app;
grant select, insert, update on correspondence.message_now to dunlin_app;

-- Copies that went out before this version, with what is known of them.
insert into correspondence.message_now (account_id, message_id, channel, state, since, events,
                                        attempts, detail)
select m.account_id, m.message_id, m.channel,
       case when t.message_id is null then 'draft'
            when o.state = 'sent' then 'sent'
            when o.state = 'not_sent' then 'failed'
            else 'unknown' end,
       coalesce(o.recorded_at, t.recorded_at, m.recorded_at), 1,
       case when t.message_id is null then 0 else 1 end, coalesce(o.detail, '')
  from correspondence.message m
  left join correspondence.attempt t on t.account_id = m.account_id
                                    and t.message_id = m.message_id
  left join lateral (select x.state, x.detail, x.recorded_at
                       from correspondence.outcome x
                      where x.account_id = m.account_id and x.message_id = m.message_id
                      order by x.recorded_at desc
                      limit 1) o on true;
insert into correspondence.message_event (account_id, message_id, event_no, event, state, detail,
                                          facts, recorded_at, actor)
select n.account_id, n.message_id, 1, 'written', n.state, n.detail, '{}', n.since, m.actor
  from correspondence.message_now n
  join correspondence.message m on m.account_id = n.account_id and m.message_id = n.message_id;
-- All that stood in them was carried over above.
drop table correspondence.outcome, correspondence.attempt, correspondence.enclosure;

-- Published: every message with its latest wording and where it stands.
create view correspondence.message_card as
select m.account_id, m.message_id, m.key, m.channel, m.purpose, m.contact_id, m.to_name,
       m.to_address, m.language, coalesce(x.subject, m.subject) as subject,
       coalesce(x.body, m.body) as body, coalesce(x.html, m.html) as html, m.template_key,
       m.template_version, m.in_reply_to, m.run, m.recorded_at, m.actor, n.state, n.since,
       n.next_at, n.attempts, n.detail,
       array(select i.item_id
               from correspondence.message_item i
              where i.account_id = m.account_id and i.message_id = m.message_id
              order by i.item_id) as item_ids
  from correspondence.message m
  join correspondence.message_now n on n.account_id = m.account_id
                                   and n.message_id = m.message_id
  left join lateral (select t.subject, t.body, t.html
                       from correspondence.message_text t
                      where t.account_id = m.account_id and t.message_id = m.message_id
                      order by t.text_no desc
                      limit 1) x on true;
-- Published: addresses that took nothing and were not mended since.
create view correspondence.bounce_card as
select b.account_id, lower(b.address) as address, max(b.recorded_at) as since,
       (array_agg(b.message_id order by b.recorded_at desc))[1] as message_id,
       (array_agg(b.detail order by b.recorded_at desc))[1] as detail
  from correspondence.bounce b
 where b.kind = 'hard'
   and not exists (select from correspondence.bounce_settled s
                    where s.account_id = b.account_id and s.address = lower(b.address)
                      and s.recorded_at >= b.recorded_at)
 group by b.account_id, lower(b.address);
grant select on correspondence.message_card, correspondence.bounce_card to dunlin_app;
