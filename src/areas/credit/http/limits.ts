/** How far a customer may go, over the wire: shown, set, asked for. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Day } from '#kernel/day.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { type SetLimit, askLimit, setLimit } from '../actions/set-limit.ts';
import { accountCredit } from '../answers/account-credit.ts';
import * as contract from '../contract/limits.ts';

export const limitRoutes: readonly Served[] = [
  serve(contract.accountCredit, async ({ params, desk, session }) => {
    const today = desk.clock.today();
    const credit = await accountCredit(desk.db, id(params.accountId), today, session.language);
    return credit === undefined ? refuse('credit.no_such_account') : accept(credit);
  }),
  serve(contract.setLimit, ({ params, body, desk, perform }) => {
    const wish = readWish(params.accountId, body, desk.clock.today());
    if (!wish.ok) return Promise.resolve(wish);
    return perform(
      'credit.set_limit',
      body.reason,
      (context) => setLimit(context, wish.value),
      wish.value.accountId,
    );
  }),
  serve(contract.askLimit, ({ params, body, desk, perform }) => {
    const wish = readWish(params.accountId, body, desk.clock.today());
    if (!wish.ok) return Promise.resolve(wish);
    return perform(
      'credit.ask_limit',
      body.reason,
      (context) => askLimit(context, { ...wish.value, evidence: body.evidence }),
      wish.value.accountId,
    );
  }),
];

function readWish(
  accountId: string,
  body: Omit<BodyOf<typeof contract.setLimit>, 'reason'>,
  today: Day,
): Outcome<SetLimit, 'credit.amount_unreadable'> {
  const code = currency(body.currency);
  const amount = body.amount === null ? null : parseMoney(body.amount, code);
  if (amount === undefined) {
    return refuse('credit.amount_unreadable', { amount: body.amount ?? '', currency: code });
  }
  const { kind, insurer, policyNumber, forDelinquency, fromOn, untilOn, reviewOn } = body;
  return accept({
    accountId: id(accountId),
    kind,
    amount,
    currency: code,
    insurer,
    policyNumber,
    forDelinquency,
    fromOn: fromOn === undefined ? today : day(fromOn),
    untilOn: untilOn === null ? null : day(untilOn),
    reviewOn: reviewOn === null ? null : day(reviewOn),
  });
}
