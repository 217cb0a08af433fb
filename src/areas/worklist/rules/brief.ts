/**
 * "While you were out": what happened on somebody's accounts during an absence, account by account.
 *
 * The rule a newcomer would break: a brief adds nothing up that it does not show. Every figure is
 * the number, or the sum by currency, of the lines that stand under it.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Money, formatMoney, plus } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';

/** What a line of the brief is about, in the order in which one wants to know. */
export const briefKinds = [
  'owner',
  'dispute',
  'promise_broken',
  'promise_made',
  'promise_kept',
  'money',
  'contact',
  'note',
] as const;
export type BriefKind = (typeof briefKinds)[number];

export type BriefLine = {
  readonly accountId: Id;
  readonly kind: BriefKind;
  readonly on: Day;
  readonly at: Instant;
  readonly actor: string | null;
  readonly onBehalf: string | null;
  readonly amount: Money | null;
  /** A phrase of the customers' words where one says it; else null. */
  readonly phrase: string | null;
  readonly facts: Facts;
  readonly text: string | null;
};

export type BriefTotal = {
  readonly kind: BriefKind;
  readonly count: number;
  readonly sums: readonly { readonly currency: string; readonly amount: string }[];
};

/** The figures above the lines, in the order of the kinds; kinds without a line are left out. */
export function totalsOf(lines: readonly BriefLine[]): BriefTotal[] {
  return briefKinds.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    return own.length === 0 ? [] : [{ kind, count: own.length, sums: sumsOf(own) }];
  });
}

function sumsOf(lines: readonly BriefLine[]): BriefTotal['sums'] {
  const sums = new Map<string, Money>();
  for (const { amount } of lines) {
    if (!amount) continue;
    const before = sums.get(amount.currency);
    sums.set(amount.currency, before ? plus(before, amount) : amount);
  }
  return [...sums].map(([currency, sum]) => ({ currency, amount: formatMoney(sum) }));
}

/** What a line of a timeline is to a brief; undefined when another source says it better. */
export function kindOfActivity(kind: string): BriefKind | undefined {
  if (kind === 'note') return 'note';
  if (kind === 'work' || kind === 'contact' || kind === 'status') return 'contact';
  return undefined;
}
