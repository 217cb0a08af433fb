/**
 * A month end with open questions: foreign money that was valued anew, and items that the source
 * named no more, of which nobody has said yet what they were.
 */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { sql } from '#platform/postgres/sql.ts';
import { confirmClosings } from '#areas/imports/actions/confirm-closings.ts';
import { revalueOpenItems } from '#areas/ledger/actions/revalue-open-items.ts';
import { monthEndReport } from '#areas/reports/answers/month-end-report.ts';
import { readMonthEnd } from '#areas/reports/answers/month-end.ts';
import { partRows } from '#areas/reports/store/month-end-rows.ts';
import { deskOn, type Story } from '#test/support/builders.ts';
import { takeFile } from '#test/support/snapshot-desk.ts';

async function monthOf(desk: Story, period: string) {
  const { companyId } = desk;
  const company = { companyId, code: 'MAIN', name: 'MAIN', baseCurrency: currency('USD') };
  const read = await readMonthEnd(desk.db, company, { today: desk.clock.today(), period });
  if (!read) throw new Error(`no ${period}`);
  return read;
}

test('P-05: foreign balances always show their revaluation, 60.00 on 1,500.00', async () => {
  await using desk = await deskOn('2026-05-31');
  const account = await desk.account('NORTH');
  await desk.rate('EUR', '1.10', '2026-03-01');
  await desk.rate('EUR', '1.16', '2026-05-31');
  const euros = { amount: '1000', currency: 'EUR', issued: '2026-03-01', due: '2026-03-31' };
  await desk.invoice(account, euros);
  await desk.invoice(account, { amount: '400', issued: '2026-04-15', due: '2026-05-15' });
  expect((await monthOf(desk, '2026-05')).lines.at(-1)).toMatchObject({ revaluation: '0.00' });

  const wish = { companyId: desk.companyId, on: day('2026-05-31') };
  await desk.done((context) => revalueOpenItems(context, wish));
  const month = await monthOf(desk, '2026-05');
  expect(month.lines).toMatchObject([
    { currency: 'EUR', inBase: false, aging: '1000.00' },
    { currency: 'USD', inBase: false, aging: '400.00' },
    { currency: 'USD', inBase: true, aging: '1500.00', books: '1500.00', revaluation: '60.00' },
  ]);
  expect(JSON.stringify(month)).not.toContain('1400');
  // Nobody entered a balance that holds it; it is told all the same.
  const { rows } = monthEndReport(month, 'en');
  expect(rows).toContainEqual(['USD (whole book)', 'Exchange revaluation', '60.00', '', '']);
  desk.on('2026-06-30');
  expect((await monthOf(desk, '2026-06')).lines.at(-1)).toMatchObject({ revaluation: '0.00' });
});

const header = 'Number,Customer Number,Invoice Date,Due Date,Currency,Open Amount';
const items = Array.from({ length: 20 }, (_, n) => `A-${n},C1,2026-06-01,2026-07-01,USD,100.00`);

test('what a source named no more stands beside the aging until it is confirmed', async () => {
  await using desk = await deskOn('2026-08-01');
  await takeFile(desk, [header, ...items].join('\n'), '2026-08-01');
  await takeFile(desk, [header, ...items.slice(1)].join('\n'), '2026-08-02');
  desk.on('2026-09-02');
  const asked = await monthOf(desk, '2026-08');
  expect(asked.lines).toMatchObject([{ aging: '1900.00', closings: '100.00', closingRows: 1 }]);
  expect(asked.facts.closingsOpen).toBe(1);
  const stepOf = ({ steps }: typeof asked) =>
    steps.find((each) => each.step.startsWith('closings'));
  expect(stepOf(asked)).toMatchObject({ done: false, byFacts: false });
  const august = { firstOn: day('2026-08-01'), lastOn: day('2026-08-31') };
  const cut = { companyId: desk.companyId, ...august, knownAt: 'infinity' } as const;
  const rows = await partRows(desk.db, cut, 'closings', 10);
  expect(rows).toMatchObject([{ account: 'C1', number: 'A-0', amount: 10_000n }]);
  // The month before knows nothing of it.
  expect((await monthOf(desk, '2026-07')).lines[0]).toMatchObject({ closingRows: 0 });

  const before = desk.clock.now();
  desk.on('2026-09-03');
  const closed = await desk.db.all(sql<{ account_id: string; adjustment_id: string }>`
    select account_id, adjustment_id from imports.closing_card`);
  const closings = closed.map((row) => ({
    accountId: id(row.account_id),
    adjustmentId: id(row.adjustment_id),
  }));
  await desk.done((context) =>
    confirmClosings(context, { closings, answer: 'paid', within: 'all' }),
  );
  const told = await monthOf(desk, '2026-08');
  expect(told.lines).toMatchObject([{ aging: '1900.00', closings: '0.00', closingRows: 0 }]);
  expect(stepOf(told)).toMatchObject({ done: true, byFacts: true });
  // As it was known before the answer, it is still a question.
  expect(await partRows(desk.db, { ...cut, knownAt: before }, 'closings', 10)).toHaveLength(1);
});
