/**
 * Document numbers, findable as payers write them: in full, without prefix or leading zeros,
 * one slip away, cut at the end, or by their last digits.
 *
 * The core of a number is its longest run of digits: 0123456 of INV-0123456, 004512 of
 * 26/SI/004512. A part of a longer run never matches (case P-17): only whole runs are looked up.
 */
import { type LiveItem } from './book.ts';
import { alphanumeric } from './text.ts';

/** A document by its number; `live` is null when it was closed before the book was opened. */
export type Numbered = {
  readonly id: string;
  readonly accountId: string;
  readonly number: string;
  /** The core with its leading zeros. */
  readonly run: string;
  /** Letters and digits of the whole number. */
  readonly whole: string;
  readonly live: LiveItem | null;
};

export type NumberIndex = {
  readonly byCore: ReadonlyMap<string, readonly Numbered[]>;
  readonly byWhole: ReadonlyMap<string, readonly Numbered[]>;
  /** How long the runs are, zeros included. */
  readonly widths: ReadonlySet<number>;
  /** What stands before the cores and holds digits, such as 26/SI/; null when nothing does. */
  readonly prefixes: RegExp | null;
};

type Document = { readonly id: string; readonly accountId: string; readonly number: string };

export function numbered(document: Document, live: LiveItem | null): Numbered {
  const { id, accountId, number } = document;
  return { id, accountId, number, run: coreRun(number), whole: alphanumeric(number), live };
}

/** The longest run of digits, the last of equals; empty when there is none. */
export function coreRun(number: string): string {
  let longest = '';
  for (const run of number.match(/\d+/gu) ?? []) {
    if (run.length >= longest.length) longest = run;
  }
  return longest;
}

/** A run without its leading zeros. */
export function bare(run: string): string {
  return run.replace(/^0+/u, '');
}

export function indexNumbers(all: readonly Numbered[]): NumberIndex {
  const byCore = new Map<string, Numbered[]>();
  const byWhole = new Map<string, Numbered[]>();
  const widths = new Set<number>();
  for (const one of all) {
    append(byWhole, one.whole, one);
    if (one.run === '') continue;
    append(byCore, bare(one.run), one);
    widths.add(one.run.length);
  }
  return { byCore, byWhole, widths, prefixes: prefixPattern(all) };
}

/** More different prefixes than years and series are no prefixes. */
const mostPrefixes = 40;

/**
 * The digits of a prefix are no part of a number: 26/SI/004512 26/SI/004513 written without a
 * blank would read as 00451226. Signs within a prefix may be missing.
 */
function prefixPattern(all: readonly Numbered[]): RegExp | null {
  const counts = new Map<string, number>();
  for (const { number, run } of all) {
    const prefix = run === '' ? '' : number.slice(0, number.lastIndexOf(run));
    if (/\d/u.test(prefix)) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const usual = [...counts]
    .filter(([, count]) => count * 200 > all.length)
    .map(([prefix]) => prefix)
    .slice(0, mostPrefixes);
  if (usual.length === 0) return null;
  const patterns = usual.map((prefix) => {
    const parts = prefix.match(/\d+|[A-Za-z]+/gu) ?? [];
    return `${parts.join(String.raw`[\s/.\-_]?`)}[\\s/.\\-_]?`;
  });
  return new RegExp(String.raw`(?:${patterns.join('|')})(?=[0-9OolZzSsGB]{2})`, 'giu');
}

/** Every run one slip away: another digit, two swapped, one dropped, one too many. */
export function oneSlipAway(run: string): string[] {
  const near = new Set<string>();
  for (let at = 0; at < run.length; at += 1) {
    const [head, tail] = [run.slice(0, at), run.slice(at + 1)];
    near.add(head + tail);
    for (const digit of '0123456789') {
      near.add(head + digit + tail);
      near.add(head + digit + run.slice(at));
    }
    const next = tail.slice(0, 1);
    if (next !== '') near.add(head + next + run.slice(at, at + 1) + tail.slice(1));
  }
  for (const digit of '0123456789') near.add(run + digit);
  near.delete(run);
  return [...near];
}

function append(map: Map<string, Numbered[]>, key: string, one: Numbered): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}
