/** All about one day of one company: the proof, who signed, what has arrived since. */
import type { Queries } from '#platform/postgres/db.ts';
import type { Id } from '#kernel/ids.ts';
import {
  type DayFacts,
  type ProvedDay,
  type Stray,
  meetAtBank,
  proveDay,
} from '../../rules/closing/day.ts';
import { sumLines } from '../../rules/receipts/from-bank.ts';
import { noticeSums, unusedLines } from '../bank-lines.ts';
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
    bankOnly: await withoutSums(db, companyId, await bankOnly(db, which)),
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

/** A deposit whose single payments came in a list is received as those, posted or not. */
async function withoutSums(
  db: Queries,
  companyId: Id,
  strays: readonly Stray[],
): Promise<readonly Stray[]> {
  if (strays.length === 0) return strays;
  const unused = await unusedLines(db, companyId);
  const [first] = unused;
  if (!first) return strays;
  const sums = sumLines(unused, await noticeSums(db, companyId, first.bookedOn));
  return strays.filter((stray) => !sums.has(stray.id));
}

function rowsOf({ receipts, bankOnly: lines, journalOnly: entries }: DayFacts): SignedRow[] {
  return [
    ...receipts.map(({ receiptId }) => ({ kind: 'receipt' as const, id: receiptId })),
    ...lines.map((line) => ({ kind: 'bank_line' as const, id: line.id })),
    ...entries.map((entry) => ({ kind: 'entry' as const, id: entry.id })),
  ];
}
