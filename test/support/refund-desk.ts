/** A desk with a credit of $200 and the people who may ask, approve and release. */
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { currency } from '#kernel/money.ts';
import { accepted, type Actor } from '#platform/action.ts';
import { makeSeal } from '#platform/auth/sealing.ts';
import { deliverNext } from '#platform/events/dispatcher.ts';
import { decideRequest } from '#areas/approvals/actions/decide-request.ts';
import { applyCredit } from '#areas/ledger/actions/apply-credit.ts';
import { makePayout } from '#areas/refunds/actions/make-payout.ts';
import { releaseRefund } from '#areas/refunds/actions/release-refund.ts';
import { requestRefund, type RequestRefund } from '#areas/refunds/actions/request-refund.ts';
import { saveSetting } from '#areas/refunds/actions/save-setting.ts';
import { standardRefundPolicy } from '#areas/refunds/rules/findings.ts';
import { openCredits } from '#areas/refunds/store/credits.ts';
import { refundById } from '#areas/refunds/store/refunds.ts';
import { listeners } from '#server/wiring.ts';
import { type Story, deskOn, usd } from './builders.ts';

export const vault = makeSeal('the key of a test');

/** A credit memo of $200 that nothing used, on 2026-06-20. */
export async function deskOwing200() {
  const desk = await deskOn('2026-06-20');
  const accountId = await desk.account('NORTH');
  const memo = { amount: '200', issued: '2026-06-10', number: 'CM-1' };
  const [creditId] = await desk.document(accountId, 'credit_memo', memo);
  if (!creditId) throw new Error('a credit memo was expected');
  const people = {
    rosa: await desk.member('collector'),
    maya: await desk.member('manager'),
    ingrid: await desk.member('controller'),
    omar: await desk.member('cfo'),
    tess: await desk.member('treasurer'),
  };
  await desk.done((context) =>
    saveSetting(context, { companyId: desk.companyId, method: 'check', details: {} }),
  );
  return { ...desk, ...people, ...verbsOf(desk, accountId), accountId, creditId };
}

/** What happens to refunds of an account. */
export function verbsOf(desk: Story, accountId: Id) {
  const heard = async (): Promise<void> => {
    const fail = (error: unknown): void => {
      throw error;
    };
    while (await deliverNext(desk, listeners, fail));
  };
  return {
    heard,
    ask: (itemId: Id, amount: string, by: Actor, more: Partial<RequestRefund> = {}) => {
      const parts = [{ itemId, amount: usd(amount) }];
      const wish = { accountId, parts, payee: 'customer' as const, evidence: '', ...more };
      return desk.act((context) => requestRefund(context, wish, standardRefundPolicy), by);
    },
    decide: async (requestId: Id, said: 'yes' | 'no', by: Actor) => {
      const decided = await desk.act(
        (context) => decideRequest(context, { requestId, said, companies: 'all' }),
        by,
      );
      await heard();
      return decided;
    },
    release: (refundId: Id, by: Actor) =>
      desk.act((context) => releaseRefund(context, { accountId, refundId }), by),
    payOut: (method: 'check' | 'ach' | 'card' | 'iban', by: Actor) =>
      desk.act(
        (context) =>
          makePayout(
            context,
            {
              companyId: desk.companyId,
              company: 'MAIN',
              method,
              currency: currency('USD'),
              time: '0930',
            },
            vault,
          ),
        by,
      ),
    standing: async (refundId: Id) => refundById(desk.db, accountId, refundId),
    available: async (): Promise<string[]> => {
      const credits = await openCredits(desk.db, { companies: 'all', accountId });
      return credits.map(({ available }) => String(available.minor));
    },
    apply: (from: Id, onto: Id, amount: string) =>
      desk.act((context) =>
        applyCredit(context, {
          accountId,
          creditItemId: from,
          debitItemId: onto,
          amount: usd(amount),
          effectiveOn: day('2026-06-20'),
        }),
      ),
  };
}

/** The ids of a refund that was accepted. */
export function idsOf(outcome: Outcome<{ refundId: Id; requestId: Id }>): {
  refundId: Id;
  requestId: Id;
} {
  return accepted(outcome.ok ? accept(outcome.value) : outcome);
}
