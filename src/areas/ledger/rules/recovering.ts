/**
 * Money for what was written off: the debt stands again for as much as came, and is paid.
 *
 *   recovery   ar / allowance      the reinstated part, a debit item of its own; ar / recoveries
 *                                  where it was written off straight to bad debt
 *   receipt    cash / ar           applied to it; two entries keep the history
 *
 * The write-off itself stays: every report of a day before is what it was.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, minus, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { EntryHead } from './adjusting.ts';
import { derivedItem, derivedNumber } from './derived-item.ts';
import type { WriteOffMethod } from './policy.ts';
import { type ItemState, type NewItem, type Posting, controlLine } from './posting.ts';

export type RecoverRefusal = 'ledger.more_than_written_off' | 'ledger.amount_not_positive';

/** The entry that reinstates the debt; `base` is the amount at the rate of the day. */
export function reinstate(
  writeOff: ItemState,
  wish: {
    readonly amount: Money;
    readonly base: bigint;
    readonly recovered: bigint;
    readonly method: WriteOffMethod;
  },
  head: EntryHead,
  newId: () => Id,
): Outcome<{ posting: Posting; item: NewItem }, RecoverRefusal> {
  if (wish.amount.minor <= 0n) return refuse('ledger.amount_not_positive');
  const used = writeOff.amount - writeOff.open;
  const left = minus(money(used, writeOff.currency), money(wish.recovered, writeOff.currency));
  if (wish.amount.minor > left.minor) {
    return refuse('ledger.more_than_written_off', {
      left: formatMoney(left),
      document: writeOff.number,
    });
  }
  const item = derivedItem({
    itemId: newId(),
    kind: 'adjustment',
    side: 'debit',
    amount: wish.amount,
    base: wish.base,
    number: derivedNumber('recovery', writeOff.number),
    on: head.effectiveOn,
  });
  const posting: Posting = {
    ...head,
    entryId: newId(),
    kind: 'recovery',
    reverses: null,
    lines: [controlLine(item, wish.method === 'direct' ? 'recoveries' : 'allowance')],
    items: [item],
    applications: [],
  };
  return accept({ posting, item });
}
