/**
 * One currency of one account on a statement, in either form.
 *
 *   balance forward   opening ▶ what happened, with the running balance ▶ closing
 *   open item         every item that is open on the day, with what is open of it ▶ closing
 *
 * Both close alike, and as the ages add up: a statement that does not is never made.
 */
import type { Day } from '#kernel/day.ts';
import type { Currency } from '#kernel/money.ts';
import { type Buckets, age, bucketOf } from '#areas/ledger/rules/aging.ts';
import { type StatementItem, type StatementLine, runStatement } from './statement.ts';

export type PaperPart = {
  readonly currency: Currency;
  readonly opening: bigint;
  /** `running`: the balance after it; of an open item what is open of it. */
  readonly lines: readonly StatementLine[];
  readonly closing: bigint;
  readonly buckets: readonly bigint[];
  readonly unapplied: bigint;
};

export type OpenOnDay = StatementItem & {
  readonly currency: Currency;
  /** Minor units; negative for a credit. */
  readonly open: bigint;
  /** It stands in the aging; else it is money not applied yet. */
  readonly aged: boolean;
  /** By this day it ages, also where none is shown. */
  readonly agesFrom: Day;
};

export type PartFacts = {
  readonly opening: ReadonlyMap<Currency, bigint>;
  /** Oldest first. */
  readonly moved: readonly (StatementItem & { readonly currency: Currency })[];
  readonly open: readonly OpenOnDay[];
};

/** Every currency in which anything was owed, happened or is owed, in the order of its code. */
export function paperParts(
  facts: PartFacts,
  form: 'balance_forward' | 'open_item',
  { on, edges }: { readonly on: Day; readonly edges: Buckets },
): PaperPart[] {
  const codes = new Set([
    ...[...facts.opening].filter(([, minor]) => minor !== 0n).map(([code]) => code),
    ...facts.moved.map(({ currency }) => currency),
    ...facts.open.map(({ currency }) => currency),
  ]);
  return [...codes].toSorted().map((currency) => {
    const open = facts.open.filter((item) => item.currency === currency);
    const opening = facts.opening.get(currency) ?? 0n;
    const run = runStatement(
      opening,
      facts.moved.filter((item) => item.currency === currency),
    );
    const part = { currency, ...aged(open, on, edges), opening, closing: run.closing };
    const total = part.buckets.reduce((sum, minor) => sum + minor, part.unapplied);
    if (total !== run.closing) {
      throw new Error(`a statement in ${currency} closes at ${run.closing}, its ages at ${total}`);
    }
    const lines =
      form === 'open_item' ? open.map((item) => ({ ...item, running: item.open })) : run.lines;
    return { ...part, lines };
  });
}

function aged(
  open: readonly OpenOnDay[],
  on: Day,
  edges: Buckets,
): { buckets: bigint[]; unapplied: bigint } {
  const buckets = edges.concat(0).map(() => 0n);
  let unapplied = 0n;
  for (const item of open) {
    const index = bucketOf(age(on, item.agesFrom), edges);
    if (item.aged) buckets[index] = (buckets[index] ?? 0n) + item.open;
    else unapplied += item.open;
  }
  return { buckets, unapplied };
}
