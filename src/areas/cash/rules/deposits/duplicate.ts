/**
 * Was this check deposited before? Reg CC 229.34(f): who takes the same check twice, once as an
 * image and once as paper, pays for it, so the question is asked of every check we still hold.
 *
 *   same bank, account, number and amount     the same check: blocked
 *   same bank, account and number             keyed wrongly once, or altered: a person looks
 *   no number, same bank, account and amount  may be the same: a person looks
 */
import { type Day, daysBetween } from '#kernel/day.ts';

export type DepositedCheck = {
  readonly routing: string;
  readonly account: string;
  /** The check's own number; empty when its line shows none. */
  readonly serial: string;
  /** Minor units. */
  readonly amount: bigint;
  /** When it was deposited; without it the check counts as held. */
  readonly on?: Day;
};

export type DuplicateVerdict = {
  readonly duplicate: boolean | 'suspect';
  readonly action: 'block' | 'review' | 'post';
};

/** Days on either side in which a check is looked for. */
export const duplicateWindowDays = 180;

/** What to do with a new check, given those of the window. */
export function judgeDuplicate(
  check: DepositedCheck,
  existing: readonly DepositedCheck[],
): DuplicateVerdict {
  const near = existing.filter((each) => within(check, each));
  const verdicts = near.map((each) => compare(check, each));
  if (verdicts.includes('same')) return { duplicate: true, action: 'block' };
  if (verdicts.includes('alike')) return { duplicate: 'suspect', action: 'review' };
  return { duplicate: false, action: 'post' };
}

function within(check: DepositedCheck, other: DepositedCheck): boolean {
  if (check.on === undefined || other.on === undefined) return true;
  return Math.abs(daysBetween(check.on, other.on)) <= duplicateWindowDays;
}

function compare(check: DepositedCheck, other: DepositedCheck): 'same' | 'alike' | 'other' {
  if (bare(check.routing) !== bare(other.routing)) return 'other';
  if (bare(check.account) !== bare(other.account)) return 'other';
  const numbered = bare(check.serial) !== '' && bare(other.serial) !== '';
  if (!numbered) return check.amount === other.amount ? 'alike' : 'other';
  if (bare(check.serial) !== bare(other.serial)) return 'other';
  return check.amount === other.amount ? 'same' : 'alike';
}

/** Digits only, without leading zeros: scanners and people write them differently. */
function bare(text: string): string {
  return text.replace(/\D/gu, '').replace(/^0+/u, '');
}
