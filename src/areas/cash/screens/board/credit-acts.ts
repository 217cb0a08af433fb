/**
 * What may be done to money that was posted: off its item, onto another, to another account. Each
 * is tried before, so that one sees what opens again and what the other book is told.
 */
import {
  moveCredit,
  transferMoney,
  unapplyCredit,
  type WireAftermath,
} from '#areas/cash/contract/credits.ts';
import { call, rehearse } from '#web/api.ts';

export const creditActs = ['take_off', 'move', 'transfer'] as const;
export type CreditAct = (typeof creditActs)[number];

/** A wish as the form holds it; what the act does not need is empty. */
export type CreditWish = {
  readonly act: CreditAct;
  readonly accountId: string;
  readonly creditItemId: string;
  readonly offItemIds: readonly string[];
  readonly toItemId: string;
  readonly toAccountId: string;
  readonly amount: string;
  readonly currency: string;
  readonly fault: boolean;
  readonly reason: string;
};

/** Is everything there that the act needs? */
export function isWhole({ act, toItemId, toAccountId, amount }: CreditWish): boolean {
  if (act === 'move') return toItemId !== '';
  if (act === 'transfer') return toAccountId !== '' && amount !== '';
  return act === 'take_off' || amount !== '';
}

export function sendCredit(wish: CreditWish): Promise<unknown> {
  const { params, off, asked } = partsOf(wish);
  if (wish.act === 'take_off') return call(unapplyCredit, { params, body: off });
  if (wish.act === 'move') {
    return call(moveCredit, { params, body: { ...off, toItemId: wish.toItemId } });
  }
  const body = { ...off, ...asked, toAccountId: wish.toAccountId };
  return call(transferMoney, { params, body });
}

/** What it would come to. */
export function tryCredit(wish: CreditWish): Promise<WireAftermath> {
  const { params, off, asked } = partsOf(wish);
  if (wish.act === 'take_off') return rehearse(unapplyCredit, { params, body: off });
  if (wish.act === 'move') {
    return rehearse(moveCredit, { params, body: { ...off, toItemId: wish.toItemId } });
  }
  const body = { ...off, ...asked, toAccountId: wish.toAccountId };
  return rehearse(transferMoney, { params, body });
}

function partsOf(wish: CreditWish) {
  const { accountId, creditItemId, offItemIds, amount, currency, fault, reason } = wish;
  return {
    params: { accountId, itemId: creditItemId },
    off: { itemIds: [...offItemIds], fault, reason },
    asked: { amount, currency },
  };
}
