/** What takes back or gives up: reversals, returned payments, write-offs and their recovery. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { accept, refuse } from '#kernel/outcome.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { recoverWriteOff } from '../actions/recover-write-off.ts';
import { returnReceipt } from '../actions/return-receipt.ts';
import { reverseApplication } from '../actions/reverse-application.ts';
import { reverseItem } from '../actions/reverse-item.ts';
import { setWriteOffPolicy } from '../actions/set-write-off-policy.ts';
import { askWriteOff, writeOffItem } from '../actions/write-off-item.ts';
import * as contract from '../contract.ts';
import * as writeOffs from '../contract/write-offs.ts';
import { standardPolicy } from '../rules/policy.ts';
import { loweredFacts } from '../rules/returned-check-fee.ts';
import { writeOffPolicyOf } from '../store/write-off-policy.ts';
import { amountForItem, currencyOfItem, readOptional } from './amounts.ts';

export const reversalRoutes: readonly Served[] = [
  serve(writeOffs.writeOffPolicy, async ({ params, desk, session }) => {
    const company = session.companies.find(({ code }) => code === params.code);
    if (!company) return refuse('team.no_such_company', { company: params.code });
    const { method, small } = await writeOffPolicyOf(desk.db, company.companyId);
    const { most: smallMost, days: smallDays, automatic } = small;
    return accept({ method, smallMost: { ...smallMost }, smallDays, automatic });
  }),

  serve(writeOffs.setWriteOffPolicy, async ({ params, body, session, perform }) => {
    const company = session.companies.find(({ code }) => code === params.code);
    if (!company) return refuse('team.no_such_company', { company: params.code });
    const { companyId } = company;
    const { reason, method, smallMost: most, smallDays: days, automatic } = body;
    const wish = { companyId, policy: { method, small: { most, days, automatic } } };
    return perform('ledger.set_write_off_policy', reason, (context) =>
      setWriteOffPolicy(context, wish),
    );
  }),

  serve(contract.reverseApplication, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const applicationId = id(params.applicationId);
    return perform(
      'ledger.reverse_application',
      body.reason,
      (context) => reverseApplication(context, { accountId, applicationId, when: context.today }),
      accountId,
    );
  }),

  serve(contract.returnReceipt, async ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const itemId = id(params.itemId);
    const code = await currencyOfItem(desk.db, accountId, itemId);
    if (!code.ok) return code;
    const bankFee = readOptional(body.bankFee, code.value);
    if (!bankFee.ok) return bankFee;
    const customerFee = readOptional(body.customerFee, code.value);
    if (!customerFee.ok) return customerFee;
    const { returnedOn } = body;
    return perform(
      'ledger.return_receipt',
      body.reason,
      async (context) => {
        const gone = await returnReceipt(context, {
          accountId,
          itemId,
          returnedOn: returnedOn === undefined ? context.today : day(returnedOn),
          ...(bankFee.value ? { bankFee: bankFee.value } : {}),
          ...(customerFee.value ? { customerFee: customerFee.value } : {}),
        });
        if (!gone.ok) return gone;
        const { lowered, ...posted } = gone.value;
        return accept({ ...posted, feeLowered: lowered && loweredFacts(lowered) });
      },
      accountId,
    );
  }),

  serve(writeOffs.requestWriteOff, async ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const itemId = id(params.itemId);
    const amount = await amountForItem(desk.db, accountId, itemId, body.amount);
    if (!amount.ok) return amount;
    const tax = readOptional(body.tax, amount.value.currency);
    if (!tax.ok) return tax;
    const wish = { accountId, itemId, amount: amount.value, tax: tax.value };
    return perform(
      'ledger.write_off_item',
      body.reason,
      (context) => writeOffItem(context, wish),
      accountId,
    );
  }),

  serve(writeOffs.askWriteOff, async ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const itemId = id(params.itemId);
    const amount = await amountForItem(desk.db, accountId, itemId, body.amount);
    if (!amount.ok) return amount;
    const tax = readOptional(body.tax, amount.value.currency);
    if (!tax.ok) return tax;
    const { evidence } = body;
    const wish = { accountId, itemId, amount: amount.value, tax: tax.value, evidence };
    return perform(
      'ledger.ask_write_off',
      body.reason,
      (context) => askWriteOff(context, wish),
      accountId,
    );
  }),

  serve(writeOffs.recoverWriteOff, async ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const writeOffItemId = id(params.itemId);
    const amount = await amountForItem(desk.db, accountId, writeOffItemId, body.amount);
    if (!amount.ok) return amount;
    const { method, reference, receivedOn } = body;
    return perform(
      'ledger.recover_write_off',
      body.reason,
      async (context) => {
        const arrivedOn = receivedOn === undefined ? context.today : day(receivedOn);
        const wish = { accountId, writeOffItemId, amount: amount.value, receivedOn: arrivedOn };
        const done = await recoverWriteOff(context, { ...wish, method, reference }, standardPolicy);
        if (!done.ok) return done;
        const { entryId, itemId } = done.value;
        return accept({ entryId, itemId });
      },
      accountId,
    );
  }),

  serve(contract.reverseItem, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const itemId = id(params.itemId);
    return perform(
      'ledger.reverse_item',
      body.reason,
      (context) => reverseItem(context, { accountId, itemId, reversedOn: context.today }),
      accountId,
    );
  }),
];
