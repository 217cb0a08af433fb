/** Credits that nobody asks for, each with its stage, and the reports that were made. */
import { type Day, parseDay } from '#kernel/day.ts';
import { formatMoney, type Money, plus, zero } from '#kernel/money.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import type { unclaimed } from '../contract/unclaimed.ts';
import { stageOf } from '../rules/dormant.ts';
import { foundCredits } from '../store/credits.ts';
import { listRefunds } from '../store/list.ts';
import { ownerName, writtenTo } from '../store/owners.ts';
import { reportsOf } from '../store/unclaimed.ts';

export async function readUnclaimed(
  db: Queries,
  companies: CompanyScope,
  today: Day,
): Promise<AnswerOf<typeof unclaimed>> {
  const credits = await foundCredits(db, { companies, packs: ['unclaimed_dc'] });
  const known = await writtenTo(
    db,
    credits.map(({ accountId }) => accountId),
  );
  const reports = await reportsOf(db, companies);
  return {
    rows: await Promise.all(
      credits.map(async ({ accountId, creditId, amount, aroseOn, dueOn, facts, subject }) => {
        const writtenOn = known.get(`${accountId} ${subject}`) ?? null;
        const isWritten = writtenOn !== null;
        return {
          accountId,
          ...(await ownerName(db, accountId)),
          creditId,
          amount: formatMoney(amount),
          currency: amount.currency,
          aroseOn,
          dormantOn: dueOn,
          state: 'DC',
          letter: { due: facts['letter'] === 'yes', ...windowOf(facts), writtenOn },
          reportBefore: dayIn(facts['reportBefore']),
          stage: stageOf({ dormantOn: dueOn, facts, isWritten }, today),
          facts: { ...facts },
        };
      }),
    ),
    released: await readReleased(db, companies),
    reports: reports.map(({ reportId, company, state, madeOn, lines, total, fileName }) => {
      const sum = formatMoney(total);
      const { currency } = total;
      return { reportId, company, state, madeOn, lines, total: sum, currency, fileName };
    }),
  };
}

type Released = AnswerOf<typeof unclaimed>['released'];

/** Let go for a state and in no report yet, by company and currency. */
async function readReleased(db: Queries, companies: CompanyScope): Promise<Released> {
  const waiting = await listRefunds(db, { companies, state: 'released' }, 1000);
  const sums = new Map<string, { company: string; count: number; total: Money }>();
  for (const { company, amount, purpose } of waiting) {
    if (purpose !== 'unclaimed') continue;
    const key = `${company} ${amount.currency}`;
    const { count = 0, total = zero(amount.currency) } = sums.get(key) ?? {};
    sums.set(key, { company, count: count + 1, total: plus(total, amount) });
  }
  return [...sums.values()].map(({ company, count, total }) => {
    return { company, state: 'DC', count, total: formatMoney(total), currency: total.currency };
  });
}

function windowOf(facts: Readonly<Record<string, string>>): { from: Day | null; to: Day | null } {
  return { from: dayIn(facts['noticeFrom']), to: dayIn(facts['noticeTo']) };
}

function dayIn(text: string | undefined): Day | null {
  return text === undefined ? null : (parseDay(text) ?? null);
}
