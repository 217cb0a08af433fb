/**
 * Explanations by the amount alone, for a payer who named nothing: one invoice, the oldest
 * first, everything that was due, the whole balance, with credits taken or not.
 *
 * Such a structure is evidence because payers repeat themselves. An arbitrary set of items is
 * hardly any: it is found last, and more than one makes it worth nothing.
 */
import { type LiveItem, familyOf, openItemsOf } from './book.ts';
import { type Case, type Explanation, type Rests } from './case.ts';
import { type Difference, settleOn } from './differences.ts';
import { explanation } from './explanation.ts';
import { type Structure } from './memory.ts';
import { type Reason } from './model.ts';
import { luckMark, runLuckMark } from './luck.ts';
import { bucket } from './named.ts';
import { subsetsWithSum } from './subsets.ts';
import { unknownReference } from './unknown-reference.ts';

/** Candidates looked at: beyond these a name says nothing. */
const mostCandidates = 12;

/** Up to here a sum that fits is a reading of its own. */
const fewItems = 15;

export function explainUnnamed(c: Case): Explanation[] {
  return c.payers.candidates.slice(0, mostCandidates).flatMap(({ accountId }) => {
    const family = familyOf(c.book, accountId);
    const everything = openItemsOf(c.book, family, c.receipt.currency);
    const free = everything.filter(({ claimedBy, shortPaid }) => claimedBy === null && !shortPaid);
    const found = explainFrom(c, accountId, free);
    if (free.length === everything.length || found.some(isWhole)) return found;
    // What others claim, or the rest of what was paid short, may be meant after all.
    const doubtful = explainFrom(c, accountId, everything).filter(
      ({ rests }) => rests === 'structure',
    );
    return [...found, ...doubtful.map((one) => ({ ...one, marks: [...one.marks, 'doubtful'] }))];
  });
}

function isWhole({ rests }: Explanation): boolean {
  return rests === 'single' || rests === 'structure';
}

function explainFrom(c: Case, accountId: string, open: readonly LiveItem[]): Explanation[] {
  const own = open.filter(({ item }) => item.accountId === accountId);
  const found = [...singles(c, accountId, open), ...structures(c, accountId, own)];
  const kin = own.length < open.length && !found.some(({ rests }) => rests === 'structure');
  const more = kin ? structures(c, accountId, open) : [];
  // Beside an item of the amount, a sum of many is no second reading; one of few is.
  const some = found.length + more.length > 0 && open.length > fewItems;
  return [...found, ...more, ...(some ? [] : subsets(c, accountId, open))];
}

/** One item of this amount; of several the oldest, as payers take them. */
function singles(c: Case, payerId: string, open: readonly LiveItem[]): Explanation[] {
  const invoices = open.filter(({ openMinor }) => openMinor > 0n);
  const equal = invoices.filter(({ openMinor }) => openMinor === c.amount);
  if (equal.length > 0) {
    return equal.slice(0, 3).map((live, at) => {
      const luck = luckMark(1, invoices.length, c.amount);
      const marks = [`equals:${bucket(equal.length)}`, `place:${at}`, luck, begins(c, live)];
      const reasons: Reason[] =
        equal.length > 1 && at === 0
          ? [{ kind: 'oldest_of_equals', facts: { items: equal.length } }]
          : [];
      return shaped(c, [live], { payerId, shape: 'single', open: invoices, marks, reasons });
    });
  }
  return invoices
    .flatMap((live) => {
      const { difference } = settleOn([live], c.amount, c);
      return neat.has(difference) ? [live] : [];
    })
    .slice(0, 4)
    .map((live, at, list) =>
      shaped(c, [live], {
        payerId,
        shape: 'single',
        open: invoices,
        marks: [`near_ones:${bucket(list.length)}`, `place:${at}`, begins(c, live)],
        reasons: [],
      }),
    );
}

/** Does what the payer wrote, cut or not, at least begin like this item's number? */
export function begins(c: Case, { run }: LiveItem): 'begins:yes' | 'begins:no' | 'begins:unsaid' {
  const said = c.mentions.flatMap(({ readings }) => readings[0]?.run ?? []);
  const long = said.filter((one) => one.length > 1);
  if (long.length === 0) return 'begins:unsaid';
  return long.some((one) => run.startsWith(one)) ? 'begins:yes' : 'begins:no';
}

/** Differences that have a cause of their own. */
const neat: ReadonlySet<Difference> = new Set([
  'discount',
  'late_discount',
  'fee_said',
  'fee_usual',
]);

