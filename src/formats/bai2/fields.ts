/**
 * The fields of one BAI2 record, taken one after the other.
 *
 * How many there are depends on what they say: a funds type `S` is followed by three
 * amounts, `V` by a date and a time, `D` by pairs. Whoever reads by position reads a
 * reference out of an availability.
 */
import { type Day } from '#kernel/day.ts';
import { BadRecord } from '../bad-record.ts';
import { dayOfYmd } from '../short-day.ts';
import { type Bai2Record } from './records.ts';

/** A cursor over the fields of a record and its continuations. */
export type Fields = {
  /** The next field without blanks around it; empty beyond the end. */
  take(): string;
  done(): boolean;
  /** What is left, as text: pieces that the bank cut are whole again, the others are lines. */
  rest(): string;
};

/** A slash at the end stands for the comma before the continuation. */
export function fieldsOf(record: Bai2Record): Fields {
  const { pieces, width } = record;
  let piece = 0;
  let at = 0;
  let body = ended(pieces[0] ?? '');
  const next = (): void => {
    piece += 1;
    at = 0;
    body = ended(pieces[piece] ?? '');
  };
  const spent = (): boolean => at > body.length;
  return {
    take() {
      while (spent() && piece < pieces.length) next();
      if (spent()) return '';
      const comma = body.indexOf(',', at);
      const stop = comma < 0 ? body.length : comma;
      const field = body.slice(at, stop).trim();
      at = stop + 1;
      return field;
    },
    done() {
      return spent() && piece >= pieces.length - 1;
    },
    rest() {
      let text = spent() ? '' : body.slice(at);
      for (let more = piece + 1; more < pieces.length; more += 1) {
        const above = pieces[more - 1] ?? '';
        text += `${text === '' || isFull(above, width) ? '' : '\n'}${ended(pieces[more] ?? '')}`;
      }
      piece = pieces.length;
      at = 1;
      body = '';
      return text.trim();
    },
  };
}

/** So much of a line may be blanks that stood where it was cut and were taken for padding. */
const slack = 8;

/** Does a piece fill its line, so that a word may run on below? Code and comma stand before it. */
function isFull(piece: string, width: number | undefined): boolean {
  return width !== undefined && piece.length + 3 >= width - slack;
}

function ended(piece: string): string {
  const trimmed = piece.trimEnd();
  return trimmed.endsWith('/') ? trimmed.slice(0, -1) : trimmed;
}

/** A whole number of minor units, signed where the file says so; empty is nothing. */
export function amountField(text: string, line: number): bigint {
  if (text === '') return 0n;
  if (!/^[-+]?\d{1,18}$/u.test(text)) {
    throw new BadRecord(line, `"${text.slice(0, 30)}" is no amount in whole minor units`);
  }
  return BigInt(text.startsWith('+') ? text.slice(1) : text);
}

/** A count; undefined where it is left out. */
export function countField(text: string, line: number): number | undefined {
  if (text === '') return undefined;
  if (!/^\d{1,9}$/u.test(text)) {
    throw new BadRecord(line, `"${text.slice(0, 30)}" is no count`);
  }
  return Number(text);
}

/** Takes the funds type and whatever follows it; answers the value day where it is stated. */
export function takeFunds(fields: Fields, line: number): Day | undefined {
  const type = fields.take().toUpperCase();
  if (type === 'V') {
    const on = dayOfYmd(fields.take());
    fields.take();
    return on;
  }
  if (type === 'S') {
    for (let part = 0; part < 3; part += 1) fields.take();
    return undefined;
  }
  if (type !== 'D') return undefined;
  const pairs = countField(fields.take(), line) ?? 0;
  for (let part = 0; part < pairs * 2 && !fields.done(); part += 1) fields.take();
  return undefined;
}
