/**
 * A receipt: one payment that arrived, before and after it is in the ledger.
 *
 *   entered ──its batch posts──▶ unposted ──▶ posted ──the bank takes it back──▶ returned
 *      └──keyed wrongly──▶ withdrawn   └─not receivables─▶ elsewhere   └─wrong─▶ reversed
 *
 *   posted on account ──its remittance comes──▶ reopened ──▶ posted
 *   a return of the bank: unposted ──the receipt is found──▶ settled
 *   a credit for many payments: awaiting ──its details come──▶ split
 *
 * What was written down is never edited: a wrong row is withdrawn and written anew, a posted
 * one is reversed. So the batch, the deposit and the journal can always be laid side by side.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { ReceiptMethod } from '#areas/ledger/rules/receipt.ts';
import type { RemittanceRow } from '../matching/model.ts';

export const batchMethods = ['check', 'wire', 'ach', 'card', 'cash', 'lockbox', 'portal'] as const;
export const methods = [...batchMethods, 'other'] as const;
export type Method = (typeof methods)[number];

export const receiptStates = [
  'entered',
  'unposted',
  'awaiting',
  'posted',
  'reopened',
  'returned',
  'withdrawn',
  'reversed',
  'elsewhere',
  'settled',
  'split',
] as const;
export type ReceiptState = (typeof receiptStates)[number];

export const bands = ['auto', 'show', 'hide'] as const;
export type Band = (typeof bands)[number];

/** What is known of a payment when it arrives. */
export type Arrived = {
  readonly method: Method;
  readonly amount: Money;
  readonly receivedOn: Day;
  readonly payerName: string;
  /** Bank account of the payer, routing and account number as the bank writes them. */
  readonly payerAccount: string;
  readonly checkNumber: string;
  readonly reference: string;
  readonly said: string;
  readonly refs: readonly string[];
  readonly remittance: readonly RemittanceRow[];
  /** Whose it is, as the keyboard or the portal said. */
  readonly statedAccount: Id | null;
};

/** How the ledger calls it: what came through a portal is neither check nor wire there. */
export function ledgerMethod(method: Method): ReceiptMethod {
  return method === 'portal' ? 'other' : method;
}

/** The number that the ledger's item bears. */
export function numberOf(arrived: Pick<Arrived, 'checkNumber' | 'reference'>): string {
  return (arrived.checkNumber === '' ? arrived.reference : arrived.checkNumber).slice(0, 100);
}

export type StateRefusal =
  | 'cash.receipt_not_waiting'
  | 'cash.receipt_not_posted'
  | 'cash.details_awaited'
  | 'cash.details_not_awaited';

/** Only what waits can be laid out, withdrawn or posted; each once. */
export function mustWait(state: ReceiptState): Outcome<null, StateRefusal> {
  if (state === 'awaiting') return refuse('cash.details_awaited');
  return ['entered', 'unposted', 'reopened'].includes(state)
    ? accept(null)
    : refuse('cash.receipt_not_waiting', { state });
}

/** A row of a batch that is open waits for its batch, whose control counts it; nobody is faster. */
export function mustWaitAlone(state: ReceiptState): Outcome<null, StateRefusal> {
  return state === 'entered' ? refuse('cash.receipt_not_waiting', { state }) : mustWait(state);
}

/** Only what stands in the ledger can be returned, reversed or refunded. */
export function mustBePosted(state: ReceiptState): Outcome<null, StateRefusal> {
  return state === 'posted' || state === 'reopened'
    ? accept(null)
    : refuse('cash.receipt_not_posted', { state });
}

/** Only a credit whose details are awaited is taken as one payment, or split. */
export function mustAwait(state: ReceiptState): Outcome<null, StateRefusal> {
  return state === 'awaiting' ? accept(null) : refuse('cash.details_not_awaited', { state });
}
