/** Remittances that came apart from their money, and what card processors settled. */
import type { Remittance, SettlementLine } from '#formats/neutral.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { remittanceLinesToJson } from '../rules/money-json.ts';

/** How often each of these identities is known in the company. */
export async function remittancesKnown(
  db: Queries,
  companyId: Id,
  identities: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.all(sql<{ identity: string; times: bigint }>`
    select r.identity, count(*) as times
      from bank_files.remittance r
     where r.company_id = ${companyId}
       and r.identity = any(${identities})
     group by r.identity`);
  return new Map(rows.map((row) => [row.identity, Number(row.times)]));
}

export type Counted = { readonly id: Id; readonly identity: string; readonly occurrence: number };
export type FileOfCompany = { readonly fileId: Id; readonly companyId: Id };

export async function insertRemittances(
  { tx, at }: Context,
  { fileId, companyId }: FileOfCompany,
  remittances: readonly (Counted & { readonly remittance: Remittance; currency: string })[],
): Promise<void> {
  await tx.copyIn(
    `bank_files.remittance (remittance_id, company_id, file_id, record, identity, occurrence,
      payer_name, payer_id, payment_reference, paid_on, total_minor, currency, method, lines,
      recorded_at)`,
    remittances.map(({ remittance, ...each }) => [
      each.id,
      companyId,
      fileId,
      remittance.record,
      each.identity,
      each.occurrence,
      remittance.payerName,
      remittance.payerId,
      remittance.paymentReference,
      remittance.paidOn,
      remittance.total?.minor,
      each.currency,
      remittance.method,
      JSON.stringify(remittanceLinesToJson(remittance.lines)),
      at,
    ]),
  );
}

/** How often each of these identities of settlement lines is known in the company. */
export async function settlementsKnown(
  db: Queries,
  companyId: Id,
  identities: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.all(sql<{ identity: string; times: bigint }>`
    select s.identity, count(*) as times
      from bank_files.settlement_line s
     where s.company_id = ${companyId}
       and s.identity = any(${identities})
     group by s.identity`);
  return new Map(rows.map((row) => [row.identity, Number(row.times)]));
}

export async function insertSettlements(
  { tx, at }: Context,
  { fileId, companyId }: FileOfCompany,
  lines: readonly (Counted & { readonly line: SettlementLine; readonly processor: string })[],
): Promise<void> {
  await tx.copyIn(
    `bank_files.settlement_line (settlement_line_id, company_id, file_id, record, identity,
      occurrence, processor, kind, external_id, settled_on, currency, gross_minor, fee_minor,
      net_minor, reference, batch, brand, last4, recorded_at)`,
    lines.map(({ line, ...each }) => [
      each.id,
      companyId,
      fileId,
      line.record,
      each.identity,
      each.occurrence,
      each.processor,
      line.kind,
      line.id,
      line.on,
      line.gross.currency,
      line.gross.minor,
      line.fee.minor,
      line.net.minor,
      line.reference,
      line.batch,
      line.brand,
      line.last4,
      at,
    ]),
  );
}
