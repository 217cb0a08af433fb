/**
 * X12 810: an invoice. Its total (TDS01) has two implied decimals: `17060` is 170.60.
 *
 * It moves no money and is no remittance; what is told of it are its figures.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type BankFileRefusal } from '../reader.ts';
import { writeDecimal } from '../x12/amount.ts';
import { checkAmounts, hundredthsAt } from '../x12/amount-elements.ts';
import { type TransactionSet } from '../x12/envelope.ts';
import { element } from '../x12/segments.ts';
import { type SetReading, currencyOf } from '../x12/set.ts';
import { dayAt } from '../x12/days.ts';

/** Reads one set; refused when its total is no amount. */
export function readInvoice(set: TransactionSet): Outcome<SetReading, BankFileRefusal> {
  const checked = checkAmounts(set.segments, { hundredths: { TDS: [1] } });
  if (!checked.ok) return checked;
  const head = set.segments.find((segment) => segment.tag === 'BIG');
  const total = set.segments.find((segment) => segment.tag === 'TDS');
  const amount = total && hundredthsAt(total, 1);
  const summary = {
    ...(head ? { invoice: element(head, 2), issuedOn: dayAt(head, 1) ?? null } : {}),
    ...(head ? { order: element(head, 4) } : {}),
    lines: set.segments.filter((segment) => segment.tag === 'IT1').length,
    ...(total ? { tds: element(total, 1) } : {}),
    ...(amount ? { total: writeDecimal(amount), currency: currencyOf(set.segments) } : {}),
  };
  return accept({ summary, remittances: [], controls: [], problems: [] });
}
