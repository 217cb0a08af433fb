/** How a refund goes: the way the money came; a card's money to that very card. */
import type { Money } from '#kernel/money.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { methodFor } from '../rules/origin.ts';
import type { PayeeKind, PayMethod } from '../rules/refund.ts';
import { refundWay } from '../rules/refund-route.ts';
import type { OpenCredit } from '../store/credits.ts';
import { refundedOf } from '../store/payments.ts';
import { type Payee, payeesOf } from '../store/payees.ts';

export type WayRefusal =
  | 'refunds.card_alone'
  | 'refunds.more_than_captured'
  | 'refunds.no_bank_details'
  | 'refunds.no_capture'
  | 'refunds.not_a_card'
  | 'refunds.same_card_only';

export type Way = {
  readonly method: PayMethod;
  readonly bank: Payee | undefined;
  readonly capture: string | null;
};

type Wish = {
  readonly method?: PayMethod | undefined;
  readonly payee: PayeeKind;
  readonly parts: readonly { readonly amount: Money }[];
};

/** Refuses what the networks forbid, and a transfer to details that nobody confirmed. */
export async function wayOf(
  context: Context,
  wish: Wish,
  credits: readonly OpenCredit[],
): Promise<Outcome<Way, WayRefusal>> {
  const [first] = credits;
  const card = credits.find(({ method }) => method === 'card');
  if (card) return cardWay(context, wish, credits, card);
  if (wish.method === 'card') return refuse('refunds.not_a_card');
  const known = first ? await payeesOf(context.tx, [first.accountId]) : [];
  // What is paid to a parent does not go to the student's own bank account.
  const own = wish.payee === 'customer' ? known : [];
  const bank = own.find(({ state }) => state === 'confirmed');
  const method = wish.method ?? methodFor({ method: first?.method }, bank?.kind);
  if (method === 'check') return accept({ method, bank: undefined, capture: null });
  const fitting = own.find(({ state, kind }) => state === 'confirmed' && kind === method);
  if (!fitting) return refuse('refunds.no_bank_details', { method });
  return accept({ method, bank: fitting, capture: null });
}

async function cardWay(
  { tx }: Context,
  { method, parts }: Wish,
  credits: readonly OpenCredit[],
  card: OpenCredit,
): Promise<Outcome<Way, WayRefusal>> {
  if (credits.length > 1) return refuse('refunds.card_alone', { document: card.document });
  if (method !== undefined && method !== 'card') {
    return refuse('refunds.same_card_only', { document: card.document });
  }
  if (card.reference === '') return refuse('refunds.no_capture', { document: card.document });
  const before = await refundedOf(tx, card.accountId, card.itemId);
  const [wanted] = parts;
  const way = refundWay({
    paidBy: 'card',
    capture: card.reference,
    received: card.amount,
    refundedBefore: money(before, card.amount.currency),
    wanted: wanted?.amount ?? money(0n, card.amount.currency),
  });
  if (!way.isAllowed) return refuse('refunds.more_than_captured', { most: formatMoney(way.most) });
  return accept({ method: 'card', bank: undefined, capture: card.reference });
}
