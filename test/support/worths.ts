/** An account that owes in dollars, and what a call to it was found to be worth. */
import type { Day } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { AccountFacts, WorthFact } from '#areas/worklist/rules/work.ts';

export function owedFacts(overdue: bigint, oldestDueOn: Day): AccountFacts {
  const usd = currency('USD');
  return {
    accountId: composeId(1, 0, 0, 1),
    status: 'open',
    zone: 'America/New_York',
    baseCurrency: usd,
    reachable: true,
    owed: [
      {
        currency: usd,
        owed: overdue,
        unapplied: 0n,
        balance: overdue,
        overdue,
        overdueBase: overdue,
        chaseable: overdue,
        collectable: overdue,
        oldestDueOn,
        oldestDocument: 'INV-1',
        clearsDocument: '',
        buckets: [overdue],
      },
    ],
    due: [],
    broken: null,
    tasks: [],
    callback: null,
    unposted: [],
    returned: [],
    portal: null,
    replies: [],
    clocks: [],
    holds: null,
    warnings: [],
    cases: [],
    plans: [],
    calls: [],
    campaign: null,
    answer: null,
    lastTouchOn: null,
    worth: null,
  };
}

export function worthFact(stated: Partial<WorthFact> = {}): WorthFact {
  return {
    way: 'call',
    alone: 0.6,
    adds: 0.0733,
    minutes: 4.5,
    price: 20_00,
    basis: 'assumed',
    usualDays: 3,
    leftAloneUntil: null,
    ...stated,
  };
}
