/**
 * The places of a payer's list: each mention with the open items that it may mean.
 *
 *   text ──mentions──▶ slots ──filled──▶ items that together make the amount
 *
 * A slot that nothing fills is kept: the payer named something there, so the rest of the
 * amount belongs to it and to nothing else.
 */
import { type Case } from './case.ts';
import { type LiveItem } from './book.ts';
import { type Mention } from './mentions.ts';
import { type Numbered, bare } from './numbers.ts';
import {
  type Option,
  type Quality,
  type Scope,
  beginning,
  ending,
  named,
  resembling,
  segmented,
} from './references.ts';

export type Filled = { readonly live: LiveItem; readonly quality: Quality };
export type Slot = {
  readonly mention: Mention;
  /** Open items that it names. */
  readonly sure: readonly Filled[];
  /** Open items that it resembles; looked for only when needed. */
  readonly near: () => readonly Filled[];
  /** Paid ones that it names: a duplicate or a wrong reference. */
  readonly paid: readonly Numbered[];
};

const laid = new WeakMap<Case, Map<Scope, readonly Slot[]>>();

/** The slots of a receipt, found once; mentions that can be no reference are left out. */
export function slotsOf(c: Case, scope: Scope): readonly Slot[] {
  const mine = laid.get(c) ?? new Map<Scope, readonly Slot[]>();
  laid.set(c, mine);
  const slots = mine.get(scope) ?? madeSlots(c, scope);
  mine.set(scope, slots);
  return slots;
}

function madeSlots(c: Case, scope: Scope): Slot[] {
  const mentions = c.mentions.flatMap((mention) => split(mention, c, scope));
  const joined = withoutHalves(mentions, c, scope);
  const slots: Slot[] = [];
  for (const mention of joined) {
    const before = slots.at(-1);
    const slot = slotOf(mention, before, c, scope);
    const run = mention.readings[0]?.run ?? '';
    const something = slot.sure.length > 0 || slot.paid.length > 0 || mention.paidMinor !== null;
    const long = run.length >= (joined.length > 1 ? 4 : 5);
    if (something || long || mention.suffix || (mention.cut && run.length >= 2)) {
      slots.push(slot);
    }
  }
  return slots;
}

function slotOf(mention: Mention, before: Slot | undefined, c: Case, scope: Scope): Slot {
  const options = mention.suffix ? [] : named(mention, c.book.numbers, scope);
  const sure = mention.suffix ? bySuffix(mention, before, c, scope) : filledFrom(options, c);
  let near: Filled[] | undefined;
  return {
    mention,
    sure,
    near: () => {
      near ??= resemblingItems(mention, c, scope);
      return near;
    },
    paid: options.flatMap(({ document }) => (isPaid(document) ? [document] : [])),
  };
}

function isPaid({ live }: Numbered): boolean {
  return live === null || live.openMinor === 0n;
}

function filledFrom(options: readonly Option[], c: Case): Filled[] {
  return options.flatMap(({ document: { live }, quality }) =>
    live && live.openMinor !== 0n && live.item.currency === c.receipt.currency
      ? [{ live, quality }]
      : [],
  );
}

function resemblingItems(mention: Mention, c: Case, scope: Scope): Filled[] {
  const slips = filledFrom(resembling(mention, c.book.numbers, scope), c);
  const known = new Set(slips.map(({ live }) => live));
  const cut = beginning(mention, c.open).filter((live) => !known.has(live));
  return [...slips, ...cut.map((live): Filled => ({ live, quality: 'cut' }))];
}

/** The list climbs: 227370/588/200 is …7370, …8588, …9200. The nearest above comes first. */
function bySuffix(mention: Mention, before: Slot | undefined, c: Case, scope: Scope): Filled[] {
  const from = before?.sure[0]?.live.run ?? '';
  const open = scope === null ? [] : c.open;
  return ending(mention, open)
    .toSorted((a, b) => Number(a.run < from) - Number(b.run < from) || (a.run < b.run ? -1 : 1))
    .map((live): Filled => ({ live, quality: 'suffix' }));
}

/** A run that is several numbers written without a sign between them. */
function split(mention: Mention, c: Case, scope: Scope): Mention[] {
  const run = mention.readings[0]?.run ?? '';
  const parts = segmented(run, c.book.numbers, scope);
  if (!parts) return [mention];
  return parts.map((part) => ({
    ...mention,
    word: part.run,
    readings: [{ run: part.run, repair: 'none' as const }],
  }));
}

/** Where a blank split one number, the second half is no mention of its own. */
function withoutHalves(mentions: readonly Mention[], c: Case, scope: Scope): Mention[] {
  const kept: Mention[] = [];
  let skip = false;
  for (const mention of mentions) {
    if (skip) {
      skip = false;
      continue;
    }
    const joined = mention.readings.find(({ repair }) => repair === 'joined');
    const whole = joined && wholeNumber(joined.run, c, scope);
    if (!joined || !whole) kept.push(mention);
    else {
      kept.push({ ...mention, readings: [joined, ...mention.readings] });
      skip = true;
    }
  }
  return kept;
}

/** Is it a number of ours, or at least as long as one and its half is none? */
function wholeNumber(run: string, c: Case, scope: Scope): boolean {
  const { byCore, widths } = c.book.numbers;
  const known = (byCore.get(bare(run)) ?? []).some(
    ({ accountId }) => scope === null || scope.has(accountId),
  );
  return known || (widths.has(run.length) && !byCore.has(bare(run)));
}
