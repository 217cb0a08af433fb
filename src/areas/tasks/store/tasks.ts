/**
 * Tasks and what happened to them: a change is a fact that is inserted once; `task_now` repeats
 * where the task stands, in the same transaction, for whoever asks what is to be done.
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Every } from '../rules/duty.ts';
import type { Needs } from '../rules/needs.ts';
import { type Line, type Priority, type Task, type TaskState, hasEnded } from '../rules/task.ts';

export type ChangeKind = 'made' | 'planned' | 'assigned' | 'ranked' | 'moved' | 'line' | 'comment';
export type Change = {
  readonly kind: ChangeKind;
  readonly facts?: Facts;
  /** What a person wrote. */
  readonly text?: string;
};

type Row = {
  task_id: string;
  company_id: string;
  account_id: string | null;
  requester_id: string | null;
  series_id: string;
  nominal_on: string | null;
  title: string;
  text: string;
  assignee_id: string | null;
  due_on: string | null;
  due_minutes: number | null;
  time_box_minutes: number | null;
  priority: Priority;
  state: TaskState;
  note: string | null;
  needs: string[];
  lines: Line[];
  every: Every | null;
  anchor: number | null;
};

/** One task of these companies, locked until the transaction ends. */
export async function lockTask(
  tx: Tx,
  taskId: Id,
  companies: CompanyScope,
): Promise<Task | undefined> {
  await tx.run(sql`select from tasks.task_now where task_id = ${taskId} for update`);
  const row = await tx.maybe(
    selectTasks(sql`t.task_id = ${taskId} and ${inCompanies(sql`t.company_id`, companies)}`),
  );
  return row && taskOf(row);
}

/** Duties of a zone's companies whose day of the series has come and that have no next one. */
export async function dutiesToFollow(db: Queries, zone: string, today: Day): Promise<Task[]> {
  const rows = await db.all(
    selectTasks(sql`
      n.every is not null
      and coalesce(t.nominal_on, n.due_on) <= ${today}
      and n.state <> 'dropped'
      and t.company_id in (select co.company_id from team.company co where co.zone = ${zone})
      and not exists (select
                        from tasks.task f
                       where f.series_id = t.series_id
                         and f.task_id > t.task_id)`),
  );
  return rows.map(taskOf);
}

function selectTasks(condition: Sql): Sql<Row> {
  return sql<Row>`
    select t.task_id, t.company_id, t.account_id, t.requester_id, t.series_id, t.nominal_on,
           n.title, n.text, n.assignee_id, n.due_on, n.due_minutes, n.time_box_minutes,
           n.priority, n.state, n.note, n.needs, n.lines, n.every, n.anchor
      from tasks.task t
      join tasks.task_now n on n.task_id = t.task_id
     where ${condition}
     order by t.task_id`;
}

function taskOf(row: Row): Task {
  return {
    taskId: id(row.task_id),
    companyId: id(row.company_id),
    accountId: idOf(row.account_id),
    requesterId: idOf(row.requester_id),
    seriesId: id(row.series_id),
    nominalOn: row.nominal_on === null ? null : day(row.nominal_on),
    title: row.title,
    text: row.text,
    assigneeId: idOf(row.assignee_id),
    dueOn: row.due_on === null ? null : day(row.due_on),
    dueMinutes: row.due_minutes,
    timeBoxMinutes: row.time_box_minutes,
    priority: row.priority,
    state: row.state,
    note: row.note,
    needs: row.needs.map(id),
    lines: row.lines,
    every: row.every,
    anchor: row.anchor,
  };
}

function idOf(text: string | null): Id | null {
  return text === null ? null : id(text);
}

