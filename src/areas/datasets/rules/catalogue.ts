/**
 * The one catalogue: every dataset that reports, exports and the feed know.
 *
 * To add one: describe it here, give its rows in store/sources, and the test that reads every
 * column of every dataset says what does not fit.
 */
import { deadlines, disputes, instalments, promises, tasks } from './catalogue/agreements.ts';
import { activity, contacts, contactsMade, customers, orders } from './catalogue/customers.ts';
import { applications, predictions, receipts, refunds, writeOffs } from './catalogue/money-in.ts';
import { accountAging, items, openItems } from './catalogue/money-owed.ts';
import type { Dataset } from './dataset.ts';

export const catalogue: readonly Dataset[] = [
  openItems,
  accountAging,
  items,
  receipts,
  applications,
  writeOffs,
  refunds,
  predictions,
  customers,
  contacts,
  contactsMade,
  activity,
  promises,
  instalments,
  disputes,
  orders,
  tasks,
  deadlines,
];

/** The dataset of this key, or undefined. */
export function datasetOf(key: string): Dataset | undefined {
  return catalogue.find((dataset) => dataset.key === key);
}

/** What whoever holds these permissions may read, in the catalogue's order. */
export function datasetsFor(permissions: readonly string[]): readonly Dataset[] {
  return catalogue.filter(({ permission }) => permissions.includes(permission));
}
