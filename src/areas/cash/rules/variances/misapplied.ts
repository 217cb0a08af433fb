/**
 * The misapplied-cash finder: credits against what their payer said and what is open.
 *
 * It speaks only when one item alone fits. Two open items of one number, or two of one amount,
 * are never guessed between: such money is shown without a move.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { citedIn, indexByNumber, isCited, wordsSaid } from './cited.ts';
import type { Cause, Credit, Fix, OpenDebit, PaidPart, Variance } from './variance.ts';

/** Two equal payments within so many days are looked at as one paid twice. */
const duplicateDays = 45;

/** What is wrong with these credits, in their order. */
export function misappliedOf(
  credits: readonly Credit[],
  debits: readonly OpenDebit[],
  today: Day,
): Variance[] {
  const index = indexByNumber(debits);
  const byAccount = Map.groupBy(debits, ({ accountId }) => accountId);
  return credits.flatMap((credit) => {
    const words = wordsSaid(credit.receipt?.said ?? []);
    const cited = citedIn(words, index).filter(({ currency }) => currency === credit.currency);
    const wrong = wrongParts(credit, words, cited);
    const own = (byAccount.get(credit.accountId) ?? []).filter(
      ({ currency }) => currency === credit.currency,
    );
    const rest =
      credit.freeMinor > 0n ? [freeRest(credit, { cited, own, credits, words }, today)] : [];
    return [...wrong, ...rest.filter((each) => each !== null)];
  });
}

/** Parts that pay an item nobody named, while the one that was named stands open. */
function wrongParts(
  credit: Credit,
  words: ReadonlySet<string>,
  cited: readonly OpenDebit[],
): Variance[] {
  const paidItems = new Set(credit.paid.map(({ itemId }) => itemId));
  const waiting = cited.filter(({ itemId }) => !paidItems.has(itemId));
  const [target] = waiting;
  if (!target || waiting.length > 1) return [];
  let room = target.openMinor;
  return credit.paid.flatMap((part) => {
    if (room <= 0n || isCited(words, part.number)) return [];
    room -= part.amountMinor;
    if (target.accountId !== credit.accountId) return [elsewhere(credit, part, target)];
    const fix: Fix = {
      kind: 'move',
      creditItemId: credit.itemId,
      offItemId: part.itemId,
      toItemId: target.itemId,
    };
    return [found('misapplied', credit, [part.amountMinor, part.number, target.number], fix)];
  });
}

function elsewhere(credit: Credit, part: PaidPart | null, target: OpenDebit): Variance {
  const amountMinor = part?.amountMinor ?? smaller(credit.freeMinor, target.openMinor);
  const fix: Fix = {
    kind: 'transfer',
    creditItemId: credit.itemId,
    offItemId: part?.itemId ?? null,
    toAccountId: target.accountId,
    amountMinor,
  };
  const document = part?.number ?? credit.number;
  return found('wrong_account', credit, [amountMinor, document, target.number], fix);
}

type Around = {
  readonly cited: readonly OpenDebit[];
  readonly own: readonly OpenDebit[];
  readonly credits: readonly Credit[];
  readonly words: ReadonlySet<string>;
};

/** What is free of a credit: what it should pay, or why nobody needs it. */
function freeRest(credit: Credit, around: Around, today: Day): Variance | null {
  const { cited, own } = around;
  const twin = twinOf(credit, around.credits);
  const saidAgain = twin?.paid.find(({ number }) => isCited(around.words, number));
  if (twin && saidAgain) return duplicate(credit, saidAgain);
  const [named] = cited;
  if (named && cited.length === 1) {
    return named.accountId === credit.accountId
      ? unapplied(credit, named)
      : elsewhere(credit, null, named);
  }
  const equal = own.filter(
    ({ openMinor, dueOn }) => openMinor === credit.freeMinor && dueOn < today,
  );
  const [only] = equal;
  if (only && equal.length === 1) return unapplied(credit, only);
  if (credit.receipt === null) return null;
  const [first] = twin?.paid ?? [];
  if (first) return duplicate(credit, first);
  return credit.paid.length > 0 ? overpaid(credit) : onAccount(credit);
}

/** An earlier payment of the same account and amount, which found its item. */
function twinOf(credit: Credit, credits: readonly Credit[]): Credit | undefined {
  if (credit.receipt === null || credit.freeMinor !== credit.amountMinor) return undefined;
  return credits.find(
    (other) =>
      other.itemId !== credit.itemId &&
      other.accountId === credit.accountId &&
      other.currency === credit.currency &&
      other.amountMinor === credit.amountMinor &&
      other.receipt !== null &&
      other.paid.length > 0 &&
      other.on <= credit.on &&
      daysBetween(other.on, credit.on) <= duplicateDays,
  );
}

function unapplied(credit: Credit, target: OpenDebit): Variance {
  const amountMinor = smaller(credit.freeMinor, target.openMinor);
  const { itemId: toItemId, number } = target;
  const fix: Fix = { kind: 'apply', creditItemId: credit.itemId, toItemId, amountMinor };
  return found('unapplied', credit, [amountMinor, credit.number, number], fix);
}

function duplicate(credit: Credit, { number }: PaidPart): Variance {
  return found('duplicate', credit, [credit.freeMinor, credit.number, number], refund(credit));
}

function overpaid(credit: Credit): Variance {
  const paid = credit.paid.map(({ number }) => number).join(', ');
  return found('overpaid', credit, [credit.freeMinor, credit.number, paid], refund(credit));
}

function refund({ itemId, freeMinor }: Credit): Fix {
  return { kind: 'refund', creditItemId: itemId, amountMinor: freeMinor };
}

function onAccount(credit: Credit): Variance {
  const receiptId = credit.receipt?.receiptId;
  const whole = credit.freeMinor === credit.amountMinor;
  const fix: Fix | null = receiptId && whole ? { kind: 'back_on_desk', receiptId } : null;
  return found('on_account', credit, [credit.freeMinor, credit.number, ''], fix);
}

function found(
  cause: Cause,
  { accountId, receipt, currency, on, number }: Credit,
  [amountMinor, document, other]: readonly [minor: bigint, document: string, other: string],
  fix: Fix | null,
): Variance {
  const receiptId = receipt?.receiptId ?? null;
  const payer = receipt?.payer || number;
  return { cause, accountId, receiptId, currency, amountMinor, on, payer, document, other, fix };
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
