import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { payClaims } from './pay-claims.ts';
import { takeBackClaim } from './take-back.ts';

const usd = currency('USD');

test('what nobody posted here is opened by a take-back, which pays claims elsewhere', async () => {
  await using desk = await deskOn('2026-06-03');
  const payerId = await desk.account('INSURER');
  const accountId = await desk.account('NORTH');
  const itemId = await desk.invoice(accountId, {
    amount: '50',
    issued: '2026-05-01',
    number: 'C-2',
  });
  const taken = { claim: 'C-1', paid: 6_000n, adjusted: 2_000n, first: undefined };
  const where = { currency: usd, payerId, on: day('2026-06-03') };
  await desk.done(async (context) => {
    const back = await takeBackClaim(context, taken, where);
    if (!back.ok) return back;
    const figures = { paid: 5_000n, adjusted: 0n, patient: 0n, left: 0n };
    const line = { claim: 'C-2', status: '1', reference: '', itemId, accountId, ...figures };
    const { credits } = back.value;
    const wish = { lines: [line], credits, receipt: undefined, payerId, currency: usd };
    return payClaims(context, wish);
  });
  const open = await desk.db.all(sql`
    select number, side, open_minor
      from ledger.item_card
     where open_minor <> 0
     order by side`);
  expect(open).toEqual([
    { number: '22-C-1', side: -1, open_minor: -1_000n },
    { number: '22-C-1', side: 1, open_minor: 8_000n },
  ]);
});
