/**
 * Candidates that were looked at and put aside, each with its reason, so that a person sees
 * why the obvious was not taken.
 */
import { type Case, type Explanation } from './case.ts';
import { type Rejected, type RejectionKind } from './model.ts';
import { type Numbered } from './numbers.ts';
import { named } from './references.ts';

/** As many as anybody reads. */
const mostRejected = 8;

/** What the payer named and nobody proposes, then what has nearly the amount. */
export function rejectedOf(c: Case, proposed: readonly Explanation[]): Rejected[] {
  const taken = new Set(
    proposed.flatMap(({ allocations }) => allocations.map(({ itemId }) => itemId)),
  );
  const found = new Map<string, Rejected>();
  const add = (one: Rejected): void => {
    if (!taken.has(one.itemId) && !found.has(one.itemId)) found.set(one.itemId, one);
  };
  for (const mention of c.mentions) {
    for (const { document } of named(mention, c.book.numbers, null)) {
      add(rejected(document, reasonFor(document, c), c));
    }
  }
  for (const live of c.open) {
    const off = live.openMinor - c.amount;
    if (off === 0n && live.claimedBy !== null) {
      add({ ...shown(live.item), because: 'weaker', facts: { receipt: live.claimedBy } });
    } else if (off !== 0n && (off < 0n ? -off : off) * 100n <= c.amount) {
      add({ ...shown(live.item), because: 'amount_differs', facts: { minor: String(off) } });
    }
    if (found.size >= mostRejected) break;
  }
  return [...found.values()].slice(0, mostRejected);
}

function reasonFor(document: Numbered, c: Case): RejectionKind {
  const { live, accountId } = document;
  if (live === null || live.openMinor === 0n) return 'already_paid';
  if (live.item.currency !== c.receipt.currency) return 'other_currency';
  if (c.scope.size > 0 && !c.scope.has(accountId)) return 'other_customer';
  return live.openMinor === c.amount ? 'two_items_fit' : 'amount_differs';
}

function rejected(document: Numbered, because: RejectionKind, c: Case): Rejected {
  const name = c.book.accounts.get(document.accountId)?.name ?? '';
  const minor = String((document.live?.openMinor ?? 0n) - c.amount);
  return { ...shown(document), because, facts: { name, minor } };
}

function shown({ id, number }: { readonly id: string; readonly number: string }): {
  readonly itemId: string;
  readonly number: string;
} {
  return { itemId: id, number };
}
