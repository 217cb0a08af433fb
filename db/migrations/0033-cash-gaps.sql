-- A small office: who signs what they worked on has it looked over by a second person, by a day.
alter table cash.closing_policy
  add column review_days smallint not null default 3 check (review_days between 1 and 10);

-- The person's own acts as they stood when they signed: a frozen list, never changed.
create table cash.review (
  review_id   uuid        primary key,
  company_id  uuid        not null references team.company,
  about       text        not null check (about in ('day', 'statement')),
  on_day      date        not null,
  person      text        not null,
  rows        jsonb       not null,
  due_on      date        not null,
  recorded_at timestamptz not null,
  unique (review_id, person)
);
create index review_by_company on cash.review (company_id, on_day);

-- Another person's word that they were looked at; nobody signs their own.
create table cash.review_signature (
  review_id   uuid        primary key,
  person      text        not null,
  actor       text        not null,
  note        text        not null,
  recorded_at timestamptz not null,
  foreign key (review_id, person) references cash.review (review_id, person),
  constraint signed_by_another check (actor <> person)
);

grant select, insert on cash.review, cash.review_signature to dunlin_app;
