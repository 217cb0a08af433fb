/**
 * Who is left alone on purpose, so that one can say what the work adds.
 *
 *   planned for today ──by chance──▶ open        ─┐
 *                     └─────────────▶ left alone ─┴─ 30 days ─▶ what was paid
 *
 * An episode begins on the first morning on which the order would have the account worked, and
 * lasts for the horizon; the side is a hash of the customer and the week, so that nobody draws
 * twice and anybody can check it. High stakes, and who must be spoken with anyway, never draw.
 */
import { type Day, plusDays, weekday } from '#kernel/day.ts';
import { horizonDays } from './standing.ts';

export type ExperimentTerms = {
  /** Of the accounts that the order would have worked. */
  readonly sharePct: number;
  /** Who owes more, in minor units of the company's currency, is never left alone. */
  readonly most: bigint;
  /** Until this day half are left alone, so that a response is learned sooner; null: not at all. */
  readonly warmUpUntil: Day | null;
};

/** What may be asked for: less shows nothing for years, more costs too much. */
export const shareBounds = { least: 5, most: 10, standard: 8 };
export const warmUp = { sharePct: 50, mostDays: 60 };

/** Older episodes are of another desk. */
export const episodeDays = 365;

export type Side = 'open' | 'left_alone';

export type Draw = { readonly side: Side; /** Of being left alone. */ readonly chance: number };

/** Null for who must not be left alone. */
export function draw(
  candidate: {
    readonly customerId: string;
    readonly overdue: bigint;
    readonly mustBeWorked: boolean;
  },
  on: Day,
  terms: ExperimentTerms,
): Draw | null {
  if (candidate.mustBeWorked || candidate.overdue > terms.most) return null;
  const warming = terms.warmUpUntil !== null && on < terms.warmUpUntil;
  const chance = (warming ? warmUp.sharePct : terms.sharePct) / 100;
  const lot = lotOf(`${candidate.customerId} ${weekOf(on)}`);
  return { side: lot < chance ? 'left_alone' : 'open', chance };
}

/** The Monday of the week. */
export function weekOf(on: Day): Day {
  return plusDays(on, 1 - weekday(on));
}

/** The last day on which the account counts as asked or as left alone. */
export function lastDayOf(beganOn: Day): Day {
  return plusDays(beganOn, horizonDays - 1);
}

/** A chance between nought and one: FNV-1a over the text, stirred. */
function lotOf(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32;
}
