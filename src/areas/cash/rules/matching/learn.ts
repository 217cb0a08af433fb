/**
 * What past payments with their confirmed answers teach: who pays from where and under which
 * name, how payers compose their payments, and how far each kind of evidence may be trusted.
 *
 * Each past payment is explained again with a memory from which it was left out, on a book
 * that is walked forward by the confirmed answers; only so is trust not learned from itself.
 */
import { type Book, openBook, settle } from './book.ts';
import { type Explanation } from './case.ts';
import { type Calibration, type Ranked, rankNames, ranked, trustNames } from './confidence.ts';
import { caseOf, explanationsOf } from './explain.ts';
import { type Example, type Weights, fitted } from './logistic.ts';
import { type Confirmed, type PayerMemory, type Structure, remembered } from './memory.ts';
import { type Allocation, type BookParts, type ReceiptToDecide } from './model.ts';
import { type NameIndex, customersNamed, indexNames } from './names.ts';
import { type MatchingPolicy } from './policy.ts';
import { standardCalibration } from './standard-calibration.ts';
import { packed } from './text.ts';

/** A past receipt and what it turned out to be. */
export type Past = {
  readonly receipt: ReceiptToDecide;
  readonly kind: 'apply' | 'return' | 'non_ar';
  readonly accountId: string | null;
  readonly allocations: readonly Allocation[];
  readonly onAccountMinor: bigint;
  /** For a return: the earlier receipt. */
  readonly reverses: string | null;
};

/** From so many past payments on a desk's own history says more than the standard one. */
const enoughHistory = 500;
const blankCalibration: Calibration = { rank: {}, trust: {} };

/** Parts of the history that are explained without their own answers. */
const folds = 5;

/** Memory and calibration from a history, given the book as it stood before it. */
export function learnFrom(
  history: readonly Past[],
  before: BookParts,
  policy: MatchingPolicy,
): PayerMemory {
  const confirmed = confirmedOf(history, before);
  const without = leftOut(confirmed, before);
  const replayed = replay(history, openBook(before), without, policy);
  const enough = history.length >= enoughHistory;
  const calibration = calibrated(replayed, enough ? blankCalibration : standardCalibration, 2);
  const structures = confirmed.map((one, at) => ({
    ...one,
    structure: structureOf(replayed[at]),
  }));
  return remembered(structures, before.accounts, calibration);
}

/** The calibration alone, from nothing, of names that were seen often: what a desk starts with. */
export function calibrationOf(
  history: readonly Past[],
  before: BookParts,
  policy: MatchingPolicy,
): Calibration {
  const without = leftOut(confirmedOf(history, before), before);
  const replayed = replay(history, openBook(before), without, policy);
  return calibrated(replayed, blankCalibration, 25);
}

/** A memory for each fold, from everything but that fold. */
function leftOut(confirmed: readonly Confirmed[], { accounts }: BookParts): PayerMemory[] {
  return Array.from({ length: folds }, (_, fold) =>
    remembered(
      confirmed.filter((__, at) => at % folds !== fold),
      accounts,
      standardCalibration,
    ),
  );
}

type Replayed = {
  readonly explanations: readonly Explanation[];
  readonly right: readonly boolean[];
};

function replay(
  history: readonly Past[],
  book: Book,
  memories: readonly PayerMemory[],
  policy: MatchingPolicy,
): Replayed[] {
  return history.map((past, at) => {
    const memory = memories[at % memories.length];
    const explained = past.kind === 'apply' && memory;
    // What says nothing of the payer is never trusted, so nothing is learned from it.
    const explanations = explained
      ? explanationsOf(caseOf(past.receipt, book, memory, policy)).filter(saysWhose)
      : [];
    const right = explanations.map((one) => isRight(one, past, book));
    settle(book, past.receipt, past);
    return { explanations, right };
  });
}

function saysWhose({ rests }: Explanation): boolean {
  return rests !== 'amount_alone';
}

/** The same cash on the same items, the same on account, for the same payer or its kin. */
function isRight(one: Explanation, past: Past, book: Book): boolean {
  if (one.onAccountMinor !== past.onAccountMinor) return false;
  if (one.allocations.length !== past.allocations.length) return false;
  const cash = new Map(past.allocations.map(({ itemId, cashMinor }) => [itemId, cashMinor]));
  if (one.allocations.some(({ itemId, cashMinor }) => cash.get(itemId) !== cashMinor)) return false;
  if (past.onAccountMinor === 0n || past.accountId === null) return true;
  return sameFamily(one.accountId, past.accountId, book);
}

