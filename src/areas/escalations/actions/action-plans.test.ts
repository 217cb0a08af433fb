/** A plan of action set from an answer: its steps are on the list, are worked, and it ends. */
import { expect, test } from 'vitest';
import { plusDays } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { wireClock } from '#areas/clocks/answers/wire.ts';
import { listClocks } from '#areas/clocks/store/list.ts';
import { answerOf, deskOwed1000 } from '#test/support/builders.ts';
import { actionPlans } from '../store/action-plans.ts';
import { makeActionPlan } from './make-action-plan.ts';
import { addStep, endActionPlan, moveStep } from './work-action-plan.ts';

async function plannedDesk() {
  const desk = await deskOwed1000();
  const rosa = await desk.member('collector');
  const { accountId } = desk;
  const wish = {
    accountId,
    response: 'no_invoice',
    goal: 'Paid this month.',
    ownerId: null,
  } as const;
  const { planId } = await desk.done((context) => makeActionPlan(context, wish), rosa);
  const clocks = () =>
    desk.db.all(sql<{ state: string; due_on: string }>`
      select state, due_on from clocks.clock_card
       where kind = 'action_step' order by due_on`);
  const plan = async () => (await actionPlans(desk.db, { companies: 'all', accountId }))[0];
  return { ...desk, rosa, planId, wish, clocks, plan, ref: { accountId, planId } };
}

test('the answer sets the steps, each with its day, its owner and its clock', async () => {
  await using desk = await plannedDesk();
  expect(await desk.plan()).toMatchObject({
    response: 'no_invoice',
    state: 'open',
    ownerId: desk.rosa.memberId,
    steps: [{ no: 1, code: 'resend_invoice', dueOn: desk.clock.today() }, {}, {}, {}],
  });
  expect(await desk.clocks()).toHaveLength(4);
  const again = await desk.act((context) => makeActionPlan(context, desk.wish), desk.rosa);
  expect(answerOf(again)).toContain('action_plan.open_already');
});

test('a deadline says which step it is, in the language of its reader', async () => {
  await using desk = await plannedDesk();
  const added = { ...desk.ref, title: 'Ask the branch', dueOn: desk.clock.today(), ownerId: null };
  await desk.done((context) => addStep(context, added), desk.rosa);
  const filter = { companies: 'all', ended: false } as const;
  const listed = await listClocks(desk.db, filter, { limit: 10 });
  const said = (language: 'en' | 'es') =>
    listed.map((clock) => wireClock(clock, desk.clock.today(), language).detail);
  expect(said('en')).toEqual(
    expect.arrayContaining(['Send the invoice again', 'Confirm that it arrived', 'Ask the branch']),
  );
  expect(said('es')).toEqual(expect.arrayContaining(['Reenviar la factura', 'Ask the branch']));
});

test('a step is done, moved, dropped or added, and its clock goes along', async () => {
  await using desk = await plannedDesk();
  const { ref, rosa } = desk;
  const later = plusDays(desk.clock.today(), 20);
  const move = (no: number, what: 'done' | 'dropped' | 'moved', dueOn = later) =>
    desk.act((context) => moveStep(context, { ...ref, no, what, note: 'Seen.', dueOn }), rosa);
  expect(answerOf(await move(1, 'done'))).toBe('accepted');
  expect(answerOf(await move(1, 'done'))).toContain('action_plan.step_closed');
  expect(answerOf(await move(2, 'moved'))).toBe('accepted');
  expect(answerOf(await move(3, 'dropped'))).toBe('accepted');
  expect(answerOf(await move(9, 'done'))).toContain('action_plan.no_such_step');
  expect(answerOf(await move(4, 'moved', plusDays(desk.clock.today(), -1)))).toContain(
    'action_plan.day_has_passed',
  );
  const added = { ...ref, title: 'Ask the branch', dueOn: later, ownerId: null };
  expect(await desk.done((context) => addStep(context, added), rosa)).toEqual({ no: 5 });
  const ofNobody = { ...added, ownerId: desk.accountId };
  expect(answerOf(await desk.act((context) => addStep(context, ofNobody), rosa))).toContain(
    'action_plan.no_such_person',
  );
  const states = (await desk.clocks()).map(({ state }) => state);
  expect(states.toSorted()).toEqual(['met', 'running', 'running', 'running', 'void']);
  expect((await desk.plan())?.steps.find(({ no }) => no === 2)?.dueOn).toBe(later);
});

test('a plan ends with its result, and what was left to do asks for nothing more', async () => {
  await using desk = await plannedDesk();
  const { ref, rosa } = desk;
  const end = { ...ref, result: 'paid', note: 'The wire came.' } as const;
  await desk.done((context) => endActionPlan(context, end), rosa);
  expect(await desk.plan()).toMatchObject({ state: 'ended', result: 'paid' });
  expect((await desk.clocks()).every(({ state }) => state === 'void')).toBe(true);
  const twice = await desk.act((context) => endActionPlan(context, end), rosa);
  expect(answerOf(twice)).toContain('action_plan.ended');
  const next = await desk.done((context) => makeActionPlan(context, desk.wish), rosa);
  expect(next.planId).not.toBe(ref.planId);
});
