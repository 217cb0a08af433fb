/**
 * Which documents a mention may mean, from the letter-perfect to the damaged.
 *
 * A number counts only as a whole: 1004 is not found inside 10045, and a lone "1" is no
 * reference (case P-17). A repaired number is a weaker reference than one that needed none.
 */
import { type LiveItem } from './book.ts';
import { type Mention, type Reading } from './mentions.ts';
import { type NumberIndex, type Numbered, bare, oneSlipAway } from './numbers.ts';

/** From the surest; `amount` is an item that stands for an unreadable number by its amount. */
export const qualities = [
  'exact',
  'full',
  'core',
  'repaired',
  'suffix',
  'slip',
  'cut',
  'amount',
] as const;
export type Quality = (typeof qualities)[number];
export type Option = { readonly document: Numbered; readonly quality: Quality };

/** Shorter runs of digits name nothing by themselves. */
const shortestRun = 4;

/** Accounts in which to look; null is the whole book. */
export type Scope = ReadonlySet<string> | null;

/** Documents that the mention names as it stands or after a repair; the surest first. */
export function named(mention: Mention, index: NumberIndex, scope: Scope): Option[] {
  const options = new Map<string, Option>();
  const add = (quality: Quality, documents: readonly Numbered[] | undefined): void => {
    for (const document of documents ?? []) {
      if (scope && !scope.has(document.accountId)) continue;
      if (!options.has(document.id)) options.set(document.id, { document, quality });
    }
  };
  if (isWord(mention.word)) add('exact', index.byWhole.get(mention.word));
  for (const reading of mention.readings) {
    if (reading.run.length < shortestRun) continue;
    for (const document of index.byCore.get(bare(reading.run)) ?? []) {
      add(qualityOf(reading, document), [document]);
    }
  }
  return surestFirst([...options.values()]);
}

/** A word with a letter and a digit, or digits enough: `A-300`, but not `1`. */
function isWord(word: string): boolean {
  return word.length >= shortestRun || (/[A-Z]/u.test(word) && /\d/u.test(word));
}

function qualityOf({ run, repair }: Reading, document: Numbered): Quality {
  if (repair !== 'none') return 'repaired';
  return run === document.run ? 'full' : 'core';
}

export function surestFirst(options: readonly Option[]): Option[] {
  return options.toSorted((a, b) => qualities.indexOf(a.quality) - qualities.indexOf(b.quality));
}

/** Documents one slip away from the mention. */
export function resembling(mention: Mention, index: NumberIndex, scope: Scope): Option[] {
  const options = new Map<string, Option>();
  for (const { run } of mention.readings) {
    if (run.length < shortestRun + 1) continue;
    for (const near of oneSlipAway(run)) {
      const core = bare(near);
      if (core.length < shortestRun) continue;
      for (const document of index.byCore.get(core) ?? []) {
        const outside = scope !== null && !scope.has(document.accountId);
        if (outside || options.has(document.id) || near.length > document.run.length) continue;
        options.set(document.id, { document, quality: 'slip' });
      }
    }
  }
  return [...options.values()];
}

/** Open items whose number begins like one that lost its end. */
export function beginning(mention: Mention, open: readonly LiveItem[]): LiveItem[] {
  const run = mention.readings[0]?.run ?? '';
  if (mention.suffix || run.length < (mention.cut ? 2 : shortestRun)) return [];
  return open.filter((live) => live.run.length > run.length && live.run.startsWith(run));
}

/** Open items whose number ends like the suffix. */
export function ending(mention: Mention, open: readonly LiveItem[]): LiveItem[] {
  const run = mention.readings[0]?.run ?? '';
  return open.filter((live) => live.run.length > run.length && live.run.endsWith(run));
}

/**
 * Cuts a run that is too long for one number into whole numbers, where that is possible:
 * lists arrive without any sign between the numbers.
 */
export function segmented(run: string, index: NumberIndex, scope: Scope): Numbered[] | null {
  const widest = Math.max(...index.widths);
  if (run.length <= widest || run.length > widest * 20) return null;
  const lengths = [...new Set([...index.widths].flatMap((width) => [width, width - 1]))];
  const parts = (rest: string): Numbered[] | null => {
    if (rest === '') return [];
    for (const length of lengths) {
      const piece = rest.slice(0, length);
      if (length < shortestRun || piece.length < length) continue;
      const document = (index.byCore.get(bare(piece)) ?? []).find(
        ({ accountId }) => scope === null || scope.has(accountId),
      );
      if (!document) continue;
      const tail = parts(rest.slice(length));
      if (tail) return [document, ...tail];
    }
    return null;
  };
  return parts(run);
}
