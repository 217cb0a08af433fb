/** Amounts as they come over the wire: text, in a currency that stands elsewhere. */
import type { Id } from '#kernel/ids.ts';
import { type Currency, type Money, currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { itemStates } from '../store/items.ts';

export type AmountRefusal = 'ledger.amount_unreadable';

/** Refuses an amount with more decimals than its currency has. */
export function readAmount(text: string, code: string): Outcome<Money, AmountRefusal> {
  const amount = parseMoney(text, currency(code));
  return amount ? accept(amount) : refuse('ledger.amount_unreadable', { amount: text, code });
}

/** The same for an amount that may be left out. */
export function readOptional(
  text: string | undefined,
  code: string,
): Outcome<Money | undefined, AmountRefusal> {
  return text === undefined ? accept(undefined) : readAmount(text, code);
}

/** The currency of an item, which an amount for it is in. */
export async function currencyOfItem(
  db: Queries,
  accountId: Id,
  itemId: Id,
): Promise<Outcome<Currency, 'ledger.no_such_item'>> {
  const item = (await itemStates(db, accountId, [itemId])).get(itemId);
  return item ? accept(item.currency) : refuse('ledger.no_such_item');
}

/** An amount in the currency of the item that it is for. */
export async function amountForItem(
  db: Queries,
  accountId: Id,
  itemId: Id,
  text: string,
): Promise<Outcome<Money, AmountRefusal | 'ledger.no_such_item'>> {
  const code = await currencyOfItem(db, accountId, itemId);
  return code.ok ? readAmount(text, code.value) : code;
}
