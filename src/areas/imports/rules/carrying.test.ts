/** Money carried to another account and brought home: both accounts end as they began. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Id, composeId } from '#kernel/ids.ts';
import { currency, money } from '#kernel/money.ts';
import type { NewItem } from '#areas/ledger/rules/posting.ts';
import { bringHome, carryOver } from './carrying.ts';
import { type Bench, type Piece, apply, makeBench, post, withdraw } from './posting-bench.ts';

const parent = composeId(1, 0, 0, 0);
const child = composeId(2, 0, 0, 0);
const monday = day('2026-03-02');
const friday = day('2026-03-06');

function emptyBench(): Bench {
  let made = 0;
  return makeBench({
    newId: () => composeId(3, 0, 0, (made += 1)),
    base: (_account, _currency, amount) => amount,
    known: { items: new Map(), receipts: new Map(), standing: [], adjustments: [] },
  });
}

function item(bench: Bench, accountId: Id, kind: 'invoice' | 'receipt', amount: bigint): Piece {
  const made: NewItem = {
    itemId: bench.input.newId(),
    documentId: null,
    kind,
    side: kind === 'invoice' ? 'debit' : 'credit',
    amount: money(amount, currency('USD')),
    base: amount,
    number: kind,
    reference: null,
    issuedOn: monday,
    dueOn: monday,
    instalment: null,
  };
  const entering = { kind, on: monday, other: 'cash-clearing' } as const;
  return post(bench, { accountId }, made, entering);
}

function applied(bench: Bench): { receipt: Piece; invoice: Piece; carried: Piece } {
  const receipt = item(bench, parent, 'receipt', 500n);
  const invoice = item(bench, child, 'invoice', 300n);
  const carried = carryOver(bench, receipt, child, { amount: 300n, on: friday });
  const wish = { kind: 'payment', amount: 300n, on: friday, externalId: 'A1' } as const;
  apply(bench, invoice, carried, wish);
  return { receipt, invoice, carried };
}

test('what a parent pays leaves its receipt and reaches the invoice of the child', () => {
  const { receipt, invoice, carried } = applied(emptyBench());
  expect([receipt, invoice, carried].map(({ state }) => state.open)).toEqual([200n, 0n, 0n]);
  expect(carried.accountId).toBe(child);
});

test('no application stands between two accounts', () => {
  const bench = emptyBench();
  applied(bench);
  const homes = new Map<Id, Id>();
  for (const posting of [...bench.postings.values()].flat()) {
    for (const { itemId } of posting.items) homes.set(itemId, posting.accountId);
  }
  for (const { accountId, applications } of [...bench.postings.values()].flat()) {
    for (const { debitItemId, creditItemId } of applications) {
      expect([homes.get(debitItemId), homes.get(creditItemId)]).toEqual([accountId, accountId]);
    }
  }
});

test('what is brought home can be spent again, and nothing is left on the way', () => {
  const bench = emptyBench();
  const { receipt, invoice, carried } = applied(bench);
  const [standing] = invoice.standing;
  if (!standing || !carried.carries) throw new Error('nothing stands');
  withdraw(bench, standing, friday, 'U1');
  bringHome(bench, standing, carried.carries, friday);
  expect(invoice.state.open).toBe(300n);
  expect([carried.state.open, carried.carries.taken.debit.state.open]).toEqual([0n, 0n]);
  const home = [...bench.postings.values()]
    .flat()
    .filter(({ accountId, kind }) => accountId === parent && kind === 'transfer_reversal');
  expect(home.flatMap(({ items }) => items).map(({ side }) => side)).toEqual(['credit']);
  expect(receipt.state.open).toBe(500n);
});
