/** Tasks: those that stand, or some by their keys in whatever state. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { inCompanies } from '#platform/postgres/scope.ts';
import { allOf, sql } from '#platform/postgres/sql.ts';
import type { Every } from '#areas/tasks/rules/duty.ts';
import type { BookRow } from '../../rules/column.ts';
import { type RowsAsked, textOrEmpty } from './asked.ts';

type Row = {
  task_id: string;
  account_id: string | null;
  account: string | null;
  name: string | null;
  company: string;
  priority: string;
  title: string;
  due_on: string | null;
  assignee_id: string | null;
  state: string;
};

/** The next due first; `ownerId` is whose tasks they are. */
export async function taskRows(db: Queries, asked: RowsAsked): Promise<BookRow[]> {
  const { only, ownerId, accountId } = asked;
  const rows = await db.all(sql<Row>`
    select t.task_id, t.account_id, c.account, c.name, co.code as company, t.priority, t.title,
           t.due_on, t.assignee_id, t.state
      from tasks.task_desk t
      join team.company co on co.company_id = t.company_id
      left join customers.account_card c on c.account_id = t.account_id
     where ${allOf([
       inCompanies(sql`t.company_id`, asked.companies),
       only ? sql`t.task_id = any(${only.targets}::uuid[])` : sql`not t.ended`,
       ownerId === undefined ? undefined : sql`t.assignee_id is not distinct from ${ownerId}::uuid`,
       accountId && sql`t.account_id = ${accountId}`,
     ])}
     order by t.due_on nulls last, t.task_id
     limit ${asked.limit}`);
  return rows.map((row) => ({
    key: row.task_id,
    accountId: row.account_id === null ? null : id(row.account_id),
    targetId: id(row.task_id),
    values: {
      account: textOrEmpty(row.account),
      name: textOrEmpty(row.name),
      company: row.company,
      priority: row.priority,
      title: row.title,
      due_on: textOrEmpty(row.due_on),
      assignee: textOrEmpty(row.assignee_id),
      state: row.state,
    },
  }));
}

export type TaskPlanNow = {
  readonly title: string;
  readonly text: string;
  readonly dueOn: Day | null;
  readonly dueMinutes: number | null;
  readonly timeBoxMinutes: number | null;
  readonly needs: readonly Id[];
  readonly lines: readonly string[];
  readonly every: Every | null;
};

type PlanRow = {
  title: string;
  text: string;
  due_on: string | null;
  due_minutes: number | null;
  time_box_minutes: number | null;
  needs: string[];
  lines: { text: string }[];
  every: Every | null;
};

/** A task's plan, all of which is said again when a part of it changes. */
export async function taskPlan(db: Queries, taskId: Id): Promise<TaskPlanNow | undefined> {
  const row = await db.maybe(sql<PlanRow>`
    select t.title, t.text, t.due_on, t.due_minutes, t.time_box_minutes, t.needs, t.lines, t.every
      from tasks.task_desk t
     where t.task_id = ${taskId}`);
  return (
    row && {
      title: row.title,
      text: row.text,
      dueOn: row.due_on === null ? null : day(row.due_on),
      dueMinutes: row.due_minutes,
      timeBoxMinutes: row.time_box_minutes,
      needs: row.needs.map(id),
      lines: row.lines.map(({ text }) => text),
      every: row.every,
    }
  );
}
