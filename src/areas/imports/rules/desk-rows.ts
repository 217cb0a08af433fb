/** One row of a list of contacts, notes, promises, disputes, next actions or owners. */
import type { DeskKind } from './desk-kinds.ts';
import type { DeskRecord, PromiseEnd } from './desk-record.ts';
import { type Field } from './kinds.ts';
import {
  type ReadingRow,
  amountOf,
  codeOf,
  currencyOf,
  dateOf,
  refuseRow,
  textOf,
} from './row-reader.ts';

/** The record on a row; undefined with problems noted. */
export function deskRecordOf(kind: DeskKind, row: ReadingRow): DeskRecord | undefined {
  const customerNumber = codeOf(row, 'customerNumber');
  const record = { ...plainRecord(kind, row), customerNumber: customerNumber ?? '' };
  const missing = needed[kind].find(([, has]) => !has(record));
  if (row.problems.length > 0) return undefined;
  if (customerNumber === undefined) return refuseRow(row, 'customerNumber', 'import.value_missing');
  if (missing !== undefined) return refuseRow(row, missing[0], 'import.value_missing');
  const backwards = record.endedOn !== undefined && record.on !== undefined;
  if (backwards && (record.endedOn ?? '') < (record.on ?? '')) {
    return refuseRow(row, endField[kind] ?? '', 'import.ends_before_it_begins');
  }
  return record;
}

function plainRecord(kind: DeskKind, row: ReadingRow): Omit<DeskRecord, 'customerNumber'> {
  const money = kind === 'promises' ? currencyOf(row) : undefined;
  return {
    line: row.row.line,
    kind,
    externalId: codeOf(row, 'externalId'),
    company: textOf(row, 'company') ?? row.plan.company,
    numbers: numbersOf(row, kind),
    who: textOf(row, 'contactName') ?? textOf(row, 'author') ?? textOf(row, 'saidBy'),
    role: textOf(row, 'role'),
    email: textOf(row, 'email'),
    phone: textOf(row, 'phone'),
    language: languageOf(textOf(row, 'language')),
    zone: textOf(row, 'zone'),
    owner: textOf(row, 'owner'),
    text: textOf(row, 'text') ?? textOf(row, 'action') ?? reasonOf(row),
    amount: money && amountOf(row, 'amount', money),
    received: money && amountOf(row, 'received', money),
    method: textOf(row, 'method'),
    on: dateOf(row, 'writtenOn') ?? dateOf(row, 'madeOn') ?? dateOf(row, 'disputedOn'),
    dueOn: dateOf(row, 'dueOn'),
    end: kind === 'promises' ? endOf(row) : undefined,
    endedOn: dateOf(row, 'settledOn') ?? dateOf(row, 'disputeResolvedOn'),
  };
}

type Need = readonly [Field, (record: DeskRecord) => boolean];

const needed: { readonly [K in DeskKind]: readonly Need[] } = {
  contacts: [['contactName', ({ who, email }) => who !== undefined || email !== undefined]],
  owners: [['owner', ({ owner }) => owner !== undefined]],
  notes: [
    ['writtenOn', ({ on }) => on !== undefined],
    ['text', ({ text }) => text !== undefined],
  ],
  promises: [
    ['amount', ({ amount }) => amount !== undefined],
    ['dueOn', ({ dueOn }) => dueOn !== undefined],
  ],
  disputes: [
    ['number', ({ numbers }) => numbers.length > 0],
    ['disputedOn', ({ on }) => on !== undefined],
  ],
  'next-actions': [
    ['action', ({ text }) => text !== undefined],
    ['dueOn', ({ dueOn }) => dueOn !== undefined],
  ],
};

const endField: { readonly [K in DeskKind]?: Field } = {
  promises: 'settledOn',
  disputes: 'disputeResolvedOn',
};

/** A promise may name several invoices: `1004; 1005`. */
function numbersOf(row: ReadingRow, kind: DeskKind): string[] {
  const text = kind === 'disputes' ? codeOf(row, 'number') : textOf(row, 'number');
  if (text === undefined) return [];
  return kind === 'disputes' ? [text] : text.split(/\s*[;,|]\s*/u).filter((each) => each !== '');
}

function reasonOf(row: ReadingRow): string | undefined {
  const said = [textOf(row, 'disputeReason'), textOf(row, 'disputeOutcome')];
  return said.filter((each) => each !== undefined).join(': ') || undefined;
}

function languageOf(text: string | undefined): 'en' | 'es' | undefined {
  const word = text?.toLowerCase() ?? '';
  if (/^(?:es|spa|español|castellano)/u.test(word)) return 'es';
  return /^(?:en|ing)/u.test(word) ? 'en' : undefined;
}

/** How another system calls the end of a promise; one without an end is open. */
function endOf(row: ReadingRow): PromiseEnd | undefined {
  const word = textOf(row, 'status');
  if (word === undefined || /^(?:open|pending|active|abiert|pendiente|vigente)/iu.test(word)) {
    return undefined;
  }
  if (/^(?:partial|partly|partially|parcial|en parte)/iu.test(word)) return 'partly';
  if (/^(?:kept|paid|fulfilled|honou?red|cumplid|pagad)/iu.test(word)) return 'kept';
  if (/^(?:broken|failed|missed|not kept|incumplid|rot[ao]|fallid)/iu.test(word)) return 'broken';
  if (/^(?:withdrawn|cancel|void|retirad|anulad)/iu.test(word)) return 'withdrawn';
  return refuseRow(row, 'status', 'import.promise_status_unknown');
}
