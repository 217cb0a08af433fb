import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Actor } from '#platform/action.ts';
import { planAbsence } from '#areas/team/index.ts';
import { rebuildAccounts } from '#areas/worklist/actions/build-worklist.ts';
import { listWork } from '#areas/worklist/store/list.ts';
import { accept } from '#kernel/outcome.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { coveredBy } from '../store/covers.ts';
import { historyOf, listTasks } from '../store/list.ts';
import { assignTask } from './assign-task.ts';
import { closeOn } from '#areas/team/actions/close-on.ts';
import { bringDuties } from './bring-duties.ts';
import { commentTask } from './comment-task.ts';
import { type MakeTask, makeTask } from './make-task.ts';
import { moveTask } from './move-task.ts';
import { planTask } from './plan-task.ts';
import { rankTask } from './rank-task.ts';
import { tickLine } from './tick-line.ts';

const staff = { leads: false, companies: 'all' } as const;
const lead = { ...staff, leads: true };

const plan: MakeTask = {
  title: 'Call the bank',
  text: '',
  dueOn: null,
  dueMinutes: null,
  timeBoxMinutes: null,
  needs: [],
  lines: [],
  every: null,
  companyId: null,
  accountId: null,
  assigneeId: null,
  priority: 'normal',
};

async function desk() {
  const story = await deskOn('2026-11-20');
  const rosa = await story.member('collector');
  const maya = await story.member('manager');
  const make = async (told: Partial<MakeTask> = {}, by: Actor = rosa): Promise<Id> => {
    const wish = { ...plan, companyId: story.companyId, assigneeId: rosa.memberId, ...told };
    return (await story.done((context) => makeTask(context, wish, lead), by)).taskId;
  };
  const all = () =>
    listTasks(
      story.db,
      { companies: 'all', ended: false },
      { today: story.clock.today(), at: story.clock.now() },
    );
  return { ...story, rosa, maya, make, all };
}

test('a task is made, started, ticked off and done, and every step is on record', async () => {
  await using story = await desk();
  const taskId = await story.make({ lines: ['find the number', 'call'] });
  const move = (to: 'in_work' | 'done') =>
    story.act((context) => moveTask(context, { taskId, to, note: '' }, staff), story.rosa);
  expect(answerOf(await move('in_work'))).toBe('accepted');
  expect(answerOf(await move('done'))).toBe('task.lines_left 2');
  for (const line of [1, 2]) {
    await story.done(
      (context) => tickLine(context, { taskId, line, done: true }, staff),
      story.rosa,
    );
  }
  expect(answerOf(await move('done'))).toBe('accepted');
  const history = await historyOf(story.db, taskId);
  expect(history.map(({ kind }) => kind)).toEqual(['moved', 'line', 'line', 'moved', 'made']);
  expect(await story.all()).toEqual([]);
});

test('only who leads says how urgent a task is, also when it is made', async () => {
  await using story = await desk();
  const wish = { ...plan, companyId: story.companyId, priority: 'urgent' } as const;
  const made = await story.act((context) => makeTask(context, wish, staff), story.rosa);
  expect(answerOf(made)).toBe('task.priority_is_the_managers');
  const taskId = await story.make();
  const rank = (by: typeof staff | typeof lead) =>
    story.act((context) => rankTask(context, { taskId, priority: 'high' }, by), story.maya);
  expect(answerOf(await rank(staff))).toBe('task.priority_is_the_managers');
  expect(answerOf(await rank(lead))).toBe('accepted');
  expect((await story.all())[0]?.priority).toBe('high');
});

test('another’s task is left alone; who covers for them may take it on', async () => {
  await using story = await desk();
  const taskId = await story.make();
  const casey = await story.member('collector');
  const start = () =>
    story.act((context) => moveTask(context, { taskId, to: 'in_work', note: '' }, staff), casey);
  expect(answerOf(await start())).toBe('task.not_yours Call the bank');
  const said = await story.act(
    (context) => commentTask(context, { taskId, text: 'I know her number' }, staff),
    casey,
  );
  expect(answerOf(said)).toBe('accepted');
  const coverId = casey.memberId ?? taskId;
  await story.done((context) =>
    planAbsence(context, {
      memberId: story.rosa.memberId ?? taskId,
      from: day('2026-11-23'),
      to: day('2026-11-24'),
      kind: 'vacation',
      note: '',
      handsOn: false,
      parts: [{ work: 'tasks', coverId, companyId: null, letters: null }],
    }),
  );
  story.on('2026-11-23');
  expect(answerOf(await start())).toBe('accepted');
  expect(await coveredBy(story.db, coverId, day('2026-11-24'))).toEqual([story.rosa.memberId]);
  expect(await coveredBy(story.db, coverId, day('2026-11-25'))).toEqual([]);
});

