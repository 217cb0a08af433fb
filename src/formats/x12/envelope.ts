/**
 * The envelopes of an X12 text: what it says about itself beside what is in it.
 *
 *   ISA ─ GS ─ ST … SE ─ ST … SE ─ GE ─ IEA
 *              └ the transaction sets, which mean something
 *
 * A trailer that counts wrongly only warns, as real senders miscount. A set without its
 * trailer is refused, because it was cut off; a group or an interchange without one puts the
 * file aside like a wrong amount, because nobody knows how many sets are missing.
 */
import { type Outcome, type Refused, accept, refuse } from '#kernel/outcome.ts';
import { type Control, missingEnd } from '../neutral.ts';
import { type BankFileRefusal } from '../reader.ts';
import { type Segment, element, segmentsOf } from './segments.ts';

export type TransactionSet = {
  /** ST01: `820`, `835`; empty for segments that came without an envelope. */
  readonly set: string;
  readonly control: string;
  /** From ST to SE, both included. */
  readonly segments: readonly Segment[];
  /** Does SE count the segments and repeat the control number? */
  readonly trailerAgrees: boolean;
};

export type Envelopes = {
  readonly interchanges: number;
  readonly groups: number;
  readonly controls: readonly Control[];
};

/** Takes one set; a refusal of it ends the reading and is that of the whole file. */
export type TakeSet = (set: TransactionSet) => Refused<BankFileRefusal> | undefined;

/**
 * Reads the envelopes of a text and hands over each transaction set, which is not kept: a
 * large file is never in memory as segments. Refused by the record at which it breaks off.
 */
export function readEnvelopes(text: string, takeSet: TakeSet): Outcome<Envelopes, BankFileRefusal> {
  const reading: Reading = { takeSet, interchanges: 0, groups: 0, inside: [], controls: [] };
  let record = 0;
  for (const segment of segmentsOf(text)) {
    record += 1;
    if (segment === undefined) {
      return expected(record, 'an interchange header (ISA) of 16 elements');
    }
    take(reading, segment);
    if (reading.refused) return reading.refused;
  }
  if (record === 0) return expected(1, 'a segment of X12');
  const [opening] = reading.inside;
  if (opening?.tag === 'ST') {
    return expected(record, `the trailer (SE) of transaction set ${element(opening, 2)}`);
  }
  setAside(reading);
  if (reading.refused) return reading.refused;
  noteMissing(reading, 'group_trailer', record, reading.group);
  noteMissing(reading, 'interchange_trailer', record, reading.interchange);
  return accept(reading);
}

function expected(record: number, wanted: string): Outcome<never, BankFileRefusal> {
  return refuse('read.bad_record', { record, reason: `expected ${wanted}` });
}

/** An envelope whose trailer has not come yet. */
type Open = { readonly control: string; count: number };

/** What has been read and what is open while the segments go by. */
type Reading = {
  readonly takeSet: TakeSet;
  refused?: Refused<BankFileRefusal> | undefined;
  interchanges: number;
  groups: number;
  interchange?: Open | undefined;
  group?: Open | undefined;
  /** Segments of the transaction set that is open. */
  inside: Segment[];
  readonly controls: Control[];
};

function take(reading: Reading, segment: Segment): void {
  if (segment.tag === 'ISA') {
    reading.interchanges += 1;
    reading.interchange = { control: element(segment, 13), count: 0 };
  } else if (segment.tag === 'GS') {
    openGroup(reading, segment);
  } else if (segment.tag === 'ST') {
    openTransaction(reading, segment);
  } else if (segment.tag === 'SE') {
    closeTransaction(reading, segment);
  } else if (segment.tag === 'GE') {
    setAside(reading);
    if (reading.group) trailer(reading, segment, reading.group, ['transaction', 'group']);
    reading.group = undefined;
  } else if (segment.tag === 'IEA') {
    const { interchange } = reading;
    if (interchange) trailer(reading, segment, interchange, ['group', 'interchange']);
    reading.interchange = undefined;
  } else if (!reading.interchange || reading.inside.length > 0) {
    reading.inside.push(segment);
  }
}

function openGroup(reading: Reading, segment: Segment): void {
  reading.groups += 1;
  if (reading.interchange) reading.interchange.count += 1;
  reading.group = { control: element(segment, 6), count: 0 };
}

function openTransaction(reading: Reading, segment: Segment): void {
  setAside(reading);
  if (reading.group) reading.group.count += 1;
  reading.inside.push(segment);
}

function closeTransaction(reading: Reading, segment: Segment): void {
  const [opening] = reading.inside;
  if (opening?.tag !== 'ST') return;
  reading.inside.push(segment);
  const counted = String(reading.inside.length);
  const stated = element(segment, 1).replace(/^0+(?=\d)/u, '');
  const control = element(segment, 2);
  note(reading, segment, 'segment_count', [stated, counted]);
  note(reading, segment, 'transaction_control', [control, element(opening, 2)]);
  keep(reading, stated === counted && control === element(opening, 2));
}

/** GE and IEA: how many are in the envelope, and its control number again. */
function trailer(
  reading: Reading,
  segment: Segment,
  open: Open,
  [inside, envelope]: readonly [string, string],
): void {
  const stated = element(segment, 1).replace(/^0+(?=\d)/u, '');
  note(reading, segment, `${inside}_count`, [stated, String(open.count)]);
  note(reading, segment, `${envelope}_control`, [element(segment, 2), open.control]);
}

function note(
  reading: Reading,
  { record }: Segment,
  what: string,
  [stated, found]: readonly [string, string],
): void {
  reading.controls.push({ kind: 'count', what, record, stated, found });
}

/** An envelope that is open at the end of the file. */
function noteMissing(
  { controls }: Reading,
  what: string,
  record: number,
  open: Open | undefined,
): void {
  if (open) controls.push(missingEnd(what, record, open.control));
}

/** Segments without a trailer: a transaction set that another one cut off, or bare ones. */
function setAside(reading: Reading): void {
  if (reading.inside.length > 0) keep(reading, false);
}

function keep(reading: Reading, trailerAgrees: boolean): void {
  const [opening] = reading.inside;
  const enveloped = opening?.tag === 'ST' ? opening : undefined;
  reading.refused ??= reading.takeSet({
    set: enveloped ? element(enveloped, 1) : '',
    control: enveloped ? element(enveloped, 2) : '',
    segments: reading.inside,
    trailerAgrees,
  });
  reading.inside = [];
}
