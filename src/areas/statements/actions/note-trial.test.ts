import { expect, test } from 'vitest';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { giveAddress, runMonth } from '#test/support/statement-runs.ts';
import { historyOf } from '../store/runs.ts';
import { noteTrial, trialTo } from './note-trial.ts';

test('a trial is written into the history of the run and goes to whoever asked', async () => {
  await using desk = await deskOn('2026-06-30');
  const north = await desk.account('NORTH');
  await desk.invoice(north, { amount: '10', issued: '2026-06-15' });
  await giveAddress(desk, north);
  desk.on('2026-07-01');
  const runId = await runMonth(desk, '2026-06-30');
  await desk.done((context) => noteTrial(context, { runId, papers: 1 }));
  expect((await historyOf(desk.db, runId)).map(({ what }) => what)).toContain('tested');
  const nothing = await desk.act((context) => noteTrial(context, { runId, papers: 0 }));
  expect(answerOf(nothing)).toBe('statements.no_such_paper');
  const { memberId } = await desk.member('senior');
  if (memberId === null) throw new Error('a member was expected');
  expect(await trialTo(desk.db, memberId)).toMatch(/^senior-/u);
});
