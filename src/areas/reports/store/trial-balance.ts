/** The trial balance: the journal's accounts over a stretch of posting days. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type TrialBalanceRow = {
  readonly chart_account: string;
  readonly external_number: string | null;
  readonly currency: string;
  /** Debit less credit of everything before. */
  readonly opening_minor: bigint;
  readonly debit_minor: bigint;
  readonly credit_minor: bigint;
  readonly opening_base_minor: bigint;
  readonly debit_base_minor: bigint;
  readonly credit_base_minor: bigint;
};

export type Stretch = {
  readonly companyId: Id;
  readonly from: Day;
  readonly to: Day;
  readonly knownAt: Instant;
};

export async function trialBalanceRows(
  db: Queries,
  { companyId, from, to, knownAt }: Stretch,
): Promise<TrialBalanceRow[]> {
  return db.all(sql<TrialBalanceRow>`
    select chart_account, external_number, currency, opening_minor, debit_minor, credit_minor,
           opening_base_minor, debit_base_minor, credit_base_minor
      from ledger.trial_balance(${companyId}, ${from}, ${to}, ${knownAt})`);
}
