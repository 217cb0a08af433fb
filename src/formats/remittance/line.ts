/**
 * One row of a remittance advice as figures, whoever read them: a table or plain text.
 *
 * What is taken off is positive here, whichever sign the payer gives it. A difference that
 * nobody named is left open: it is the reader of the board who gives it a reason.
 */
import { type Currency, money } from '#kernel/money.ts';
import { type Day } from '#kernel/day.ts';
import { type RemittanceLine } from '../neutral.ts';
import { creditWords } from './fields.ts';

/** Figures in minor units as they stand on the row. */
export type LineFigures = {
  readonly gross?: bigint | undefined;
  readonly discount?: bigint | undefined;
  readonly deduction?: bigint | undefined;
  readonly paid?: bigint | undefined;
};

export type LineWords = {
  readonly record: number;
  readonly reference: string;
  readonly type?: string;
  readonly order?: string;
  readonly reason?: string;
  readonly note?: string;
  readonly issuedOn?: Day;
};

/** The line that a row tells; without a net what is left of the gross is paid. */
export function lineOf(words: LineWords, figures: LineFigures, code: Currency): RemittanceLine {
  const { record, reason = '', note = '', issuedOn } = words;
  const reference = words.reference === '' ? (words.order ?? '') : words.reference;
  const sign = (figures.gross ?? figures.paid ?? 0n) < 0n ? -1n : 1n;
  const discount = unsigned(figures.discount) * sign;
  const deduction = deductionOf(figures, discount);
  const left = figures.gross === undefined ? undefined : figures.gross - discount - deduction;
  const paid = figures.paid ?? left;
  const kind = kindOf(words, reference, paid);
  const reasonText = reason === '' ? note : reason;
  return {
    record,
    kind,
    reference,
    ...(paid === undefined ? {} : { paid: money(paid, code) }),
    ...(figures.gross === undefined ? {} : { gross: money(figures.gross, code) }),
    ...(discount === 0n ? {} : { discount: money(discount, code) }),
    deductions: deduction === 0n ? [] : [{ amount: money(deduction, code), reason: reasonText }],
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(note === '' ? {} : { note }),
  };
}

/** The deduction with the sign under which the row adds up; positive when it adds up never. */
function deductionOf({ gross, paid, deduction }: LineFigures, discount: bigint): bigint {
  if (deduction === undefined) return 0n;
  if (gross !== undefined && paid !== undefined) {
    if (gross - discount - deduction === paid) return deduction;
    if (gross - discount + deduction === paid) return -deduction;
  }
  return unsigned(deduction);
}

function unsigned(amount: bigint | undefined): bigint {
  if (amount === undefined) return 0n;
  return amount < 0n ? -amount : amount;
}

function kindOf(
  { type = '', reference: stated, order }: LineWords,
  reference: string,
  paid: bigint | undefined,
): RemittanceLine['kind'] {
  if (reference === '') return 'other';
  if (paid !== undefined && paid < 0n) return 'credit_memo';
  if (creditWords.test(type) || /^(?:CM|CN|NC|CR)[-_ ]?\d/iu.test(reference)) return 'credit_memo';
  return stated === '' && order !== undefined ? 'order' : 'invoice';
}
