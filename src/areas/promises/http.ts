/** Promises over the wire: made, withdrawn, listed. */
import { day, parseDay } from '#kernel/day.ts';
import { id, parseId } from '#kernel/ids.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { visibleCompanies } from '#platform/auth/session.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { listName, makeCursor, readCursor } from '#platform/page.ts';
import { type MakePromise, makePromise } from './actions/make-promise.ts';
import { withdrawPromise } from './actions/withdraw-promise.ts';
import { wirePromise } from './answers/wire.ts';
import * as contract from './contract.ts';
import { type PromiseState, standardPromisePolicy } from './rules/promise.ts';
import {
  type PromiseAfter,
  type StateCount,
  countPromises,
  listPromises,
  promisesOfAccount,
} from './store/list.ts';

export const promiseRoutes: readonly Served[] = [
  serve(contract.makePromise, ({ params, body, perform }) => {
    const wish = readWish(params.accountId, body);
    if (!wish.ok) return Promise.resolve(wish);
    return perform(
      'promises.make_promise',
      `said by ${body.saidBy}`,
      (context) => makePromise(context, wish.value, standardPromisePolicy),
      wish.value.accountId,
    );
  }),
  serve(contract.withdrawPromise, ({ params, body, perform }) => {
    const accountId = id(params.accountId);
    const promiseId = id(params.promiseId);
    return perform(
      'promises.withdraw_promise',
      body.reason,
      (context) => withdrawPromise(context, { accountId, promiseId }),
      accountId,
    );
  }),
  serve(contract.accountPromises, async ({ params, desk, session }) => {
    const rows = await promisesOfAccount(desk.db, id(params.accountId));
    return accept({ rows: rows.map((row) => wirePromise(row, session.language)) });
  }),
  serve(contract.promises, async ({ query, desk, session }) => {
    const list = listName('promises', query);
    const after = readAfter(list, query.cursor);
    if (!after.ok) return after;
    const { state, dueFrom, dueTo, limit } = query;
    const filter = {
      state,
      dueFrom: dueFrom === undefined ? undefined : day(dueFrom),
      dueTo: dueTo === undefined ? undefined : day(dueTo),
      ownerId: query.mine === 'true' ? session.memberId : undefined,
      companies: visibleCompanies(session),
    };
    const [found, states] = await Promise.all([
      listPromises(desk.db, filter, { after: after.value, limit: limit + 1 }),
      countPromises(desk.db, filter),
    ]);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    const place = last && [last.state === 'open' ? 'open' : '', last.dueOn, last.promiseId];
    return accept({
      rows: rows.map((row) => wirePromise(row, session.language)),
      states,
      count: inState(states, state),
      nextCursor: place ? makeCursor(list, place) : null,
    });
  }),
];

/** How many of them a list of one state, or of all, has. */
function inState(states: readonly StateCount[], state: PromiseState | undefined): number {
  return states
    .filter((each) => state === undefined || each.state === state)
    .reduce((sum, { count }) => sum + count, 0);
}

function readWish(
  accountId: string,
  body: BodyOf<typeof contract.makePromise>,
): Outcome<MakePromise, 'promise.amount_unreadable'> {
  const amount = parseMoney(body.amount, currency(body.currency));
  if (!amount) {
    return refuse('promise.amount_unreadable', { amount: body.amount, currency: body.currency });
  }
  return accept({
    ...body,
    accountId: id(accountId),
    amount,
    dueOn: day(body.dueOn),
    itemIds: [...new Set(body.itemIds.map(id))],
    supersedes: [...new Set(body.supersedes.map(id))],
  });
}

function readAfter(
  list: string,
  cursor: string | undefined,
): Outcome<PromiseAfter | undefined, 'page.bad_cursor'> {
  const read = readCursor(list, cursor);
  if (!read.ok) return read;
  if (read.value === undefined) return accept(undefined);
  const [open, dueText, idText] = read.value.map(String);
  const [dueOn, promiseId] = [parseDay(dueText ?? ''), parseId(idText ?? '')];
  if (dueOn === undefined || promiseId === undefined) return refuse('page.bad_cursor');
  return accept({ open: open === 'open', dueOn, promiseId });
}
