import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf } from '#test/support/builders.ts';
import { fileStep, ladderFile, strategyDesk } from '#test/support/strategy-desk.ts';
import { decideSteps } from './decide-steps.ts';

async function waiting() {
  const desk = await strategyDesk('2026-03-01');
  const l1 = fileStep('l1', '5', 'email', { approval: 'always' });
  await desk.inForce({ ...ladderFile, steps: [l1, fileStep('l2', '20')] });
  const north = await desk.account('NORTH');
  await desk.invoice(north, { amount: '600', issued: '2026-03-01', due: '2026-03-01' });
  await desk.reachable(north);
  await desk.switchOn('email');
  await desk.morning('2026-03-10');
  return { ...desk, north };
}

test('a step that must be approved goes nowhere until it is, and then at once', async () => {
  await using desk = await waiting();
  await desk.morning('2026-03-11');
  expect(await desk.steps()).toEqual(['NORTH l1 proposed 60000']);
  expect(await desk.decide('approve', 'fine')).toEqual({ changed: 1, queued: 1 });
  expect(await desk.steps()).toEqual(['NORTH l1 queued 60000']);
});

test('a rejected step is not proposed again, and no later level comes in its place', async () => {
  await using desk = await waiting();
  await desk.decide('reject', 'merger under way');
  await desk.morning('2026-05-10');
  expect(await desk.steps()).toEqual(['NORTH l1 rejected 60000']);
});

test('what is put off waits for its day, then for a person again', async () => {
  await using desk = await waiting();
  await desk.decide('hold', 'call first', '2026-03-17');
  await desk.morning('2026-03-16');
  await desk.morning('2026-03-17');
  expect(await desk.steps()).toEqual(['NORTH l1 held 60000']);
  await desk.decide('approve', 'called');
  expect(await desk.steps()).toEqual(['NORTH l1 queued 60000']);
});

test('what is on its way cannot be decided any more', async () => {
  await using desk = await waiting();
  const proposalIds = (await desk.listed()).map(({ proposalId }) => proposalId);
  const decide = async (act: 'approve' | 'hold', until: string | null = null) => {
    const wish = { act, proposalIds, until: until === null ? null : day(until) };
    return answerOf(
      await desk.act((context) => decideSteps(context, { ...wish, companies: 'all' })),
    );
  };
  expect(await decide('hold')).toBe('strategies.hold_needs_day');
  expect(await decide('hold', '2026-03-10')).toBe('strategies.hold_day_has_passed 2026-03-10');
  expect(await decide('approve')).toBe('accepted');
  expect(await decide('approve')).toBe('strategies.step_not_open NORTH queued');
  const elsewhere = await desk.act((context) =>
    decideSteps(context, { act: 'approve', proposalIds, until: null, companies: [] }),
  );
  expect(answerOf(elsewhere)).toBe('strategies.no_such_step');
});
