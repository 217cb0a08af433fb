/**
 * The morning of one company: what every account is worth, what the day has room for, and who is
 * left alone by chance.
 *
 *   standings ─▶ worth ─▶ price of a minute ─▶ planned ─▶ episode: open or left alone
 *
 * The plan is made before anybody is drawn, and as if nobody were: only so are the accounts that
 * are left alone like those that are worked.
 */
import type { Day } from '#kernel/day.ts';
import { type Draw, type ExperimentTerms, draw, lastDayOf } from './control.ts';
import type { Learned } from './response.ts';
import { bookRate } from './rates.ts';
import type { LatePaying, Standing } from './standing.ts';
import { type Ranked, type WorthPolicy, planDay, worthOf } from './worth.ts';

export type Candidate = {
  readonly standing: Standing;
  readonly customerId: string;
  /** A day, a promise or a person calls for it: it is worked whatever it is worth. */
  readonly mustBeWorked: boolean;
  /** Answered until later: there is nothing to plan today. */
  readonly answered: boolean;
  /** The episode that it is in. */
  readonly running: (Draw & { readonly lastDay: Day }) | undefined;
};

export type Company = {
  readonly book: LatePaying;
  readonly learned: Learned | undefined;
  /** Minutes of the day. */
  readonly capacity: number;
  /** Null: nothing is measured. */
  readonly terms: ExperimentTerms | null;
};

export type Priced = {
  readonly worth: Ranked;
  readonly candidate: Candidate;
  /** The side it is on today; null: it may not be left alone, or the day has no room for it. */
  readonly drawn: (Draw & { readonly lastDay: Day; readonly begins: boolean }) | null;
};

export type Morning = {
  readonly price: number;
  /** Minutes that are left once what must be worked is. */
  readonly room: number;
  readonly minutes: number;
  readonly priced: readonly Priced[];
};

export function morningOf(
  candidates: readonly Candidate[],
  company: Company,
  { on, policy }: { readonly on: Day; readonly policy: WorthPolicy },
): Morning {
  const known = { book: bookRate(company.book), learned: company.learned };
  const byAccount = new Map(candidates.map((each) => [each.standing.accountId, each]));
  const worths = candidates.flatMap(({ standing }) => worthOf(standing, known, policy) ?? []);
  const waiting = worths.filter(({ accountId }) => {
    const candidate = byAccount.get(accountId);
    return candidate !== undefined && !candidate.mustBeWorked && !candidate.answered;
  });
  const musts = candidates.filter(({ mustBeWorked, answered }) => mustBeWorked && !answered);
  const room = Math.max(0, company.capacity - musts.length * policy.minutes.call);
  const plan = planDay(waiting, room);
  const planned = new Map(plan.order.map((each) => [each.accountId, each]));
  const priced = worths.flatMap((worth): Priced[] => {
    const candidate = byAccount.get(worth.accountId);
    if (candidate === undefined) return [];
    const surplus = Number(worth.gain) - plan.price * worth.minutes;
    const ranked = planned.get(worth.accountId) ?? { ...worth, surplus, planned: false };
    return [{ worth: ranked, candidate, drawn: drawnOf(candidate, ranked, on, company.terms) }];
  });
  return { price: plan.price, room, minutes: plan.minutes, priced };
}

function drawnOf(
  candidate: Candidate,
  { planned }: Ranked,
  on: Day,
  terms: ExperimentTerms | null,
): Priced['drawn'] {
  if (terms === null) return null;
  if (candidate.running !== undefined) return { ...candidate.running, begins: false };
  if (!planned) return null;
  const { customerId, mustBeWorked, standing } = candidate;
  const drawn = draw({ customerId, mustBeWorked, overdue: standing.overdue }, on, terms);
  return drawn && { ...drawn, lastDay: lastDayOf(on), begins: true };
}
