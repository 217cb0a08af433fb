/**
 * What a payer says a payment is for, and to which payment a remittance belongs that came apart.
 *
 * It belongs to a payment that bears its number, else to the only one of its amount and payer
 * within a week. Two that fit are nobody's: a remittance at the wrong payment pays wrong invoices.
 */
import type { RemittanceLine } from '#formats/neutral.ts';
import { type Day, daysBetween } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { RemittanceRow } from '../matching/model.ts';
import { aliasOf } from './alias.ts';

/** The rows as matching reads them; several deductions of a line are one with all its reasons. */
export function remittanceRows(lines: readonly RemittanceLine[]): RemittanceRow[] {
  return lines.map(({ reference, paid, gross, discount, deductions, note }) => {
    const deduction = deductions.reduce((sum, { amount }) => sum + amount.minor, 0n);
    const reasons = [...deductions.map((each) => each.reason), note ?? ''].filter(Boolean);
    return {
      reference,
      ...(paid ? { paidMinor: paid.minor } : {}),
      ...(gross ? { grossMinor: gross.minor } : {}),
      ...(discount ? { discountMinor: discount.minor } : {}),
      ...(deduction === 0n ? {} : { deductionMinor: deduction }),
      ...(reasons.length === 0 ? {} : { reason: reasons.join(' · ').slice(0, 200) }),
    };
  });
}

export type Payment = {
  readonly receiptId: Id;
  readonly amount: Money;
  readonly receivedOn: Day;
  readonly payerName: string;
  /** Check number, the bank's reference, what else stands alone as one. */
  readonly marks: readonly string[];
};

export type Loose = {
  readonly payerName: string;
  readonly paymentReference: string;
  readonly paidOn: Day | null;
  readonly total: bigint | null;
  readonly currency: string;
};

/** A remittance comes within so many days of its money, before or after it. */
export const mostDaysApart = 7;

/** The payment that a remittance explains; undefined when none fits, or several do. */
export function paymentOf<P extends Payment>(loose: Loose, payments: readonly P[]): P | undefined {
  const same = payments.filter(({ amount }) => amount.currency === loose.currency);
  const wanted = markOf(loose.paymentReference);
  const named =
    wanted === '' ? [] : same.filter(({ marks }) => marks.some((mark) => markOf(mark) === wanted));
  if (named.length > 0) return named.length === 1 ? named[0] : only(named, loose);
  return only(same, loose);
}

function only<P extends Payment>(payments: readonly P[], loose: Loose): P | undefined {
  const fits = payments.filter(
    ({ amount, receivedOn, payerName }) =>
      amount.minor === loose.total &&
      (loose.paidOn === null || Math.abs(daysBetween(loose.paidOn, receivedOn)) <= mostDaysApart) &&
      sameName(payerName, loose.payerName),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/** A name that a bank cut is the beginning of the whole one. */
function sameName(one: string, other: string): boolean {
  const [a, b] = [aliasOf(one), aliasOf(other)];
  if (a === '' || b === '') return false;
  return a.startsWith(b) || b.startsWith(a);
}

/** A number without its leading zeros and marks, as banks and payers differ in them. */
export function markOf(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/gu, '')
    .replace(/^0+/u, '');
}
