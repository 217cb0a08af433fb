/**
 * Remittances that travel inside a payment: the segments of an X12 820 in the addenda of a
 * CTX or CCD+ payment, or in the text of a statement line.
 *
 *   RMR*IV*INV519849**94494.59\  DTM*003*20261101\  ADX*-12.5*01\
 *
 * Often only the segments travel, without envelope; the text was cut at 80 characters and
 * joined again, so that nothing but a terminator or the next segment's name ends a segment.
 */
import { type Currency, type Money, parseMoney } from '#kernel/money.ts';
import { dayOfYmd } from '../short-day.ts';
import { type Remittance, type RemittanceLine } from '../neutral.ts';

type Segment = readonly string[];
type Writable<T> = { -readonly [K in keyof T]: T[K] };
type OpenLine = Writable<Omit<RemittanceLine, 'deductions'>> & {
  deductions: { amount: Money; reason: string }[];
};

/** What the payer says a payment is for; undefined when the text names no document. */
export function remittanceIn(text: string, record: number, code: Currency): Remittance | undefined {
  if (!/\bRMR\b/u.test(text)) return undefined;
  const found: Writable<Omit<Remittance, 'lines'>> = { record };
  const lines: OpenLine[] = [];
  let party = '';
  for (const segment of segmentsOf(text)) {
    const [name, first = '', second = ''] = segment;
    const line = lines.at(-1);
    if (name === 'RMR') lines.push(lineOf(segment, record, code));
    else if (name === 'BPR') Object.assign(found, totalOf(segment, code));
    else if (name === 'TRN' && second !== '') found.paymentReference = second;
    else if (name === 'N1') party = first;
    else if (line) detail(line, segment, code);
    if (name === 'N1' && (party === 'PR' || party === 'RM') && second !== '') {
      found.payerName = second;
    }
  }
  return lines.length === 0 ? undefined : { ...found, lines };
}

/** Segments by the terminator that follows the first of them, else by the names alone. */
function segmentsOf(text: string): Segment[] {
  const separator = /\b(?:ISA|ST|BPR|RMR|ENT)([^A-Za-z0-9\s])/u.exec(text)?.[1] ?? '*';
  const marks = ['\\', '~', '\n', '\r', '|', '!', "'"].filter((mark) => mark !== separator);
  const plain = text.replaceAll(/[\\~\n\r|!']/gu, (mark) => (marks.includes(mark) ? '\n' : mark));
  return plain
    .split(names(separator))
    .map((segment) => segment.split('\n')[0] ?? '')
    .map((segment) =>
      segment
        .trim()
        .split(separator)
        .map((element) => element.trim()),
    );
}

const known = [
  'ISA',
  'GS',
  'ST',
  'BPR',
  'TRN',
  'REF',
  'DTM',
  'N1',
  'ENT',
  'RMR',
  'ADX',
  'NTE',
  'IT1',
  'SE',
  'GE',
  'IEA',
];

/** Where the next segment begins: at its name and a separator. */
function names(separator: string): RegExp {
  const escaped = separator.replaceAll(/[.*+?^${}()|[\]\\/-]/gu, String.raw`\$&`);
  return new RegExp(`(?<![A-Za-z0-9${escaped}])(?=(?:${known.join('|')})${escaped})`, 'u');
}

const kinds: Readonly<Record<string, RemittanceLine['kind']>> = {
  IV: 'invoice',
  IK: 'invoice',
  OI: 'invoice',
  R7: 'invoice',
  CM: 'credit_memo',
  PO: 'order',
  CL: 'claim',
};

function lineOf(segment: Segment, record: number, code: Currency): OpenLine {
  const [, qualifier = '', reference = '', , paid = '', gross = '', discount = ''] = segment;
  const kind = kinds[qualifier] ?? 'other';
  const amounts = {
    paid: parseMoney(bare(paid), code),
    gross: parseMoney(bare(gross), code),
    discount: parseMoney(bare(discount), code),
  };
  return {
    record,
    kind,
    reference,
    ...(amounts.paid && { paid: amounts.paid }),
    ...(amounts.gross && { gross: amounts.gross }),
    ...(amounts.discount && { discount: amounts.discount }),
    deductions: [],
  };
}

/** X12 leaves the zero before a decimal point away, and the zeros after it. */
function bare(amount: string): string {
  return amount
    .replace(/^([-+]?)\./u, '$10.')
    .replace(/^\+/u, '')
    .replace(/\.$/u, '');
}

function totalOf(segment: Segment, code: Currency): Partial<Remittance> {
  const total = parseMoney(bare(segment[2] ?? ''), code);
  const paidOn = dayOfYmd(segment[16] ?? '');
  const method = segment[4];
  return {
    ...(total && { total }),
    ...(method ? { method } : {}),
    ...(paidOn && { paidOn }),
  };
}

/** Segments below an RMR: a deduction, the document's day, a note. */
function detail(line: OpenLine, segment: Segment, code: Currency): void {
  const [name, first = '', second = ''] = segment;
  if (name === 'ADX') {
    const amount = parseMoney(bare(first), code);
    if (amount) {
      line.deductions.push({
        amount: { minor: -amount.minor, currency: amount.currency },
        reason: second,
      });
    }
  } else if (name === 'DTM' && first === '003') {
    const issuedOn = dayOfYmd(second);
    if (issuedOn) line.issuedOn = issuedOn;
  } else if (name === 'NTE' || name === 'REF') {
    line.note = [line.note, `${first} ${second}`.trim()].filter(Boolean).join('\n');
  }
}
