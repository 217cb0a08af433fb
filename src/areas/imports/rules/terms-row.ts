/**
 * One row of a list of payment terms.
 *
 * Sources that keep terms as columns say days, month end and discount one by one; the rest
 * write them as a phrase, which is read as people write terms.
 */
import { type PaymentTerms } from '#areas/customers/rules/terms.ts';
import { parseTerms } from '#areas/customers/rules/terms-text.ts';
import { type TermsRecord } from './records.ts';
import { type ReadingRow, countOf, flagOf, refuseRow, textOf } from './row-reader.ts';

/** The terms on a row; undefined with problems noted. */
export function termsOf(row: ReadingRow): TermsRecord | undefined {
  const code = textOf(row, 'code');
  if (code === undefined) return refuseRow(row, 'code', 'import.value_missing');
  const netDays = countOf(row, 'netDays');
  const terms = netDays === undefined ? termsInWords(row, code) : termsInColumns(row, netDays);
  if (terms === undefined || row.problems.length > 0) return undefined;
  return { line: row.row.line, code, company: textOf(row, 'company') ?? row.plan.company, terms };
}

function termsInWords(row: ReadingRow, code: string): PaymentTerms | undefined {
  if (row.problems.length > 0) return undefined;
  for (const phrase of [textOf(row, 'description'), code]) {
    const read = phrase === undefined ? undefined : parseTerms(phrase);
    if (read?.ok === true) return read.value;
  }
  return refuseRow(row, 'description', 'import.terms_unreadable');
}

function termsInColumns(row: ReadingRow, netDays: number): PaymentTerms {
  const monthEnd = flagOf(row, 'endOfMonth') === true;
  const days = countOf(row, 'discountDays') ?? 0;
  const rateBps = readRate(row);
  return {
    due: monthEnd
      ? { kind: 'end_of_month', daysBefore: 0, daysAfter: netDays }
      : { kind: 'net', days: netDays },
    discounts: rateBps === 0 ? [] : [{ rateBps, days, of: 'total' }],
  };
}

/** The discount in hundredths of a percent: 20 per mille and 2 % are 200. */
function readRate(row: ReadingRow): number {
  const permille = countOf(row, 'discountPermille');
  if (permille !== undefined) return permille * 10;
  const percent = textOf(row, 'discountPercent');
  if (percent === undefined) return 0;
  const match = /^(\d{1,2})(?:[.,](\d{1,2})0*)? ?%?$/u.exec(percent);
  if (match === null) {
    refuseRow(row, 'discountPercent', 'import.number_unreadable');
    return 0;
  }
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
