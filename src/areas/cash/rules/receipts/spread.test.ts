import { describe, expect, test } from 'vitest';
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { type SpreadLine, planSpread } from './spread.ts';

const idOf = (n: number): Id => id(`00000000-0000-7000-8000-00000000000${n}`);
const [parent, child] = [idOf(8), idOf(9)];
const usd = (minor: bigint) => money(minor, 'USD');

function line(item: number, amount: bigint, accountId = parent): SpreadLine {
  const itemId = idOf(item);
  return { accountId, itemId, amount, discount: 0n, short: 0n, shortReason: null };
}

function plan(came: bigint, ...lines: SpreadLine[]) {
  return planSpread(usd(came), { accountId: parent, lines, tolerate: true });
}

describe('a receipt is spread', () => {
  test('over items of its own account, the rest stays on account', () => {
    const done = plan(500n, line(1, 300n), line(2, 100n));
    expect(done).toMatchObject({ ok: true, value: { others: [], onAccount: usd(100n) } });
  });

  test('with a credit that pays in part, so that less cash is needed', () => {
    const done = plan(250n, line(1, 200n), line(2, 100n), line(3, -50n));
    expect(done).toMatchObject({
      ok: true,
      value: {
        credits: [{ creditItemId: idOf(3), debitItemId: idOf(1), amount: 50n }],
        own: [{ cash: 150n }, { cash: 100n }],
        onAccount: usd(0n),
      },
    });
  });

  test('over a child’s items by a transfer of their sum', () => {
    const done = plan(300n, line(1, 100n), line(2, 120n, child), line(3, 80n, child));
    expect(done).toMatchObject({
      ok: true,
      value: { others: [{ accountId: child, sum: 200n }], onAccount: usd(0n) },
    });
  });
});

describe('and refused', () => {
  test.each([
    [[line(1, 101n)], 'cash.more_than_came'],
    [[line(1, 50n), line(1, 50n)], 'cash.item_named_twice'],
    [[line(1, 0n)], 'cash.line_empty'],
    [[line(1, 50n), line(3, -60n)], 'cash.credit_without_items'],
    [[line(1, 50n, child), line(3, -10n)], 'cash.credit_without_items'],
  ])('%#: %s', (lines, refusal) => {
    expect(plan(100n, ...lines)).toMatchObject({ ok: false, refusal });
  });
});
