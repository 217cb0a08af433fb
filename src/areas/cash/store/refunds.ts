/** Wishes to pay an overpayment back, each with the reservation that holds its money. */
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';

export type NewRefundRequest = {
  readonly accountId: Id;
  readonly creditItemId: Id;
  readonly amount: Money;
  readonly requestId: Id;
  readonly reservationId: Id;
};

export async function insertRefundRequest(
  { tx, at, actor, reason }: Context,
  wish: NewRefundRequest,
): Promise<void> {
  await tx.run(sql`
    insert into cash.refund_request (account_id, request_id, item_id, reservation_id, amount_minor,
                                     recorded_at, actor, reason)
    values (${wish.accountId}, ${wish.requestId}, ${wish.creditItemId}, ${wish.reservationId},
            ${wish.amount.minor.toString()}, ${at}, ${actor.ref}, ${reason})`);
}
