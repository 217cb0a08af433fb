/** Card receipts that chargebacks may take back, with the names of their captures. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type CardPaid, takenBack } from '../../rules/cards/charged-back.ts';
import type { SettledLine } from '../closing/captures.ts';

export type BackReceipt = {
  readonly receiptId: Id;
  readonly who: string;
  readonly state: 'posted' | 'returned';
  readonly receivedOn: Day;
};

/** By the chargeback's line: the receipt that it takes back, or took back already. */
export async function receiptsOfChargebacks(
  db: Queries,
  companyId: Id,
  lines: readonly SettledLine[],
): Promise<Map<Id, BackReceipt>> {
  const all = lines.filter(({ kind, gross }) => kind === 'chargeback' && gross < 0n);
  const found = new Map<Id, BackReceipt>();
  for (const [code, own] of Map.groupBy(all, (line) => line.currency)) {
    const chargebacks = own.map(({ lineId, on, gross, reference }) => ({
      lineId,
      on,
      amount: -gross,
      reference,
    }));
    const paid = await cardPaid(db, companyId, { code, amounts: own.map((one) => -one.gross) });
    const by = new Map(paid.map((each) => [each.receiptId, each]));
    for (const [lineId, receiptId] of takenBack(chargebacks, paid)) {
      const receipt = by.get(receiptId);
      if (receipt) found.set(lineId, { ...receipt, receivedOn: receipt.on });
    }
  }
  return found;
}

type Paid = CardPaid & Pick<BackReceipt, 'who' | 'state'>;

async function cardPaid(
  db: Queries,
  companyId: Id,
  { code, amounts }: { readonly code: string; readonly amounts: readonly bigint[] },
): Promise<Paid[]> {
  const rows = await db.all(sql<{
    receipt_id: string;
    received_on: string;
    amount_minor: bigint;
    state: 'posted' | 'returned';
    who: string;
    names: string[];
  }>`
    select r.receipt_id, r.received_on, r.amount_minor, n.state,
           coalesce(nullif(r.payer_name, ''), r.reference) as who,
           array_remove(array_agg(distinct s.reference) || array_agg(distinct s.external_id)
                        || array[r.reference], null) as names
      from cash.receipt r
      join cash.receipt_now n on n.receipt_id = r.receipt_id
      left join cash.card_pair p on p.receipt_id = r.receipt_id
      left join bank_files.settlement_card s on s.settlement_line_id = p.settlement_line_id
     where r.company_id   = ${companyId}
       and r.currency     = ${code}
       and r.amount_minor = any(${amounts.map(String)}::bigint[])
       and r.method in ('card', 'portal')
       and n.state in ('posted', 'returned')
     group by r.receipt_id, r.received_on, r.amount_minor, n.state, r.payer_name, r.reference`);
  return rows.map((row) => ({
    receiptId: id(row.receipt_id),
    on: day(row.received_on),
    amount: row.amount_minor,
    references: row.names,
    who: row.who,
    state: row.state,
  }));
}
