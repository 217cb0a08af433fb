/**
 * The examples of a credit policy are its tests: each is judged by the very rule that orders are
 * judged by, and held against what its author expected.
 */
import { type Day, day, parseDay, plusDays } from '#kernel/day.ts';
import { type Currency, type Money, currency, money } from '#kernel/money.ts';
import { valueOf } from '#formats/yaml/tree.ts';
import { type CreditFacts, judgeOrder } from './judge-order.ts';
import {
  type Checkpoint,
  type CreditPolicy,
  type HoldReason,
  checkpoints,
  holdReasons,
} from './policy.ts';
import {
  type Part,
  amountWord,
  anyText,
  complain,
  oneOf,
  onlyFields,
  partsOf,
  pathOf,
  wholeNumber,
  wordOf,
  wordsOf,
} from '#areas/policies/rules/document-reader.ts';

export type PolicyExample = {
  readonly name: string;
  readonly on: Day;
  readonly at: Checkpoint;
  readonly order: Money;
  readonly limit: Money | null;
  readonly limitUntil: Day | null;
  readonly owed: Money | null;
  readonly unapplied: Money | null;
  readonly orders: Money | null;
  readonly pastDue: Money | null;
  readonly daysPastDue: number;
  readonly status: string;
  readonly segment: string | null;
  readonly account: string;
  readonly brokenPromiseDaysAgo: number | null;
  readonly expect: 'approved' | 'held';
  /** Empty: whatever the reasons. */
  readonly reasons: readonly HoldReason[];
};

export type ExampleResult = {
  readonly name: string;
  readonly on: Day;
  readonly passed: boolean;
  readonly expected: { readonly verdict: string; readonly reasons: readonly string[] };
  readonly found: { readonly verdict: string; readonly reasons: readonly string[] };
};

const known = [
  'name',
  'on',
  'at',
  'order',
  'limit',
  'limit_until',
  'owed',
  'unapplied',
  'orders',
  'past_due',
  'days_past_due',
  'status',
  'segment',
  'account',
  'promise_broken_days_ago',
  'expect',
  'reasons',
];

export function readExamples(part: Part): PolicyExample[] {
  return partsOf(part, 'examples').map(readExample);
}

function readExample(part: Part): PolicyExample {
  onlyFields(part, known);
  const amount = (key: string): Money | null =>
    wordOf<Money | null>(part, key, 'an amount such as 250.00 USD', amountWord, null);
  const order = amount('order');
  const none = { found: part.found, path: pathOf(part, 'order') };
  if (order === null && valueOf(part.map, 'order') === undefined) {
    complain(none, 'missing', part.map.at);
  }
  return {
    name: wordOf(part, 'name', 'a name', anyText, ''),
    on: wordOf(part, 'on', 'a day', parseDay, day('2026-01-15')),
    at: wordOf(part, 'at', checkpoints.join(', '), oneOf(checkpoints), 'order'),
    order: order ?? money(0n, 'USD'),
    limit: amount('limit'),
    limitUntil: wordOf<Day | null>(part, 'limit_until', 'a day', parseDay, null),
    owed: amount('owed'),
    unapplied: amount('unapplied'),
    orders: amount('orders'),
    pastDue: amount('past_due'),
    daysPastDue: wordOf(part, 'days_past_due', '0 to 9999', wholeNumber(0, 9999), 0),
    status: wordOf(part, 'status', 'a state of accounts', anyText, 'open'),
    segment: wordOf<string | null>(part, 'segment', 'a segment', anyText, null),
    account: wordOf(part, 'account', 'a number', anyText, 'C-1'),
    brokenPromiseDaysAgo: wordOf<number | null>(
      part,
      'promise_broken_days_ago',
      '0 to 999',
      wholeNumber(0, 999),
      null,
    ),
    expect: wordOf(part, 'expect', 'approved, held', oneOf(['approved', 'held']), 'approved'),
    reasons: wordsOf(part, 'reasons', holdReasons.join(', '), oneOf(holdReasons), []),
  };
}

/** One result an example, in their order. */
export function runPolicyExamples(
  policy: CreditPolicy,
  examples: readonly PolicyExample[],
): ExampleResult[] {
  return examples.map((example) => {
    const { name, on, at, order, expect, reasons } = example;
    const asked = {
      facts: factsOf(example, policy),
      order: { open: order, forced: null },
      at,
      policy,
    };
    const judged = judgeOrder(asked, on, () => () => undefined);
    const why = judged.reasons.map(({ reason }) => reason);
    const same = reasons.length === 0 || reasons.toSorted().join() === why.toSorted().join();
    return {
      name,
      on,
      passed: judged.verdict === expect && same,
      expected: { verdict: expect, reasons },
      found: { verdict: judged.verdict, reasons: why },
    };
  });
}

function factsOf(example: PolicyExample, policy: CreditPolicy): CreditFacts {
  const { order, limit, limitUntil, owed, unapplied, orders, pastDue, on } = example;
  const code = (each: Money | null): Currency => each?.currency ?? order.currency;
  const allowed = policy.pastDue.days + policy.pastDue.graceDays;
  const late = pastDue !== null && example.daysPastDue > allowed;
  return {
    account: example.account,
    company: policy.companies[0] ?? '',
    base: currency(code(limit)),
    kind: 'trade',
    segment: example.segment,
    status: example.status,
    hold: null,
    limits: {
      standing: limit && { amount: limit, untilOn: limitUntil },
      temporary: null,
      insurance: null,
    },
    books: [
      { currency: code(owed), owed: owed?.minor ?? 0n, credit: 0n },
      { currency: code(unapplied), owed: 0n, credit: unapplied?.minor ?? 0n },
    ],
    orders: [{ currency: code(orders), open: orders?.minor ?? 0n, delivered: 0n }],
    family: null,
    oldestDueOn: pastDue === null ? null : plusDays(on, -example.daysPastDue),
    pastDue: late && pastDue !== null ? [pastDue] : [],
    promiseBrokenOn:
      example.brokenPromiseDaysAgo === null ? null : plusDays(on, -example.brokenPromiseDaysAgo),
  };
}
