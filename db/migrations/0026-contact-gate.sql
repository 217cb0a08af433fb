-- The contact gate: what stands about an account, every permit asked, every contact made under one.
create schema compliance;
grant usage on schema compliance to dunlin_app;

-- Who collects what from whom: the latest row counts. What nobody stated is null, and the gate
-- then goes by the customer's own data.
create table compliance.debt_profile (
  account_id  uuid        not null references customers.account,
  profile_id  uuid        not null,
  collector   text        check (collector in ('first_party', 'third_party')),
  obligor     text        check (obligor in ('natural_person', 'entity')),
  guarantor   text        check (guarantor in ('natural_person', 'entity', 'none')),
  purpose     text        check (purpose in ('consumer', 'commercial')),
  state       text,
  city        text,
  zone        text,
  entered_on  date,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (account_id, profile_id)
);
create index debt_profile_latest on compliance.debt_profile (account_id, recorded_at desc);

-- Stays and holds, with their evidence; ended by a row of their own.
create table compliance.hold (
  account_id  uuid        not null references customers.account,
  hold_id     uuid        not null,
  kind        text        not null
              check (kind in ('bankruptcy', 'deceased', 'attorney', 'cease', 'litigation',
                              'servicemember', 'hardship', 'employer')),
  starts_on   date        not null,
  -- The last day; null until somebody lifts it.
  ends_on     date        check (ends_on >= starts_on),
  evidence    text        not null check (evidence <> ''),
  -- The court and case, the attorney with an address, the representative of an estate.
  details     jsonb       not null default '{}',
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (account_id, hold_id)
);
create table compliance.hold_end (
  account_id  uuid        not null,
  hold_id     uuid        not null,
  ended_on    date        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  reason      text        not null,
  primary key (account_id, hold_id),
  foreign key (account_id, hold_id) references compliance.hold
);

-- What somebody agreed to or refused, by channel and address; of one address the latest counts.
-- An empty address means every address of the channel. Addresses are kept as they are compared:
-- an e-mail in small letters, a number as + and digits.
create table compliance.consent (
  account_id  uuid        not null references customers.account,
  consent_id  uuid        not null,
  said        text        not null check (said in ('yes', 'no')),
  channel     text        not null
              check (channel in ('call', 'voicemail', 'sms', 'email', 'letter', 'visit')),
  address     text        not null default '',
  -- The channel itself; a machine's call or text; quiet hours; the place of work.
  scope       text        not null check (scope in ('channel', 'machine', 'hours', 'work')),
  topic       text        not null default 'all',
  contact_id  uuid,
  source      text        not null check (source <> ''),
  evidence    text        not null default '',
  said_at     timestamptz not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, consent_id)
);
create index consent_by_address on compliance.consent (address, channel) where address <> '';

-- The answer of the gate to one intended contact. `reported`: it had happened already.
create table compliance.permit (
  account_id      uuid        not null references customers.account,
  permit_id       uuid        not null,
  kind            text        not null check (kind in ('allowed', 'blocked', 'reported')),
  may_contact     boolean     not null check (may_contact = (kind <> 'blocked')),
  asked_at        timestamptz not null,
  asked_on        date        not null,
  contact_id      uuid,
  channel         text        not null
                  check (channel in ('call', 'voicemail', 'sms', 'email', 'letter', 'visit')),
  address         text        not null,
  purpose         text        not null
                  check (purpose in ('collect', 'notice', 'answer', 'ask_consent')),
  technology      text        not null
                  check (technology in ('manual', 'autodialed', 'prerecorded')),
  item_ids        uuid[]      not null default '{}',
  -- What was asked, each `id@version`; what blocks; what was seen.
  rules           text[]      not null,
  reasons         jsonb       not null,
  inputs          jsonb       not null,
  next_allowed_at timestamptz,
  recorded_at     timestamptz not null,
  actor           text        not null,
  primary key (account_id, permit_id),
  constraint permit_for_contact unique (account_id, permit_id, may_contact),
  check (kind <> 'blocked' or jsonb_array_length(reasons) > 0),
  check (kind <> 'allowed' or jsonb_array_length(reasons) = 0 or inputs ? 'override')
);
create index permit_by_account on compliance.permit (account_id, asked_at desc);
create index permit_by_day on compliance.permit (asked_on, permit_id);

