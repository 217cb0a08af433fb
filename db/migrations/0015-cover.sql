-- Cover for absence: who is away, who covers what, what is handed over; limits of all processes.

-- An absence as it was planned; what became of it stands in absence_end.
create table team.absence (
  absence_id  uuid        primary key,
  member_id   uuid        not null references team.member,
  from_on     date        not null,
  to_on       date        not null check (to_on >= from_on),
  kind        text        not null check (kind in ('vacation', 'sick', 'training', 'leave',
                                                   'other')),
  note        text        not null,
  actor       text        not null,
  recorded_at timestamptz not null
);
create index absence_by_member on team.absence (member_id, to_on);
create index absence_by_day on team.absence (to_on, from_on);

-- Who covers which work; the accounts of the worklist may be split by company or by initial.
create table team.absence_cover (
  absence_id  uuid     not null references team.absence,
  work        text     not null check (work in ('worklist', 'tasks', 'approvals')),
  part        smallint not null check (part > 0),
  cover_id    uuid     not null references team.member,
  company_id  uuid     references team.company,
  letter_from text     check (letter_from ~ '^[A-Z]$'),
  letter_to   text     check (letter_to ~ '^[A-Z]$' and letter_to >= letter_from),
  primary key (absence_id, work, part),
  check (work = 'worklist' or (company_id is null and letter_from is null)),
  check ((letter_from is null) = (letter_to is null))
);
create index absence_cover_by_cover on team.absence_cover (cover_id);

-- An absence is called off, ends early, or is handed back; each at most once, none is taken back.
create table team.absence_end (
  absence_id  uuid        not null references team.absence,
  kind        text        not null check (kind in ('cancelled', 'ended', 'handed_back')),
  -- The last day away that stays; null when nothing of it does or nothing changes.
  last_on     date        check (kind = 'ended' or last_on is null),
  actor       text        not null,
  reason      text        not null,
  recorded_at timestamptz not null,
  primary key (absence_id, kind)
);
grant select, insert on team.absence, team.absence_cover, team.absence_end to dunlin_app;

-- Published: absences that were not called off, each with its true last day.
create view team.absence_card as
select a.absence_id, a.member_id, a.from_on, coalesce(e.last_on, a.to_on) as last_on, a.kind,
       array(select distinct m.name
               from team.absence_cover v
               join team.member m on m.member_id = v.cover_id
              where v.absence_id = a.absence_id
              order by m.name) as covers,
       exists (select
                 from team.absence_end h
                where h.absence_id = a.absence_id
                  and h.kind = 'handed_back') as handed_back
  from team.absence a
  left join team.absence_end e on e.absence_id = a.absence_id and e.kind = 'ended'
 where not exists (select
                     from team.absence_end c
                    where c.absence_id = a.absence_id
                      and c.kind = 'cancelled');
grant select on team.absence_card to dunlin_app;

-- Published: who covers whom on a day, for which work. Where a cover is away too, the cover's own
-- cover stands in, as far as there is one; where both split their accounts, both splits hold.
create function team.covering_on(on_day date)
returns table (absence_id uuid, member_id uuid, last_on date, work text, cover_id uuid,
               company_id uuid, letter_from text, letter_to text)
language sql stable
as $$
  with recursive away as (
    select a.absence_id, a.member_id, a.last_on, c.work, c.cover_id, c.company_id, c.letter_from,
           c.letter_to
      from team.absence_card a
      join team.absence_cover c on c.absence_id = a.absence_id
     where on_day between a.from_on and a.last_on
  ), handed as (
    select w.absence_id, w.member_id, w.last_on, w.work, w.cover_id, w.company_id, w.letter_from,
           w.letter_to, array[w.member_id, w.cover_id] as met
      from away w
     union all
    select h.absence_id, h.member_id, h.last_on, h.work, n.cover_id,
           coalesce(h.company_id, n.company_id), greatest(h.letter_from, n.letter_from),
           least(h.letter_to, n.letter_to), h.met || n.cover_id
      from handed h
      join away n on n.member_id = h.cover_id and n.work = h.work
     where n.cover_id <> all (h.met)
       and coalesce(h.company_id = n.company_id, true)
       and coalesce(greatest(h.letter_from, n.letter_from)
                      <= least(h.letter_to, n.letter_to), true)
  )
  select h.absence_id, h.member_id, h.last_on, h.work, h.cover_id, h.company_id, h.letter_from,
         h.letter_to
    from handed h
   where not exists (select
                       from away n
                      where n.member_id = h.cover_id
                        and n.work = h.work
                        and n.cover_id <> all (h.met))
$$;

-- Published: the letter under which a name is filed when accounts are split; what does not begin
-- with a letter stands with A.
create function customers.initial_of(name text) returns text
language sql immutable strict parallel safe
return case when upper(left(customers.folded(ltrim(name)), 1)) between 'A' and 'Z'
            then upper(left(customers.folded(ltrim(name)), 1)) collate "C" else 'A' end;

-- Published: every account that somebody covers on a day for its owner, for the lists that join it.
create function customers.covered_on(on_day date)
returns table (account_id uuid, owner_id uuid, cover_id uuid, absence_id uuid, last_on date)
language sql stable
as $$
  select n.account_id, v.member_id, v.cover_id, v.absence_id, v.last_on
    from team.covering_on(on_day) v
    join customers.account_now n on n.owner_id = v.member_id
    join customers.account a on a.account_id = n.account_id
    join customers.customer c on c.customer_id = a.customer_id
   where v.work = 'worklist'
     and (v.company_id is null or v.company_id = a.company_id)
     and (v.letter_from is null
          or customers.initial_of(c.name) between v.letter_from and v.letter_to)
$$;

-- Whose work it was when somebody covered: the account stays with its owner.
alter table customers.activity add column on_behalf uuid references team.member;

-- Published: lines of the timelines, for the brief of who comes back.
create view customers.timeline_line as
select account_id, activity_id, kind, happened_on, recorded_at, actor, on_behalf, phrase, facts,
       text
  from customers.activity;
grant select on customers.timeline_line to dunlin_app;

-- Published: who owned an account since when.
create view customers.owner_change as
select account_id, effective_on, recorded_at, member_id, actor, reason from customers.owner_fact;
grant select on customers.owner_change to dunlin_app;

-- What the cover of an account must know: what was said, what comes next, what to leave alone.
create table worklist.hand_over (
  account_id  uuid        not null references ledger.account,
  note_id     uuid        not null,
  absence_id  uuid        not null references team.absence,
  said        text        not null,
  next_step   text        not null,
  avoid       text        not null,
  member_id   uuid        not null references team.member,
  recorded_at timestamptz not null,
  primary key (account_id, note_id),
  check (said <> '' or next_step <> '' or avoid <> '')
);
create index hand_over_by_absence on worklist.hand_over (absence_id);
create table worklist.hand_over_read (
  account_id  uuid        not null,
  note_id     uuid        not null,
  member_id   uuid        not null references team.member,
  recorded_at timestamptz not null,
  primary key (account_id, note_id, member_id),
  foreign key (account_id, note_id) references worklist.hand_over
);
grant select, insert on worklist.hand_over, worklist.hand_over_read to dunlin_app;

-- Tries to sign in from one address in its current minute, whichever process they reached.
create table platform.sign_in_try (
  address    text        primary key,
  started_at timestamptz not null,
  tries      integer     not null check (tries > 0)
);
grant select, insert, update, delete on platform.sign_in_try to dunlin_app;
