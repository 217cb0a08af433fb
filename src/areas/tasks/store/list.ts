/** Tasks as people read them: with account, names, what they wait for, and their history. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { Every } from '../rules/duty.ts';
import type { Line, Priority, TaskState } from '../rules/task.ts';

export type ListedTask = {
  readonly taskId: Id;
  readonly company: string;
  readonly accountId: Id | null;
  readonly account: string | null;
  readonly accountName: string | null;
  readonly title: string;
  readonly text: string;
  readonly assigneeId: Id | null;
  readonly assignee: string | null;
  readonly requester: string | null;
  readonly dueOn: Day | null;
  readonly dueMinutes: number | null;
  readonly overdue: boolean;
  readonly timeBoxMinutes: number | null;
  readonly priority: Priority;
  readonly state: TaskState;
  readonly note: string | null;
  readonly needs: readonly { taskId: Id; title: string; ended: boolean }[];
  readonly blocked: boolean;
  readonly lines: readonly Line[];
  readonly every: Every | null;
  readonly changedAt: Instant;
};

/** Whose: those of some people, those that one asked others for, nobody's, or everybody's. */
export type Whose =
  | { readonly assignees: readonly Id[] }
  | { readonly askedBy: Id }
  | 'nobody'
  | 'all';

export type TaskFilter = {
  readonly taskId?: Id;
  readonly accountId?: Id;
  readonly whose?: Whose;
  readonly ended?: boolean;
  readonly companies: CompanyScope;
};

export type Now = { readonly today: Day; readonly at: Instant };

type Row = {
  task_id: string;
  company: string;
  account_id: string | null;
  account: string | null;
  account_name: string | null;
  title: string;
  text: string;
  assignee_id: string | null;
  assignee: string | null;
  requester: string | null;
  due_on: string | null;
  due_minutes: number | null;
  overdue: boolean;
  time_box_minutes: number | null;
  priority: Priority;
  state: TaskState;
  note: string | null;
  needs: { taskId: string; title: string; ended: boolean }[];
  lines: Line[];
  every: Every | null;
  changed_at: string;
};

/** More than anybody has to do; a list of it would not be read to its end. */
const most = 2000;

/** Tasks that fit, those that changed last first. */
export async function listTasks(db: Queries, filter: TaskFilter, now: Now): Promise<ListedTask[]> {
  const rows = await db.all(sql<Row>`
    select t.task_id, co.code as company, a.account_id, a.account, a.name as account_name, n.title,
           n.text, n.assignee_id, p.name as assignee, r.name as requester, n.due_on,
           n.due_minutes, n.time_box_minutes, n.priority, n.state, n.note, n.lines, n.every,
           n.changed_at, ${overdue(now)} as overdue, ${needsOfTask} as needs
      from tasks.task t
      join tasks.task_now n on n.task_id = t.task_id
      join team.company co on co.company_id = t.company_id
      left join customers.account_card o on o.account_id = t.account_id
      left join customers.account_card a
        on a.account_id = coalesce(o.merged_into, o.account_id)
      left join team.person p on p.member_id = n.assignee_id
      left join team.person r on r.member_id = t.requester_id
     where ${where(filter)}
     order by n.changed_at desc, t.task_id desc
     limit ${most}`);
  return rows.map(listed);
}

/** Late: the day has passed, or the time of the day in the company's zone. */
function overdue({ today, at }: Now): Sql {
  return sql`(not n.ended and coalesce(
    n.due_on < ${today}
    or n.due_on = ${today}
       and (n.due_on + make_interval(mins => n.due_minutes)) at time zone co.zone < ${at},
    false))`;
}

const needsOfTask = sql`
  coalesce((select jsonb_agg(jsonb_build_object('taskId', b.task_id, 'title', b.title,
                                                'ended', b.ended) order by b.task_id)
              from tasks.task_now b
             where b.task_id = any(n.needs)), '[]')`;

function where({ taskId, accountId, whose, ended, companies }: TaskFilter): Sql<boolean> {
  return allOf([
    inCompanies(sql`t.company_id`, companies),
    taskId && sql`t.task_id = ${taskId}`,
    accountId && ofAccount(accountId),
    whose && theirs(whose),
    ended === undefined ? undefined : ended ? sql`n.ended` : sql`not n.ended`,
  ]);
}

