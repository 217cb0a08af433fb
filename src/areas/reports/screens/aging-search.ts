/** What the address of the aging holds, and where a row of each grouping leads. */
import type { aging, AgingRow } from '#areas/reports/contract.ts';
import type { QueryOf } from '#platform/contract/route.ts';

export type AgingSearch = QueryOf<typeof aging>;
export type AgingSearchChange = (change: {
  [Name in keyof AgingSearch]?: AgingSearch[Name] | undefined;
}) => void;

/** The bucket sets that one picks by name; any other stands in the address. */
export const bucketSets = {
  standard: '0,30,60,90,120',
  quarter: '0,30,60,90',
  weekly: '0,7,14,21,28',
  predue: '-30,-7,0,30,60,90',
  long: '0,30,60,90,120,180,365',
} as const;

/** The order after pressing a header: figures begin with the largest, names with A. */
export function turned(search: AgingSearch, by: string): Pick<AgingSearch, 'sort' | 'direction'> {
  if (by === search.sort) {
    return { sort: by, direction: search.direction === 'asc' ? 'desc' : 'asc' };
  }
  return { sort: by, direction: by === 'name' ? 'asc' : 'desc' };
}

/** One step down: from a group to its accounts. */
export function narrowed(search: AgingSearch, row: AgingRow): Partial<AgingSearch> {
  if (search.by === 'collector') return { by: 'account', collector: row.key || 'none' };
  if (search.by === 'company') return { by: 'account', company: row.key };
  if (search.by === 'family') return { by: 'account', family: row.key };
  if (search.by === 'customer') return { by: 'account', customer: row.key };
  return { by: 'account' };
}
