/** Whom refunds go to: the account's number, the bank details, whether it is a person. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Refund } from './refunds.ts';

export type PayoutParty = {
  readonly account: string;
  readonly bank: string;
  readonly sealed: string | null;
  readonly accountType: 'checking' | 'savings';
  readonly isPerson: boolean;
};

/** By refund. */
export async function partiesOf(
  db: Queries,
  refunds: readonly Refund[],
): Promise<Map<Id, PayoutParty>> {
  const rows = await db.all(sql<{
    refund_id: string;
    account: string;
    kind: string;
    bank: string | null;
    sealed: string | null;
    account_type: 'checking' | 'savings' | null;
  }>`
    select r.refund_id, a.account, a.kind, p.bank, p.sealed, p.account_type
      from refunds.refund r
      join customers.account_card a on a.account_id = r.account_id
      left join refunds.payee p on p.account_id = r.account_id and p.payee_id = r.payee_id
     where r.account_id = any(${[...new Set(refunds.map((each) => each.accountId))]}::uuid[])
       and r.refund_id  = any(${refunds.map((each) => each.refundId)}::uuid[])`);
  return new Map(
    rows.map((row) => [
      id(row.refund_id),
      {
        account: row.account,
        bank: row.bank ?? '',
        sealed: row.sealed,
        accountType: row.account_type ?? 'checking',
        isPerson: row.kind === 'student' || row.kind === 'consumer',
      },
    ]),
  );
}
