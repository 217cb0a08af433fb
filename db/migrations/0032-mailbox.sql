-- The AR mailbox: boxes that are fetched, mails taken in once and kept raw, what they ask for.

-- A box of the desk. `server` is null where only the settings or a hand bring mails.
create table correspondence.mailbox (
  mailbox_id     uuid        primary key,
  company_id     uuid        not null references team.company,
  name           text        not null check (name <> ''),
  address        text        not null check (address <> ''),
  server         jsonb,
  -- Working minutes within which a mail ought to be answered.
  answer_minutes integer     not null check (answer_minutes > 0),
  recorded_at    timestamptz not null,
  actor          text        not null,
  ended_at       timestamptz,
  constraint mailbox_name unique (company_id, name)
);
-- Sealed under a key that is not in the database; never read by a screen, an export or a log.
create table correspondence.mailbox_secret (
  mailbox_id uuid        primary key references correspondence.mailbox,
  sealed     text        not null,
  changed_at timestamptz not null
);
-- How the last look went.
create table correspondence.mailbox_now (
  mailbox_id uuid        primary key references correspondence.mailbox,
  tried_at   timestamptz not null,
  worked_at  timestamptz,
  problem    text,
  detail     text,
  waiting    integer     not null default 0,
  taken      bigint      not null default 0
);
grant select, insert, update on correspondence.mailbox, correspondence.mailbox_secret,
      correspondence.mailbox_now to dunlin_app;

-- A mail's bytes as they came, once, under their hash.
create table correspondence.mail_raw (
  sha256      text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  content     bytea       not null,
  recorded_at timestamptz not null
);
alter table correspondence.mail_raw alter column content set storage external;

-- One mail. The same one in two boxes, or fetched again after the server numbered anew, is known
-- by its identity: its Message-ID and what it says.
create table correspondence.mail (
  mail_id      uuid        primary key,
  company_id   uuid        not null references team.company,
  mailbox_id   uuid        not null references correspondence.mailbox,
  thread_id    uuid        not null,
  identity     text        not null check (identity ~ '^[0-9a-f]{64}$'),
  -- Null when the mail was too large to be taken in.
  sha256       text        references correspondence.mail_raw,
  bytes        bigint      not null,
  message_id   text        not null,
  refs         text[]      not null,
  from_name    text        not null,
  from_address text        not null,
  to_addresses text[]      not null,
  subject      text        not null,
  -- Subject without its marks of reply, for the thread.
  topic        text        not null,
  body         text        not null,
  language     text        not null check (language in ('en', 'es')),
  sent_at      timestamptz,
  received_at  timestamptz not null,
  -- Why it is never answered by itself: an automatic reply, a list, a bounce, our own mail.
  silent       text,
  -- Why it could not be read, wholly or in part.
  problem      text,
  recorded_at  timestamptz not null,
  constraint mail_identity unique (company_id, identity)
);
create index mail_by_message_id on correspondence.mail (message_id) where message_id <> '';
create index mail_by_thread on correspondence.mail (thread_id, received_at);
create index mail_by_sender on correspondence.mail (company_id, lower(from_address), received_at);

-- Each mail on the server that was looked at, by the number that the server gives it.
create table correspondence.mail_arrival (
  mailbox_id   uuid        not null references correspondence.mailbox,
  uid_validity bigint      not null,
  uid          bigint      not null,
  mail_id      uuid        not null references correspondence.mail,
  recorded_at  timestamptz not null,
  primary key (mailbox_id, uid_validity, uid)
);
create table correspondence.mail_file (
  mail_id    uuid     not null references correspondence.mail,
  file_no    smallint not null check (file_no > 0),
  file_name  text     not null check (file_name <> ''),
  media_type text     not null,
  bytes      bigint   not null,
  sha256     text     not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (mail_id, file_no)
);
-- What was done with a mail, by the reading rules and by people.
create table correspondence.mail_act (
  mail_id     uuid        not null references correspondence.mail,
  act_id      uuid        not null,
  kind        text        not null check (kind in ('read', 'intent', 'linked', 'assigned',
                                                   'answered', 'done', 'opened', 'cash',
                                                   'opted_out', 'bounce', 'absence', 'took')),
  facts       jsonb       not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  on_behalf   text,
  primary key (mail_id, act_id)
);
-- A sender whose mails belong to an account, because a person said so; the latest word counts.
create table correspondence.sender_account (
  account_id  uuid        not null references ledger.account,
  address     text        not null check (address = lower(address)),
  recorded_at timestamptz not null,
  company_id  uuid        not null references team.company,
  mail_id     uuid        not null references correspondence.mail,
  actor       text        not null,
  primary key (account_id, address, recorded_at)
);
create index sender_account_by_address on correspondence.sender_account (company_id, address,
                                                                         recorded_at);
