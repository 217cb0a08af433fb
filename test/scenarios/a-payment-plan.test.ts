/**
 * A debt paid in parts, followed to its end: dunning rests while the plan is in good standing
 * and comes back with the ages that the invoices always had.
 */
import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { standardPlanPolicy } from '#areas/promises/rules/plans/policy.ts';
import { planDesk } from '#test/support/plan-desk.ts';

/** As the case has it: one missed instalment is a default. */
const strict = { ...standardPlanPolicy, defaultAfterMissed: 1 };

test('P-31: $1,000 in three monthly instalments from 31 January', async () => {
  await using desk = await planDesk('2026-01-31', strict);
  await desk.agree();
  const schedule = await desk.db.all(sql`
    select due_on, amount_minor from promises.plan_instalment order by no`);
  expect(schedule).toEqual([
    { due_on: '2026-01-31', amount_minor: 33_334n },
    { due_on: '2026-02-28', amount_minor: 33_333n },
    { due_on: '2026-03-31', amount_minor: 33_333n },
  ]);
  expect(await desk.covered()).toBe(1);

  desk.on('2026-02-10');
  await desk.receipt(desk.accountId, {
    amount: '700',
    on: '2026-02-10',
    pays: [[desk.invoice, '700']],
  });
  await desk.night('2026-02-10');
  expect(await desk.next()).toBe('active 30000 2026-03-31');
  expect(await desk.covered()).toBe(1);

  await desk.night('2026-04-05');
  expect(await desk.next()).toBe('active 30000 2026-03-31');
  await desk.night('2026-04-06');
  expect(await desk.next()).toBe('breached 30000 2026-03-31');
  expect((await desk.history()).at(-1)).toBe('breached 2026-04-06');
  // The original invoice is asked for again, and is as old as it always was.
  expect(await desk.covered()).toBe(0);
  const item = await desk.db.one(sql`
    select due_on, open_minor from ledger.open_item where item_id = ${desk.invoice}`);
  expect(item).toEqual({ due_on: '2025-11-30', open_minor: 30_000n });
});
