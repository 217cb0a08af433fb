-- Rows that people put in their own order on a list, and pages that go on after their last row.

-- Where a row stands on a person's list by hand; a projection of hand_move, until the row is done
-- or the day is over.
create table worklist.hand_place (
  account_id uuid        not null references ledger.account,
  -- Whose list.
  member_id  uuid        not null,
  place      integer     not null check (place > 0),
  -- False: it was only kept above a row that somebody moved.
  moved      boolean     not null,
  -- Put there by somebody else than the person of the list, who leaves it there.
  pinned     boolean     not null check (moved or not pinned),
  moved_by   uuid        not null,
  placed_at  timestamptz not null,
  until_at   timestamptz not null,
  primary key (account_id, member_id)
);
create index hand_place_by_list on worklist.hand_place (member_id, place);
grant select, insert, update, delete on worklist.hand_place to dunlin_app;

-- Each move of an account on a list, with the places before it, which an undo puts back.
create table worklist.hand_move (
  account_id  uuid        not null references ledger.account,
  move_id     uuid        not null,
  member_id   uuid        not null,
  moved_by    uuid        not null,
  before      jsonb       not null,
  moved_on    date        not null,
  recorded_at timestamptz not null,
  primary key (account_id, move_id)
);
create index hand_move_by_list on worklist.hand_move (member_id, recorded_at desc, move_id desc);
create table worklist.hand_move_undone (
  account_id  uuid        not null,
  move_id     uuid        not null,
  undone_by   uuid        not null,
  recorded_at timestamptz not null,
  primary key (account_id, move_id),
  foreign key (account_id, move_id) references worklist.hand_move
);
grant select, insert on worklist.hand_move, worklist.hand_move_undone to dunlin_app;

-- The list is ordered, narrowed and paged by its own rows: whose an account is, where and what it
-- is called are kept with its place and follow their news.
alter table worklist.account_work add column company_id uuid;
alter table worklist.account_work add column owner_id uuid;
alter table worklist.account_work add column name text;
alter table worklist.account_work add column number text;
update worklist.account_work w
   set company_id = a.company_id, owner_id = n.owner_id, name = c.name, number = a.number
  from customers.account a
  join customers.customer c on c.customer_id = a.customer_id
  left join customers.account_now n on n.account_id = a.account_id
 where a.account_id = w.account_id;
alter table worklist.account_work alter column company_id set not null;
alter table worklist.account_work alter column name set not null;
alter table worklist.account_work alter column number set not null;

-- Every order ends in the account, so that a page goes on after the last row of the one before;
-- each stands once for everybody's list and once for a person's. What is largest first goes by its
-- negative: the rows after another one are then one comparison of rows.
drop index worklist.account_work_by_score;
create index account_work_by_rank
    on worklist.account_work ((-score), (-overdue_base_minor), account_id);
create index account_work_by_size on worklist.account_work ((-overdue_base_minor), account_id);
create index account_work_by_age
    on worklist.account_work ((coalesce(oldest_due_on, '9999-12-31'::date)), account_id);
create index account_work_by_name on worklist.account_work (name, account_id);
create index account_work_of_owner_by_rank
    on worklist.account_work (owner_id, (-score), (-overdue_base_minor), account_id);
create index account_work_of_owner_by_size
    on worklist.account_work (owner_id, (-overdue_base_minor), account_id);
create index account_work_of_owner_by_age
    on worklist.account_work (owner_id, (coalesce(oldest_due_on, '9999-12-31'::date)), account_id);
create index account_work_of_owner_by_name on worklist.account_work (owner_id, name, account_id);
create index account_work_hidden on worklist.account_work (hidden_as, hidden_until)
 where hidden_as is not null;
create index account_work_by_kind on worklist.account_work using gin (kinds);
