import { expect, test } from 'vitest';
import { type Id, id } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { assignOwner } from '#areas/customers/index.ts';
import { edited, workbookDesk } from '#test/support/workbook-desk.ts';
import type { WireReview } from '../contract.ts';
import { accountActs } from './account-acts.ts';
import { disputeActs } from './dispute-acts.ts';
import { promiseActs } from './promise-acts.ts';
import { taskActs } from './task-acts.ts';
import { undoWorkbook } from './undo-workbook.ts';
import { allActs } from './apply-workbook.ts';
import { acts } from '../rules/column.ts';

type Desk = Awaited<ReturnType<typeof workbookDesk>>;

/** Hands out, edits, brings back; what was refused fails the test. */
async function round(
  desk: Desk,
  kind: Parameters<Desk['out']>[0],
  work: Parameters<typeof edited>[1],
): Promise<{ uploadId: Id; review: WireReview }> {
  const came = await desk.back(await edited(await desk.out(kind), work));
  if ('refusal' in came) throw new Error(came.refusal);
  return came;
}

function undo(desk: Desk, uploadId: string, kind: Parameters<Desk['out']>[0]) {
  const { byManager } = desk;
  const doing = { action: 'test.undo', actor: byManager.actor, reason: 'undone', input: null };
  const wish = { uploadId: id(uploadId), kind };
  return perform(desk, doing, (context) => undoWorkbook(context, wish, byManager));
}

test('every act of a column is done by somebody', () => {
  expect(Object.keys(allActs).toSorted()).toEqual([...acts].toSorted());
  const parts = [accountActs, disputeActs, promiseActs, taskActs];
  expect(parts.flatMap((part) => Object.keys(part))).toHaveLength(acts.length);
});

test('a promise gets another day, and a promise of an item is made and taken back', async () => {
  await using desk = await workbookDesk();
  const changed = await round(desk, 'promises', ({ put }) =>
    put('NORTH', 'Due', new Date('2026-12-04')),
  );
  expect(await desk.apply(changed.uploadId)).toMatchObject({ applied: 1 });
  const made = await round(desk, 'open-items', ({ put }) => {
    put('I-2', 'Promised for', '2026-12-04');
    put('I-2', 'Promised amount', 300.2);
    put('I-2', 'Said by', 'Ms Orr');
    put('I-3', 'Promised for', '2027-12-04');
    put('I-3', 'Said by', 'Ms Orr');
  });
  expect(made.review.tally).toMatchObject({ clean: 3, refused: 2 });
  const [refused] = made.review.rows.flatMap(({ cells }) =>
    cells.filter(({ outcome }) => outcome === 'refused'),
  );
  expect(refused?.problem?.code).toBe('promise.day_too_far');
  await desk.apply(made.uploadId);
  const promises = () =>
    desk.db.all(sql`
      select due_on, amount_minor, state from promises.promise_said order by due_on, state`);
  expect(await promises()).toEqual([
    { due_on: '2026-11-27', amount_minor: 20_000n, state: 'superseded' },
    { due_on: '2026-12-04', amount_minor: 20_000n, state: 'open' },
    { due_on: '2026-12-04', amount_minor: 30_020n, state: 'open' },
  ]);
  accepted(await undo(desk, made.uploadId, 'open-items'));
  expect(
    (await promises()).filter((each) => JSON.stringify(each, text).includes('withdrawn')),
  ).toHaveLength(1);
});