function structures(c: Case, payerId: string, open: readonly LiveItem[]): Explanation[] {
  const invoices = open.filter(({ openMinor }) => openMinor > 0n);
  const credits = open.filter(({ openMinor }) => openMinor < 0n);
  const found: Explanation[] = [];
  const add = (shape: Structure, lives: readonly LiveItem[]): void => {
    if (lives.length < 2) return;
    const skipped = lives[0] ? invoices.indexOf(lives[0]) : 0;
    const luck = runLuckMark(invoices.length, shape !== 'run' && shape !== 'all_but', c.amount);
    const marks = shape === 'run' ? [`skipped:${bucket(skipped)}`, luck] : [luck];
    found.push(shaped(c, lives, { payerId, shape, open: invoices, marks, reasons: [] }));
  };
  const credit = credits.reduce((sum, { openMinor }) => sum + openMinor, 0n);
  const whole = invoices.reduce((sum, { openMinor }) => sum + openMinor, 0n);
  if (whole === c.amount) add('whole_balance', invoices);
  if (credit < 0n && whole + credit === c.amount) add('net_of_credits', [...invoices, ...credits]);
  if (found.length > 0) return found;
  const first = oldest(invoices, c.amount);
  if (first) add(endsADay(first, invoices) ? 'due_by' : 'oldest_first', first);
  if (credit < 0n && !first) {
    const netted = oldest(invoices, c.amount - credit);
    if (netted) add('net_of_credits', [...netted, ...credits]);
  }
  if (found.length > 0) return found;
  for (const net of credit < 0n ? [whole, whole + credit] : [whole]) {
    const but = allBut(invoices, net - c.amount);
    if (but) add('all_but', net === whole ? but : [...but, ...credits]);
  }
  if (found.length === 0 && invoices.length > fewItems) {
    for (const run of runs(invoices, c.amount)) add('run', run);
  }
  return found;
}

/** The oldest items that make the amount exactly, or null. */
function oldest(invoices: readonly LiveItem[], amount: bigint): readonly LiveItem[] | null {
  let sum = 0n;
  for (const [at, live] of invoices.entries()) {
    sum += live.openMinor;
    if (sum === amount) return invoices.slice(0, at + 1);
    if (sum > amount) return null;
  }
  return null;
}

/** The balance without one or two items: the payer's books know them as paid. */
function allBut(invoices: readonly LiveItem[], left: bigint): readonly LiveItem[] | null {
  if (left <= 0n || invoices.length <= fewItems) return null;
  const ones = invoices.filter(({ openMinor }) => openMinor === left);
  const pairs = ones.length > 0 ? [] : pairsOf(invoices, left);
  const [only, other] = [...ones.map((live) => [live]), ...pairs];
  if (!only || other) return null;
  return invoices.filter((live) => !only.includes(live));
}

/** Two items with this sum; more than one pair is told by a second. */
function pairsOf(invoices: readonly LiveItem[], sum: bigint): LiveItem[][] {
  const seen = new Map<bigint, LiveItem>();
  const found: LiveItem[][] = [];
  for (const live of invoices) {
    const other = seen.get(sum - live.openMinor);
    if (other) found.push([other, live]);
    if (found.length > 1) break;
    seen.set(live.openMinor, live);
  }
  return found;
}

/** Neighbours in the order of their due days, not from the oldest on. */
function runs(invoices: readonly LiveItem[], amount: bigint): (readonly LiveItem[])[] {
  const found: (readonly LiveItem[])[] = [];
  let sum = 0n;
  let from = 0;
  for (const [to, live] of invoices.entries()) {
    sum += live.openMinor;
    while (sum > amount && from < to) {
      sum -= invoices[from]?.openMinor ?? 0n;
      from += 1;
    }
    if (sum === amount && to > from) found.push(invoices.slice(from, to + 1));
    if (found.length > 2) break;
  }
  return found;
}

/** Does the run of oldest items end where a due day ends? */
function endsADay(first: readonly LiveItem[], invoices: readonly LiveItem[]): boolean {
  const last = first.at(-1);
  const next = invoices[first.length];
  return last !== undefined && next !== undefined && next.item.dueOn > last.item.dueOn;
}

