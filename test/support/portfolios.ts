/** Accounts as assignment rules see them, with what a test does not care about filled in. */
import { type Id, id } from '#kernel/ids.ts';
import type { AccountFeatures } from '#areas/portfolios/rules/condition.ts';

/** The nth of the ids that tests use for people and accounts. */
export function nth(count: number): Id {
  return id(`01890000-0000-7000-8000-${String(count).padStart(12, '0')}`);
}

/** An account of nobody in New York that owes nothing; the head of its own family. */
export function anAccount(count: number, told: Partial<AccountFeatures> = {}): AccountFeatures {
  const customerId = nth(10_000_000 + count);
  return {
    accountId: nth(count),
    account: `A-${count}`,
    customerId,
    name: `Customer ${count}`,
    state: 'NY',
    postalCode: '10001',
    city: 'New York',
    country: 'US',
    segment: null,
    language: 'en',
    headId: customerId,
    head: `C-${count}`,
    kind: 'trade',
    currencies: ['USD'],
    balance: 0n,
    overdue: 0n,
    due: false,
    ownerId: null,
    pinned: false,
    ...told,
  };
}
