/** Bank details of customers over HTTP: sealed on their way in, masked on their way out. */
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { newId } from '#platform/ids.ts';
import { enterPayee, recordCallBack } from '../actions/enter-payee.ts';
import { payeePurpose } from '../actions/make-payout.ts';
import { readPayees } from '../answers/payees.ts';
import * as contract from '../contract/bank-details.ts';
import { sealOf } from './reading.ts';

export const bankDetailRoutes: readonly Served[] = [
  serve(contract.bankDetails, async ({ params, desk, session }) => {
    const { memberId, language } = session;
    const reader = { today: desk.clock.today(), memberId, language };
    return accept({ rows: await readPayees(desk.db, id(params.accountId), reader) });
  }),
  serve(contract.enterBankDetails, async ({ params, body, desk, perform }) => {
    const seal = sealOf(desk);
    if (!seal.ok) return seal;
    const { reason, accountNumber: given, ...rest } = body;
    const payeeId = newId();
    const number = given.replaceAll(/\s/gu, '').toUpperCase();
    const wish = {
      ...rest,
      accountId: id(params.accountId),
      payeeId,
      number,
      sealed: seal.value.close(number, payeePurpose(payeeId)),
      mark: seal.value.mark(`${rest.bank} ${number}`, 'refunds.payee'),
    };
    return perform(
      'refunds.enter_payee',
      reason,
      (context) => enterPayee(context, wish),
      wish.accountId,
    );
  }),
  serve(contract.callBack, ({ params, body, perform }) => {
    const { number, spokeTo, reason } = body;
    const accountId = id(params.accountId);
    const wish = { accountId, payeeId: id(params.payeeId), number, spokeTo };
    return perform(
      'refunds.record_call_back',
      reason,
      (context) => recordCallBack(context, wish),
      accountId,
    );
  }),
];
