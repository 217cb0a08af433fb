/**
 * Whose money it is: by the sending account, by a name that was confirmed before, by the
 * customer number in the text, by the name itself.
 *
 * An unknown payer is no obstacle when the reference is good (somebody else pays for the
 * customer), but a known payer is never overruled by an unrelated customer's invoice (I-8).
 */
import { type Book } from './book.ts';
import { type PayerMemory, nameKeys } from './memory.ts';
import { type ReceiptToDecide } from './model.ts';
import { type NameFit, customersNamed, isCut } from './names.ts';
import { alphanumeric, packed } from './text.ts';

export type PayerFit = 'account' | 'alias' | 'quoted' | 'alias_slip' | NameFit;
/** Fits that leave no doubt who pays; a weaker one is given up for a good reference. */
export const sureFits: ReadonlySet<PayerFit> = new Set(['account', 'alias', 'quoted', 'exact']);

export type PayerCandidate = { readonly accountId: string; readonly fit: PayerFit };

export type Payers = {
  /** All of the best fit; several of them share what was found. */
  readonly candidates: readonly PayerCandidate[];
  /** Known to pay for others: a portal, a factor. */
  readonly thirdParty: boolean;
};

/** Is it one payer's money for sure? A name that two bear, or that was cut, only suggests. */
export function isCertainPayer({ candidates }: Payers): boolean {
  return candidates.length === 1 && candidates.every(({ fit }) => sureFits.has(fit));
}

/** Everybody whose money it may be; nobody when nothing tells. */
export function payersOf(receipt: ReceiptToDecide, book: Book, memory: PayerMemory): Payers {
  const { payerAccount, payerName } = receipt;
  const thirdParty =
    (payerAccount !== '' && memory.thirdParties.has(payerAccount)) ||
    nameKeys(payerName).some((key) => memory.thirdParties.has(key));
  const known = payerAccount === '' ? undefined : memory.byAccount.get(payerAccount);
  if (known && !thirdParty) return { candidates: fitting(known, 'account', book), thirdParty };
  if (thirdParty) return { candidates: [], thirdParty };
  const quoted = quotedAccount(receipt.text, book);
  if (quoted !== null) return { candidates: [{ accountId: quoted, fit: 'quoted' }], thirdParty };
  return { candidates: byName(payerName, book, memory), thirdParty };
}

function byName(name: string, book: Book, memory: PayerMemory): PayerCandidate[] {
  const key = packed(name);
  if (key.length < 2) return [];
  const confirmed = memory.byName.get(key);
  const named = customersNamed(book.names, name);
  if (confirmed) {
    const aliases = fitting(confirmed, 'alias', book);
    // A name that a bank cut was confirmed for one customer and may mean another as well.
    const others = isCut(name) ? named.filter(({ fit }) => fit === 'cut' || fit === 'exact') : [];
    const known = new Set(aliases.map(({ accountId }) => accountId));
    return [...aliases, ...others.filter(({ accountId }) => !known.has(accountId))];
  }
  const fit = named[0]?.fit;
  if (fit === 'exact' || fit === 'cut' || fit === 'short') return named;
  const slipped = customersNamed(memory.names, name).filter(({ accountId }) =>
    book.accounts.has(accountId),
  );
  if (slipped[0] && (slipped[0].fit === 'slip' || slipped[0].fit === 'cut')) {
    return slipped.map(({ accountId }) => ({ accountId, fit: 'alias_slip' }));
  }
  return named;
}

function fitting(
  seen: readonly { readonly accountId: string; readonly times: number }[],
  fit: PayerFit,
  book: Book,
): PayerCandidate[] {
  return seen
    .filter(({ accountId }) => book.accounts.has(accountId))
    .map(({ accountId }) => ({ accountId, fit }));
}

const quotedPattern =
  /\b(?:ACCT|CUST|CUSTOMER|ACCOUNT|CLIENTE)\s*(?:NO|#)?[.:#]?\s*([A-Z]{0,3}-?\d{3,})\b/iu;

function quotedAccount(text: string, book: Book): string | null {
  const said = quotedPattern.exec(text)?.[1];
  if (said === undefined) return null;
  const key = alphanumeric(said);
  const exact = book.accountNumbers.get(key);
  if (exact !== undefined) return exact;
  const digits = key.replaceAll(/\D/gu, '');
  const prefixed = [...accountPrefixes(book)]
    .map((prefix) => book.accountNumbers.get(prefix + digits))
    .filter((id) => id !== undefined);
  return prefixed.length === 1 ? (prefixed[0] ?? null) : null;
}

const prefixesOf = new WeakMap<Book, ReadonlySet<string>>();

/** The letters that this house's customer numbers begin with. */
function accountPrefixes(book: Book): ReadonlySet<string> {
  const known = prefixesOf.get(book);
  if (known) return known;
  const found = new Set<string>();
  for (const number of book.accountNumbers.keys()) {
    found.add(/^[A-Z]*/u.exec(number)?.[0] ?? '');
    if (found.size > 20) break;
  }
  prefixesOf.set(book, found);
  return found;
}
