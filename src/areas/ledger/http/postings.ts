/** What brings items and money into the ledger: documents, receipts, charges, transfers, rates. */
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { id } from '#kernel/ids.ts';
import { type Money, currency, formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { applyCredit } from '../actions/apply-credit.ts';
import { chargeAccount } from '../actions/charge-account.ts';
import { postItem } from '../actions/post-item.ts';
import { type ReceiptApplication, postReceipt } from '../actions/post-receipt.ts';
import { recordRate } from '../actions/record-rate.ts';
import { revalueOpenItems } from '../actions/revalue-open-items.ts';
import { transferCredit } from '../actions/transfer-credit.ts';
import * as contract from '../contract.ts';
import { standardPolicy } from '../rules/policy.ts';
import { type AmountRefusal, amountForItem, readAmount, readOptional } from './amounts.ts';

export const postingRoutes: readonly Served[] = [
  serve(contract.postDocument, async ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const net = readAmount(body.net, body.currency);
    if (!net.ok) return net;
    const tax = readAmount(body.tax, body.currency);
    if (!tax.ok) return tax;
    const dues: { dueOn: ReturnType<typeof day>; amount: Money }[] = [];
    for (const due of body.dues) {
      const amount = readAmount(due.amount, body.currency);
      if (!amount.ok) return amount;
      dues.push({ dueOn: day(due.dueOn), amount: amount.value });
    }
    const wish = {
      accountId,
      kind: body.kind,
      documentId: null,
      number: body.number,
      reference: body.reference ?? null,
      issuedOn: day(body.issuedOn),
      net: net.value,
      tax: tax.value,
      dues,
    };
    return perform(
      'ledger.post_item',
      body.reason,
      async (context) => {
        const posted = await postItem(context, wish);
        if (!posted.ok) return posted;
        const { entryId, itemIds } = posted.value;
        return accept({ entryId, itemIds: [...itemIds] });
      },
      accountId,
    );
  }),

  serve(contract.postReceipt, async ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const amount = readAmount(body.amount, body.currency);
    if (!amount.ok) return amount;
    const apply = readParts(body);
    if (!apply.ok) return apply;
    const { method, reference, receivedOn } = body;
    return perform(
      'ledger.post_receipt',
      body.reason,
      async (context) => {
        const posted = await postReceipt(
          context,
          {
            accountId,
            amount: amount.value,
            receivedOn: receivedOn === undefined ? context.today : day(receivedOn),
            method,
            reference,
            apply: apply.value,
          },
          standardPolicy,
        );
        if (!posted.ok) return posted;
        const { entryId, itemId, leftOpen } = posted.value;
        const left = leftOpen.map((each) => ({ ...each, amount: formatMoney(each.amount) }));
        return accept({ entryId, itemId, leftOpen: left });
      },
      accountId,
    );
  }),

  serve(contract.applyCredit, async ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const creditItemId = id(body.creditItemId);
    const debitItemId = id(body.debitItemId);
    const amount = await amountForItem(desk.db, accountId, debitItemId, body.amount);
    if (!amount.ok) return amount;
    const { effectiveOn } = body;
    return perform(
      'ledger.apply_credit',
      body.reason,
      (context) =>
        applyCredit(context, {
          accountId,
          creditItemId,
          debitItemId,
          amount: amount.value,
          effectiveOn: effectiveOn === undefined ? context.today : day(effectiveOn),
        }),
      accountId,
    );
  }),

  serve(contract.transfer, async ({ params, body, desk, perform }) => {
    const accountId = id(params.accountId);
    const creditItemId = id(body.creditItemId);
    const amount = await amountForItem(desk.db, accountId, creditItemId, body.amount);
    if (!amount.ok) return amount;
    const toAccountId = id(body.toAccountId);
    return perform(
      'ledger.transfer_credit',
      body.reason,
      (context) => {
        const effectiveOn = context.today;
        const wish = { accountId, creditItemId, toAccountId, amount: amount.value, effectiveOn };
        return transferCredit(context, wish);
      },
      accountId,
    );
  }),

  serve(contract.chargeAccount, async ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const amount = readAmount(body.amount, body.currency);
    if (!amount.ok) return amount;
    const { kind, dueOn, returnedItemId } = body;
    return perform(
      'ledger.charge_account',
      body.reason,
      (context) =>
        chargeAccount(context, {
          accountId,
          kind,
          amount: amount.value,
          chargedOn: context.today,
          dueOn: dueOn === undefined ? context.today : day(dueOn),
          returned: returnedItemId === undefined ? undefined : id(returnedItemId),
        }),
      accountId,
    );
  }),

  serve(contract.recordRate, ({ body, perform }) =>
    perform('ledger.record_rate', body.reason, async (context) => {
      const { source } = body;
      const pair = { from: currency(body.from), to: currency(body.to) };
      const effectiveOn = day(body.effectiveOn);
      const recorded = await recordRate(context, {
        ...pair,
        effectiveOn,
        rate: decimal(body.rate),
        source,
      });
      return recorded.ok ? accept({ effectiveOn }) : recorded;
    }),
  ),

  serve(contract.revalue, async ({ body, session, perform }) => {
    const company = session.companies.find(({ code }) => code === body.company);
    if (!company) return refuse('team.no_such_company', { company: body.company });
    const wish = { companyId: company.companyId, on: day(body.on) };
    return perform('ledger.revalue_open_items', body.reason, async (context) => {
      const done = await revalueOpenItems(context, wish);
      if (!done.ok) return done;
      const { entryId, book, revalued, unrealised } = done.value;
      return accept({
        entryId,
        currency: book.currency,
        book: formatMoney(book),
        revalued: formatMoney(revalued),
        unrealised: formatMoney(unrealised),
      });
    });
  }),
];

/** What a receipt shall pay, with what the payer kept back. */
function readParts({
  apply,
  currency: code,
}: BodyOf<typeof contract.postReceipt>): Outcome<ReceiptApplication[], AmountRefusal> {
  const parts: ReceiptApplication[] = [];
  for (const each of apply) {
    const amount = readAmount(each.amount, code);
    if (!amount.ok) return amount;
    const discount = readOptional(each.discount, code);
    if (!discount.ok) return discount;
    const part = { itemId: id(each.itemId), amount: amount.value };
    parts.push(discount.value ? { ...part, discount: discount.value } : part);
  }
  return accept(parts);
}