/** Sets without a structure: at most eight items, smallest first, oldest of equal amounts. */
function subsets(c: Case, payerId: string, open: readonly LiveItem[]): Explanation[] {
  const invoices = open
    .filter(({ openMinor }) => openMinor > 0n && openMinor < c.amount)
    .slice(0, c.policy.search.items);
  if (invoices.length < 2) return [];
  const amounts = invoices.map(({ openMinor }) => openMinor);
  const { sums } = c.policy.search;
  const bounds = { least: 2, most: 8, sums, solutions: 24 };
  const search = subsetsWithSum(amounts, c.amount, bounds);
  if (search.stopped) c.stoppedAt = { looked: search.looked, items: invoices.length };
  const different = new Map<string, LiveItem[]>();
  for (const places of search.found) {
    const lives = oldestOfEquals(places, invoices);
    const key = lives
      .map(({ openMinor }) => openMinor)
      .toSorted(byAmount)
      .join(' ');
    if (!different.has(key)) different.set(key, lives);
  }
  const sets = [...different.values()];
  return sets.slice(0, 3).map((lives) => {
    const marks = [
      `choice:${bucket(sets.length)}`,
      `pool:${bucketOfPool(invoices.length)}`,
      `neighbours:${areNeighbours(lives, invoices) ? 'yes' : 'no'}`,
      luckMark(lives.length, invoices.length, c.amount),
    ];
    const kind = sets.length === 1 && !search.stopped ? 'unique_subset' : 'subset';
    const facts = { items: lives.length, of: combinationsOf(invoices.length) };
    const reasons: Reason[] = [{ kind, facts }];
    return shaped(c, lives, { payerId, shape: 'subset', open: invoices, marks, reasons });
  });
}

/** How many sets there are to choose from, as far as anybody wants to know. */
function combinationsOf(items: number): number {
  return 2 ** Math.min(items, 40) - 1;
}

function areNeighbours(lives: readonly LiveItem[], invoices: readonly LiveItem[]): boolean {
  const places = lives.map((live) => invoices.indexOf(live));
  return Math.max(...places) - Math.min(...places) === lives.length - 1;
}

function byAmount(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same amounts, from the oldest items that have them. */
function oldestOfEquals(places: readonly number[], invoices: readonly LiveItem[]): LiveItem[] {
  const taken = new Set<number>();
  for (const place of places) {
    const amount = invoices[place]?.openMinor;
    const first = invoices.findIndex(({ openMinor }, at) => openMinor === amount && !taken.has(at));
    taken.add(first);
  }
  return [...taken].toSorted((a, b) => a - b).flatMap((at) => invoices[at] ?? []);
}

type Shape = {
  readonly payerId: string;
  readonly shape: Structure;
  readonly open: readonly LiveItem[];
  readonly marks: readonly string[];
  readonly reasons: readonly Reason[];
};

function shaped(c: Case, lives: readonly LiveItem[], shape: Shape): Explanation {
  const laid = settleOn(lives, c.amount, c);
  const allocations = laid.allocations.map((each) => ({ ...each, named: false }));
  const settled = { ...laid, allocations };
  const own = c.memory.habits.get(shape.payerId)?.[shape.shape] ?? 0;
  const marks = [
    `shape:${shape.shape}`,
    `size:${bucket(lives.length)}`,
    `amount:${settled.difference}`,
    `open:${bucketOfPool(shape.open.length)}`,
    ...(own > 0 ? ['habit'] : []),
    ...(hasTwin(lives, shape.open) ? ['swap'] : []),
    ...shape.marks,
  ];
  const reasons: Reason[] = [...shape.reasons, ...settled.reasons, ...unknownReference(c)];
  if (shape.shape !== 'single' && shape.shape !== 'subset') {
    reasons.unshift({ kind: structureKind(shape.shape), facts: { items: lives.length } });
  }
  if (own > 0) reasons.push({ kind: 'habit', facts: { times: own } });
  return explanation(c, { ...settled, reasons }, marks, restsOn(shape.shape), shape.payerId);
}

/** Could another open item of the same amount stand for one of these? */
function hasTwin(lives: readonly LiveItem[], open: readonly LiveItem[]): boolean {
  const taken = new Set(lives);
  const amounts = new Set(lives.map(({ openMinor }) => openMinor));
  return open.some((live) => amounts.has(live.openMinor) && !taken.has(live));
}

function restsOn(shape: Structure): Rests {
  if (shape === 'single') return 'single';
  // Neighbours that fit somewhere among many are hardly more than a sum that fits.
  return shape === 'subset' || shape === 'run' ? 'subset' : 'structure';
}

function structureKind(shape: Exclude<Structure, 'single' | 'subset'>): Reason['kind'] {
  if (shape === 'all_but') return 'whole_balance';
  return shape === 'run' ? 'oldest_first' : shape;
}

export function bucketOfPool(count: number): string {
  if (count <= 3) return '1-3';
  if (count <= 8) return '4-8';
  if (count <= 15) return '9-15';
  return count <= 40 ? '16-40' : '41+';
}
