/**
 * Explanations by what the payer named: invoices one by one, lists, rows with amounts.
 *
 * The amount proves the reference: a number that was repaired counts only when the amount
 * agrees to the cent, a number that stands there unharmed counts with a difference too.
 */
import { type Case, type Explanation, type Rests } from './case.ts';
import { type LiveItem } from './book.ts';
import { allocationOf, settleOn } from './differences.ts';
import { explanation } from './explanation.ts';
import { type Allocation, type EvidenceKind, type Reason } from './model.ts';
import { type Quality, type Scope, qualities } from './references.ts';
import { restSets } from './rest.ts';
import { type Filled, type Slot, slotsOf } from './slots.ts';

/** Everything that the mentions explain within these accounts; the best guess first. */
export function explainNamed(c: Case, scope: Scope): Explanation[] {
  const slots = slotsOf(c, scope);
  const [first] = slots;
  if (!first) return [];
  const rows = byRows(slots, c);
  if (rows.length > 0) return rows;
  if (slots.length === 1) return [...one(first, c), ...withRest(slots, c)];
  return many(slots, c);
}

/** The slots' mentions of documents that were paid before. */
export function paidMentions(c: Case, scope: Scope): Slot[] {
  return slotsOf(c, scope).filter(({ paid, sure }) => paid.length > 0 && sure.length === 0);
}

/** Rows whose amounts add up to what came: each is matched by number, proved by amount. */
function byRows(slots: readonly Slot[], c: Case): Explanation[] {
  const paid = slots.map(({ mention }) => mention.paidMinor);
  const total = paid.reduce<bigint>((sum, minor) => sum + (minor ?? 0n), 0n);
  if (paid.some((minor) => minor === null) || total !== c.amount) return [];
  const taken = new Set<LiveItem>();
  const filled: Filled[] = [];
  const allocations: Allocation[] = [];
  for (const slot of slots) {
    const found = rowItem(slot, c, taken);
    if (!found) return [];
    taken.add(found.live);
    filled.push(found);
    const minor = slot.mention.paidMinor ?? 0n;
    const { openMinor } = found.live;
    const cashMinor = openMinor > 0n && minor > openMinor ? openMinor : minor;
    allocations.push(allocationOf(found.live, { cashMinor }, 'deduction'));
  }
  const cash = allocations.reduce((sum, each) => sum + each.cashMinor, 0n);
  const short = allocations.some(({ leftMinor }) => leftMinor !== 0n);
  if (filled.length === 1 && short) return [];
  const settled = { allocations, onAccountMinor: c.amount - cash, reasons: [] };
  const difference = c.amount > cash ? 'over' : short ? 'row_short' : 'equal';
  return [explanation(c, settled, marksOf(filled, [`amount:${difference}`, 'rows']), 'rows')];
}

/** The item that a row means: the amount decides among several, and stands in for a number. */
function rowItem(slot: Slot, c: Case, taken: ReadonlySet<LiveItem>): Filled | null {
  const { paidMinor, grossMinor } = slot.mention;
  const free = (list: readonly Filled[]): Filled[] => list.filter(({ live }) => !taken.has(live));
  const fits = ({ live }: Filled): boolean =>
    live.openMinor === paidMinor || (grossMinor !== null && live.openMinor === grossMinor);
  const sure = free(slot.sure);
  const exact = sure.find(fits) ?? free(slot.near()).find(fits);
  if (exact) return exact;
  if (sure[0]) return sure[0];
  // It names what was paid before: another item of the amount is not meant.
  if (slot.paid.length > 0) return null;
  const byAmount = c.open.filter((live) => !taken.has(live) && live.openMinor === paidMinor);
  return byAmount[0] && byAmount.length === 1 ? { live: byAmount[0], quality: 'amount' } : null;
}

/** One mention: what it names with whatever difference, what it resembles only to the cent. */
function one(slot: Slot, c: Case): Explanation[] {
  const found = slot.sure.slice(0, 4).map((filled) => explained([filled], c, 'reference'));
  if (slot.sure.some(({ live }) => live.openMinor === c.amount)) return found;
  const near = slot.near().filter(({ live }) => live.openMinor > 0n);
  const equal = near.filter(({ live }) => live.openMinor === c.amount);
  for (const filled of equal.slice(0, 6)) found.push(explained([filled], c, 'damaged'));
  if (equal.length > 0) return found;
  const slips = near.filter(({ quality }) => quality === 'slip');
  if (slot.sure.length === 0) {
    const rest = slips.length > 0 ? slips : near;
    for (const filled of rest.slice(0, 4)) {
      found.push(explained([filled], c, 'damaged', [`near:${bucket(rest.length)}`]));
    }
  }
  return found;
}

function many(slots: readonly Slot[], c: Case): Explanation[] {
  const plain = distinct(slots.map(({ sure }) => sure[0]));
  if (plain.length === slots.length && sumOf(plain) === c.amount) {
    return [explained(plain, c, 'reference')];
  }
  const fitted = fit(slots, c);
  if (fitted.length > 0) return fitted.map((filled) => explained(filled, c, restsOn(filled)));
  const rest = withRest(slots, c);
  if (rest.length > 0) return rest;
  return plain.length > 0 ? [explained(plain, c, 'reference', ['sum:differs'])] : [];
}

/** Chooses in each slot so that the sum is the amount; the least repaired first. */
function fit(slots: readonly Slot[], c: Case): Filled[][] {
  const choices = slots.map(({ sure, near }) => {
    const fixed = sure.length === 1 && sure[0]?.quality !== 'suffix';
    return (fixed ? sure : [...sure, ...near()]).slice(0, 12);
  });
  const open = choices.filter((list) => list.length > 0);
  if (open.length < slots.length) return [];
  const found = search(open, c.amount);
  if (found.length > 0) return found;
  // A slip that happens to be another open number of this payer: one slot may be wrong.
  for (const [at, slot] of slots.entries()) {
    const near = slot.near();
    if (near.length === 0) continue;
    const other = choices.map((list, place) => (place === at ? near.slice(0, 12) : list));
    found.push(...search(other, c.amount));
    if (found.length > 2) break;
  }
  return found;
}

