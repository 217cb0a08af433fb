/**
 * Early warnings about one account: it pays slower than it did, passes an invoice over, has
 * fallen silent, or breaks its promises. Said before the aging shows it.
 *
 * A warning is raised once; it comes back only after it was gone.
 */
import type { Behaviour } from './behaviour.ts';
import { toDay } from './days.ts';

export const warningKinds = ['slower', 'skipped', 'silent', 'breaks_promises'] as const;
export type WarningKind = (typeof warningKinds)[number];

export type Warning = {
  readonly kind: WarningKind;
  readonly facts: Readonly<Record<string, string | number>>;
};

export type OwedItem = {
  readonly document: string;
  readonly dueOn: number;
  readonly disputed: boolean;
  /** Invoices due later that were paid already. */
  readonly paidAfter: number;
};

const manyPaidAfter = 3;
/** Silent for so many of its usual gaps, and for so many days at least. */
const silence = { gaps: 2.5, days: 21 };
const promisesJudged = 3;
const keepsBelow = 0.5;

export function warningsOf(
  behaviour: Behaviour,
  owed: readonly OwedItem[],
  asOf: number,
): Warning[] {
  const overdue = owed.filter(({ dueOn }) => dueOn < asOf);
  return [
    ...slower(behaviour),
    ...skipped(overdue, asOf),
    ...silent(behaviour, overdue, asOf),
    ...breaksPromises(behaviour),
  ];
}

function slower({ drift }: Behaviour): Warning[] {
  if (drift?.kind !== 'slower') return [];
  const { before, now } = drift;
  return [{ kind: 'slower', facts: { before: Math.round(before), now: Math.round(now) } }];
}

/** The one passed over most often; what is contested is known to somebody already. */
function skipped(overdue: readonly OwedItem[], asOf: number): Warning[] {
  const [worst] = overdue
    .filter(({ disputed, paidAfter }) => !disputed && paidAfter >= manyPaidAfter)
    .toSorted((a, b) => b.paidAfter - a.paidAfter || a.dueOn - b.dueOn);
  if (!worst) return [];
  const { document, paidAfter, dueOn } = worst;
  return [{ kind: 'skipped', facts: { document, count: paidAfter, days: asOf - dueOn } }];
}

function silent(
  { gapDays, lastPaidOn }: Behaviour,
  overdue: readonly OwedItem[],
  asOf: number,
): Warning[] {
  if (gapDays === null || lastPaidOn === null || overdue.length === 0) return [];
  const days = asOf - lastPaidOn;
  if (days < silence.days || days < silence.gaps * gapDays) return [];
  return [{ kind: 'silent', facts: { days, usual: gapDays, since: toDay(lastPaidOn) } }];
}

function breaksPromises({ promises: { judged, kept } }: Behaviour): Warning[] {
  if (judged < promisesJudged || kept / judged >= keepsBelow) return [];
  return [{ kind: 'breaks_promises', facts: { judged, kept } }];
}
