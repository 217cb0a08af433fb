-- Who answers for it that one person holds two duties that should be apart, until when and why.
create table approvals.duty_acceptance (
  member_id     uuid        not null references team.member,
  one           text        not null,
  other         text        not null check (one < other),
  acceptance_id uuid        not null,
  accepted_by   uuid        not null references team.member check (accepted_by <> member_id),
  until_on      date        not null,
  -- What is done instead: who looks over it, how often.
  reason        text        not null check (reason <> ''),
  recorded_at   timestamptz not null,
  primary key (member_id, one, other, acceptance_id)
);
grant select, insert on approvals.duty_acceptance to dunlin_app;