/** Steps that a choice among damaged references may take. */
const mostSteps = 20_000;

function search(choices: readonly (readonly Filled[])[], target: bigint): Filled[][] {
  const found: Filled[][] = [];
  let steps = 0;
  const go = (at: number, left: bigint, chosen: readonly Filled[]): void => {
    steps += 1;
    if (steps > mostSteps || found.length > 3) return;
    const list = choices[at];
    if (!list) {
      if (left === 0n) found.push([...chosen]);
      return;
    }
    for (const filled of list) {
      if (filled.live.openMinor > left && filled.live.openMinor > 0n) continue;
      if (chosen.some(({ live }) => live === filled.live)) continue;
      go(at + 1, left - filled.live.openMinor, [...chosen, filled]);
    }
  };
  go(0, target, []);
  return found;
}

/** What could be read, and for the rest of the amount the items that a climbing list allows. */
function withRest(slots: readonly Slot[], c: Case): Explanation[] {
  const read = distinct(slots.map(({ sure }) => sure[0]));
  const missing = slots.length - read.length;
  const left = c.amount - sumOf(read);
  if (read.length === 0 || left <= 0n) return [];
  const goesOn = c.mentions.at(-1)?.paidMinor === null && c.mentions.at(-1)?.suffix === false;
  return restSets(slots, c, { read, left, goesOn }).map((rest) => {
    const filled = [...read, ...rest.filled];
    const marks = [
      `rest:${bucket(rest.filled.length)}`,
      `missing:${bucket(missing)}`,
      `choice:${bucket(rest.choice)}`,
      `pool:${bucket(rest.pool)}`,
      rest.luck,
    ];
    return explained(filled, c, 'damaged', marks);
  });
}

function explained(
  filled: readonly Filled[],
  c: Case,
  rests: Rests,
  more: readonly string[] = [],
): Explanation {
  const lives = filled.map(({ live }) => live);
  const laid = settleOn(lives, c.amount, c);
  const settled = { ...laid, allocations: namedOnly(laid.allocations, filled) };
  const row = filled.length === 1 ? c.mentions[0] : undefined;
  const said = row?.grossMinor !== null && row?.grossMinor === lives[0]?.openMinor;
  const marks = marksOf(filled, [
    `amount:${settled.difference}`,
    `share:${shareOf(lives, c.amount)}`,
    ...more,
    ...(said ? ['gross'] : []),
  ]);
  const reasons = [...referenceReasons(filled), ...settled.reasons];
  return explanation(c, { ...settled, reasons }, marks, rests);
}

/** What only its amount speaks for is claimed, not taken. */
function namedOnly(allocations: readonly Allocation[], filled: readonly Filled[]): Allocation[] {
  const guessed = new Set(
    filled.flatMap(({ live, quality }) => (quality === 'amount' ? [live.item.id] : [])),
  );
  return allocations.map((each) => ({ ...each, named: !guessed.has(each.itemId) }));
}

const kindOf: Readonly<Record<Quality, EvidenceKind>> = {
  exact: 'exact_reference',
  full: 'normalised_reference',
  core: 'normalised_reference',
  repaired: 'damaged_reference',
  suffix: 'damaged_reference',
  slip: 'damaged_reference',
  cut: 'damaged_reference',
  amount: 'amount',
};

function referenceReasons(filled: readonly Filled[]): Reason[] {
  return filled.map(({ live, quality }) => ({
    kind: kindOf[quality],
    facts: { number: live.item.number, minor: String(live.openMinor) },
  }));
}

function marksOf(filled: readonly Filled[], more: readonly string[]): string[] {
  const worst = Math.max(...filled.map(({ quality }) => qualities.indexOf(quality)));
  const damaged = filled.filter(({ quality }) => qualities.indexOf(quality) > 2).length;
  return [
    `ref:${qualities[worst]}`,
    `refs:${bucket(filled.length)}`,
    `damaged:${bucket(damaged)}`,
    ...more,
  ];
}

function restsOn(filled: readonly Filled[]): Rests {
  return filled.some(({ quality }) => quality === 'slip' || quality === 'cut')
    ? 'damaged'
    : 'reference';
}

function distinct(list: readonly (Filled | undefined)[]): Filled[] {
  const kept = new Map<LiveItem, Filled>();
  for (const filled of list) if (filled && !kept.has(filled.live)) kept.set(filled.live, filled);
  return [...kept.values()];
}

function sumOf(filled: readonly Filled[]): bigint {
  return filled.reduce((sum, { live }) => sum + live.openMinor, 0n);
}

/** How much of what is open was paid, in steps. */
function shareOf(lives: readonly LiveItem[], amount: bigint): string {
  const open = lives.reduce((sum, { openMinor }) => sum + openMinor, 0n);
  if (open <= 0n || amount === open) return 'all';
  const percent = (amount * 100n) / open;
  if (percent >= 100n) return percent < 103n ? '100+' : percent < 125n ? '103+' : '125+';
  return percent >= 98n ? '98+' : percent >= 75n ? '75+' : percent >= 10n ? '10+' : '0+';
}

/** Counts by size: what is learned for three holds for four. */
export function bucket(count: number): string {
  if (count <= 2) return String(count);
  if (count <= 4) return '3-4';
  return count <= 8 ? '5-8' : '9+';
}
