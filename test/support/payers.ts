/**
 * Invented histories of invoices for the tests of prediction: customers with habits that are
 * known, drawn with a seed, so that a test can say what a model should have found.
 */
import type { KnownItem } from '#areas/forecast/rules/known-item.ts';

export type Payer = {
  readonly customerId: string;
  /** The days after the due day on which this customer pays, for a draw between 0 and 1. */
  readonly delay: (draw: number) => number;
};

/** One invoice every `every` days from each payer, each with terms of 30 days. */
export function invoicesOf(
  payers: readonly Payer[],
  { from, until, every }: { from: number; until: number; every: number },
): KnownItem[] {
  const next = draws(7);
  return payers.flatMap(({ customerId, delay }) => {
    const items: KnownItem[] = [];
    for (let issuedOn = from; issuedOn <= until; issuedOn += every) {
      const dueOn = issuedOn + 30;
      items.push({
        invoiceId: `${customerId}-${issuedOn}`,
        customerId,
        company: 'MAIN',
        currency: 'USD',
        terms: 'NET30',
        attr: '',
        issuedOn,
        dueOn,
        size: 100 + Math.floor(next() * 900),
        paidOn: Math.max(issuedOn, dueOn + delay(next())),
      });
    }
    return items;
  });
}

/** The book as it was known at the close of a day. */
export function asKnownOn(items: readonly KnownItem[], asOf: number): KnownItem[] {
  return items
    .filter(({ issuedOn }) => issuedOn <= asOf)
    .map((item) => (item.paidOn !== null && item.paidOn > asOf ? { ...item, paidOn: null } : item));
}

/** Repeatable draws between 0 and 1. */
export function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
