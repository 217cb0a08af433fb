/**
 * Explanations by the customer's own order number, which some payers quote instead of ours.
 *
 * Order numbers of two customers may be the same, so they are looked up among the payer's
 * items; for a payer nobody knows, only one that a single open item carries counts.
 */
import { type LiveItem } from './book.ts';
import { type Case, type Explanation } from './case.ts';
import { settleOn } from './differences.ts';
import { explanation } from './explanation.ts';
import { type Scope } from './references.ts';
import { alphanumeric } from './text.ts';

const leading = /^(?:PO|P|OC|ORDER|PEDIDO)(?=\d)/u;

export function explainOrders(c: Case, scope: Scope): Explanation[] {
  const lives = new Map<LiveItem, string>();
  for (const key of orderKeys(c.receipt.text)) {
    for (const live of c.book.orders.get(key) ?? []) {
      const inside = scope === null || scope.has(live.item.accountId);
      if (inside && live.openMinor > 0n && !lives.has(live)) lives.set(live, key);
    }
  }
  const found = [...lives.keys()].slice(0, 12);
  if (found.length === 0) return [];
  const together = found.reduce((sum, { openMinor }) => sum + openMinor, 0n);
  const sets = found.map((live) => [live]);
  if (found.length > 1 && together === c.amount) sets.unshift(found);
  return sets.map((set) => {
    const settled = settleOn(set, c.amount, c);
    const marks = ['ref:order', `orders:${found.length}`, `amount:${settled.difference}`];
    const number = set.map(({ item }) => item.poNumber).join(', ');
    const reasons = [{ kind: 'order_number', facts: { number } } as const, ...settled.reasons];
    return explanation(c, { ...settled, reasons }, marks, 'order');
  });
}

/** The words of the text as order numbers could be written: with and without PO before them. */
function orderKeys(text: string): string[] {
  const keys = new Set<string>();
  for (const word of text.split(/[\s,;+&*\\]+/u)) {
    for (const part of [word, ...word.split(/[/:#]/u)]) {
      const key = alphanumeric(part);
      if (key.length < 5 || !/\d{4}/u.test(key)) continue;
      const digits = key.replace(leading, '');
      for (const one of [key, digits, `PO${digits}`, `P${digits}`]) keys.add(one);
    }
  }
  return [...keys];
}
