/** Findings as people read them: with account, owner and what was said of them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { FindingKind, FindingState } from '../rules/finding.ts';
import { type FindingFilter, type FindingKey, isChosen } from './chosen.ts';

export type ListedFinding = {
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly company: string;
  readonly kind: FindingKind;
  readonly subject: string;
  readonly amount: Money;
  readonly base: Money;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly state: FindingState;
  readonly note: string | null;
  readonly until: Day | null;
  readonly owner: string | null;
  readonly firstSeenOn: Day;
};

type Row = {
  account_id: string;
  account: string;
  name: string;
  company: string;
  kind: FindingKind;
  subject: string;
  currency: string;
  amount_minor: bigint;
  base_minor: bigint;
  base_currency: string;
  facts: Record<string, string | number>;
  state: FindingState;
  note: string | null;
  until_on: string | null;
  owner: string | null;
  first_seen_on: string;
};

/** The last row of a page: what follows it is the next. */
export type After = FindingKey & { readonly baseMinor: bigint };

/** A page of what waits, most at stake first. */
export async function listFindings(
  db: Queries,
  filter: FindingFilter,
  page: { readonly limit: number | null; readonly after?: After | undefined },
): Promise<ListedFinding[]> {
  const condition = allOf([isChosen(filter), page.after && follows(page.after)]);
  const rows = await db.all(sql<Row>`
    with top as materialized (
      select f.*
        from projects.finding f
       where ${condition}
       order by f.base_minor desc, f.account_id, f.kind, f.subject
       limit ${page.limit}
    )
    select f.account_id, a.account, a.name, a.company, f.kind, f.subject, f.currency,
           f.amount_minor, f.base_minor, co.base_currency, f.facts, f.state, f.note, f.until_on,
           p.name as owner, f.first_seen_on
      from top f
      join customers.account_card a on a.account_id = f.account_id
      join team.company co on co.company_id = f.company_id
      left join team.person p on p.member_id = coalesce(f.owner_id, a.owner_id)
     order by f.base_minor desc, f.account_id, f.kind, f.subject`);
  return rows.map(listed);
}

function follows({ baseMinor, accountId, kind, subject }: After): Sql<boolean> {
  const at = baseMinor.toString();
  return sql<boolean>`f.base_minor <= ${at}::bigint
       and (f.base_minor < ${at}::bigint
            or (f.account_id, f.kind, f.subject) > (${accountId}::uuid, ${kind}, ${subject}))`;
}

function listed(row: Row): ListedFinding {
  return {
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    company: row.company,
    kind: row.kind,
    subject: row.subject,
    amount: money(row.amount_minor, row.currency),
    base: money(row.base_minor, row.base_currency),
    facts: row.facts,
    state: row.state,
    note: row.note,
    until: row.until_on === null ? null : day(row.until_on),
    owner: row.owner,
    firstSeenOn: day(row.first_seen_on),
  };
}
