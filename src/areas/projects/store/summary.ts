/** What is doubtful on any day, counted by kind, with the largest cases: found, not remembered. */
import type { Day } from '#kernel/day.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { FindingKind } from '../rules/finding.ts';
import { foundIn } from './found.ts';

export type KindSummary = {
  readonly kind: FindingKind;
  readonly count: number;
  readonly amount: Money;
  readonly examples: readonly {
    readonly accountId: string;
    readonly account: string;
    readonly name: string;
    readonly document: string | null;
  }[];
};

/** One row a kind and currency; what somebody has answered is left out. */
export async function summaryOn(
  db: Queries,
  companies: CompanyScope,
  asOf: Day,
): Promise<KindSummary[]> {
  const rows = await db.all(sql<{
    kind: FindingKind;
    currency: string;
    count: bigint;
    amount_minor: bigint;
    examples: KindSummary['examples'];
  }>`
    with found as materialized (${foundIn({ companies }, asOf)}), ranked as (
      select f.kind, f.currency, f.amount_minor, f.account_id, a.account, a.name,
             f.facts ->> 'document' as document,
             row_number() over (partition by f.kind, f.currency
                                    order by f.base_minor desc, a.account, f.subject) as place
        from found f
        join customers.account_card a on a.account_id = f.account_id
       where not exists (select
                           from projects.finding s
                          where (s.account_id, s.kind, s.subject)
                                  = (f.account_id, f.kind, f.subject)
                            and s.state in ('accepted', 'not_a_problem'))
    )
    select kind, currency, count(*) as count, sum(amount_minor)::bigint as amount_minor,
           jsonb_agg(jsonb_build_object('accountId', account_id, 'account', account, 'name', name,
                                        'document', document) order by place)
             filter (where place <= 5) as examples
      from ranked
     group by kind, currency
     order by sum(count(*)) over (partition by kind) desc, kind, currency`);
  return rows.map(({ kind, currency, count, amount_minor, examples }) => {
    return { kind, count: Number(count), amount: money(amount_minor, currency), examples };
  });
}