function sameFamily(a: string, b: string, book: Book): boolean {
  const parent = (id: string): string | null => book.accounts.get(id)?.parentId ?? null;
  return a === b || parent(a) === b || parent(b) === a;
}

/** Ranking first; trust on receipts that the ranking had not seen. */
function calibrated(replayed: readonly Replayed[], from: Calibration, least: number): Calibration {
  const known = replayed.filter(({ explanations }) => explanations.length > 0);
  const lists = known.map((_, at) => at % folds);
  const trust: Example[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const others = known.filter((_, at) => lists[at] !== fold);
    const rank = rankWeights(others, from, least);
    for (const one of known.filter((_, at) => lists[at] === fold)) {
      const list = ranked(one.explanations, { rank, trust: {} });
      trust.push({ names: trustNames(list), right: isBestRight(list, one) });
    }
  }
  return {
    rank: rankWeights(known, from, least),
    trust: fitted(trust, { from: from.trust, pull: 3, rounds: 300, least }),
  };
}

function rankWeights(replayed: readonly Replayed[], from: Calibration, least: number): Weights {
  const examples = replayed.flatMap(({ explanations, right }) =>
    explanations.map((one, at) => ({ names: rankNames(one), right: right[at] ?? false })),
  );
  return fitted(examples, { from: from.rank, pull: 0.1, rounds: 200, least });
}

function isBestRight(list: readonly Ranked[], { explanations, right }: Replayed): boolean {
  const best = list[0]?.explanation;
  return best !== undefined && (right[explanations.indexOf(best)] ?? false);
}

/** The structure that turned out right, when it was one. */
function structureOf(replayed: Replayed | undefined): Structure | null {
  if (!replayed) return null;
  const right = replayed.explanations.find((_, at) => replayed.right[at]);
  const marks = right?.marks ?? [];
  const shape = marks.find((mark) => mark.startsWith('shape:'))?.slice('shape:'.length);
  if (shape === 'single') {
    const several = marks.some((mark) => mark.startsWith('equals:') && mark !== 'equals:1');
    return several && marks.includes('place:0') ? 'oldest_of_equals' : 'single';
  }
  return shapes.find((one) => one === shape) ?? null;
}

const shapes: readonly Structure[] = [
  'oldest_first',
  'due_by',
  'whole_balance',
  'net_of_credits',
  'all_but',
  'run',
  'subset',
];

/** Who paid, with portals and strangers told from customers under another name. */
function confirmedOf(history: readonly Past[], before: BookParts): Confirmed[] {
  const names = indexNames(before.accounts);
  const parents = new Map(before.accounts.map(({ id, parentId }) => [id, parentId ?? id]));
  const behind = new Map<string, Map<string, number>>();
  for (const { receipt, accountId } of history) {
    const key = packed(receipt.payerName);
    if (accountId === null || key === '') continue;
    const roots = behind.get(key) ?? new Map<string, number>();
    const root = parents.get(accountId) ?? accountId;
    roots.set(root, (roots.get(root) ?? 0) + 1);
    behind.set(key, roots);
  }
  return history.flatMap((past): Confirmed[] => {
    const { receipt, accountId, kind } = past;
    if (kind === 'return') return [blank(receipt, '')];
    if (accountId === null) return [blank(receipt, null)];
    const roots = behind.get(packed(receipt.payerName));
    const alike =
      receipt.payerName === '' || resembles(receipt.payerName, accountId, names, parents);
    const thirdParty = !alike && (roots?.size ?? 0) > 1;
    const stranger = !alike && !thirdParty && [...(roots?.values() ?? [])].every((n) => n === 1);
    if (stranger) return [blank(receipt, '')];
    const feeMinor = past.allocations.reduce((sum, each) => sum + each.feeMinor, 0n);
    return [{ receipt, accountId, thirdParty, structure: null, feeMinor }];
  });
}

/** A payment that teaches nothing about who pays; it keeps its place among the others. */
function blank(receipt: ReceiptToDecide, accountId: '' | null): Confirmed {
  return { receipt, accountId, thirdParty: false, structure: null, feeMinor: 0n };
}

function resembles(
  name: string,
  accountId: string,
  names: NameIndex,
  parents: ReadonlyMap<string, string>,
): boolean {
  const root = parents.get(accountId) ?? accountId;
  return customersNamed(names, name).some((one) => (parents.get(one.accountId) ?? '') === root);
}
