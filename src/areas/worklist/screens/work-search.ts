/** What the address of the day's list holds. */
import { type Walked, worklist } from '#areas/worklist/contract.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { keepInTab, keptInTab } from '#web/ui/kept.ts';

export type WorkSearch = QueryOf<typeof worklist>;
export type WorkSearchChange = (change: {
  [Name in keyof WorkSearch]?: WorkSearch[Name] | undefined;
}) => void;

/** The list that a search shows, for the answers that lead to its next account. */
export function walkedOf(search: WorkSearch): Walked {
  const { owner, covering, kind, company, q, sort } = search;
  return { owner, covering, kind, company, q, sort };
}

const place = 'worklist.walked';

/** Keeps the list that an account was opened from, for as long as the tab. */
export function keepWalked(search: WorkSearch): void {
  keepInTab(place, JSON.stringify(walkedOf(search)));
}

/** The list that is walked in this tab; undefined when no account was opened from one. */
export function keptWalked(): Walked | undefined {
  const shape = worklist.query?.omit({ state: true, cursor: true, limit: true });
  const text = keptInTab(place);
  return text === null ? undefined : shape?.safeParse(JSON.parse(text)).data;
}

/** The orders that the server knows; anything else is the rank. */
export function readSort(text: string): WorkSearch['sort'] {
  return text === 'size' || text === 'age' || text === 'name' ? text : 'rank';
}
