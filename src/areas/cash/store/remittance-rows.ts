/** Remittance rows as they are kept: amounts are whole numbers in text, which JSON cannot bend. */
import type { RemittanceRow } from '../rules/matching/model.ts';

export type StoredRow = {
  readonly reference: string;
  readonly paid?: string;
  readonly gross?: string;
  readonly discount?: string;
  readonly deduction?: string;
  readonly reason?: string;
};

export function writeRemittance(rows: readonly RemittanceRow[]): string {
  return JSON.stringify(
    rows.map((row) => ({
      reference: row.reference,
      paid: row.paidMinor?.toString(),
      gross: row.grossMinor?.toString(),
      discount: row.discountMinor?.toString(),
      deduction: row.deductionMinor?.toString(),
      reason: row.reason,
    })),
  );
}

export function readRemittance(rows: readonly StoredRow[]): RemittanceRow[] {
  return rows.map(({ reference, paid, gross, discount, deduction, reason }) => ({
    reference,
    ...(paid === undefined ? {} : { paidMinor: BigInt(paid) }),
    ...(gross === undefined ? {} : { grossMinor: BigInt(gross) }),
    ...(discount === undefined ? {} : { discountMinor: BigInt(discount) }),
    ...(deduction === undefined ? {} : { deductionMinor: BigInt(deduction) }),
    ...(reason === undefined ? {} : { reason }),
  }));
}
