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

-- Published: where a customer is, and whether it is exempt from tax.
create view customers.account_address as
select a.account_id, c.city, c.state, c.postal_code, c.country, c.tax_exempt
  from customers.account a
  join customers.customer c on c.customer_id = a.customer_id;
grant select on customers.account_address to dunlin_app;

-- Published: on what terms a document was issued, with how much tax.
create view invoices.document_terms as
select account_id, document_id, terms_code, tax_minor from invoices.document;
grant select on invoices.document_terms to dunlin_app;

-- What is doubtful in the book, who looks into it, and what was done about it.
create schema projects;
grant usage on schema projects to dunlin_app;

-- Where each finding stands: found from the book, gone when the book is right.
create table projects.finding (
  account_id   uuid     not null references ledger.account,
  kind         text     not null,
  -- The item, or nothing when it is the account itself.
  subject      text     not null,
  company_id   uuid     not null references team.company,
  currency     text     not null,
  amount_minor bigint   not null,
  -- In the company's own currency, so that two currencies can be put in one order.
  base_minor   bigint   not null,
  facts        jsonb    not null,
  state        text     not null
               check (state in ('open', 'in_work', 'accepted', 'not_a_problem')),
  owner_id     uuid,
  until_on     date,
  note         text,
  first_seen_on date    not null,
  gone_at      timestamptz,
  primary key (account_id, kind, subject),
  check (until_on is null or state = 'accepted')
);
create index finding_standing on projects.finding (base_minor desc, account_id, kind, subject)
 where gone_at is null;
create index finding_by_company on projects.finding (company_id, kind) where gone_at is null;

-- What became of a finding, one row a change: seen, gone, come back, looked into, answered.
create table projects.finding_change (
  account_id  uuid        not null references ledger.account,
  kind        text        not null,
  subject     text        not null,
  change_id   uuid        not null,
  what        text        not null
              check (what in ('seen', 'gone', 'back', 'open', 'in_work', 'accepted',
                              'not_a_problem', 'given')),
  base_minor  bigint      not null,
  text        text,
  actor       text        not null,
  recorded_at timestamptz not null,
  primary key (account_id, kind, subject, change_id)
);
create index finding_change_by_recording on projects.finding_change using brin (recorded_at);

-- A repair of many at once, step by step, so that it can be taken back.
create table projects.fix (
  fix_id      uuid        primary key,
  company_id  uuid        not null references team.company,
  kind        text        not null check (kind in ('apply_credits', 'set_fields')),
  reason      text        not null,
  actor       text        not null,
  recorded_at timestamptz not null
);
create table projects.fix_step (
  account_id uuid    not null references ledger.account,
  fix_id     uuid    not null,
  step_no    integer not null,
  facts      jsonb   not null,
  primary key (account_id, fix_id, step_no)
);
create index fix_step_by_fix on projects.fix_step (fix_id);
create table projects.fix_undone (
  fix_id      uuid        primary key references projects.fix,
  reason      text        not null,
  actor       text        not null,
  recorded_at timestamptz not null
);

-- A clean-up: what is to be cleaned, by when, as it stood at its start, day by day, at its end.
create table projects.clean_up (
  project_id  uuid        primary key,
  company_id  uuid        not null references team.company,
  title       text        not null check (title <> ''),
  kinds       text[]      not null check (kinds <> '{}'),
  owner_id    uuid,
  target_count integer    not null check (target_count >= 0),
  target_base_minor bigint check (target_base_minor >= 0),
  due_on      date        not null,
  started_on  date        not null,
  actor       text        not null,
  recorded_at timestamptz not null
);
create table projects.clean_up_row (
  account_id uuid   not null references ledger.account,
  project_id uuid   not null,
  kind       text   not null,
  subject    text   not null,
  currency   text   not null,
  amount_minor bigint not null,
  base_minor bigint not null,
  facts      jsonb  not null,
  primary key (account_id, project_id, kind, subject)
);
create index clean_up_row_by_project on projects.clean_up_row (project_id);
create table projects.clean_up_day (
  project_id  uuid        not null references projects.clean_up,
  on_day      date        not null,
  recorded_at timestamptz not null,
  left_count  integer     not null,
  left_base_minor bigint  not null,
  primary key (project_id, on_day, recorded_at)
);
create table projects.clean_up_end (
  project_id  uuid        primary key references projects.clean_up,
  left_count  integer     not null,
  left_base_minor bigint  not null,
  met         boolean     not null,
  note        text        not null,
  actor       text        not null,
  recorded_at timestamptz not null
);

grant select, insert, update on projects.finding to dunlin_app;
grant select, insert on projects.finding_change, projects.fix, projects.fix_step,
      projects.fix_undone, projects.clean_up, projects.clean_up_row, projects.clean_up_day,
      projects.clean_up_end to dunlin_app;
