import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, day, plusDays } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { currency } from '#kernel/money.ts';
import { afterSending } from '#test/support/account-facts.ts';
import { usd } from '#test/support/builders.ts';
import { ladder, stepOn } from '#test/support/strategies.ts';
import { type AccountFacts, type ItemFact, blankAccount } from './account-facts.ts';
import { decideAccount } from './decide-account.ts';
import type { StrategyDocument } from './document.ts';
import { ladderOf } from './ladder.ts';

const start = day('2026-03-01');
const codes = ['USD', 'EUR'] as const;

const anItem = fc.record({
  currency: fc.constantFrom(...codes),
  due: fc.integer({ min: -60, max: 60 }),
  open: fc.integer({ min: 1, max: 100_000 }),
  disputed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120_000 })),
  promised: fc.option(fc.integer({ min: -20, max: 60 })),
});
const aSum = fc.record({
  currency: fc.constantFrom(...codes),
  minor: fc.integer({ min: 1, max: 80_000 }),
});

const anAccount: fc.Arbitrary<AccountFacts> = fc
  .record({
    items: fc.array(anItem, { maxLength: 8 }),
    unapplied: fc.array(aSum, { maxLength: 3 }),
    promised: fc.array(aSum, { maxLength: 2 }),
    inFlight: fc.array(aSum, { maxLength: 1 }),
    broke: fc.option(fc.integer({ min: -20, max: 60 })),
  })
  .map((told) => ({
    ...blankAccount,
    items: told.items.map(itemOf).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    unapplied: told.unapplied.map(sumOf),
    promised: told.promised.map((each) => ({ ...sumOf(each), until: plusDays(start, 20) })),
    inFlight: told.inFlight.map(sumOf),
    events:
      told.broke === null ? [] : [{ event: 'promise_broken', on: plusDays(start, told.broke) }],
  }));

type ItemTold = typeof anItem extends fc.Arbitrary<infer T> ? T : never;

function itemOf(told: ItemTold, at: number): ItemFact {
  return {
    itemId: `i${at}`,
    currency: currency(told.currency),
    dueOn: plusDays(start, told.due),
    open: BigInt(told.open),
    disputed: BigInt(told.disputed),
    promisedUntil: told.promised === null ? null : plusDays(start, told.promised),
    interestTo: null,
  };
}

function sumOf({ currency: code, minor }: { readonly currency: string; readonly minor: number }) {
  return { currency: currency(code), minor: BigInt(minor) };
}

const aPolicy: fc.Arbitrary<StrategyDocument> = fc
  .record({
    level: fc.constantFrom('account', 'invoice'),
    minimum: fc.constantFrom([], [usd('20')]),
    betweenNotices: fc.integer({ min: 0, max: 10 }),
    charged: fc.boolean(),
    hurried: fc.boolean(),
  })
  .map(({ charged, hurried, ...told }): StrategyDocument => ({
    ...ladder,
    ...told,
    steps: [stepOn(5, 'l1'), stepOn(20, 'l2'), stepOn(40, 'l3'), stepOn(60, 'l4')],
    charges: charged
      ? {
          mode: 'quote',
          interest: { ratePct: decimal('12'), dayCount: 'ACT/365F' },
          fees: [{ step: 'l2', amount: usd('25'), once: true }],
        }
      : null,
    branches: hurried ? [{ on: 'promise_broken', goTo: 'l3' }] : [],
  }));

/** By the plainest reading: past due, less what is contested, less all money on account. */
function mostThatMayBeAsked({ items, unapplied }: AccountFacts, code: string, on: Day): bigint {
  const late = items.filter(({ dueOn, currency: own }) => own === code && dueOn < on);
  const free = late.reduce(
    (sum, { open, disputed }) => sum + (open > disputed ? open - disputed : 0n),
    0n,
  );
  const money = unapplied.reduce(
    (sum, each) => (each.currency === code ? sum + each.minor : sum),
    0n,
  );
  return free > money ? free - money : 0n;
}

test('I-9: no notice asks for more than is late, uncontested and uncovered', () => {
  fc.assert(
    fc.property(aPolicy, anAccount, fc.nat({ max: 120 }), (policy, facts, later) => {
      const on = plusDays(start, later);
      const decision = decideAccount(policy, facts, on);
      if (decision.kind === 'none') return;
      expect(decision.asks.length).toBeGreaterThan(0);
      for (const ask of decision.asks) {
        expect(ask.net > 0n).toBe(true);
        expect(ask.net <= mostThatMayBeAsked(facts, ask.currency, on)).toBe(true);
        expect(ask.total).toBe(ask.net + ask.interest + ask.fees);
        expect(facts.inFlight.some((sum) => sum.currency === ask.currency)).toBe(false);
      }
      for (const { itemId, asked } of decision.items) {
        const item = facts.items.find((each) => each.itemId === itemId);
        expect(item !== undefined && asked <= item.open - item.disputed).toBe(true);
        expect((item?.promisedUntil ?? '') < on).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

/** Runs on the days told, each notice sent on the day on which it was decided. */
function runOn(policy: StrategyDocument, before: AccountFacts, days: readonly number[]) {
  let facts = before;
  const sent: { readonly step: string; readonly on: number }[] = [];
  for (const each of days) {
    const on = plusDays(start, each);
    const decision = decideAccount(policy, facts, on);
    if (decision.kind === 'none') continue;
    facts = afterSending(facts, decision, on);
    sent.push({ step: decision.step, on: each });
  }
  return { facts, sent };
}

test('I-10: a run that is repeated decides the same, whatever was proposed before it', () => {
  fc.assert(
    fc.property(aPolicy, anAccount, fc.nat({ max: 120 }), (policy, facts, later) => {
      const on = plusDays(start, later);
      expect(decideAccount(policy, facts, on)).toEqual(decideAccount(policy, facts, on));
    }),
  );
});

test('I-10: days that were left out change when a level is sent, never which comes next', () => {
  const skipped = fc.uniqueArray(fc.nat({ max: 200 }), { minLength: 20, maxLength: 100 });
  fc.assert(
    fc.property(aPolicy, anAccount, skipped, (policy, facts, some) => {
      const account = { ...policy, level: 'account' as const };
      const every = Array.from({ length: 260 }, (_, index) => index);
      const tail = every.slice(201);
      const days = [...some.toSorted((a, b) => a - b), ...tail];
      const rungs = ladderOf(account).map(({ key }) => key);
      const daily = runOn(account, facts, every);
      const gappy = runOn(account, facts, days);
      for (const { sent } of [daily, gappy]) {
        expect(sent.map(({ step }) => step)).toEqual(rungs.slice(0, sent.length));
      }
      expect(gappy.sent.map(({ step }) => step)).toEqual(daily.sent.map(({ step }) => step));
    }),
  );
});

test('a notice follows another no sooner than the policy allows', () => {
  fc.assert(
    fc.property(aPolicy, anAccount, (policy, facts) => {
      const every = Array.from({ length: 200 }, (_, index) => index);
      const { sent } = runOn(policy, facts, every);
      sent.slice(1).forEach(({ on }, index) => {
        expect(on - (sent[index]?.on ?? 0)).toBeGreaterThanOrEqual(policy.betweenNotices);
      });
    }),
  );
});
