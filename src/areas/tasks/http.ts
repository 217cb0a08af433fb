/** Tasks over the wire: listed in their order, made, changed, moved on. */
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { type Session, visibleCompanies } from '#platform/auth/session.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { assignTask } from './actions/assign-task.ts';
import { commentTask } from './actions/comment-task.ts';
import { type TaskPlan, makeTask } from './actions/make-task.ts';
import { moveTask } from './actions/move-task.ts';
import { planTask } from './actions/plan-task.ts';
import { rankTask } from './actions/rank-task.ts';
import type { By } from './actions/standing-task.ts';
import { tickLine } from './actions/tick-line.ts';
import { wireInbox, wireMoment, wireTask } from './answers/wire.ts';
import * as contract from './contract.ts';
import { coveredBy } from './store/covers.ts';
import { type Whose, historyOf, listTasks, loads } from './store/list.ts';

const readings: readonly Served[] = [
  serve(contract.myTasks, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const ended = query.state === 'ended';
    const now = { today: desk.clock.today(), at: desk.clock.now() };
    const covered = await coveredBy(desk.db, session.memberId, now.today);
    const whose = whoseOf(query.view, session.memberId, covered);
    const tasks = await listTasks(desk.db, { whose, ended, companies }, now);
    return accept({ rows: ended ? tasks.map(wireTask) : wireInbox(tasks), count: tasks.length });
  }),
  serve(contract.teamTasks, async ({ query, desk, session }) => {
    const companies = visibleCompanies(session, query.company);
    const whose = query.who === undefined ? 'all' : { assignees: [id(query.who)] };
    const ended = query.state === 'ended';
    const now = { today: desk.clock.today(), at: desk.clock.now() };
    const tasks = await listTasks(desk.db, { whose, ended, companies }, now);
    const people = await loads(desk.db, companies, now.today);
    const rows = ended ? tasks.map(wireTask) : wireInbox(tasks);
    return accept({ rows, count: rows.length, people });
  }),
  serve(contract.accountTasks, async ({ params, desk }) => {
    const now = { today: desk.clock.today(), at: desk.clock.now() };
    const accountId = id(params.accountId);
    const filter = { accountId, ended: false, companies: 'all' } as const;
    return accept({ rows: wireInbox(await listTasks(desk.db, filter, now)) });
  }),
  serve(contract.oneTask, async ({ params, desk, session }) => {
    const taskId = id(params.taskId);
    const now = { today: desk.clock.today(), at: desk.clock.now() };
    const [task] = await listTasks(desk.db, { taskId, companies: session.companyIds }, now);
    if (!task) return refuse('task.no_such_task');
    const history = await historyOf(desk.db, taskId);
    const moments = history.map((moment) => wireMoment(moment, session.language));
    return accept({ task: wireTask(task), history: moments });
  }),
];

const writings: readonly Served[] = [
  serve(contract.makeTask, ({ body, session, perform }) => {
    const { company, accountId, assigneeId, priority } = body;
    const wish = {
      ...planOf(body),
      companyId: companyOf(session, company),
      accountId: idOrNull(accountId),
      assigneeId: idOrNull(assigneeId),
      priority,
    };
    return perform(
      'tasks.make_task',
      body.title,
      (context) => makeTask(context, wish, byOf(session)),
      wish.accountId ?? undefined,
    );
  }),
  serve(contract.planTask, ({ params, body, session, perform }) => {
    const wish = { ...planOf(body), taskId: id(params.taskId) };
    return perform('tasks.plan_task', 'planned anew', (context) =>
      planTask(context, wish, byOf(session)),
    );
  }),
  serve(contract.assignTask, ({ params, body, session, perform }) => {
    const wish = { taskId: id(params.taskId), assigneeId: idOrNull(body.assigneeId) };
    return perform('tasks.assign_task', 'given', (context) =>
      assignTask(context, wish, byOf(session)),
    );
  }),
  serve(contract.rankTask, ({ params, body, session, perform }) => {
    const wish = { taskId: id(params.taskId), priority: body.priority };
    return perform('tasks.rank_task', 'the team’s order', (context) =>
      rankTask(context, wish, byOf(session)),
    );
  }),
  serve(contract.moveTask, ({ params, body, session, perform }) => {
    const wish = { ...body, taskId: id(params.taskId) };
    const reason = body.note === '' ? body.to : body.note;
    return perform('tasks.move_task', reason, (context) => moveTask(context, wish, byOf(session)));
  }),
  serve(contract.tickLine, ({ params, body, session, perform }) => {
    const wish = { taskId: id(params.taskId), line: params.line, done: body.done };
    return perform('tasks.tick_line', 'a line of the list', (context) =>
      tickLine(context, wish, byOf(session)),
    );
  }),
  serve(contract.commentTask, ({ params, body, session, perform }) => {
    const wish = { taskId: id(params.taskId), text: body.text };
    return perform('tasks.comment_task', 'a comment', (context) =>
      commentTask(context, wish, byOf(session)),
    );
  }),
];

export const taskRoutes: readonly Served[] = [...readings, ...writings];

type View = 'mine' | 'asked' | 'free';

function whoseOf(view: View, memberId: Id, covered: readonly Id[]): Whose {
  if (view === 'free') return 'nobody';
  return view === 'asked' ? { askedBy: memberId } : { assignees: [memberId, ...covered] };
}

function byOf({ permissions, companyIds }: Session): By {
  return { leads: permissions.includes('tasks.lead'), companies: companyIds };
}

/** The company that is named, or the first that is shown; null when that is none. */
function companyOf(session: Session, code: string | undefined): Id | null {
  const visible = visibleCompanies(session, code);
  const shown = visible === 'all' ? session.companies.map((each) => each.companyId) : visible;
  return shown[0] ?? null;
}

function planOf(body: BodyOf<typeof contract.planTask>): TaskPlan {
  const { title, text, dueOn, dueTime, timeBoxMinutes, needs, lines, every } = body;
  return {
    title,
    text,
    dueOn: dueOn === null ? null : day(dueOn),
    dueMinutes: dueTime === null ? null : minutesOf(dueTime),
    timeBoxMinutes,
    needs: [...new Set(needs.map(id))],
    lines: [...new Set(lines)],
    every,
  };
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function idOrNull(text: string | null): Id | null {
  return text === null ? null : id(text);
}
