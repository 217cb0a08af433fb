/** The rules of a company, version by version, and what people have time for. */
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { AssignmentRule } from '../rules/assignment.ts';
import type { Capacity } from '../rules/people.ts';

export type RuleSet = {
  /** 0 before there were any. */
  readonly version: number;
  readonly rules: readonly AssignmentRule[];
  readonly savedAt: Instant | null;
  readonly reason: string;
};

const none: RuleSet = { version: 0, rules: [], savedAt: null, reason: '' };

/** The rules in force. */
export async function currentRules(db: Queries, companyId: Id): Promise<RuleSet> {
  const row = await db.maybe(sql<{
    version: number;
    rules: readonly KeptRule[];
    recorded_at: Instant;
    reason: string;
  }>`
    select version, rules, recorded_at, reason
      from portfolios.rule_set
     where company_id = ${companyId}
     order by version desc
     limit 1`);
  if (!row) return none;
  const { version, recorded_at: savedAt, reason } = row;
  return { version, rules: row.rules.map(revived), savedAt, reason };
}

/** Keeps a version; two at once meet in the key, so the caller locks the company's rules. */
export async function insertRules(
  tx: Tx,
  companyId: Id,
  { version, rules }: Pick<RuleSet, 'version' | 'rules'>,
  { at, actor, reason }: { readonly at: Instant; readonly actor: string; readonly reason: string },
): Promise<void> {
  await tx.run(sql`
    insert into portfolios.rule_set (company_id, version, rules, recorded_at, actor, reason)
    values (${companyId}, ${version}, ${JSON.stringify(rules, bigintsAsText)}::jsonb, ${at},
            ${actor}, ${reason})`);
}

/** Keeps every other change of the company's portfolio out until the transaction ends. */
export async function lockPortfolio(tx: Tx, companyId: Id): Promise<void> {
  await tx.run(sql`
    select pg_advisory_xact_lock(hashtextextended('portfolio ' || ${companyId}, 0))`);
}

/** Amounts are kept as texts, because JSON has no whole numbers of their size. */
function bigintsAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** As JSON holds a rule: its amounts are texts. */
type KeptSpan = { readonly from?: string; readonly below?: string };
type KeptRule = Omit<AssignmentRule, 'when'> & {
  readonly when: Omit<AssignmentRule['when'], 'balance' | 'overdue'> & {
    readonly balance?: KeptSpan;
    readonly overdue?: KeptSpan;
  };
};

function revived({ when, ...rule }: KeptRule): AssignmentRule {
  const { balance, overdue, ...rest } = when;
  return { ...rule, when: { ...rest, balance: span(balance), overdue: span(overdue) } };
}

function span(kept: KeptSpan | undefined): AssignmentRule['when']['balance'] {
  if (kept === undefined) return undefined;
  const { from, below } = kept;
  return {
    from: from === undefined ? undefined : BigInt(from),
    below: below === undefined ? undefined : BigInt(below),
  };
}

/** The latest word on each person's time and languages. */
export async function capacities(db: Queries): Promise<Map<Id, Capacity>> {
  const rows = await db.all(sql<{ member_id: string; minutes_a_day: number; speaks: string[] }>`
    select distinct on (member_id) member_id, minutes_a_day, speaks
      from portfolios.capacity
     order by member_id, recorded_at desc`);
  return new Map(
    rows.map((row) => [id(row.member_id), { minutesADay: row.minutes_a_day, speaks: row.speaks }]),
  );
}

export async function insertCapacity(
  tx: Tx,
  memberId: Id,
  { minutesADay, speaks }: Capacity,
  { at, actor }: { readonly at: Instant; readonly actor: string },
): Promise<void> {
  await tx.run(sql`
    insert into portfolios.capacity (member_id, recorded_at, minutes_a_day, speaks, actor)
    values (${memberId}, ${at}, ${minutesADay}, ${speaks}, ${actor})`);
}
