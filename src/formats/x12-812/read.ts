/**
 * X12 812: a customer's note that it takes or gives a credit or a debit on an invoice.
 *
 *   BCD date, number, …, amount, C or D, …, invoice ─ CDD reason, C or D, …, amount
 *
 * Amounts have two implied decimals. Where the invoice stands in BCD differs by trading
 * partner: it follows the date that follows the flag.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Money, negate } from '#kernel/money.ts';
import { type FileProblem, type Remittance, type RemittanceLine } from '../neutral.ts';
import { type BankFileRefusal } from '../reader.ts';
import { writeDecimal } from '../x12/amount.ts';
import { checkAmounts, hundredthsAt } from '../x12/amount-elements.ts';
import { dayAt } from '../x12/days.ts';
import { type TransactionSet } from '../x12/envelope.ts';
import { type Segment, element } from '../x12/segments.ts';
import { type SetReading, currencyOf, moneyMaker } from '../x12/set.ts';

/** Reads one set; refused when an amount of it is none. */
export function readAdjustmentNote(set: TransactionSet): Outcome<SetReading, BankFileRefusal> {
  const checked = checkAmounts(set.segments, { hundredths: { BCD: [4], CDD: [4] } });
  if (!checked.ok) return checked;
  const head = set.segments.find((segment) => segment.tag === 'BCD');
  const problems: FileProblem[] = [];
  if (head === undefined) return accept({ ...nothing, problems });

  const money = moneyMaker(currencyOf(set.segments), problems);
  const lines = set.segments.filter((segment) => segment.tag === 'CDD');
  const remittance = noteOf(head, lines, money);
  const amount = hundredthsAt(head, 4);
  const summary = {
    number: element(head, 2),
    invoice: invoiceOf(head),
    flag: element(head, 5),
    lines: lines.length,
    ...(amount ? { total: writeDecimal(amount) } : {}),
  };
  return accept({
    summary,
    remittances: [{ ...remittance, ...payerOf(set) }],
    controls: [],
    problems,
  });
}

const nothing: SetReading = { summary: {}, remittances: [], controls: [], problems: [] };

type MakeMoney = ReturnType<typeof moneyMaker>;

/** A credit to the customer lowers what it pays; it moves no money by itself. */
function noteOf(head: Segment, lines: readonly Segment[], money: MakeMoney): Remittance {
  const paidOn = dayAt(head, 1);
  return {
    record: head.record,
    paymentReference: element(head, 2),
    ...(paidOn ? { paidOn } : {}),
    lines: (lines.length > 0 ? lines : [head]).map((line) => adjustmentLine(line, head, money)),
  };
}

function adjustmentLine(line: Segment, head: Segment, money: MakeMoney): RemittanceLine {
  const isHead = line.tag === 'BCD';
  const flag = element(line, isHead ? 5 : 2);
  const amount = money(hundredthsAt(line, 4), line);
  const taken = amount && asTaken(amount, flag);
  const reason = isHead ? element(line, 3) : element(line, 1);
  return {
    record: line.record,
    kind: 'invoice',
    reference: invoiceOf(head),
    deductions: taken ? [{ amount: taken, reason }] : [],
    note: element(head, 2),
  };
}

function asTaken(amount: Money, flag: string): Money {
  return flag === 'D' ? negate(amount) : amount;
}

/** The first text after a date that follows the flag (BCD05). */
function invoiceOf(head: Segment): string {
  const on = [6, 7, 8].find((number) => dayAt(head, number) !== undefined);
  return on === undefined ? element(head, 7) : element(head, on + 1);
}

function payerOf(set: TransactionSet): { payerName?: string } {
  const buyer = set.segments.find(
    (segment) => segment.tag === 'N1' && ['BY', 'PR'].includes(element(segment, 1)),
  );
  return buyer ? { payerName: element(buyer, 2) } : {};
}
