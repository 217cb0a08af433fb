/**
 * Everything that could explain a receipt, from all kinds of evidence, before it is weighed.
 *
 * A known payer's own items are looked at first; the rest of the book only when nobody knows
 * the payer or the payer is known to pay for others. So an unrelated customer's invoice changes
 * nothing for a known payer (I-8).
 */
import { explainByAmount } from './amount-alone.ts';
import { type Book, familyOf, openItemsOf } from './book.ts';
import { type Case, type Explanation } from './case.ts';
import { type PayerMemory } from './memory.ts';
import { mentionsOf } from './mentions.ts';
import { type ReceiptToDecide } from './model.ts';
import { explainNamed, paidMentions } from './named.ts';
import { explainOrders } from './orders.ts';
import { earlierTwin, explainOnAccount } from './paid-before.ts';
import { payersOf, sureFits } from './payer.ts';
import { type MatchingPolicy } from './policy.ts';
import { explainUnnamed } from './unnamed.ts';

/** Puts a receipt on the table. */
export function caseOf(
  receipt: ReceiptToDecide,
  book: Book,
  memory: PayerMemory,
  policy: MatchingPolicy,
): Case {
  const payers = payersOf(receipt, book, memory);
  const family = new Set(payers.candidates.flatMap(({ accountId }) => familyOf(book, accountId)));
  return {
    receipt,
    amount: receipt.amountMinor,
    book,
    memory,
    policy,
    mentions: mentionsOf(receipt, book.numbers.prefixes),
    payers,
    scope: family,
    open: openItemsOf(book, [...family], receipt.currency),
    stoppedAt: null,
  };
}

export function explanationsOf(c: Case): Explanation[] {
  const known = c.scope.size > 0;
  const inside = known ? byReference(c, c.scope) : [];
  const proved = inside.some(toTheCent);
  const unnamed = proved ? [] : explainUnnamed(c);
  const account = explainOnAccount(c, known ? c.scope : null);
  const found = [...inside, ...unnamed, ...account];
  // Only what its own items cannot explain may concern somebody else's.
  const sure = c.payers.candidates.some(({ fit }) => sureFits.has(fit));
  if (!proved && !(sure && found.some(toTheCent))) found.push(...outside(c, found));
  const context = contextMarks(c);
  return unlike(found).map((one) => ({ ...one, marks: [...one.marks, ...context] }));
}

function toTheCent({ marks }: Explanation): boolean {
  return marks.includes('amount:equal');
}

/** The whole book, for a payer whom nobody knows or whose name alone speaks for somebody. */
function outside(c: Case, found: readonly Explanation[]): Explanation[] {
  if (c.payers.candidates.some(({ fit }) => fit === 'account')) return [];
  const sure = c.payers.candidates.some(({ fit }) => sureFits.has(fit));
  const named = byReference(c, null).filter((one) => !sure || toTheCent(one));
  if (sure || [...named, ...found].some(toTheCent)) return named;
  return [...named, ...explainByAmount(c)];
}

function byReference(c: Case, scope: ReadonlySet<string> | null): Explanation[] {
  const named = explainNamed(c, scope);
  if (named.some(({ marks }) => marks.includes('amount:equal'))) return named;
  return [...named, ...explainOrders(c, scope)];
}

/** The same allocation found twice is one explanation: the first keeps its evidence. */
function unlike(explanations: readonly Explanation[]): Explanation[] {
  const kept = new Map<string, Explanation>();
  for (const one of explanations) {
    const key = one.allocations
      .map(({ itemId, cashMinor }) => `${itemId} ${cashMinor}`)
      .toSorted()
      .join('|');
    const whole = key === '' ? `account ${one.accountId}` : key;
    if (!kept.has(whole)) kept.set(whole, one);
  }
  return [...kept.values()];
}

/** The amount's number of digits: a doubt about much money is another one. */
function magnitude(amount: bigint): string {
  const digits = amount.toString().length;
  return digits <= 4 ? 'small' : digits >= 7 ? 'large' : 'middle';
}

const statementWords = /STATEMENT|STMT|BALANCE|SALDO|ESTADO|\bACCT\b/iu;

/** What is true of the receipt, whatever explains it. */
function contextMarks(c: Case): string[] {
  const { text } = c.receipt;
  const said = text.replace(/^\/RFB\//u, '').trim();
  const ahead = c.policy.onAccountWords.some((word) => said.toUpperCase().includes(word));
  const says =
    c.mentions.length > 0
      ? 'numbers'
      : ahead
        ? 'ahead'
        : statementWords.test(said)
          ? 'statement'
          : said === ''
            ? 'nothing'
            : 'words';
  const cites = paidMentions(c, c.scope.size > 0 ? c.scope : null).length > 0;
  return [
    `says:${says}`,
    ...(cites ? ['cites_paid'] : []),
    ...(earlierTwin(c) ? ['twin_seen'] : []),
    `rail:${c.receipt.channel}`,
    `size_of:${magnitude(c.amount)}`,
  ];
}
