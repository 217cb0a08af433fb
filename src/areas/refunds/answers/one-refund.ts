/** One refund whole: its credits, payments and history, and what the reader may do with it now. */
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import type { Facts, Outcome } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import { actorName } from '#platform/auth/actor-name.ts';
import { say } from '#platform/cli/say.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { oneRefund } from '../contract/refunds.ts';
import { mayReturnToDepartment } from '../rules/department.ts';
import { mayFree, mayRelease, mayStep } from '../rules/refund.ts';
import { documentsOf, eventsOf } from '../store/list.ts';
import { paymentsOf } from '../store/payments.ts';
import { type Payee, payeesOf } from '../store/payees.ts';
import { type Refund, refundById } from '../store/refunds.ts';
import { words } from '../words.ts';
import { type Reader, wireRefunds } from './wire.ts';

type Asking = Reader & { readonly memberId: Id | null };

export async function readRefund(
  db: Queries,
  { accountId, refundId }: { readonly accountId: Id; readonly refundId: Id },
  reader: Asking,
): Promise<AnswerOf<typeof oneRefund> | undefined> {
  const [row] = await wireRefunds(db, { companies: 'all', accountId, refundId }, 1, reader);
  const refund = await refundById(db, accountId, refundId);
  if (!row || !refund) return undefined;
  const [documents, payments, events, payees] = await Promise.all([
    documentsOf(db, accountId, refundId),
    paymentsOf(db, accountId, refundId),
    eventsOf(db, accountId, refundId),
    payeesOf(db, [accountId]),
  ]);
  const bank = payees.find(({ payeeId }) => payeeId === refund.payeeId);
  return {
    refund: row,
    parts: documents.map((part) => ({ ...part, amount: formatMoney(part.amount) })),
    bank: bank
      ? {
          payeeId: bank.payeeId,
          holder: bank.holder,
          bank: bank.bank,
          number: `…${bank.numberEnd}`,
          calledBack: bank.calledBack !== null,
        }
      : null,
    payments: payments.map(({ paymentId, method, number, amount, issuedOn, payoutId }) => {
      return { paymentId, method, number, amount: formatMoney(amount), issuedOn, payoutId };
    }),
    events: events.map((event) => ({
      ...event,
      by: actorName(event.by, reader.language),
      facts: { ...event.facts },
    })),
    may: mayOf(refund, bank, reader),
  };
}

/** By act: null when the reader may, else why not. */
function mayOf(
  refund: Refund,
  bank: Payee | undefined,
  { memberId, language }: Asking,
): Record<string, string | null> {
  const why = (outcome: Outcome<unknown>): string | null =>
    outcome.ok ? null : sentence(outcome.refusal, outcome.facts, language);
  return {
    release: why(mayRelease(refund, memberId)),
    free: why(mayFree(refund, memberId, bank !== undefined && bank.calledBack !== null)),
    withdraw: why(mayStep(refund, 'withdrawn')),
    clear: why(mayStep(refund, 'cleared')),
    return: why(mayStep(refund, 'returned')),
    retry: why(mayStep(refund, 'retried')),
    department: why(mayReturnToDepartment(refund, memberId)),
  };
}

function sentence(refusal: string, facts: Facts, language: Language): string {
  return say(words, refusal, facts, language);
}