test('a task cannot start before what it needs, and needs cannot go round', async () => {
  await using story = await desk();
  const first = await story.make({ title: 'Get the list' });
  const second = await story.make({ title: 'Call them all', needs: [first] });
  const start = await story.act(
    (context) => moveTask(context, { taskId: second, to: 'in_work', note: '' }, staff),
    story.rosa,
  );
  expect(answerOf(start)).toBe('task.needs_others_first 1');
  const round = await story.act(
    (context) => planTask(context, { ...plan, taskId: first, needs: [second] }, staff),
    story.rosa,
  );
  expect(answerOf(round)).toBe('task.circle 2');
  expect((await story.all()).map(({ title, blocked }) => [title, blocked])).toEqual([
    ['Call them all', true],
    ['Get the list', false],
  ]);
});

test('planning anew keeps the ticks of the lines that stay', async () => {
  await using story = await desk();
  const taskId = await story.make({ lines: ['a', 'b'] });
  await story.done(
    (context) => tickLine(context, { taskId, line: 2, done: true }, staff),
    story.rosa,
  );
  const wish = { ...plan, taskId, title: 'New', lines: ['b', 'c'] };
  await story.done((context) => planTask(context, wish, staff), story.rosa);
  expect((await story.all())[0]).toMatchObject({
    title: 'New',
    lines: [
      { text: 'b', done: true },
      { text: 'c', done: false },
    ],
  });
});

test('a task is given to who works here and sees the company', async () => {
  await using story = await desk();
  const taskId = await story.make();
  const give = (assigneeId: Id | null) =>
    story.act((context) => assignTask(context, { taskId, assigneeId }, staff), story.rosa);
  expect(answerOf(await give(taskId))).toBe('task.no_such_person');
  expect(await give(story.maya.memberId)).toMatchObject({ value: { assignee: 'manager' } });
});

test('a duty brings its next task when its day has come, done or not, and only once', async () => {
  await using story = await desk();
  // Thursdays; the next one is Thanksgiving Day.
  const zone = 'America/New_York';
  const bring = () => story.done((context) => bringDuties(context, zone));
  await story.make({ title: 'Lockbox totals', dueOn: day('2026-11-19'), every: 'week' });
  expect(await bring()).toEqual({ made: 1 });
  expect(await bring()).toEqual({ made: 0 });
  story.on('2026-11-26');
  expect(await bring()).toEqual({ made: 1 });
  expect((await story.all()).map(({ dueOn, overdue }) => [dueOn, overdue])).toEqual([
    ['2026-12-03', false],
    ['2026-11-25', true],
    ['2026-11-19', true],
  ]);
});

test('a duty that falls on a day the company is closed is due before it', async () => {
  await using story = await desk();
  const { companyId } = story;
  await story.done((context) =>
    closeOn(context, { companyId, on: day('2026-12-24'), name: 'Christmas Eve' }),
  );
  await story.make({ title: 'Deposit', dueOn: day('2026-12-24'), every: 'month' });
  expect((await story.all()).map(({ dueOn }) => dueOn)).toEqual(['2026-12-23']);
});

test('a task of an account stands on its timeline and, once due, on the day’s list', async () => {
  await using story = await desk();
  const accountId = await story.account('NORTH');
  await story.make({ accountId, dueOn: day('2026-11-20'), title: 'Ask for the W-9' });
  await story.done(async (context) => {
    await rebuildAccounts(context, [accountId]);
    return accept(null);
  });
  const { rows } = await listWork(
    story.db,
    { owner: 'all', companies: 'all', state: 'due', now: story.clock.now() },
    { sort: 'rank', limit: null, reader: { memberId: null, at: story.clock.now() } },
  );
  expect(rows.map((row) => row.reasons.map(({ phrase }) => phrase))).toEqual([['reason.task']]);
});

test('late is what has passed its day or its time in the company’s zone', async () => {
  await using story = await desk();
  // The story's noon in New York.
  await story.make({ title: 'early', dueOn: day('2026-11-20'), dueMinutes: 11 * 60 });
  await story.make({ title: 'later', dueOn: day('2026-11-20'), dueMinutes: 13 * 60 });
  await story.make({ title: 'today', dueOn: day('2026-11-20') });
  const late = (await story.all()).filter(({ overdue }) => overdue);
  expect(late.map(({ title }) => title)).toEqual(['early']);
});
