/**
 * What is known of one invoice when a prediction is made: when it was issued, due and, if it is
 * closed, paid. Days are whole numbers counted from 1970-01-01, as the arithmetic of a model needs.
 *
 * The rule a newcomer would break: nothing that became known after the day of the prediction may
 * be looked at, neither in the features nor in the answer that a model learns from.
 */
export type KnownItem = {
  readonly invoiceId: string;
  readonly customerId: string;
  readonly company: string;
  readonly currency: string;
  readonly terms: string;
  /** A mark of the source that may tell something: how the invoice was sent, a dispute. */
  readonly attr: string;
  readonly issuedOn: number;
  readonly dueOn: number;
  /** A size to compare with, not money: nothing is posted from it. */
  readonly size: number;
  /** Null while it is open. */
  readonly paidOn: number | null;
};

/** The invoices of one customer, split for reading as of any day. */
export type CustomerHistory = {
  readonly all: readonly KnownItem[];
  /** Closed ones, in the order in which they were paid. */
  readonly paid: readonly PaidItem[];
};
export type PaidItem = KnownItem & { readonly paidOn: number };

/** Groups by customer; one number is one customer, whatever names it carries. */
export function historiesOf(items: readonly KnownItem[]): ReadonlyMap<string, CustomerHistory> {
  const byCustomer = new Map<string, KnownItem[]>();
  for (const item of items) {
    const found = byCustomer.get(item.customerId);
    if (found) found.push(item);
    else byCustomer.set(item.customerId, [item]);
  }
  return new Map(
    [...byCustomer].map(([customerId, all]) => [
      customerId,
      { all, paid: all.filter(isPaid).toSorted((a, b) => a.paidOn - b.paidOn) },
    ]),
  );
}

export function isPaid(item: KnownItem): item is PaidItem {
  return item.paidOn !== null;
}

/** Issued by then and not yet paid at its close. */
export function isOpenOn({ issuedOn, paidOn }: KnownItem, asOf: number): boolean {
  return issuedOn <= asOf && (paidOn === null || paidOn > asOf);
}

/** How many of those paid, in order, were paid by the close of the day. */
export function paidBy(paid: readonly PaidItem[], asOf: number): number {
  let low = 0;
  let high = paid.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paid[middle]?.paidOn ?? 0) <= asOf) low = middle + 1;
    else high = middle;
  }
  return low;
}
