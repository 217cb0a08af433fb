/**
 * EDIFACT: remittances (REMADV) become neutral; other messages are counted, and of invoices
 * (INVOIC) the summary tells what they ask for.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { tooLarge } from '../bad-record.ts';
import { decodeText } from '../csv/encoding.ts';
import { exactText } from '../exact.ts';
import { type NeutralFile } from '../neutral.ts';
import { type BankFileRefusal, type BankReader, type ReadFile, type Summary } from '../reader.ts';
import { type EdifactMessage, controlsIn, messagesIn } from './messages.ts';
import { type ReadRemittance, readRemittance } from './remittance.ts';
import { type Segment, part, segmentsOf } from './segments.ts';
import { amountIn, currencyIn, dayIn } from './values.ts';

export const edifact: BankReader = {
  format: 'edifact',
  recognises: ({ start }) =>
    /^(?:UNA[^A-Za-z\d]{6}|UN[BH][^A-Za-z\d\s])/u.test(start) ||
    /^BGM\+[^']*'\s*[A-Z]{3}\+/u.test(start),
  read,
};

function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  const large = tooLarge(bytes);
  if (large) return large;
  const { segments: whole, torn } = segmentsOf(decodeText(bytes).text);
  // Only a trailer may lack its end: anything else means that the file was cut.
  if (torn !== undefined && !/^UN[TZ]$/u.test(torn.tag)) {
    const reason = 'the file ends inside a segment';
    return refuse('read.bad_record', { record: torn.record, reason });
  }
  const segments = torn === undefined ? whole : [...whole, torn];
  const nameless = segments.find(({ tag }) => !/^[A-Z][A-Z\d]{2}$/u.test(tag));
  if (nameless !== undefined || segments.length === 0) {
    return refuse('read.bad_record', { record: nameless?.record ?? 1, reason: 'a segment' });
  }
  const messages = messagesIn(segments);
  const remittances: ReadRemittance[] = [];
  for (const message of messages.filter(({ type }) => type === 'REMADV')) {
    const remittance = readRemittance(message);
    if (!remittance.ok) return remittance;
    remittances.push(remittance.value);
  }
  return accept({
    summary: () => summaryOf(segments, messages),
    neutral: () => neutralOf(segments, messages, remittances),
  });
}

function summaryOf(segments: readonly Segment[], messages: readonly EdifactMessage[]): Summary {
  const count = (wanted: string) => segments.filter(({ tag }) => tag === wanted).length;
  return {
    messages: messages.filter(({ type }) => type !== '').map(({ type }) => type),
    lines: count('LIN'),
    docs: count('DOC'),
    invoices: messages.filter(({ type }) => type === 'INVOIC').map(invoiceOf),
  };
}

/** Number, days and amount of an invoice: 9 and 77 are payable, 39 and 86 are totals. */
function invoiceOf({ segments }: EdifactMessage): Summary {
  const total = amountIn(segments, '9', '77', '39', '86', '128');
  return {
    number: part(
      segments.find(({ tag }) => tag === 'BGM'),
      1,
    ),
    issued: dayIn(segments, '137', '3') ?? null,
    due: dayIn(segments, '13', '140') ?? null,
    currency: currencyIn(segments),
    total: total === undefined ? null : exactText(total),
  };
}

function neutralOf(
  segments: readonly Segment[],
  messages: readonly EdifactMessage[],
  remittances: readonly ReadRemittance[],
): NeutralFile {
  return {
    format: 'edifact',
    statements: [],
    remittances: remittances.map(({ remittance }) => remittance),
    settlements: [],
    controls: [
      ...remittances.flatMap(({ controls }) => controls),
      ...controlsIn(segments, messages),
    ],
    problems: [],
  };
}
