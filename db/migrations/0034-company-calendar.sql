-- The company's own calendar: which holidays it keeps and on which further days it is closed.

-- What the company keeps beside its own closings; the latest word counts.
create table team.calendar_choice (
  company_id  uuid        not null references team.company,
  choice_id   uuid        not null,
  base        text        not null check (base in ('federal-bank', 'weekdays')),
  actor       text        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  primary key (company_id, choice_id)
);

-- A day on which the company is closed, and a word that it is open on it after all.
create table team.closing_act (
  company_id  uuid        not null references team.company,
  closed_on   date        not null,
  act_id      uuid        not null,
  closed      boolean     not null,
  name        text        not null check (length(name) <= 100),
  actor       text        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  primary key (company_id, closed_on, act_id)
);
grant select, insert on team.calendar_choice, team.closing_act to dunlin_app;

-- Published: what each company keeps; who has said nothing keeps the Federal Reserve's days.
create view team.calendar_card as
select co.company_id,
       coalesce((select c.base
                   from team.calendar_choice c
                  where c.company_id = co.company_id
                  order by c.choice_id desc
                  limit 1), 'federal-bank') as base
  from team.company co;

-- Published: the days on which each company is closed by its own word.
create view team.closing_card as
select s.company_id, s.closed_on, s.name
  from (select distinct on (a.company_id, a.closed_on)
               a.company_id, a.closed_on, a.name, a.closed
          from team.closing_act a
         order by a.company_id, a.closed_on, a.act_id desc) s
 where s.closed;
grant select on team.calendar_card, team.closing_card to dunlin_app;
