/** Claims as earlier 835s were posted: what a take-back reverses, and what was taken back. */
import { type Id, id } from '#kernel/ids.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { FirstClaim, Standing, TakeBack } from '../../rules/claims/take-back.ts';
import type { KnownClaimPayment } from './claims.ts';

/** Posted under one of these numbers and not taken back since, the newest first. */
export async function firstClaims(
  db: Queries,
  { companyId, currency }: Pick<KnownClaimPayment, 'companyId' | 'currency'>,
  numbers: readonly string[],
): Promise<FirstClaim[]> {
  const rows = await db.all(sql<{
    claim: string;
    remittance_id: string;
    line_no: number;
    item_id: string;
    account_id: string;
    reference: string;
    open_minor: bigint;
    paid_minor: bigint;
    adjusted_minor: bigint;
    share_account_id: string | null;
    share_item_id: string | null;
    share_minor: bigint | null;
    share_open_minor: bigint | null;
  }>`
    select l.claim, l.remittance_id, l.line_no, l.item_id, l.account_id,
           l.reference, i.open_minor, l.paid_minor, l.adjusted_minor,
           s.account_id as share_account_id, s.item_id as share_item_id,
           s.amount_minor as share_minor, d.open_minor as share_open_minor
      from cash.claim_posted l
      join cash.claim_payment p on p.remittance_id = l.remittance_id
      join ledger.item_card i on i.account_id = l.account_id and i.item_id = l.item_id
      left join cash.claim_share_moved s
             on s.remittance_id = l.remittance_id and s.line_no = l.line_no
      left join ledger.item_card d on d.account_id = s.account_id and d.item_id = s.item_id
     where p.company_id = ${companyId}
       and i.currency   = ${currency}
       and upper(l.claim) = any(${numbers.map((number) => number.trim().toUpperCase())})
       and not exists (select
                         from cash.claim_taken_back t
                        where t.first_remittance_id = l.remittance_id
                          and t.first_line_no       = l.line_no)
     order by p.recorded_at desc, l.line_no`);
  const claims = rows.map((row) => ({
    claim: row.claim,
    remittanceId: id(row.remittance_id),
    lineNo: row.line_no,
    itemId: id(row.item_id),
    accountId: id(row.account_id),
    reference: row.reference,
    open: row.open_minor,
    paid: row.paid_minor,
    adjusted: row.adjusted_minor,
    moved:
      row.share_account_id === null || row.share_item_id === null
        ? null
        : {
            accountId: id(row.share_account_id),
            itemId: id(row.share_item_id),
            amount: row.share_minor ?? 0n,
            open: row.share_open_minor ?? 0n,
          },
  }));
  const standing = await standingOn(db, claims);
  return claims.map((claim) => ({ ...claim, standing: standing.get(claim.itemId) ?? [] }));
}

/** What pays these items now, by item, the oldest first. */
async function standingOn(
  db: Queries,
  claims: readonly { readonly accountId: Id; readonly itemId: Id }[],
): Promise<Map<Id, Standing[]>> {
  if (claims.length === 0) return new Map();
  const rows = await db.all(sql<{
    application_id: string;
    debit_item_id: string;
    credit_item_id: string;
    number: string;
    amount_minor: bigint;
  }>`
    select a.application_id, a.debit_item_id, a.credit_item_id, c.number, a.amount_minor
      from ledger.standing_application a
      join ledger.dated_item c on c.account_id = a.account_id and c.item_id = a.credit_item_id
     where a.account_id    = any(${claims.map(({ accountId }) => accountId)})
       and a.debit_item_id = any(${claims.map(({ itemId }) => itemId)})
     order by a.recorded_at, a.application_id`);
  const found = new Map<Id, Standing[]>();
  for (const row of rows) {
    const itemId = id(row.debit_item_id);
    const standing = {
      applicationId: id(row.application_id),
      creditItemId: id(row.credit_item_id),
      number: row.number,
      amount: row.amount_minor,
    };
    found.set(itemId, [...(found.get(itemId) ?? []), standing]);
  }
  return found;
}

export type TakenBackRow = {
  readonly taken: TakeBack;
  readonly item: { readonly itemId: Id; readonly accountId: Id };
};

export async function insertTakenBack(
  tx: Tx,
  remittanceId: Id,
  rows: readonly TakenBackRow[],
): Promise<void> {
  await tx.copyIn(
    `cash.claim_taken_back (account_id, remittance_id, claim, item_id, first_remittance_id,
      first_line_no, paid_minor, adjusted_minor)`,
    rows.map(({ taken: { claim, first, paid, adjusted }, item }) => [
      item.accountId,
      remittanceId,
      claim,
      item.itemId,
      first?.remittanceId ?? null,
      first?.lineNo ?? null,
      paid,
      adjusted,
    ]),
  );
}

export type MovedShareRow = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly lineNo: number;
  readonly amount: bigint;
};

export async function insertSharesMoved(
  tx: Tx,
  remittanceId: Id,
  rows: readonly MovedShareRow[],
): Promise<void> {
  await tx.copyIn(
    'cash.claim_share_moved (account_id, item_id, remittance_id, line_no, amount_minor)',
    rows.map(({ accountId, itemId, lineNo, amount }) => [
      accountId,
      itemId,
      remittanceId,
      lineNo,
      amount,
    ]),
  );
}
