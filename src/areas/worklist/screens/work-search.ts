/** What the address of the day's list holds. */
import type { worklist } from '#areas/worklist/contract.ts';
import type { QueryOf } from '#platform/contract/route.ts';

export type WorkSearch = QueryOf<typeof worklist>;
export type WorkSearchChange = (change: {
  [Name in keyof WorkSearch]?: WorkSearch[Name] | undefined;
}) => void;

/** The orders that the server knows; anything else is the rank. */
export function readSort(text: string): WorkSearch['sort'] {
  return text === 'size' || text === 'age' || text === 'name' ? text : 'rank';
}
