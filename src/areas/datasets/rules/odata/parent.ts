/**
 * The parent of a row in the feed: whatever is about an account leads to its customer.
 *
 *   OpenItems?$expand=ofCustomer($select=name,city)
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { customers } from '../catalogue/customers.ts';
import { columnOf, type Dataset } from '../dataset.ts';
import type { ODataRefusal } from './refusal.ts';

/** The navigation property, and the column that says whose the row is. */
export const parent = { name: 'ofCustomer', by: 'accountId' } as const;

/** The dataset of a row's parent, among those that the reader may read. */
export function parentOf(dataset: Dataset, datasets: readonly Dataset[]): Dataset | undefined {
  const isChild = dataset.key !== customers.key && columnOf(dataset, parent.by) !== undefined;
  return isChild ? datasets.find(({ key }) => key === customers.key) : undefined;
}

/** What is wanted of the parent. */
export type Expanded = { readonly dataset: Dataset; readonly columns: readonly string[] };

/** Reads `$expand`; refuses what has no parent, and options other than `$select`. */
export function readExpand(
  text: string | undefined,
  dataset: Dataset | undefined,
): Outcome<Expanded | undefined, ODataRefusal> {
  if (text === undefined || text.trim() === '') return accept(undefined);
  const [, name, options] = /^\s*(\w+)\s*(?:\(\s*\$select\s*=([^;()]*)\))?\s*$/u.exec(text) ?? [];
  if (dataset === undefined || name !== parent.name) {
    return refuse('odata.not_supported', { field: `$expand=${text}` });
  }
  const all = dataset.columns.map(({ key }) => key);
  const wanted = (options ?? '*').split(',').map((column) => column.trim());
  return accept({ dataset, columns: wanted.includes('*') ? all : [...new Set(wanted)] });
}
