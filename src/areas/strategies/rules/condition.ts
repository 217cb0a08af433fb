/**
 * Whether a condition of a strategy holds for an account. What is not known meets none of
 * them, `not` included: an account of an unknown state is not "not in Texas".
 */
import type { Currency } from '#kernel/money.ts';
import type { AccountFacts } from './account-facts.ts';
import type { Condition } from './document.ts';
import type { Day } from '#kernel/day.ts';
import { daysBetween } from '#kernel/day.ts';

/** True when all of them hold on the day. */
export function meetsAll(conditions: readonly Condition[], facts: AccountFacts, on: Day): boolean {
  return conditions.every((condition) => meets(condition, facts, on));
}

function meets(condition: Condition, facts: AccountFacts, on: Day): boolean {
  switch (condition.test) {
    case 'any_of':
    case 'none_of': {
      const known = textsOf(condition.field, facts);
      // An account without tags is known to have none of them.
      if (known.length === 0) return condition.field === 'tag' && condition.test === 'none_of';
      const has = known.some((each) => condition.values.some((value) => same(each, value)));
      return has === (condition.test === 'any_of');
    }
    case 'at_least':
    case 'at_most':
      return measures(condition, facts, on);
  }
}

type Measured = Extract<Condition, { readonly test: 'at_least' | 'at_most' }>;

function measures(condition: Measured, facts: AccountFacts, on: Day): boolean {
  const least = condition.test === 'at_least';
  if (typeof condition.value === 'number') {
    const known = numberOf(condition, facts, on);
    if (known === null) return false;
    return least ? known >= condition.value : known <= condition.value;
  }
  const { currency, minor } = condition.value;
  const known =
    condition.field === 'balance' ? balanceIn(facts, currency) : overdueIn(facts, currency, on);
  if (known === null) return false;
  return least ? known >= minor : known <= minor;
}

function numberOf({ field }: Measured, facts: AccountFacts, on: Day): number | null {
  if (field === 'score') return facts.score;
  if (field === 'broken_promises') return facts.brokenPromises;
  const oldest = facts.items.find((item) => isFree(item, on));
  return oldest === undefined ? null : daysBetween(oldest.dueOn, on);
}

/** May anything of it be asked for today? */
function isFree(item: AccountFacts['items'][number], on: Day): boolean {
  return item.open > item.disputed && (item.promisedUntil === null || item.promisedUntil < on);
}

function balanceIn(facts: AccountFacts, currency: Currency): bigint | null {
  const debits = facts.items.filter((item) => item.currency === currency);
  const credits = facts.unapplied.filter((sum) => sum.currency === currency);
  if (debits.length === 0 && credits.length === 0) return null;
  const owed = debits.reduce((total, { open }) => total + open, 0n);
  return credits.reduce((total, { minor }) => total - minor, owed);
}

function overdueIn(facts: AccountFacts, currency: Currency, on: Day): bigint | null {
  const debits = facts.items.filter((item) => item.currency === currency);
  if (debits.length === 0) return null;
  return debits.reduce((total, { open, dueOn }) => (dueOn < on ? total + open : total), 0n);
}

function textsOf(field: string, { texts, items }: AccountFacts): readonly string[] {
  if (field === 'currency') return items.map(({ currency }) => currency);
  // The fields of texts are those of a document's conditions; any other has no value.
  return (texts as Readonly<Record<string, readonly string[] | undefined>>)[field] ?? [];
}

const letters = new Intl.Collator('en', { sensitivity: 'accent' });

function same(one: string, other: string): boolean {
  return one === other || letters.compare(one, other) === 0;
}