-- An answer of ours to a mail.
create table correspondence.mail_answer (
  account_id  uuid        not null references ledger.account,
  mail_id     uuid        not null references correspondence.mail,
  message_id  uuid        not null,
  recorded_at timestamptz not null,
  primary key (account_id, mail_id, message_id),
  foreign key (account_id, message_id) references correspondence.message
);
grant select, insert on correspondence.mail_raw, correspondence.mail, correspondence.mail_arrival,
      correspondence.mail_file, correspondence.mail_act, correspondence.sender_account,
      correspondence.mail_answer to dunlin_app;

-- How a mail stands now; written in the transaction of the act that changes it.
create table correspondence.mail_now (
  mail_id       uuid        primary key references correspondence.mail,
  company_id    uuid        not null,
  thread_id     uuid        not null,
  state         text        not null check (state in ('open', 'answered', 'done')),
  assignee_id   uuid        references team.member,
  received_at   timestamptz not null,
  answer_due_at timestamptz,
  intents       text[]      not null,
  findings      jsonb       not null,
  -- Accounts that it may belong to, where nothing is certain.
  candidates    jsonb       not null,
  -- A remittance on its way to the cash desk.
  cash          text        not null default 'none'
                check (cash in ('none', 'waiting', 'handed_over', 'unreadable')),
  absent_until  date
);
create index mail_now_standing on correspondence.mail_now (company_id, received_at)
 where state = 'open';
create index mail_now_cash on correspondence.mail_now (company_id) where cash = 'waiting';
create table correspondence.mail_place (
  account_id uuid   not null references ledger.account,
  mail_id    uuid   not null references correspondence.mail,
  item_ids   uuid[] not null,
  how        text   not null check (how in ('our_message', 'sender', 'contact', 'number',
                                            'person')),
  primary key (account_id, mail_id)
);
create index mail_place_by_mail on correspondence.mail_place (mail_id);
grant select, insert, update on correspondence.mail_now to dunlin_app;
grant select, insert, update, delete on correspondence.mail_place to dunlin_app;

-- Published: what the mails of an account ask for, a row an intent. A mail that says it is paid,
-- or how, stops dunning until it is `done`; an empty item_ids means the account as a whole.
create view correspondence.mail_card as
select p.account_id, n.mail_id, i.intent, n.state, n.received_at, p.item_ids, n.assignee_id,
       n.answer_due_at, m.subject, m.from_name, m.from_address
  from correspondence.mail_place p
  join correspondence.mail_now n on n.mail_id = p.mail_id
  join correspondence.mail m on m.mail_id = n.mail_id
 cross join lateral unnest(n.intents) as i (intent);
grant select on correspondence.mail_card to dunlin_app;

-- Published: mails of an account that wait for an answer, for the order of the day.
create view correspondence.reply_waiting as
select p.account_id, n.mail_id, n.received_at, n.answer_due_at, n.intents[1] as intent, m.subject,
       m.from_name, m.from_address
  from correspondence.mail_place p
  join correspondence.mail_now n on n.mail_id = p.mail_id
  join correspondence.mail m on m.mail_id = n.mail_id
 where n.state = 'open'
   and m.silent is null;
grant select on correspondence.reply_waiting to dunlin_app;
