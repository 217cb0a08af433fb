/** An account agreed with its customer, from the first line to the second signature. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOwed1000 } from '#test/support/builders.ts';
import { readPage } from '../answers/page.ts';
import { textRows } from '../answers/read-rows.ts';
import { reconciliationsOf } from '../store/reconciliations.ts';
import { answerDifference } from './answer-difference.ts';
import { beginReconciliation } from './begin-reconciliation.ts';
import { enterTheirs } from './enter-theirs.ts';
import { openOne } from './open-one.ts';
import { signReconciliation } from './sign-reconciliation.ts';

async function begun() {
  const desk = await deskOwed1000();
  const { accountId } = desk;
  const told = { amount: '250', issued: '2026-06-10', number: 'I-2' };
  await desk.invoice(accountId, told);
  await desk.receipt(accountId, { amount: '40', on: '2026-06-15', reference: 'CHK-9' });
  const wish = { accountId, currency: undefined, family: false } as const;
  const begin = (fromOn: string, toOn: string) =>
    desk.act((context) =>
      beginReconciliation(context, { ...wish, fromOn: day(fromOn), toOn: day(toOn) }),
    );
  return { ...desk, begin };
}

test('each difference is answered, then one signs and another reviews', async () => {
  await using desk = await begun();
  const { accountId } = desk;
  expect(answerOf(await desk.begin('2026-07-02', '2026-07-01'))).toContain('ends_before');
  expect(answerOf(await desk.begin('2026-07-02', '2026-07-21'))).toContain('day_ahead');
  const made = await desk.begin('2026-06-05', '2026-06-30');
  if (!made.ok) throw new Error(answerOf(made));
  const which = { accountId, reconciliationId: made.value.reconciliationId };
  const page = async () => {
    const [found] = await reconciliationsOf(desk.db, which);
    if (!found) throw new Error('it was begun');
    return readPage(desk.db, found);
  };
  expect((await page()).bridge).toEqual({
    opening: '1000.00',
    invoices: '250.00',
    charges: '0.00',
    cash: '-40.00',
    credits: '0.00',
    adjustments: '0.00',
    closing: '1210.00',
  });
  const rosa = await desk.member('collector');
  const otto = await desk.member('collector');
  const sign = (as: 'preparer' | 'reviewer', by = rosa) =>
    desk.act((context) => signReconciliation(context, { ...which, as, note: 'seen' }), by);
  expect(answerOf(await sign('preparer'))).toBe('reconciliation.nothing_compared');
  const enter = (text: string) => {
    const said = { ...which, source: '—', rows: textRows(text), closing: null };
    return desk.act((context) => enterTheirs(context, said));
  };
  expect(answerOf(await enter('dear all'))).toBe('reconciliation.nothing_read');
  expect(await enter('I-1;900.00\nI-9;75.00')).toMatchObject({ value: { lines: 2, unread: 0 } });
  expect(await page()).toMatchObject({
    theirClosing: '975.00',
    difference: '-235.00',
    unexplained: '0.00',
    open: 4,
  });
  expect(answerOf(await sign('preparer'))).toBe('reconciliation.differences_open 4');
  const answer = (difference: string, how: 'dispute' | 'send_copy' | 'apply_cash' | 'ask') =>
    desk.act((context) =>
      answerDifference(context, { ...which, difference, how, note: 'by mail' }),
    );
  expect(answerOf(await answer('I9', 'dispute'))).toBe('reconciliation.no_item_of_ours');
  expect(answerOf(await answer('I7', 'ask'))).toBe('reconciliation.no_such_difference');
  expect(await answer('I1', 'dispute')).toMatchObject({ value: { made: 'dispute' } });
  expect(await answer('I2', 'send_copy')).toMatchObject({ value: { made: 'task' } });
  const rest = (await page()).rows.filter((row) => row.kind !== 'agreed' && row.answer === null);
  for (const { key } of rest) expect(answerOf(await answer(key, 'ask'))).toBe('accepted');
  const disputed = await desk.db.all(sql`select amount_minor from disputes.open_dispute`);
  expect(disputed).toEqual([{ amount_minor: 10_000n }]);
  expect(answerOf(await sign('reviewer', otto))).toBe('reconciliation.not_prepared');
  expect(answerOf(await sign('preparer'))).toBe('accepted');
  expect(answerOf(await sign('reviewer'))).toBe('reconciliation.own_work');
  expect(answerOf(await sign('reviewer', otto))).toBe('accepted');
  expect(answerOf(await answer('I2', 'ask'))).toBe('reconciliation.frozen');
  expect(answerOf(await enter('I-1;1'))).toBe('reconciliation.frozen');
  const late = { amount: '5', on: '2026-06-20', reference: 'CHK-10' };
  await desk.receipt(accountId, late);
  expect(await page()).toMatchObject({ state: 'reviewed', bridge: { closing: '1210.00' } });
  const held = await desk.db.transaction((tx) => openOne(tx, which));
  expect(held).toMatchObject({ ok: false, refusal: 'reconciliation.frozen' });
});
