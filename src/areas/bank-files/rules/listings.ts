/**
 * The statements of a file, put together to listings: what one report says of one account.
 *
 * Within a listing equal lines are different movements; across listings they are the same ones
 * said again. Pages of one statement bear one number and are one listing; a file that holds a
 * statement twice, as joined files do, holds two listings.
 */
import type { Statement } from '#formats/neutral.ts';

export type Placed = {
  readonly bankAccountId: string;
  readonly statement: Statement;
  /** Hash of what the statement says. */
  readonly content: string;
};

/** Groups statements to listings, in the file's order; a repeated page is left out. */
export function listingsOf<T extends Placed>(placed: readonly T[]): T[][] {
  const listings = new Map<string, T[]>();
  for (const each of placed) {
    const key = `${each.bankAccountId} ${pageOf(each)}`;
    const listing = listings.get(key) ?? [];
    if (listing.some((page) => page.content === each.content)) continue;
    listings.set(key, [...listing, each]);
  }
  return [...listings.values()];
}

/** The number that the pages of a statement share; a statement without one stands alone. */
function pageOf({ statement, content }: Placed): string {
  const { id, kind, from, to } = statement;
  if (id === undefined || kind !== 'statement') return content;
  return [kind, id.replace(/\/\d+$/u, ''), from ?? '', to ?? ''].join(' ');
}
