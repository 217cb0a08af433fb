/** Credits that nobody asks for, each with its stage, and the reports that were made. */
import type { Day } from '#kernel/day.ts';
import { formatMoney } from '#kernel/money.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import type { unclaimed } from '../contract/unclaimed.ts';
import { stageOf } from '../rules/dormant.ts';
import { foundCredits } from '../store/credits.ts';
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
        const isWritten = known.has(`${accountId} ${subject}`);
        return {
          accountId,
          ...(await ownerName(db, accountId)),
          creditId,
          amount: formatMoney(amount),
          currency: amount.currency,
          aroseOn,
          dormantOn: dueOn,
          stage: stageOf({ dormantOn: dueOn, facts, isWritten }, today),
          facts: { ...facts },
        };
      }),
    ),
    reports: reports.map(({ reportId, company, state, madeOn, lines, total, fileName }) => {
      const sum = formatMoney(total);
      const { currency } = total;
      return { reportId, company, state, madeOn, lines, total: sum, currency, fileName };
    }),
  };
}
