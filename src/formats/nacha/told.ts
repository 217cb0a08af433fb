/**
 * A NACHA file told account by account without its entries in memory: what `nachaNotices`
 * answers, from an index of where each account's entries stand.
 *
 *   once through ──▶ account ─▶ entry ─▶ entry …     where each begins and ends
 *   then         ──▶ one entry at a time, read again from its own bytes
 *
 * Entries of one account may stand anywhere in a file, and a lockbox of a utility names a
 * hundred thousand accounts; a file of anything but plain ASCII is told whole instead.
 */
import { type Day, earlier, later } from '#kernel/day.ts';
import { type BankTransaction, type FileProblem, type ToldFile } from '../neutral.ts';
import {
  type Place,
  accountOf,
  createdOnOf,
  nachaNotices,
  noticeOf,
  openStatement,
  placeOf,
  problemsOf,
} from './notices.ts';
import { type Entry, entryOf, nachaParts } from './parts.ts';
import { cut, nachaRecords, recordLength } from './records.ts';

type Told = Pick<ToldFile, 'statements' | 'problems'>;

/** One list of notices for each account, told as it is read; the file holds so many entries. */
export function nachaTold(bytes: Uint8Array, entries: number): Told {
  if (!isPlain(bytes)) return nachaNotices(bytes);
  const index = indexOf(bytes, entries);
  return {
    statements: { [Symbol.iterator]: () => statementsOf(bytes, index) },
    problems: index.problems,
  };
}

/** Printable ASCII in lines that end in LF or CRLF: a character is a byte, wherever it stands. */
function isPlain(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0a || (byte >= 0x20 && byte < 0x7f)) continue;
    if (byte !== 0x0d || bytes[at + 1] !== 0x0a) return false;
  }
  return true;
}

type Index = {
  readonly accounts: Map<string, Listed>;
  /** Of each entry: where it begins and ends, its number, addenda, batch, the account's next. */
  readonly begins: Uint32Array;
  readonly ends: Uint32Array;
  readonly records: Uint32Array;
  readonly addenda: Uint32Array;
  readonly batches: Uint32Array;
  /** Nought after an account's last entry: no entry follows into the first place. */
  readonly following: Uint32Array;
  listed: number;
  readonly places: Place[];
  readonly problems: FileProblem[];
};
type Listed = { readonly first: number; last: number; from: Day; to: Day };

function indexOf(bytes: Uint8Array, entries: number): Index {
  const index: Index = {
    accounts: new Map(),
    begins: new Uint32Array(entries),
    ends: new Uint32Array(entries),
    records: new Uint32Array(entries),
    addenda: new Uint32Array(entries),
    batches: new Uint32Array(entries),
    following: new Uint32Array(entries),
    listed: 0,
    places: [],
    problems: [],
  };
  let createdOn: Day | undefined;
  for (const part of nachaParts(bytes)) {
    if (part.kind === 'file') createdOn = createdOnOf(part);
    if (part.kind === 'batch') index.places.push(placeOf(part, createdOn));
    if (part.kind === 'entry') takeEntry(index, part);
  }
  return index;
}

function takeEntry(index: Index, entry: Entry): void {
  const place = index.places.at(-1);
  if (!place) return;
  index.problems.push(...problemsOf(entry, place));
  const on = place.bookedOn;
  if (on === undefined) return;
  const number = index.listed;
  index.listed += 1;
  index.begins[number] = entry.at.place;
  index.ends[number] = (entry.addenda.at(-1) ?? entry.at).place + recordLength;
  index.records[number] = entry.at.record;
  index.addenda[number] = entry.addenda.length;
  index.batches[number] = index.places.length - 1;
  const account = accountOf(entry, place);
  const listed = index.accounts.get(account);
  if (listed === undefined) {
    index.accounts.set(ownCopy(account), { first: number, last: number, from: on, to: on });
    return;
  }
  index.following[listed.last] = number;
  listed.last = number;
  listed.from = earlier(listed.from, on);
  listed.to = later(listed.to, on);
}

/** A text cut out of a longer one keeps the longer one in memory; letters put together do not. */
function ownCopy(text: string): string {
  return Array.from(text).join('');
}

function* statementsOf(
  bytes: Uint8Array,
  index: Index,
): Generator<Told['statements'] extends Iterable<infer One> ? One : never> {
  for (const [account, { first, from, to }] of index.accounts) {
    const transactions = noticesFrom(bytes, index, first);
    yield { ...openStatement(account, from), to, transactions };
  }
}

function* noticesFrom(bytes: Uint8Array, index: Index, first: number): Generator<BankTransaction> {
  let number = first;
  do {
    const place = index.places[index.batches[number] ?? -1];
    const entry = place && entryAt(bytes, index, number, place);
    if (place?.bookedOn !== undefined && entry) yield noticeOf(entry, place, place.bookedOn);
    number = index.following[number] ?? 0;
  } while (number > 0);
}

/** The entry read again from its own bytes; a short last record may bring some of the next. */
function entryAt(bytes: Uint8Array, index: Index, number: number, { sec }: Place) {
  const own = bytes.subarray(index.begins[number], index.ends[number]);
  const expected = index.addenda[number] ?? 0;
  let entry: ReturnType<typeof entryOf> | undefined;
  for (const at of nachaRecords(own, (index.records[number] ?? 1) - 1)) {
    if (entry === undefined) entry = entryOf(at, sec);
    else if (cut(at, 1, 1) === '7') entry.addenda.push(at);
    if (entry.addenda.length === expected) return entry;
  }
  return entry;
}
