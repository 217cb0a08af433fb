import { describe, expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { agingOf } from '#test/support/agings.ts';
import { deskOn } from '#test/support/builders.ts';
import { takeFile } from '#test/support/snapshot-desk.ts';
import { openClosings } from '../store/closings.ts';
import { type ConfirmedAs, confirmClosings } from './confirm-closings.ts';

const header = 'Number,Customer Number,Invoice Date,Due Date,Currency,Open Amount';
const rows = Array.from({ length: 10 }, (_, n) => `A-${n},C1,2026-06-01,2026-07-01,USD,100.00`);

/** Ten invoices of $100 on 1 August; the next morning the first is gone. */
async function oneGone() {
  const desk = await deskOn('2026-08-01');
  await takeFile(desk, [header, ...rows].join('\n'), '2026-08-01');
  await takeFile(desk, [header, ...rows.slice(1)].join('\n'), '2026-08-02');
  const { rows: open } = await openClosings(desk.db, 'all', { limit: 10, offset: 0 });
  const closings = open.map((row) => ({
    accountId: id(row.account_id),
    adjustmentId: id(row.adjustment_id),
  }));
  desk.on('2026-08-04');
  const confirm = (answer: ConfirmedAs) =>
    desk.act((context) => confirmClosings(context, { closings, answer, within: 'all' }));
  return { ...desk, open, closings, confirm };
}

/** What the journal holds against an account of the chart, in cents. */
async function journal(desk: Awaited<ReturnType<typeof oneGone>>, account: string) {
  const { sum } = await desk.db.one(sql<{ sum: bigint }>`
    select coalesce(sum(case when debit = ${account} then amount_minor else -amount_minor end), 0)
             ::bigint as sum
      from ledger.line
     where ${account} in (debit, credit)`);
  return sum;
}

describe('what closed it at the source', () => {
  test.each([
    ['paid', 'cash-clearing', 'payment'],
    ['credited', 'revenue-adjustments', 'credit'],
    ['written_off', 'allowance', 'write_off'],
  ] as const)('%s is settled against %s', async (answer, account, kind) => {
    await using desk = await oneGone();
    expect(desk.open).toMatchObject([{ number: 'A-0', amount_minor: 10_000n }]);
    expect(await desk.confirm(answer)).toMatchObject({ value: { confirmed: 1 } });
    expect(await journal(desk, account)).toBe(10_000n);
    const standing = await desk.db.all(sql`
      select kind from ledger.application a
       where reverses is null
         and not exists (select from ledger.application r where r.reverses = a.application_id)`);
    expect(standing).toEqual([{ kind }]);
    expect((await agingOf(desk, { asOf: '2026-08-04' })).balance).toBe('900.00');
    expect((await openClosings(desk.db, 'all', { limit: 10, offset: 0 })).count).toBe(0);
    const { checks } = await proveLedger(desk.db);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('an error opens it again today, as old as it is', async () => {
    await using desk = await oneGone();
    await desk.confirm('error');
    expect((await agingOf(desk, { asOf: '2026-08-03' })).balance).toBe('900.00');
    expect((await agingOf(desk, { asOf: '2026-08-04' })).buckets[2]).toBe('1000.00');
  });

  test('is said once, and only by who may see the account', async () => {
    await using desk = await oneGone();
    const { closings } = desk;
    const strange = { closings, answer: 'paid', within: [] } as const;
    expect(await desk.act((context) => confirmClosings(context, strange))).toMatchObject({
      refusal: 'imports.no_closing_to_confirm',
    });
    await desk.confirm('paid');
    expect(await desk.confirm('error')).toMatchObject({
      refusal: 'imports.no_closing_to_confirm',
    });
  });
});
