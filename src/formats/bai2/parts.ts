/**
 * A BAI2 file as the parts it is built of, each in its place:
 *
 *   file ( group ( account ( detail )* account_end )* group_end )* file_end
 *
 * A file that ends too early, or a record outside the part it belongs to, is refused: a
 * missing trailer means that some of the bank's message is missing.
 */
import { type Day } from '#kernel/day.ts';
import { BadRecord } from '../bad-record.ts';
import { dayOfYmd } from '../short-day.ts';
import { amountField, countField, fieldsOf, takeFunds } from './fields.ts';
import { type Bai2Record, bai2Records, noHeader } from './records.ts';

type At = { readonly line: number; readonly physical: number };

export type FilePart = At & { readonly kind: 'file' };
export type GroupPart = At & {
  readonly kind: 'group';
  /** 1 update, 2 deletion, 3 correction, 4 test. */
  readonly status: string;
  readonly asOf: Day;
  readonly currency: string;
  /** 1 and 3 interim, 2 and 4 final; 3 and 4 are of the same day. */
  readonly modifier: string;
};
export type AccountPart = At & {
  readonly kind: 'account';
  readonly number: string;
  readonly currency: string;
  readonly summaries: readonly Bai2Summary[];
};
export type Bai2Summary = {
  readonly code: string;
  /** Undefined where the bank reports none: that is not nought. */
  readonly amount: bigint | undefined;
  readonly count: number | undefined;
};
export type DetailPart = At & {
  readonly kind: 'detail';
  readonly code: string;
  readonly amount: bigint;
  readonly valueOn: Day | undefined;
  readonly bankReference: string;
  readonly customerReference: string;
  readonly text: string;
};
export type EndPart = At & {
  readonly kind: 'account_end' | 'group_end' | 'file_end';
  readonly total: bigint;
  /** Accounts in a group, groups in a file. */
  readonly parts: number | undefined;
  /** Physical records from the part's own first to this one. */
  readonly records: number | undefined;
};
export type Bai2Part = FilePart | GroupPart | AccountPart | DetailPart | EndPart;

/** Where each record may stand: what must be open before it, and what is open after it. */
type Open = 'nothing' | 'file' | 'group' | 'account';
const places: Readonly<Record<string, readonly [before: Open, after: Open]>> = {
  '01': ['nothing', 'file'],
  '02': ['file', 'group'],
  '03': ['group', 'account'],
  '16': ['account', 'account'],
  '49': ['account', 'group'],
  '98': ['group', 'file'],
  '99': ['file', 'nothing'],
};

/** The parts in the file's order; throws BadRecord at the first that is out of place. */
export function* bai2Parts(bytes: Uint8Array): Generator<Bai2Part> {
  let open: Open = 'nothing';
  let last = 1;
  let createdOn: Day | undefined;
  const records = bai2Records(bytes);
  for (let next = records.next(); !next.done; next = records.next()) {
    const record = next.value;
    open = opened(open, record);
    last = record.line;
    if (record.code === '01') createdOn = createdOnOf(record);
    yield wholePart(record, createdOn, () => open !== 'nothing' && records.next().done === true);
  }
  if (open !== 'nothing') throw new BadRecord(last, 'the file ends before its 99 record');
}

/** What is open once this record was read; refused where it may not stand. */
function opened(open: Open, { code, line }: Bai2Record): Open {
  const [before, after] = places[code] ?? ['nothing', 'nothing'];
  if (before === open) return after;
  if (open === 'nothing') throw noHeader(line, code);
  throw new BadRecord(line, `a ${code} record may not stand here`);
}

/** A last record that cannot be read, of a file without its end, was torn and not miswritten. */
function wholePart(
  record: Bai2Record,
  createdOn: Day | undefined,
  isTorn: () => boolean,
): Bai2Part {
  try {
    return partOf(record, createdOn);
  } catch (error) {
    if (!(error instanceof BadRecord) || !isTorn()) throw error;
    throw new BadRecord(record.line, 'the file ends in the middle of this record');
  }
}

function partOf(record: Bai2Record, createdOn: Day | undefined): Bai2Part {
  switch (record.code) {
    case '01':
      return { kind: 'file', line: record.line, physical: record.physical };
    case '02':
      return groupPart(record, createdOn);
    case '03':
      return accountPart(record);
    case '16':
      return detailPart(record);
    default:
      return endPart(record);
  }
}

function createdOnOf(record: Bai2Record): Day | undefined {
  const [, , createdOn = ''] = taken(record, 3);
  return dayOfYmd(createdOn);
}

/** A group without a day of its own is of the file's. */
function groupPart(record: Bai2Record, createdOn: Day | undefined): GroupPart {
  const { line, physical } = record;
  const fields = taken(record, 7);
  const [, , status = '', day = '', , currency = '', modifier = ''] = fields;
  const asOf = dayOfYmd(day) ?? createdOn;
  if (asOf === undefined) throw new BadRecord(line, 'the group states no readable day');
  return { kind: 'group', line, physical, status, asOf, currency, modifier };
}

function taken(record: Bai2Record, count: number): string[] {
  const fields = fieldsOf(record);
  return Array.from({ length: count }, () => fields.take());
}

function accountPart(record: Bai2Record): AccountPart {
  const { line, physical } = record;
  const fields = fieldsOf(record);
  const number = fields.take();
  const currency = fields.take();
  const summaries: Bai2Summary[] = [];
  while (!fields.done()) {
    const code = fields.take();
    if (code !== '' && !/^\d{3}$/u.test(code)) {
      throw new BadRecord(line, `"${code.slice(0, 30)}" is no type code of three digits`);
    }
    const stated = fields.take();
    const amount = stated === '' ? undefined : amountField(stated, line);
    const count = countField(fields.take(), line);
    takeFunds(fields, line);
    if (code !== '') summaries.push({ code, amount, count });
  }
  return { kind: 'account', line, physical, number, currency, summaries };
}

function detailPart(record: Bai2Record): DetailPart {
  const { line, physical } = record;
  const fields = fieldsOf(record);
  const code = fields.take();
  if (!/^\d{3}$/u.test(code)) {
    throw new BadRecord(line, `"${code.slice(0, 30)}" is no type code of three digits`);
  }
  const amount = amountField(fields.take(), line);
  const valueOn = takeFunds(fields, line);
  const bankReference = fields.take();
  const customerReference = fields.take();
  const text = fields.rest();
  return {
    kind: 'detail',
    line,
    physical,
    code,
    amount,
    valueOn,
    bankReference,
    customerReference,
    text,
  };
}

const ends = { '49': 'account_end', '98': 'group_end', '99': 'file_end' } as const;

function endPart(record: Bai2Record): EndPart {
  const { line, physical } = record;
  const fields = fieldsOf(record);
  const kind = record.code === '49' || record.code === '98' ? ends[record.code] : ends['99'];
  const total = amountField(fields.take(), line);
  const parts = kind === 'account_end' ? undefined : countField(fields.take(), line);
  const records = countField(fields.take(), line);
  return { kind, line, physical, total, parts, records };
}
