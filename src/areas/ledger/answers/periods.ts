/** The periods of a company from the first posting to today, newest first. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { periods } from '../contract.ts';
import { type Period, periodBefore, periodOf, stateOfPeriod } from '../rules/period.ts';
import { closedNow } from '../store/closed.ts';
import { closingsSince, firstPosting, ownPeriods } from '../store/periods.ts';

export type PeriodsAnswer = AnswerOf<typeof periods>;

/** Five years of months are enough to look back on; older ones are closed with them. */
const most = 60;

export async function readPeriods(
  db: Queries,
  company: { readonly companyId: Id; readonly code: string },
  { today, language }: { readonly today: Day; readonly language: Language },
): Promise<PeriodsAnswer> {
  const { companyId, code } = company;
  const own = await ownPeriods(db, companyId);
  const closed = await closedNow(db, companyId);
  const listed = periodsUntil(today, (await firstPosting(db, companyId)) ?? today, own);
  const acts = await closingsSince(db, companyId, listed.at(-1)?.firstOn ?? today);
  return {
    company: code,
    ...closed,
    rows: listed.map((period) => ({
      ...period,
      state: stateOfPeriod(period, closed),
      over: period.lastOn < today,
      acts: acts
        .filter((act) => act.period === period.name)
        .map(({ act, actor, recordedAt: at, reason }) => ({
          act,
          by: actorName(actor, language),
          at,
          reason,
        })),
    })),
  };
}

function periodsUntil(today: Day, first: Day, own: readonly Period[]): Period[] {
  const found = [periodOf(today, own)];
  for (let last = found[0]; last && last.firstOn > first && found.length < most;) {
    last = periodBefore(last, own);
    found.push(last);
  }
  return found;
}
