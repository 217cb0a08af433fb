/**
 * A NACHA file as the parts it is built of: file, batches, entries with their addenda,
 * controls.
 *
 * Banks cut files apart and join them, so that a batch may come without its file's header
 * and a control after the file's; an entry outside any batch cannot be understood.
 */
import { BadRecord } from '../bad-record.ts';
import { columnsOf } from './entry-columns.ts';
import { type NachaRecord, cents, cut, field, nachaRecords } from './records.ts';

export type FileHead = { readonly kind: 'file'; readonly at: NachaRecord };
export type BatchHead = { readonly kind: 'batch'; readonly at: NachaRecord; readonly sec: string };
export type Entry = {
  readonly kind: 'entry';
  readonly at: NachaRecord;
  readonly sec: string;
  readonly transactionCode: string;
  /** Eight digits, without the check digit; whatever stands there. */
  readonly bank: string;
  readonly amount: bigint;
  readonly addenda: readonly NachaRecord[];
};
export type Control = { readonly kind: 'batch_end' | 'file_end'; readonly at: NachaRecord };
export type NachaPart = FileHead | BatchHead | Entry | Control;

/** The parts in the file's order; throws BadRecord at what cannot be understood. */
export function* nachaParts(bytes: Uint8Array): Generator<NachaPart> {
  let sec: string | undefined;
  let entry: (Entry & { addenda: NachaRecord[] }) | undefined;
  let last = 1;
  for (const at of nachaRecords(bytes)) {
    last = at.record;
    const type = cut(at, 1, 1);
    if (type === '7') {
      if (!entry) throw new BadRecord(at.record, 'an addenda record follows no entry');
      entry.addenda.push(at);
      continue;
    }
    if (type === '1') {
      // A header that slipped into a batch ends nothing.
      yield { kind: 'file', at };
      continue;
    }
    if (entry) yield entry;
    entry = undefined;
    if (type === '6') {
      if (sec === undefined) throw new BadRecord(at.record, 'an entry stands in no batch');
      entry = entryOf(at, sec);
      continue;
    }
    if (type === '5') sec = cut(at, 51, 53);
    yield headOf(at, type, sec ?? '');
  }
  if (entry) yield entry;
  if (sec === undefined && last === 1) throw new BadRecord(1, 'the file holds no batch');
}

function headOf(at: NachaRecord, type: string, sec: string): NachaPart {
  if (type === '5') return { kind: 'batch', at, sec };
  return { kind: type === '8' ? 'batch_end' : 'file_end', at };
}

/** The entry that begins with this record, its addenda still to come. */
export function entryOf(at: NachaRecord, sec: string): Entry & { addenda: NachaRecord[] } {
  const [from, to] = columnsOf(sec).amount;
  return {
    kind: 'entry',
    at,
    sec,
    transactionCode: field(at, 2, 3),
    bank: cut(at, 4, 11),
    amount: cents(at, from, to),
    addenda: [],
  };
}
