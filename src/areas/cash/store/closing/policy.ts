/** How a company closes its cash: the latest row counts, and a company without one is standard. */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type CardPolicy, standardCardPolicy } from '../../rules/cards/batch.ts';
import { type ClosingPolicy, standardClosingPolicy } from '../../rules/closing/sign-day.ts';
import { type DepositPolicy, standardDepositPolicy } from '../../rules/deposits/deposit.ts';

export type CashClosingPolicy = ClosingPolicy & CardPolicy & DepositPolicy;

export async function closingPolicyOf(db: Queries, companyId: Id): Promise<CashClosingPolicy> {
  const row = await db.maybe(sql<{
    second_person: boolean;
    bank_answer_days: number;
    keep_paper_days: number;
    card_lag_days: number;
    review_days: number;
  }>`
    select second_person, bank_answer_days, keep_paper_days, card_lag_days, review_days
      from cash.closing_policy
     where company_id = ${companyId}
     order by recorded_at desc
     limit 1`);
  if (!row) return { ...standardClosingPolicy, ...standardCardPolicy, ...standardDepositPolicy };
  return {
    secondPerson: row.second_person,
    bankAnswerDays: row.bank_answer_days,
    keepPaperDays: row.keep_paper_days,
    lagDays: row.card_lag_days,
    reviewDays: row.review_days,
  };
}

export async function insertClosingPolicy(
  { tx, at, actor, reason }: Context,
  companyId: Id,
  policy: CashClosingPolicy,
): Promise<void> {
  await tx.run(sql`
    insert into cash.closing_policy (company_id, recorded_at, second_person, bank_answer_days,
                                     keep_paper_days, card_lag_days, review_days, actor,
                                     reason)
    values (${companyId}, ${at}, ${policy.secondPerson}, ${policy.bankAnswerDays},
            ${policy.keepPaperDays}, ${policy.lagDays}, ${policy.reviewDays}, ${actor.ref},
            ${reason})`);
}
