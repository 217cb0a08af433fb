/** Receipts and open items in few words, for tests of cash matching. */
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { type Book, openBook, settle } from '#areas/cash/rules/matching/book.ts';
import { decide } from '#areas/cash/rules/matching/decide.ts';
import { type PayerMemory, emptyMemory } from '#areas/cash/rules/matching/memory.ts';
import {
  type Decision,
  type KnownAccount,
  type OpenItem,
  type ReceiptToDecide,
} from '#areas/cash/rules/matching/model.ts';
import { type MatchingPolicy, standardMatchingPolicy } from '#areas/cash/rules/matching/policy.ts';

const usd = currency('USD');

/** `cents('1,334.99')` is 133499n. */
export function cents(text: string): bigint {
  const [whole = '0', part = ''] = text.replaceAll(',', '').split('.');
  return BigInt(whole + part.padEnd(2, '0'));
}

export function customer(id: string, name: string, parentId: string | null = null): KnownAccount {
  return { id, number: id, name, parentId };
}

/** An open item; each is due a day after the one before unless a day is said. */
export function openItem(
  accountId: string,
  number: string,
  amount: string,
  more: Partial<OpenItem> = {},
): OpenItem {
  const minor = cents(amount);
  return {
    id: `${accountId}/${number}`,
    accountId,
    number,
    kind: minor < 0n ? 'credit_memo' : 'invoice',
    currency: usd,
    issuedOn: day('2026-05-01'),
    dueOn: day('2026-06-01'),
    totalMinor: minor,
    openMinor: minor,
    discount: null,
    poNumber: '',
    ...more,
  };
}

export function receipt(amount: string, more: Partial<ReceiptToDecide> = {}): ReceiptToDecide {
  return {
    id: `${amount} ${more.text ?? ''}`,
    valueOn: day('2026-06-10'),
    amountMinor: cents(amount),
    currency: usd,
    channel: 'ach',
    bankReference: '',
    checkNumber: '',
    payerName: '',
    payerAccount: '',
    text: '',
    remittance: [],
    ...more,
  };
}

export function bookOf(accounts: readonly KnownAccount[], openItems: readonly OpenItem[]): Book {
  return openBook({ accounts, openItems, closedItems: [], earlier: [] });
}

/** A memory in which the sending accounts are known for their customers. */
export function knowing(
  payers: Readonly<Record<string, string>>,
  more: Partial<PayerMemory> = {},
): PayerMemory {
  const byAccount = new Map(
    Object.entries(payers).map(([token, accountId]) => [token, [{ accountId, times: 3 }]]),
  );
  return { ...emptyMemory, byAccount, ...more };
}

/** Decides and carries what is posted into the book, as a desk does. */
export function decideAndPost(
  one: ReceiptToDecide,
  book: Book,
  memory: PayerMemory,
  policy: MatchingPolicy = standardMatchingPolicy,
): Decision {
  const decision = decide(one, book, memory, policy);
  const [best] = decision.proposals;
  settle(book, one, {
    accountId: best?.accountId ?? null,
    allocations: decision.unattended && best ? best.allocations : [],
    reverses: decision.returnOf[0] ?? null,
  });
  return decision;
}

/** What the best proposal pays: `I-201 120.00` and so on, and what stays on account. */
export function said(decision: Decision): string {
  const [best] = decision.proposals;
  const parts = (best?.allocations ?? []).map(
    ({ itemId, cashMinor }) => `${itemId.split('/')[1] ?? ''} ${plain(cashMinor)}`,
  );
  const rest = best && best.onAccountMinor > 0n ? [`on account ${plain(best.onAccountMinor)}`] : [];
  return [decision.kind, ...parts, ...rest].join(', ');
}

function plain(minor: bigint): string {
  const text = (minor < 0n ? -minor : minor).toString().padStart(3, '0');
  return `${minor < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}
