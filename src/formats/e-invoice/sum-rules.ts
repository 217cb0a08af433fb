/**
 * The rules of EN 16931 about the totals of an invoice: what stands in one field must follow from
 * the others. Named as the standard names them (EN 16931-1:2017, 6.4.2).
 *
 *   BR-CO-13  net = lines − allowances + charges
 *   BR-CO-15  gross = net + tax
 *   BR-CO-16  payable = gross − prepaid + rounding
 */
import { type Decimal, addDecimals, fromInteger } from '#kernel/decimal.ts';
import { comparable, exactAmount, negated } from '../exact.ts';
import type { InvoiceFigures } from './figures.ts';

/** The rules that these figures break; a rule whose fields are missing is not judged. */
export function sumProblems(figures: InvoiceFigures): string[] {
  const read = (text: string | null | undefined): Decimal | undefined =>
    text === null || text === undefined ? undefined : exactAmount(text);
  const zero = fromInteger(0);
  const less = (value: Decimal | undefined): Decimal => negated(value ?? zero);
  const broken: string[] = [];
  const judge = (
    rule: string,
    found: Decimal | undefined,
    parts: (Decimal | undefined)[],
  ): void => {
    if (found === undefined || parts.includes(undefined)) return;
    const sum = parts.reduce<Decimal>((total, part) => addDecimals(total, part ?? zero), zero);
    if (comparable(sum) !== comparable(found)) broken.push(rule);
  };
  if (figures.lineSumMatches === false) broken.push('BR-CO-10');
  judge('BR-CO-13', read(figures.taxExclusive), [
    read(figures.lineExtension),
    less(read(figures.allowance)),
    read(figures.charge) ?? zero,
  ]);
  judge('BR-CO-15', read(figures.taxInclusive), [
    read(figures.taxExclusive),
    read(figures.tax) ?? zero,
  ]);
  judge('BR-CO-16', read(figures.payable), [
    read(figures.taxInclusive),
    less(read(figures.prepaid)),
    read(figures.rounding) ?? zero,
  ]);
  return broken;
}