/** Writes a new task down. */
export async function insertTask(context: Context, task: Task): Promise<void> {
  const { tx, at, actor } = context;
  await tx.run(sql`
    insert into tasks.task (task_id, company_id, account_id, requester_id, series_id, nominal_on,
                            recorded_at, actor)
    values (${task.taskId}, ${task.companyId}, ${task.accountId}, ${task.requesterId},
            ${task.seriesId}, ${task.nominalOn}, ${at}, ${actor.ref})`);
  await insertChange(context, task.taskId, { kind: 'made', facts: { title: task.title } });
  await tx.run(sql`
    insert into tasks.task_now (task_id, title, text, assignee_id, due_on, due_minutes,
                                time_box_minutes, priority, state, note, needs, lines, every,
                                anchor, ended, changed_at)
    values (${task.taskId}, ${task.title}, ${task.text}, ${task.assigneeId}, ${task.dueOn},
            ${task.dueMinutes}, ${task.timeBoxMinutes}, ${task.priority}, ${task.state},
            ${task.note}, ${task.needs}::uuid[], ${JSON.stringify(task.lines)}, ${task.every},
            ${task.anchor}, ${hasEnded(task.state)}, ${at})`);
}

/** Records a change; the task stands as given from now on. */
export async function recordChange(context: Context, task: Task, change: Change): Promise<void> {
  await insertChange(context, task.taskId, change);
  await context.tx.run(sql`
    update tasks.task_now
       set title = ${task.title}, text = ${task.text}, assignee_id = ${task.assigneeId},
           due_on = ${task.dueOn}, due_minutes = ${task.dueMinutes},
           time_box_minutes = ${task.timeBoxMinutes}, priority = ${task.priority},
           state = ${task.state}, note = ${task.note}, needs = ${task.needs}::uuid[],
           lines = ${JSON.stringify(task.lines)}, every = ${task.every}, anchor = ${task.anchor},
           ended = ${hasEnded(task.state)}, changed_at = ${context.at}
     where task_id = ${task.taskId}`);
}

async function insertChange(context: Context, taskId: Id, change: Change): Promise<void> {
  const { tx, at, actor } = context;
  await tx.run(sql`
    insert into tasks.change (task_id, change_id, recorded_at, actor, kind, facts, text)
    values (${taskId}, ${context.newId()}, ${at}, ${actor.ref}, ${change.kind},
            ${JSON.stringify(change.facts ?? {})}, ${change.text ?? null})`);
}

/** What every task needs, also one that ended and may be opened again; keeps others out. */
export async function lockNeeds(tx: Tx): Promise<Needs> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('tasks.needs', 0))`);
  const rows = await tx.all(sql<{ task_id: string; needs: string[] }>`
    select task_id, needs
      from tasks.task_now
     where needs <> '{}'`);
  return new Map(rows.map((row) => [id(row.task_id), row.needs.map(id)]));
}

/** How many of these tasks are not there in these companies. */
export async function missingTasks(
  db: Queries,
  taskIds: readonly Id[],
  companies: CompanyScope,
): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*) as count
      from tasks.task t
     where t.task_id = any(${taskIds}::uuid[])
       and ${inCompanies(sql`t.company_id`, companies)}`);
  return new Set(taskIds).size - Number(count);
}

/** How many of these tasks have not ended. */
export async function standingOf(db: Queries, taskIds: readonly Id[]): Promise<number> {
  const { count } = await db.one(sql<{ count: bigint }>`
    select count(*) as count
      from tasks.task_now
     where task_id = any(${taskIds}::uuid[])
       and not ended`);
  return Number(count);
}

/** The company of an account that people work with. */
export async function companyOfAccount(db: Queries, accountId: Id): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ company_id: string }>`
    select company_id
      from customers.account_card
     where account_id = ${accountId}
       and kind <> 'house'
       and merged_into is null`);
  return row && id(row.company_id);
}

/** Whoever keeps the account; nobody may. */
export async function ownerOfAccount(db: Queries, accountId: Id): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ owner_id: string | null }>`
    select owner_id
      from customers.account_card
     where account_id = ${accountId}`);
  return row?.owner_id ? id(row.owner_id) : undefined;
}
