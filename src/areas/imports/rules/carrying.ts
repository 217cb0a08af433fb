/**
 * Money of a payer for an account that it does not own: carried over, and brought home again.
 *
 *   payer's account    receipt ◀── debit "transfer"        nothing crosses accounts (law 5)
 *   child's account    credit "transfer" ──▶ document
 *
 * Both transfers stand on one day against the journal's account `transfers`, which therefore
 * is nil at the end of any day.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { baseTaken } from '#areas/ledger/rules/applying.ts';
import type { ItemState, NewItem } from '#areas/ledger/rules/posting.ts';
import {
  type Bench,
  type Carried,
  type Piece,
  type Standing,
  apply,
  post,
  withdraw,
} from './posting-bench.ts';

export type Move = { readonly amount: bigint; readonly base: bigint; readonly on: Day };

/** Carries part of a credit to another account on a day; answers the credit over there. */
export function carryOver(
  bench: Bench,
  from: Piece,
  toAccountId: Id,
  { amount, on }: { readonly amount: bigint; readonly on: Day },
): Piece {
  const move = { amount, base: baseTaken(from.state, amount), on };
  const entering = { kind: 'transfer', on, other: 'transfers' } as const;
  const debit = moved(bench, 'debit', from.state, move);
  const out = post(bench, { accountId: from.accountId }, debit, entering);
  const taken = apply(bench, out, from, { kind: 'transfer', amount, on, externalId: null });
  const credit = moved(bench, 'credit', from.state, move);
  return post(bench, { accountId: toAccountId, carries: { from, taken } }, credit, entering);
}

/** The transfer goes back, so that the receipt has its money again on the payer's account. */
export function bringHome(
  bench: Bench,
  { credit }: Standing,
  { from, taken }: Carried,
  on: Day,
): void {
  const move = { amount: credit.state.open, base: credit.state.openBase, on };
  const entering = { kind: 'transfer_reversal', on, other: 'transfers' } as const;
  const wish = { kind: 'reversal', amount: move.amount, on, externalId: null } as const;
  const counter = moved(bench, 'debit', credit.state, move);
  apply(bench, post(bench, { accountId: credit.accountId }, counter, entering), credit, wish);

  withdraw(bench, taken, on);
  const back = moved(bench, 'credit', taken.debit.state, move);
  const home = post(bench, { accountId: from.accountId }, back, entering);
  apply(bench, taken.debit, home, wish);
}

/** An item that moves money of another item without being a document of its own. */
export function moved(
  bench: Bench,
  side: NewItem['side'],
  from: ItemState,
  { amount, base, on }: Move,
): NewItem {
  return {
    itemId: bench.input.newId(),
    documentId: null,
    kind: 'transfer',
    side,
    amount: money(amount, from.currency),
    base,
    number: from.number,
    reference: null,
    issuedOn: on,
    dueOn: on,
    instalment: null,
  };
}
