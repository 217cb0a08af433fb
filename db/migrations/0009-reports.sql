-- The aging review: what each person has looked at.
create schema reports;
grant usage on schema reports to dunlin_app;

create table reports.review_answer (
  account_id   uuid        not null references ledger.account,
  item_id      uuid        not null,
  member_id    uuid        not null,
  reviewed_on  date        not null,
  answer       text        not null check (answer in ('acknowledged', 'actioned', 'delegated')),
  delegated_to uuid,
  recorded_at  timestamptz not null,
  primary key (account_id, item_id, member_id, reviewed_on, recorded_at)
);
create table reports.review_look (
  member_id uuid        not null,
  looked_on date        not null,
  at        timestamptz not null,
  primary key (member_id, looked_on)
);
grant select, insert on reports.review_answer, reports.review_look to dunlin_app;