-- A contact that was made, or tried. None without a permit of its own that is not blocked.
create table compliance.contact (
  account_id  uuid        not null,
  permit_id   uuid        not null,
  may_contact boolean     not null default true check (may_contact),
  channel     text        not null
              check (channel in ('call', 'voicemail', 'sms', 'email', 'letter', 'visit')),
  direction   text        not null check (direction in ('out', 'in')),
  result      text        not null
              check (result in ('conversation', 'left_message', 'no_answer', 'unreachable',
                                'wrong_number', 'sent', 'failed')),
  at          timestamptz not null,
  address     text        not null,
  purpose     text        not null,
  -- The person had asked for it.
  invited     boolean     not null,
  to_work     boolean     not null,
  contact_id  uuid,
  item_ids    uuid[]      not null default '{}',
  about_kind  text        not null check (about_kind in ('message', 'call', 'letter', 'portal',
                                                         'visit', 'mail')),
  about_id    uuid        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, permit_id),
  constraint contact_needs_its_permit foreign key (account_id, permit_id, may_contact)
    references compliance.permit (account_id, permit_id, may_contact)
);
create index contact_by_account on compliance.contact (account_id, at desc);
create index contact_by_time on compliance.contact (at desc, permit_id);
-- What came of it when that was learnt later, as a delivery report does.
create table compliance.contact_result (
  account_id  uuid        not null,
  permit_id   uuid        not null,
  result      text        not null
              check (result in ('conversation', 'left_message', 'no_answer', 'unreachable',
                                'wrong_number', 'sent', 'failed')),
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (account_id, permit_id, recorded_at),
  foreign key (account_id, permit_id) references compliance.contact
);

-- Whether counsel has looked at a pack, and since when: the latest row counts.
create table compliance.pack_review (
  pack_id     text        not null,
  reviewed    boolean     not null,
  reviewer    text        not null,
  reviewed_on date        not null,
  note        text        not null default '',
  recorded_at timestamptz not null,
  actor       text        not null,
  primary key (pack_id, recorded_at)
);

-- The firm's own caps and hours beyond the law: of the versions whose day has come, the latest.
create table compliance.house_rule (
  version        integer     primary key check (version > 0),
  effective_from date        not null,
  rules          jsonb       not null,
  recorded_at    timestamptz not null,
  actor          text        not null,
  reason         text        not null
);

grant select, insert on compliance.debt_profile, compliance.hold, compliance.hold_end,
      compliance.consent, compliance.permit, compliance.contact, compliance.contact_result,
      compliance.pack_review, compliance.house_rule to dunlin_app;

-- Published: holds that stand, each until its last day.
create view compliance.hold_card as
select h.account_id, h.hold_id, h.kind, h.starts_on, h.ends_on, h.evidence, h.details, h.reason,
       h.recorded_at, h.actor
  from compliance.hold h
 where not exists (select from compliance.hold_end e
                    where e.account_id = h.account_id and e.hold_id = h.hold_id);

-- Published: the last word on each channel and address of an account.
create view compliance.consent_card as
select distinct on (c.account_id, c.channel, c.address, c.scope)
       c.account_id, c.consent_id, c.said, c.channel, c.address, c.scope, c.topic, c.contact_id,
       c.source, c.evidence, c.said_at, c.recorded_at, c.actor
  from compliance.consent c
 order by c.account_id, c.channel, c.address, c.scope, c.said_at desc, c.recorded_at desc;

-- Published: permits, and whether a contact was made under them.
create view compliance.permit_card as
select p.account_id, p.permit_id, p.kind, p.asked_at, p.asked_on, p.contact_id, p.channel,
       p.address, p.purpose, p.technology, p.item_ids, p.rules, p.reasons, p.next_allowed_at,
       p.actor, c.permit_id is not null as used
  from compliance.permit p
  left join compliance.contact c on c.account_id = p.account_id and c.permit_id = p.permit_id;

-- Published: contacts with what came of them in the end.
create view compliance.contact_card as
select c.account_id, c.permit_id, p.kind as permit_kind, c.channel, c.direction,
       coalesce(r.result, c.result) as result, c.at, c.address, c.purpose, c.invited, c.to_work,
       c.contact_id, c.item_ids, c.about_kind, c.about_id, p.reasons, c.recorded_at, c.actor
  from compliance.contact c
  join compliance.permit p on p.account_id = c.account_id and p.permit_id = c.permit_id
  left join lateral (select x.result
                       from compliance.contact_result x
                      where x.account_id = c.account_id
                        and x.permit_id  = c.permit_id
                      order by x.recorded_at desc
                      limit 1) r on true;
grant select on compliance.hold_card, compliance.consent_card, compliance.permit_card,
      compliance.contact_card to dunlin_app;

-- Published: people at a customer, by every account that it has.
create view customers.account_person as
select a.account_id, t.contact_id, t.role, t.name, t.email, t.phone, t.language, t.zone,
       t.verified_on
  from customers.account a
  join customers.contact t on t.customer_id = a.customer_id
 where t.ended_at is null;
grant select on customers.account_person to dunlin_app;
