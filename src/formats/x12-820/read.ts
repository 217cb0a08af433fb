/** An 820 told in figures and in the neutral form: one remittance a transaction set. */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Currency, negate } from '#kernel/money.ts';
import { type FileProblem, type Remittance, type RemittanceLine } from '../neutral.ts';
import { type BankFileRefusal, type Summary } from '../reader.ts';
import { equalDecimals, nought, sumDecimals, writeDecimal } from '../x12/amount.ts';
import { checkAmounts } from '../x12/amount-elements.ts';
import { type SetReading, currencyOf, moneyMaker } from '../x12/set.ts';
import { type TransactionSet } from '../x12/envelope.ts';
import {
  type Adjustment,
  type Advice,
  type AdviceLine,
  adviceAmounts,
  readAdvice,
} from './advice.ts';

/** Reads one set; refused when an amount of it is none. */
export function readRemittanceAdvice(set: TransactionSet): Outcome<SetReading, BankFileRefusal> {
  const checked = checkAmounts(set.segments, adviceAmounts);
  if (!checked.ok) return checked;
  const advice = readAdvice(set.segments);
  const problems: FileProblem[] = [];
  const remittance = remittanceOf(advice, currencyOf(set.segments), problems);
  const summary = figuresOf(advice);
  if (summary['balances'] === false) {
    const facts = { paid: String(summary['paid']), documents: String(summary['remitPaid']) };
    problems.push({ record: advice.record, code: 'x12.documents_differ_from_payment', facts });
  }
  return accept({ summary, remittances: [remittance], controls: [], problems });
}

/** The sums over the documents (RMR) beside the payment; older RMT lines are not in them. */
function figuresOf(advice: Advice): Summary {
  const lines = advice.lines.filter(({ segment }) => segment.tag === 'RMR');
  const total = (of: 'paid' | 'gross' | 'discount') =>
    sumDecimals(lines.map((line) => line[of] ?? nought));
  const ofLines = lines.flatMap((line) => line.adjustments);
  const adjusted = [...advice.adjustments, ...ofLines].map(({ amount }) => amount);
  const paid = advice.payment?.tag === 'BPR' ? advice.paid : undefined;
  const explained = sumDecimals([total('paid'), ...advice.adjustments.map(({ amount }) => amount)]);
  return {
    ...(paid ? { paid: writeDecimal(paid) } : {}),
    remits: lines.length,
    remitPaid: writeDecimal(total('paid')),
    gross: writeDecimal(total('gross')),
    discount: writeDecimal(total('discount')),
    adx: writeDecimal(sumDecimals(adjusted)),
    balances: paid === undefined || equalDecimals(paid, explained),
  };
}

/** The neutral form of one advice. */
export function remittanceOf(advice: Advice, code: Currency, problems: FileProblem[]): Remittance {
  const money = moneyMaker(code, problems);
  const total = advice.payment && money(advice.paid, advice.payment);
  return {
    record: advice.record,
    ...(advice.payerName ? { payerName: advice.payerName } : {}),
    ...(advice.payerId ? { payerId: advice.payerId } : {}),
    ...(advice.trace ? { paymentReference: advice.trace } : {}),
    ...(advice.paidOn ? { paidOn: advice.paidOn } : {}),
    ...(total ? { total } : {}),
    ...(advice.method ? { method: advice.method } : {}),
    lines: [
      ...advice.adjustments.map((each) => adjustmentLine(each, money)),
      ...advice.lines.map((line) => documentLine(line, money)),
    ],
  };
}

type MakeMoney = ReturnType<typeof moneyMaker>;

function documentLine(line: AdviceLine, money: MakeMoney): RemittanceLine {
  const paid = money(line.paid, line.segment);
  const gross = money(line.gross, line.segment);
  const discount = money(line.discount, line.segment);
  return {
    record: line.segment.record,
    kind: kinds[line.qualifier] ?? 'other',
    reference: line.reference,
    ...(paid ? { paid } : {}),
    ...(gross ? { gross } : {}),
    ...(discount ? { discount } : {}),
    deductions: line.adjustments.flatMap(({ amount, reason, segment }) => {
      const adjusted = money(amount, segment);
      return adjusted ? [{ amount: negate(adjusted), reason }] : [];
    }),
    ...(line.issuedOn ? { issuedOn: line.issuedOn } : {}),
    ...(line.notes.length > 0 ? { note: line.notes.join('; ') } : {}),
  };
}

/** An adjustment of the whole payment is a line of its own; what is taken off is negative. */
function adjustmentLine({ segment, amount, reason, reference }: Adjustment, money: MakeMoney) {
  const paid = money(amount, segment);
  return {
    record: segment.record,
    kind: 'other',
    reference,
    ...(paid ? { paid } : {}),
    deductions: [],
    note: reason,
  } satisfies RemittanceLine;
}

/** RMR01, X12 element 128; a qualifier that is not here names something else. */
const kinds: Readonly<Record<string, RemittanceLine['kind']>> = {
  IV: 'invoice',
  IK: 'invoice',
  OI: 'invoice',
  CM: 'credit_memo',
  PO: 'order',
};
