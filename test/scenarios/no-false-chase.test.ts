/**
 * A year of invented accounts with cash in flight, promises, disputes, plans and stays: no
 * notice that the truth forbids, and no due notice left out without a reason.
 *
 * Chance has a seed. The truth is kept apart from what strategies are shown: by the plainest
 * reading, who must not be asked, and for how much at most.
 */
import { expect, test } from 'vitest';
import { type Day, day, plusDays } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import {
  type AccountFacts,
  type ItemFact,
  blankAccount,
} from '#areas/strategies/rules/account-facts.ts';
import { decideAccount } from '#areas/strategies/rules/decide-account.ts';
import { afterSending } from '#test/support/account-facts.ts';
import { ladder } from '#test/support/strategies.ts';

const usd = currency('USD');
const start = day('2026-01-01');
const days = 365;
const accounts = Number(process.env['CHASE_ACCOUNTS'] ?? '400');

/** Numerical Recipes' generator: enough for a story, the same everywhere. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Invoice = {
  readonly id: string;
  readonly issued: number;
  readonly due: number;
  readonly minor: bigint;
  /** The day the money is in the bank, and the day it is posted; never for some. */
  readonly inBank: number;
  readonly posted: number;
  readonly disputed: readonly [from: number, to: number] | null;
  readonly promised: readonly [from: number, to: number] | null;
};
type Account = {
  readonly invoices: readonly Invoice[];
  readonly stay: readonly [number, number] | null;
  readonly plan: readonly [number, number] | null;
};

function invent(seed: number): Account {
  const chance = chanceFrom(seed + 1);
  const span = (): readonly [number, number] | null => {
    const from = chance(days);
    return chance(6) === 0 ? [from, from + 10 + chance(60)] : null;
  };
  const invoices = Array.from({ length: 2 + chance(6) }, (_, index): Invoice => {
    const issued = chance(300);
    const due = issued + 30;
    const inBank = chance(8) === 0 ? 10_000 : due - 10 + chance(70);
    const disputedFrom = due - 5 + chance(40);
    const promisedFrom = due + chance(40);
    return {
      id: `i${index}`,
      issued,
      due,
      minor: BigInt(2000 + chance(90_000)),
      inBank,
      posted: inBank + chance(5),
      disputed: chance(7) === 0 ? [disputedFrom, disputedFrom + 5 + chance(40)] : null,
      promised: chance(5) === 0 ? [promisedFrom, promisedFrom + 4 + chance(12)] : null,
    };
  });
  return { invoices, stay: span(), plan: span() };
}

const within = (span: readonly [number, number] | null, on: number): boolean =>
  span !== null && on >= span[0] && on <= span[1];

/** What the desk knows that morning. */
function shown({ invoices, stay, plan }: Account, on: number): AccountFacts {
  const open = invoices.filter(({ issued, posted }) => issued <= on && posted > on);
  const items = open.map((each): ItemFact => ({
    itemId: each.id,
    currency: usd,
    dueOn: plusDays(start, each.due),
    open: each.minor,
    disputed: within(each.disputed, on) ? each.minor : 0n,
    promisedUntil:
      each.promised && within(each.promised, on) ? plusDays(start, each.promised[1]) : null,
    interestTo: null,
  }));
  const inFlight = open.filter(({ inBank }) => inBank <= on);
  return {
    ...blankAccount,
    texts: { kind: ['trade'], status: [within(plan, on) ? 'plan' : 'open'] },
    items: items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    inFlight: inFlight.map(({ minor }) => ({ currency: usd, minor })),
    holds: within(stay, on) ? ['bankruptcy'] : [],
  };
}

/** May this much be asked of these, by the plainest reading of what is true? */
function isTrue(account: Account, on: number, asked: ReadonlyMap<string, bigint>): boolean {
  if (within(account.stay, on) || within(account.plan, on)) return false;
  return [...asked].every(([itemId, minor]) => {
    const invoice = account.invoices.find(({ id }) => id === itemId);
    if (!invoice || invoice.due >= on || invoice.inBank <= on) return false;
    if (within(invoice.disputed, on) || within(invoice.promised, on)) return false;
    return minor <= invoice.minor;
  });
}

/** Somebody is late for longer than the first level, and nothing stands in the way. */
function isDue(account: Account, on: number): boolean {
  if (within(account.stay, on) || within(account.plan, on)) return false;
  return account.invoices.some(
    (each) =>
      each.due + 5 <= on &&
      each.issued <= on &&
      each.inBank > on &&
      each.minor >= 5000n &&
      !within(each.disputed, on) &&
      !within(each.promised, on),
  );
}

test('in a year nobody is chased wrongly, and nobody is forgotten without a reason', () => {
  const wrong: string[] = [];
  const silent: string[] = [];
  let notices = 0;
  for (let seed = 0; seed < accounts; seed += 1) {
    const account = invent(seed);
    let done: Pick<AccountFacts, 'done' | 'lastNoticeOn'> = { done: [], lastNoticeOn: null };
    for (let on = 0; on < days; on += 1) {
      const today: Day = plusDays(start, on);
      const facts = { ...shown(account, on), ...done };
      const decision = decideAccount(ladder, facts, today);
      if (decision.kind === 'none') {
        const said = decision.why.map(({ code }) => code);
        const known = said.filter((code) => code !== 'nothing_due' && code !== 'nothing_open');
        if (isDue(account, on) && known.length === 0) silent.push(`${seed} on ${today}`);
        continue;
      }
      notices += 1;
      const asked = new Map(decision.items.map(({ itemId, asked: minor }) => [itemId, minor]));
      if (!isTrue(account, on, asked)) wrong.push(`${seed} on ${today}`);
      // Sent within three days or so, as at a desk.
      if ((seed + on) % 3 !== 0) continue;
      const { done: sent, lastNoticeOn } = afterSending(facts, decision, today);
      done = { done: sent, lastNoticeOn };
    }
  }
  expect(notices).toBeGreaterThan(accounts);
  expect(wrong).toEqual([]);
  expect(silent).toEqual([]);
});
