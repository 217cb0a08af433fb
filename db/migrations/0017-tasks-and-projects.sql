-- What is to be done beside the accounts' own work: tasks and duties, who does them and by when.
create schema tasks;
grant usage on schema tasks to dunlin_app;

-- What a task is for; never changed. A duty comes again: each time is a task of its series, for
-- the day on which the series means it, before weekends and holidays move it.
create table tasks.task (
  task_id      uuid        primary key,
  company_id   uuid        not null references team.company,
  account_id   uuid,
  requester_id uuid,
  series_id    uuid        not null,
  nominal_on   date,
  recorded_at  timestamptz not null,
  actor        text        not null,
  unique (series_id, nominal_on),
  foreign key (account_id) references customers.account (account_id)
);
create index task_by_account on tasks.task (account_id) where account_id is not null;

-- Everything that was said of a task or done to it, in its order.
create table tasks.change (
  task_id     uuid        not null references tasks.task,
  change_id   uuid        not null,
  recorded_at timestamptz not null,
  actor       text        not null,
  kind        text        not null
              check (kind in ('made', 'planned', 'assigned', 'ranked', 'moved', 'line', 'comment')),
  facts       jsonb       not null default '{}',
  text        text,
  primary key (task_id, change_id)
);

-- Where each task stands now.
create table tasks.task_now (
  task_id          uuid     primary key references tasks.task,
  title            text     not null check (title <> ''),
  text             text     not null,
  assignee_id      uuid,
  due_on           date,
  due_minutes      smallint check (due_minutes between 0 and 1439),
  time_box_minutes integer  check (time_box_minutes > 0),
  priority         text     not null check (priority in ('urgent', 'high', 'normal', 'low')),
  state            text     not null
                   check (state in ('open', 'in_work', 'waiting', 'done', 'dropped')),
  note             text,
  needs            uuid[]   not null,
  lines            jsonb    not null,
  every            text     check (every in ('week', 'month')),
  -- The weekday (1 is Monday) or the day of the month that a duty keeps to.
  anchor           smallint,
  ended            boolean  not null,
  changed_at       timestamptz not null,
  check ((every is null) = (anchor is null)),
  check (due_minutes is null or due_on is not null)
);
create index task_now_standing on tasks.task_now (assignee_id) where not ended;
create index task_now_ended on tasks.task_now (changed_at) where ended;

grant select, insert on tasks.task, tasks.change to dunlin_app;
grant select, insert, update on tasks.task_now to dunlin_app;

-- Published: standing tasks of accounts that nothing else has to come before.
create view tasks.account_task as
select t.account_id, t.task_id, n.title, n.due_on, n.priority
  from tasks.task t
  join tasks.task_now n on n.task_id = t.task_id
 where t.account_id is not null
   and n.state in ('open', 'in_work')
   and not exists (select
                     from tasks.task_now b
                    where b.task_id = any(n.needs)
                      and not b.ended);
grant select on tasks.account_task to dunlin_app;
