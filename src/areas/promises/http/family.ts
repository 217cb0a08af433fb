/** One word for several accounts of a family, over the wire. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { makeFamilyPromise } from '../actions/make-family-promise.ts';
import * as contract from '../contract/family.ts';
import { standardPromisePolicy } from '../rules/promise.ts';

export const familyRoutes: readonly Served[] = [
  serve(contract.makeFamilyPromise, async ({ params, body, session, perform }) => {
    const amount = parseMoney(body.amount, currency(body.currency));
    if (!amount) {
      const { amount: text, currency: code } = body;
      return refuse('promise.amount_unreadable', { amount: text, currency: code });
    }
    const accountId = id(params.accountId);
    const wish = {
      ...body,
      accountId,
      amount,
      dueOn: day(body.dueOn),
      accountIds: [...new Set(body.accountIds.map(id))],
      companies: visibleCompanies(session),
    };
    return perform(
      'promises.make_family_promise',
      `said by ${body.saidBy}`,
      (context) => makeFamilyPromise(context, wish, standardPromisePolicy),
      accountId,
    );
  }),
];
