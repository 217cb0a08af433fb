/**
 * A placement: an account's debt in the hands of an agency, until it is called back.
 *
 *   placed ──called back──▶ ended
 *
 * One at a time; no more is placed than is owed, and the fee is what the agency keeps of what it
 * brings.
 */
import type { Money } from '#kernel/money.ts';
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type PlaceRefusal =
  | 'write_offs.placed_already'
  | 'write_offs.placed_beyond_owed'
  | 'write_offs.nothing_to_place';

export function acceptPlacement(
  amount: Money,
  owed: Money,
  standing: { readonly agency: string } | undefined,
): Outcome<null, PlaceRefusal> {
  if (standing) return refuse('write_offs.placed_already', { agency: standing.agency });
  if (amount.minor <= 0n) return refuse('write_offs.nothing_to_place');
  if (amount.minor > owed.minor) {
    return refuse('write_offs.placed_beyond_owed', { owed: formatMoney(owed) });
  }
  return accept(null);
}
