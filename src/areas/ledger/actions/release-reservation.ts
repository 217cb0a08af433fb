/** Lets a held credit go: the refund was rejected, the approval is not needed any more. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '../store/accounts.ts';
import { endReservation, standingReservation } from '../store/reservations.ts';

export type ReleaseReservation = { readonly accountId: Id; readonly reservationId: Id };

/** Refuses a reservation that is not there or has ended. */
export async function releaseReservation(
  context: Context,
  { accountId, reservationId }: ReleaseReservation,
): Promise<Outcome<{ itemId: Id }, 'ledger.no_such_account' | 'ledger.no_such_reservation'>> {
  const account = await lockAccount(context.tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const held = await standingReservation(context.tx, accountId, reservationId);
  if (!held) return refuse('ledger.no_such_reservation');
  await endReservation(context, accountId, held, 'released');
  const payload = { reservationId, itemId: held.itemId, outcome: 'released' };
  await context.tell({ name: 'ledger.reservation_ended', accountId, payload });
  context.did({ what: 'reservation released', id: reservationId });
  return accept({ itemId: held.itemId });
}
