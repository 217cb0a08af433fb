/** Ledger items for rule tests: amounts in cents, days literal, ids counted. */
import { day } from '#kernel/day.ts';
import { type Id, composeId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { ItemState, Line } from '#areas/ledger/rules/posting.ts';

export type ItemTold = {
  readonly cents: bigint;
  readonly open?: bigint;
  /** Base minor units still open; default: the open amount. */
  readonly base?: bigint;
  readonly reserved?: bigint;
  readonly lowest?: bigint;
  readonly kind?: ItemState['kind'];
  readonly currency?: string;
  readonly number?: string;
  readonly on?: string;
  readonly due?: string;
};

let made = 0;

/** A new id each time. */
export function anId(): Id {
  made += 1;
  return composeId(1_780_000_000_000, made % 4096, made, made);
}

/** What the customer owes; an invoice of 2026-06-01. */
export function debit(told: ItemTold): ItemState {
  return item('debit', { kind: 'invoice', number: 'I-1', ...told });
}

/** What the customer has; a receipt of 2026-07-01. */
export function credit(told: ItemTold): ItemState {
  return item('credit', { kind: 'receipt', number: 'R-1', on: '2026-07-01', ...told });
}

function item(side: 'debit' | 'credit', told: ItemTold & Pick<ItemState, 'kind'>): ItemState {
  const on = day(told.on ?? '2026-06-01');
  const open = told.open ?? told.cents;
  return {
    itemId: anId(),
    kind: told.kind,
    side,
    currency: currency(told.currency ?? 'USD'),
    amount: told.cents,
    open,
    openBase: told.base ?? open,
    reserved: told.reserved ?? 0n,
    ...(told.lowest === undefined ? {} : { lowest: told.lowest }),
    number: told.number ?? '',
    documentId: null,
    issuedOn: on,
    dueOn: day(told.due ?? told.on ?? '2026-06-01'),
    effectiveOn: on,
  };
}

/** `discounts/ar 40.00 (4000)`: accounts, cents and base of a line, for tables. */
export function written(line: Line): string {
  const { debit: left, credit: right, amount, base } = line;
  return `${left}/${right} ${amount.minor} ${base}`;
}
