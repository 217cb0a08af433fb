/** Which accounts came to which side of an experiment, once, with what they owed then. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { AccountFacts } from '../rules/account-facts.ts';
import type { Chosen, Strategy } from '../rules/choose-strategy.ts';
import { type Collected, owedMost } from '../rules/outcome.ts';
import type { Arm } from '../rules/split.ts';

export type Entered = {
  readonly accountId: Id;
  readonly arm: NonNullable<Chosen['arm']>;
  readonly strategies: readonly Strategy[];
  readonly facts: AccountFacts;
};

/** Accounts that owe something; who is in already stays as they came. */
export async function enterExperiment(
  tx: Tx,
  { asOf, at }: { readonly asOf: Day; readonly at: Instant },
  entered: readonly Entered[],
): Promise<void> {
  const rows = entered.flatMap(({ accountId, arm, strategies, facts }) => {
    const owed = owedMost(facts);
    const champion = strategies.find(({ key }) => key === arm.champion);
    const challenger = champion?.document.experiment?.challenger;
    return owed && challenger !== undefined ? [{ accountId, arm, challenger, owed }] : [];
  });
  if (rows.length === 0) return;
  await tx.run(sql`
    insert into strategies.experiment_account (account_id, strategy, challenger, arm, entered_on,
                                               currency, owed_minor, recorded_at)
    select u.account_id, u.strategy, u.challenger, u.arm, ${asOf}, u.currency, u.owed, ${at}
      from unnest(${rows.map(({ accountId }) => accountId)}::uuid[],
                  ${rows.map(({ arm }) => arm.champion)}::text[],
                  ${rows.map(({ challenger }) => challenger)}::text[],
                  ${rows.map(({ arm }) => arm.side)}::text[],
                  ${rows.map(({ owed }) => owed.currency)}::text[],
                  ${rows.map(({ owed }) => owed.minor)}::bigint[])
           as u (account_id, strategy, challenger, arm, currency, owed)
        on conflict do nothing`);
}

/** What each account owed when it came in, and what was applied to its debts since. */
export async function collectedBy(
  db: Queries,
  strategy: string,
  challenger: string,
): Promise<Readonly<Record<Arm, readonly Collected[]>>> {
  const rows = await db.all(sql<{ arm: Arm; owed_minor: bigint; paid: bigint }>`
    select e.arm, e.owed_minor, coalesce(sum(m.amount_minor), 0)::bigint as paid
      from strategies.experiment_account e
      left join ledger.applied_money m on m.account_id = e.account_id
                                      and m.currency = e.currency
                                      and m.issued_on <= e.entered_on
                                      and m.effective_on >= e.entered_on
     where e.strategy = ${strategy}
       and e.challenger = ${challenger}
     group by e.account_id, e.arm, e.owed_minor`);
  const side = (arm: Arm): Collected[] =>
    rows
      .filter((row) => row.arm === arm)
      .map(({ owed_minor, paid }) => ({ owed: owed_minor, paid }));
  return { champion: side('champion'), challenger: side('challenger') };
}
