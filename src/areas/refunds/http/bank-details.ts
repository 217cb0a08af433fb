/** Bank details of customers over HTTP: sealed on their way in, masked on their way out. */
import { type Day, day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { newId } from '#platform/ids.ts';
import { enterPayee, recordCallBack } from '../actions/enter-payee.ts';
import { payeePurpose } from '../actions/make-payout.ts';
import * as contract from '../contract/bank-details.ts';
import { type Payee, payeesOf } from '../store/payees.ts';
import { sealOf } from './reading.ts';

export const bankDetailRoutes: readonly Served[] = [
  serve(contract.bankDetails, async ({ params, desk }) => {
    const rows = await payeesOf(desk.db, [id(params.accountId)]);
    return accept({ rows: rows.map(wirePayee) });
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

function wirePayee(payee: Payee) {
  const { payeeId, kind, holder, bank, accountType, numberEnd, source, enteredOn, state } = payee;
  const { calledBack } = payee;
  return {
    payeeId,
    kind,
    holder,
    bank,
    accountType,
    number: `…${numberEnd}`,
    source,
    enteredOn,
    state,
    calledBack:
      calledBack === null
        ? null
        : {
            by: calledBack['by'] ?? '',
            on: dayIn(calledBack['on'], enteredOn),
            spokeTo: calledBack['spokeTo'] ?? '',
          },
  };
}

function dayIn(text: string | undefined, otherwise: Day): Day {
  return text === undefined ? otherwise : day(text);
}