function text(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

test('a case gets people, a state and a note; a task a day, a person and an end', async () => {
  await using desk = await workbookDesk();
  const cases = await round(desk, 'disputes', ({ put }) => {
    put('SOUTH', 'Finds out', 'manager');
    put('SOUTH', 'Department', 'Billing');
    put('SOUTH', 'State', 'With customer');
    put('SOUTH', 'New note', 'Asked for the price list');
  });
  expect(await desk.apply(cases.uploadId)).toMatchObject({ applied: 4 });
  const [dispute] = await desk.db.all(sql`
    select state, department, owner_id from disputes.case_desk`);
  expect(dispute).toEqual({
    state: 'with_customer',
    department: 'billing',
    owner_id: desk.manager.memberId,
  });
  const tasks = await round(desk, 'tasks', ({ put }) => {
    put('NORTH', 'Due', '2026-12-02');
    put('NORTH', 'Who does it', 'collector');
    put('NORTH', 'State', 'Waiting');
  });
  const [state] = tasks.review.rows[0]?.cells.filter(({ column }) => column === 'state') ?? [];
  expect(state?.problem?.code).toBe('workbooks.task_needs_note');
  expect(await desk.apply(tasks.uploadId)).toMatchObject({ applied: 2, refused: 1 });
  const task = () => desk.db.one(sql`select due_on, assignee_id from tasks.task_desk`);
  expect(await task()).toEqual({ due_on: '2026-12-02', assignee_id: desk.collector.memberId });
  expect(accepted(await undo(desk, tasks.uploadId, 'tasks')).answer).toEqual({
    undone: 2,
    kept: 0,
  });
  expect(await task()).toEqual({ due_on: '2026-11-25', assignee_id: null });
});

test('a contact is corrected, and what somebody changed since is left as it is', async () => {
  await using desk = await workbookDesk();
  const contacts = await round(desk, 'contacts', ({ put }) => {
    put('NORTH', 'E-mail', 'orr@north.example');
    put('NORTH', 'Language', 'Spanish');
  });
  await desk.apply(contacts.uploadId);
  const email = () => desk.db.one(sql`select email, language from customers.account_person`);
  expect(await email()).toEqual({ email: 'orr@north.example', language: 'es' });
  accepted(await undo(desk, contacts.uploadId, 'contacts'));
  expect(await email()).toEqual({ email: 'ana@north.example', language: 'en' });

  const aging = await round(desk, 'aging', ({ put }) => put('NORTH', 'Collector', 'collector'));
  await desk.apply(aging.uploadId);
  const { memberId } = desk.manager;
  await desk.done((context) => assignOwner(context, { accountId: desk.north, memberId }));
  expect(accepted(await undo(desk, aging.uploadId, 'aging')).answer).toEqual({
    undone: 0,
    kept: 1,
  });
});

test('what was changed here since is a conflict, which nobody wins silently', async () => {
  await using desk = await workbookDesk();
  const bytes = await desk.out('aging');
  const { memberId } = desk.manager;
  await desk.done((context) => assignOwner(context, { accountId: desk.north, memberId }));
  const saved = await edited(bytes, ({ put }) => put('NORTH', 'Collector', 'collector'));
  const came = await desk.back(saved);
  if ('refusal' in came) throw new Error(came.refusal);
  const [cell] = came.review.rows[0]?.cells ?? [];
  expect(cell).toMatchObject({
    outcome: 'conflict',
    old: '',
    theirs: 'collector',
    ours: 'manager',
  });
  expect(await desk.apply(came.uploadId)).toEqual({ refusal: 'workbooks.undecided' });
  const key = came.review.rows[0]?.key ?? '';
  const choice = { key, column: 'owner', take: 'theirs', ours: cell?.oursValue ?? '' } as const;
  const how = { choices: [choice] };
  expect(await desk.apply(came.uploadId, desk.byManager, how)).toMatchObject({ applied: 1 });
  expect(await desk.apply(came.uploadId, desk.byManager, how)).toMatchObject({ applied: 0 });
});

test('who may not assign accounts is told so, and the rest of the file goes on', async () => {
  await using desk = await workbookDesk();
  const saved = await edited(await desk.out('aging'), ({ put }) => {
    put('NORTH', 'Collector', 'manager');
    put('NORTH', 'New note', 'They moved');
  });
  const came = await desk.back(saved, desk.byCollector);
  if ('refusal' in came) throw new Error(came.refusal);
  expect(came.review.tally).toMatchObject({ clean: 1, refused: 1 });
  expect(await desk.apply(came.uploadId, desk.byCollector)).toMatchObject({ applied: 1 });
});
