/** A case as the wire tells it, read into what the action takes. */
import type { z } from 'zod';
import { type Id, id } from '#kernel/ids.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { OpenDispute } from '../actions/open-dispute.ts';
import type { disputeBody } from '../contract.ts';

type Told = z.infer<typeof disputeBody>;

/** Refuses an amount that is none in the currency. */
export function readDispute(
  accountId: Id,
  told: Told,
): Outcome<OpenDispute, 'dispute.amount_unreadable'> {
  const { reason, part, note, saidBy, ownerId } = told;
  const code = currency(told.currency);
  const items: OpenDispute['items'][number][] = [];
  for (const { itemId, amount, lineNo } of told.items) {
    const read = amount === null ? null : parseMoney(amount, code);
    if (read === undefined) {
      return refuse('dispute.amount_unreadable', { amount: amount ?? '', currency: code });
    }
    items.push({ itemId: id(itemId), amount: read, lineNo });
  }
  const owner = ownerId === null ? null : id(ownerId);
  return accept({ accountId, items, reason, part, note, saidBy, ownerId: owner });
}
