import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf, deskOwed1000, usd } from '#test/support/builders.ts';
import { sql } from '#platform/postgres/sql.ts';
import { chargeNotice } from './charge-notice.ts';

test('interest and fee of a notice are one item, and the book still proves', async () => {
  await using desk = await deskOwed1000();
  const on = day('2026-07-20');
  const charged = { accountId: desk.accountId, chargedOn: on, dueOn: on };
  await desk.done((context) =>
    chargeNotice(context, { ...charged, interest: usd('17.75'), fees: usd('25') }),
  );
  const rows = await desk.db.all(sql`
    select kind, amount_minor from ledger.item_balance where kind = 'charge'`);
  expect(rows).toEqual([{ kind: 'charge', amount_minor: 4275n }]);
  expect(await desk.db.all(sql`select * from ledger.control_difference`)).toEqual([]);
  const nothing = { ...charged, interest: usd('0'), fees: usd('0') };
  const refused = await desk.act((context) => chargeNotice(context, nothing));
  expect(answerOf(refused)).toBe('ledger.amount_not_positive');
});
