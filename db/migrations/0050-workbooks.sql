-- Workbooks that go out signed and come back edited: what was handed out, what came, what it did.

create schema workbooks;
grant usage on schema workbooks to dunlin_app;

-- A workbook that was handed out: to whom, of what, and the hash of its bytes.
create table workbooks.issued (
  workbook_id uuid primary key,
  kind text not null,
  asked jsonb not null,
  language text not null check (language in ('en', 'es')),
  as_of date not null,
  known_at timestamptz not null,
  row_count integer not null check (row_count >= 0),
  sha256 text not null,
  recorded_at timestamptz not null,
  actor text not null
);
create index issued_recorded on workbooks.issued (recorded_at desc, workbook_id);
grant select, insert on workbooks.issued to dunlin_app;

-- A file that came back, kept as it came; the same bytes of one person are the same upload.
create table workbooks.upload (
  upload_id uuid primary key,
  workbook_id uuid not null references workbooks.issued (workbook_id),
  name text not null,
  sha256 text not null,
  content bytea not null,
  recorded_at timestamptz not null,
  actor text not null,
  constraint upload_sha256_key unique (sha256, actor)
);
create index upload_of_workbook on workbooks.upload (workbook_id);
create index upload_by_actor on workbooks.upload (actor, recorded_at desc);
grant select, insert on workbooks.upload to dunlin_app;

-- A reviewed upload that was applied, with what came of it.
create table workbooks.application (
  application_id uuid primary key,
  upload_id uuid not null references workbooks.upload (upload_id),
  edits integer not null check (edits >= 0),
  left_out integer not null check (left_out >= 0),
  recorded_at timestamptz not null,
  actor text not null
);
create index application_of_upload on workbooks.application (upload_id);
grant select, insert on workbooks.application to dunlin_app;

-- One cell that was applied: what it said before and says now, and how it is taken back.
create table workbooks.applied_edit (
  edit_id uuid primary key,
  application_id uuid not null references workbooks.application (application_id),
  workbook_id uuid not null,
  row_key text not null,
  field text not null,
  act text not null,
  line integer not null check (line > 0),
  before text not null,
  value text not null,
  undo jsonb
);
create index applied_edit_of_workbook on workbooks.applied_edit (workbook_id, row_key, field);
create index applied_edit_of_application on workbooks.applied_edit (application_id);
grant select, insert on workbooks.applied_edit to dunlin_app;

-- An applied cell that was taken back.
create table workbooks.undone_edit (
  edit_id uuid primary key references workbooks.applied_edit (edit_id),
  recorded_at timestamptz not null,
  actor text not null
);
grant select, insert on workbooks.undone_edit to dunlin_app;

-- Published: promises with who gave their word, and for which items.
create view promises.promise_said as
select p.account_id, p.promise_id, p.currency, p.amount_minor, p.made_on, p.due_on, p.said_by,
       p.method, n.state, n.received_minor,
       array(select i.item_id
               from promises.promised_item i
              where i.account_id = p.account_id
                and i.promise_id = p.promise_id
              order by i.item_id) as item_ids
  from promises.promise p
  join promises.promise_now n on n.account_id = p.account_id and n.promise_id = p.promise_id;
grant select on promises.promise_said to dunlin_app;

-- Published: cases with whose turn it is and who must find out, ended ones too.
create view disputes.case_desk as
select n.account_id, n.case_id, n.company_id, c.reason, n.state, n.department, n.coordinator_id,
       n.owner_id, n.outside_name, n.outside_email, n.currency, n.amount_minor, n.opened_on,
       n.answer_by,
       array(select distinct i.number
               from disputes.case_dispute x
               join disputes.dispute d on d.account_id = x.account_id
                                      and d.dispute_id = x.dispute_id
               join ledger.item i on i.account_id = d.account_id and i.item_id = d.item_id
              where x.account_id = n.account_id
                and x.case_id    = n.case_id
              order by i.number) as documents
  from disputes.case_now n
  join disputes.dispute_case c on c.account_id = n.account_id and c.case_id = n.case_id;
grant select on disputes.case_desk to dunlin_app;

-- Published: tasks as they stand, with what planning them anew must keep.
create view tasks.task_desk as
select t.task_id, t.company_id, t.account_id, n.title, n.text, n.assignee_id, n.due_on,
       n.due_minutes, n.time_box_minutes, n.priority, n.state, n.note, n.needs, n.lines, n.every,
       n.ended, n.changed_at
  from tasks.task t
  join tasks.task_now n on n.task_id = t.task_id;
grant select on tasks.task_desk to dunlin_app;
