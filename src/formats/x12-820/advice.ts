/**
 * X12 820: a payer's advice of a payment, and the documents it is for.
 *
 *   BPR paid ─ TRN trace ─ N1*PR payer ─ ENT ─ RMR document: paid = gross − discount + ADX
 *                                             └ REF, DTM, ADX say more about it
 *
 * The payment may be more than its documents: the rest is left for a person to apply. An
 * adjustment (ADX) is negative when the payer takes something off.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Day } from '#kernel/day.ts';
import { dayAt } from '../x12/days.ts';
import { type AmountElements, real } from '../x12/amount-elements.ts';
import { type Segment, element } from '../x12/segments.ts';

export type AdviceLine = {
  readonly segment: Segment;
  /** RMR01: `IV` invoice, `CM` credit memo, `PO` order. */
  readonly qualifier: string;
  readonly reference: string;
  readonly paid?: Decimal | undefined;
  readonly gross?: Decimal | undefined;
  readonly discount?: Decimal | undefined;
  readonly adjustments: Adjustment[];
  issuedOn?: Day | undefined;
  readonly notes: string[];
};

export type Adjustment = {
  readonly segment: Segment;
  /** Negative when something is taken off. */
  readonly amount: Decimal;
  /** ADX02, a code of X12 element 426. */
  readonly reason: string;
  /** The document that it is about, where it names one. */
  readonly reference: string;
};

export type Advice = {
  /** The first segment: where the advice stands. */
  readonly record: number;
  readonly payment?: Segment;
  readonly paid?: Decimal | undefined;
  readonly method: string;
  readonly paidOn?: Day | undefined;
  readonly trace: string;
  readonly payerName: string;
  readonly payerId: string;
  readonly lines: readonly AdviceLine[];
  /** Adjustments of the whole payment, before any document. */
  readonly adjustments: readonly Adjustment[];
};

export const adviceAmounts: AmountElements = {
  reals: { BPR: [2], BPS: [2], RMR: [4, 5, 6], RMT: [3, 4, 5], ADX: [1] },
};

/** Reads the advice in the segments of one set, whose amounts have been checked. */
export function readAdvice(segments: readonly Segment[]): Advice {
  const first = (tag: string) => segments.find((segment) => segment.tag === tag);
  const payment = first('BPR') ?? first('BPS');
  const at = (number: number) => (payment ? element(payment, number) : '');
  const isBpr = payment?.tag === 'BPR';
  const payer = payerOf(segments);
  const trace = first('TRN');
  return {
    record: segments[0]?.record ?? 1,
    ...(payment ? { payment, paid: real(payment, 2) } : {}),
    method: isBpr ? at(4) : at(1),
    paidOn: payment && dayAt(payment, isBpr ? 16 : 13),
    trace: trace ? element(trace, 2) : '',
    payerName: payer ? element(payer, 2) : '',
    payerId: (payer && element(payer, 4)) || (isBpr ? at(10) : ''),
    ...readLines(segments),
  };
}

/** The payer, or the remitter where only that one is named. */
function payerOf(segments: readonly Segment[]): Segment | undefined {
  const named = (role: string) =>
    segments.find((segment) => segment.tag === 'N1' && element(segment, 1) === role);
  return named('PR') ?? named('RM');
}

type Lines = { readonly lines: AdviceLine[]; readonly adjustments: Adjustment[] };

function readLines(segments: readonly Segment[]): Lines {
  const read: Lines = { lines: [], adjustments: [] };
  let line: AdviceLine | undefined;
  // What follows an adjustment tells about the adjustment, not about the document.
  let open: AdviceLine | undefined;
  for (const segment of segments) {
    if (segment.tag === 'ENT') line = undefined;
    if (segment.tag === 'ENT' || segment.tag === 'ADX') open = undefined;
    if (segment.tag === 'RMR' || segment.tag === 'RMT') {
      line = isItem(segment) ? undefined : lineOf(segment);
      open = line;
      if (line) read.lines.push(line);
    } else if (segment.tag === 'ADX') {
      (line ?? read).adjustments.push(adjustmentOf(segment));
    } else if (open) {
      describe(open, segment);
    }
  }
  return read;
}

/** An item of a document (`IX`, version 3010): its document has its own line. */
function isItem(segment: Segment): boolean {
  return segment.tag === 'RMT' && element(segment, 1) === 'IX';
}

/** RMR has the payment action before its amounts; RMT, of version 3010, has not. */
function lineOf(segment: Segment): AdviceLine {
  const from = segment.tag === 'RMR' ? 4 : 3;
  return {
    segment,
    qualifier: element(segment, 1),
    reference: element(segment, 2),
    paid: real(segment, from),
    gross: real(segment, from + 1),
    discount: real(segment, from + 2),
    adjustments: [],
    notes: [],
  };
}

function adjustmentOf(segment: Segment): Adjustment {
  return {
    segment,
    amount: real(segment, 1) ?? { units: 0n, scale: 0 },
    reason: element(segment, 2),
    reference: element(segment, 4),
  };
}

function describe(line: AdviceLine, segment: Segment): void {
  if (segment.tag === 'REF') {
    const said = [element(segment, 2), element(segment, 3)].filter((text) => text !== '');
    line.notes.push([element(segment, 1), ...said].join(' '));
  } else if (segment.tag === 'NTE') {
    line.notes.push(element(segment, 2));
  } else if (segment.tag === 'DTM' && element(segment, 1) === '003') {
    // Qualifier 003 is the date of the invoice (X12 element 374).
    line.issuedOn ??= dayAt(segment, 2);
  }
}
