import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import {
  bookOf,
  customer,
  decideAndPost,
  knowing,
  openItem,
  receipt,
  said,
} from '#test/support/matching.ts';
import { decide } from './decide.ts';
import { standardMatchingPolicy as policy } from './policy.ts';

const acme = customer('A', 'Acme Tools');
const others = [customer('B', 'Borealis Paper'), customer('C', 'Acme Tooling Partners')];
const known = knowing({ XX1: 'A' });
const daring = { ...policy, confidence: { postFrom: 0.01, showFrom: 0 } };

const amounts = fc.integer({ min: 1, max: 40 }).map((tens) => String(tens * 10));
const number = fc.integer({ min: 1000, max: 1040 });
const texts = fc.oneof(
  fc.constantFrom('', 'THANK YOU', 'STATEMENT', 'ON ACCOUNT', 'INV-1001, INV-1002', 'PO 4711'),
  number.map((one) => `INV-${one}`),
  number.map((one) => `PAYMENT ${one}`),
);
const book = fc.uniqueArray(fc.tuple(number, amounts, fc.nat({ max: 60 })), {
  minLength: 1,
  maxLength: 8,
  selector: ([one]) => one,
});
type Drawn = readonly (readonly [number, string, number])[];
const itemsOf = (accountId: string, drawn: Drawn, prefix = 'INV-') =>
  drawn.map(([one, amount, due]) =>
    openItem(accountId, `${prefix}${one}`, amount, { dueOn: plusDays(day('2026-05-01'), due) }),
  );

describe('for any open items and any receipt', () => {
  test('I-7: with a second explanation of equal evidence nothing is posted', () => {
    fc.assert(
      fc.property(book, amounts, (drawn, amount) => {
        const open = itemsOf('A', drawn);
        const come = receipt(amount, { payerAccount: 'XX1' });
        const readings = setsWithSum(
          open.map((item) => item.openMinor),
          come.amountMinor,
        );
        fc.pre(readings > 1);
        const decision = decide(come, bookOf([acme], open), known, daring);
        expect(decision.kind).not.toBe('posted');
      }),
      { numRuns: 400 },
    );
  });

  test('I-8: an unrelated customer’s invoice changes nothing that is posted', () => {
    fc.assert(
      fc.property(book, book, amounts, texts, (own, foreign, amount, text) => {
        const come = receipt(amount, { payerAccount: 'XX1', payerName: 'ACME TOOLS', text });
        const alone = bookOf([acme, ...others], itemsOf('A', own));
        const more = [
          ...itemsOf('A', own),
          ...itemsOf('B', foreign, 'INV-'),
          ...itemsOf('C', foreign, 'X-'),
        ];
        const crowded = bookOf([acme, ...others], more);
        const before = decide(come, alone, known, policy);
        const after = decide(come, crowded, known, policy);
        expect(said(after)).toBe(said(before));
        expect(after.unattended).toBe(before.unattended);
      }),
      { numRuns: 400 },
    );
  });

  test('what came is what is laid on items and on account, to the cent', () => {
    fc.assert(
      fc.property(book, amounts, texts, (drawn, amount, text) => {
        const come = receipt(amount, { payerAccount: 'XX1', text });
        const { proposals } = decide(come, bookOf([acme], itemsOf('A', drawn)), known, policy);
        for (const { allocations, onAccountMinor } of proposals) {
          const cash = allocations.reduce((sum, { cashMinor }) => sum + cashMinor, onAccountMinor);
          expect(cash).toBe(come.amountMinor);
        }
      }),
    );
  });

  test('no item is ever paid beyond what is open', () => {
    fc.assert(
      fc.property(book, fc.array(fc.tuple(amounts, texts), { maxLength: 6 }), (drawn, come) => {
        const open = bookOf([acme], itemsOf('A', drawn));
        for (const [at, [amount, text]] of come.entries()) {
          decideAndPost(
            receipt(amount, { id: String(at), payerAccount: 'XX1', text }),
            open,
            known,
          );
        }
        for (const { openMinor } of open.items.values())
          expect(openMinor).toBeGreaterThanOrEqual(0n);
      }),
    );
  });
});

function setsWithSum(list: readonly bigint[], sum: bigint): number {
  let ways = 0;
  for (let set = 1; set < 2 ** list.length; set += 1) {
    const total = list.reduce((all, each, at) => (set & (1 << at) ? all + each : all), 0n);
    if (total === sum) ways += 1;
  }
  return ways;
}
