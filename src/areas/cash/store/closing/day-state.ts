/** All about one day of one company: the proof, who signed, what has arrived since. */
import type { Queries } from '#platform/postgres/db.ts';
import { type DayFacts, type ProvedDay, meetAtBank, proveDay } from '../../rules/closing/day.ts';
import { capturedOn } from './captures.ts';
import { type CompanyDay, bankOnly, dayReceipts, journalOnly, whoWorked } from './day.ts';
import { type CashClosingPolicy, closingPolicyOf } from './policy.ts';
import { type Signature, type SignedRow, signaturesOf, signedRows } from './signatures.ts';

export type DayState = {
  readonly facts: DayFacts;
  readonly proved: ProvedDay;
  readonly policy: CashClosingPolicy;
  readonly signatures: readonly Signature[];
  /** Everything that a signature would take in. */
  readonly rows: readonly SignedRow[];
  /** Of it, what no signature has taken in although the day was signed. */
  readonly late: readonly SignedRow[];
  readonly workedOnBy: readonly string[];
};

export async function dayState(db: Queries, which: CompanyDay): Promise<DayState> {
  const { companyId, day } = which;
  const policy = await closingPolicyOf(db, companyId);
  const captured = await capturedOn(db, companyId, day, policy);
  const facts = meetAtBank({
    receipts: await dayReceipts(db, which, captured),
    bankOnly: await bankOnly(db, which),
    journalOnly: await journalOnly(db, which),
  });
  const signatures = await signaturesOf(db, which);
  const rows = rowsOf(facts);
  const signed = await signedRows(db, which);
  return {
    facts,
    proved: proveDay(facts),
    policy,
    signatures,
    rows,
    late: signatures.length === 0 ? [] : rows.filter((row) => !signed.has(`${row.kind} ${row.id}`)),
    workedOnBy: await whoWorked(db, which),
  };
}

function rowsOf({ receipts, bankOnly: lines, journalOnly: entries }: DayFacts): SignedRow[] {
  return [
    ...receipts.map(({ receiptId }) => ({ kind: 'receipt' as const, id: receiptId })),
    ...lines.map((line) => ({ kind: 'bank_line' as const, id: line.id })),
    ...entries.map((entry) => ({ kind: 'entry' as const, id: entry.id })),
  ];
}