/** Its own and those of the accounts that were merged into it. */
function ofAccount(accountId: Id): Sql<boolean> {
  return sql<boolean>`
    t.account_id in (select ${accountId}::uuid
                      union all
                     select f.account_id
                       from customers.account_card f
                      where f.merged_into = ${accountId})`;
}

function theirs(whose: Whose): Sql<boolean> {
  if (whose === 'all') return sql<boolean>`true`;
  if (whose === 'nobody') return sql<boolean>`n.assignee_id is null`;
  if ('askedBy' in whose) {
    return sql<boolean>`(t.requester_id = ${whose.askedBy}
                         and n.assignee_id is distinct from ${whose.askedBy})`;
  }
  return sql<boolean>`n.assignee_id = any(${whose.assignees}::uuid[])`;
}

function listed(row: Row): ListedTask {
  return {
    taskId: id(row.task_id),
    company: row.company,
    accountId: row.account_id === null ? null : id(row.account_id),
    account: row.account,
    accountName: row.account_name,
    title: row.title,
    text: row.text,
    assigneeId: row.assignee_id === null ? null : id(row.assignee_id),
    assignee: row.assignee,
    requester: row.requester,
    dueOn: row.due_on === null ? null : day(row.due_on),
    dueMinutes: row.due_minutes,
    overdue: row.overdue,
    timeBoxMinutes: row.time_box_minutes,
    priority: row.priority,
    state: row.state,
    note: row.note,
    needs: row.needs.map(({ taskId, title, ended }) => ({ taskId: id(taskId), title, ended })),
    blocked: row.needs.some(({ ended }) => !ended),
    lines: row.lines,
    every: row.every,
    changedAt: instant(row.changed_at),
  };
}

export type TaskMoment = {
  readonly changeId: Id;
  readonly at: Instant;
  readonly actor: string;
  readonly kind: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly text: string | null;
};

/** Everything that happened to a task, newest first. */
export async function historyOf(db: Queries, taskId: Id): Promise<TaskMoment[]> {
  const rows = await db.all(sql<{
    change_id: string;
    recorded_at: string;
    actor: string;
    kind: string;
    facts: Record<string, string | number>;
    text: string | null;
  }>`
    select c.change_id, c.recorded_at, coalesce(m.name, c.actor) as actor, c.kind, c.facts, c.text
      from tasks.change c
      left join team.person m on c.actor = 'member:' || m.member_id
     where c.task_id = ${taskId}
     order by c.recorded_at desc, c.change_id desc`);
  return rows.map((row) => ({
    changeId: id(row.change_id),
    at: instant(row.recorded_at),
    actor: row.actor,
    kind: row.kind,
    facts: row.facts,
    text: row.text,
  }));
}

export type Load = {
  readonly memberId: Id | null;
  readonly name: string | null;
  readonly standing: number;
  readonly overdue: number;
  readonly minutes: number;
};

/** How much each person has to do, who has most late first. */
export async function loads(db: Queries, companies: CompanyScope, today: Day): Promise<Load[]> {
  const rows = await db.all(sql<{
    member_id: string | null;
    name: string | null;
    standing: bigint;
    overdue: bigint;
    minutes: bigint;
  }>`
    select n.assignee_id as member_id, p.name, count(*) as standing,
           count(*) filter (where n.due_on < ${today}) as overdue,
           coalesce(sum(n.time_box_minutes), 0) as minutes
      from tasks.task_now n
      join tasks.task t on t.task_id = n.task_id
      left join team.person p on p.member_id = n.assignee_id
     where not n.ended
       and ${inCompanies(sql`t.company_id`, companies)}
     group by n.assignee_id, p.name
     order by overdue desc, standing desc, p.name`);
  return rows.map((row) => ({
    memberId: row.member_id === null ? null : id(row.member_id),
    name: row.name,
    standing: Number(row.standing),
    overdue: Number(row.overdue),
    minutes: Number(row.minutes),
  }));
}
