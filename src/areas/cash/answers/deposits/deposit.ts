/** Deposits as the wire tells them, and the ticket that goes to the bank with the paper. */
import path from 'node:path';
import type { Id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { writtenMoney, writtenNumber } from '#kernel/written.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { renderPdf } from '#platform/pdf/typst.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { Deposits, WireDeposit } from '../../contract/deposits.ts';
import { type DepositPolicy, shredOn } from '../../rules/deposits/deposit.ts';
import { closingPolicyOf } from '../../store/closing/policy.ts';
import { channelOf, checksInHand } from '../../store/deposits/checks.ts';
import { type DepositCard, depositsOf, itemsOf } from '../../store/deposits/deposits.ts';
import { bankAccountsOf } from '../../store/reconciliation/accounts.ts';
import { depositText } from '../../words/deposits.ts';
import { told } from '../closing/day.ts';

export function wireDeposit(
  card: DepositCard,
  policy: DepositPolicy,
  language: Language,
): WireDeposit {
  const { currency, acceptedOn } = card;
  return {
    depositId: card.depositId,
    bank: card.bankName,
    currency,
    depositedOn: card.depositedOn,
    control: { count: card.controlCount, amount: told(card.controlAmount, currency) },
    keyed: { count: card.keyedCount, amount: told(card.keyedAmount, currency) },
    state: card.state,
    shredOn: acceptedOn === null ? null : shredOn(acceptedOn, policy),
    note: card.note,
    by: actorName(card.by, language),
  };
}

/** Deposits, checks in hand and the banks that take them. */
export async function readDeposits(
  db: Queries,
  { companyId, code }: { readonly companyId: Id; readonly code: string },
  limit: number,
  language: Language,
): Promise<Deposits> {
  const policy = await closingPolicyOf(db, companyId);
  const cards = await depositsOf(db, companyId, limit);
  const inHand = await checksInHand(db, companyId);
  const banks = await bankAccountsOf(db, companyId);
  return {
    company: code,
    rows: cards.map((each) => wireDeposit(each, policy, language)),
    inHand: inHand.map(({ amount, ...check }) => ({
      ...check,
      amount: told(amount, check.currency),
    })),
    banks: await Promise.all(
      banks.map(async ({ bankAccountId, name, currency }) => ({
        bankAccountId,
        name,
        currency,
        channel: (await channelOf(db, bankAccountId)) ?? null,
      })),
    ),
  };
}

/** The checks of a deposit on paper: what goes to the counter, or lies with the images. */
export async function depositTicket(
  db: Queries,
  card: DepositCard,
  language: Language,
): Promise<Uint8Array> {
  const items = await itemsOf(db, card.depositId);
  const { currency } = card;
  const text = (name: keyof typeof depositText): string => depositText[name][language];
  return renderPdf(path.join(import.meta.dirname, 'ticket.typ'), {
    language,
    title: text('deposit.ticket'),
    facts: [
      [text('deposit.bank'), card.bankName],
      [text('deposit.day'), card.depositedOn],
      [text('deposit.number'), card.depositId.slice(-8)],
    ],
    heads: [
      text('deposit.item'),
      text('deposit.check'),
      text('deposit.routing'),
      text('deposit.account'),
      text('deposit.amount'),
    ],
    rows: items.map((item) => [
      String(item.itemNo),
      item.serial,
      item.routing,
      `…${item.account.slice(-4)}`,
      writtenNumber(told(item.amount, currency), language),
    ]),
    total: [
      text('deposit.total').replace('{count}', String(items.length)),
      writtenMoney(money(card.keyedAmount, currency), language),
    ],
  });
}
