import { expect, test } from 'vitest';
import { startOfMonth } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { disputeDesk } from '#test/support/dispute-desk.ts';
import { readCauses } from '../answers/causes.ts';
import { causeRows, reviewsOf } from '../store/cause-rows.ts';
import { causesOf } from '../store/late-causes.ts';
import { noteLateCause } from './note-late-cause.ts';
import { reviewCauses } from './review-causes.ts';

const everything = { companies: 'all', currency: currency('USD') } as const;

test('what is overdue is explained once: the disputed part stays with its case', async () => {
  await using desk = await disputeDesk();
  const { accountId } = desk;
  const caseId = await desk.open('120');
  await desk.decide(caseId, { cause: 'price_wrong' });
  const wish = { accountId, itemIds: [], note: 'Their portal lost it.' };
  await desk.done((context) => noteLateCause(context, { ...wish, cause: 'invoice_not_received' }));
  const found = await readCauses(desk.db, everything);
  expect(found).toMatchObject({
    currency: 'USD',
    total: '500.00',
    lines: [
      { cause: 'invoice_not_received', items: 1, amount: '380.00', sharePct: '76.00' },
      { cause: 'price_wrong', disputes: 1, amount: '120.00', runningPct: '100.00' },
    ],
  });
  const rows = await causeRows(
    desk.db,
    { ...everything, cause: 'price_wrong' },
    { limit: null, offset: 0 },
  );
  expect(rows).toMatchObject([{ caseId, document: 'I-1', kind: 'dispute' }]);
});

test('new words replace old ones, none forgets them, what is not late needs none', async () => {
  await using desk = await disputeDesk();
  const { accountId } = desk;
  const say = (cause: 'customer_cash_flow' | 'reference_missing' | null) =>
    desk.done((context) => noteLateCause(context, { accountId, itemIds: [], cause, note: '' }));
  await say('reference_missing');
  await say('customer_cash_flow');
  const [line, ...others] = (await readCauses(desk.db, everything)).lines;
  expect(line).toMatchObject({ cause: 'customer_cash_flow', side: 'theirs', amount: '500.00' });
  expect(others).toEqual([]);
  await say(null);
  expect((await readCauses(desk.db, everything)).lines).toEqual([]);
  expect(await causesOf(desk.db, accountId)).toHaveLength(3);
  const other = await desk.account('SOUTH');
  const refused = await desk.act((context) =>
    noteLateCause(context, { accountId: other, itemIds: [], cause: 'unknown', note: '' }),
  );
  expect(refused).toMatchObject({ refusal: 'dispute.nothing_overdue' });
});

test('the review of a month keeps its findings beside the figures', async () => {
  await using desk = await disputeDesk();
  const { companyId } = desk;
  const month = startOfMonth(desk.clock.today());
  const told = { companyId, findings: 'Prices.', actions: 'One list.', figures: {} };
  await desk.done((context) => reviewCauses(context, { ...told, month }));
  expect(await reviewsOf(desk.db, [companyId])).toMatchObject([
    { month, findings: 'Prices.', actions: 'One list.' },
  ]);
});
