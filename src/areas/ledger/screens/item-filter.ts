/** Which items of an account one looks at, and in which order. */
import type { items } from '#areas/ledger/contract.ts';
import type { QueryOf } from '#platform/contract/route.ts';

type Query = QueryOf<typeof items>;
export type ItemFilter = Pick<Query, 'state' | 'bucket' | 'sort' | 'direction' | 'q'>;
export type ItemFilterChange = (change: {
  [Name in keyof ItemFilter]?: ItemFilter[Name] | undefined;
}) => void;

const orders = ['due', 'open', 'document', 'issued'] as const;

/** The order after pressing a header: the same one turns round. */
export function turned(filter: ItemFilter, by: string): Pick<ItemFilter, 'sort' | 'direction'> {
  const sort = orders.find((order) => order === by) ?? 'due';
  const same = sort === filter.sort;
  return { sort, direction: same && filter.direction === 'asc' ? 'desc' : 'asc' };
}
