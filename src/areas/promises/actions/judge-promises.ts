/**
 * Judges the promises of accounts by the money that came: every night, and whenever money is
 * applied, taken back or posted.
 *
 * A verdict is a fact. One that turns out wrong, because money of an earlier day was recorded
 * late or came back, is followed by another; both stay in the history.
 */
import { type Day, earlier as earlierDay } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context, Desk } from '#platform/action.ts';
import { recordActivities } from '#areas/customers/index.ts';
import { lockAccounts } from '#areas/ledger/index.ts';
import { judgeTogether } from '../rules/allot.ts';
import type { Judgement, PromisePolicy } from '../rules/promise.ts';
import {
  type StandingPromise,
  accountsWithOpenPromise,
  accountsWithPromise,
  insertVerdicts,
  moneyOf,
  promisesOf,
} from '../store/promises.ts';

type Judged = { readonly promise: StandingPromise; readonly judgement: Judgement };

/** Answers how many promises changed their state. */
export async function judgePromises(
  context: Context,
  accountIds: readonly Id[] | 'all',
  policy: PromisePolicy,
): Promise<Outcome<{ changed: number }, never>> {
  const { tx, today } = context;
  const concerned = await accountsWithPromise(tx, accountIds);
  if (concerned.length === 0) return accept({ changed: 0 });
  await lockAccounts(tx, concerned);
  const promises = (await promisesOf(tx, concerned)).filter(({ stated }) => !stated);
  const money = await moneyOf(tx, concerned, firstDay(promises, today));
  const judged = [...Map.groupBy(promises, ({ accountId }) => accountId)].flatMap(
    ([accountId, own]) => {
      const judgements = judgeTogether(own, money.get(accountId) ?? [], today, policy);
      return own.flatMap((promise): Judged[] => {
        const judgement = judgements.get(promise.id);
        return judgement && differs(promise, judgement) ? [{ promise, judgement }] : [];
      });
    },
  );
  const changed = judged.filter(({ promise, judgement }) => promise.state !== judgement.state);
  await insertVerdicts(
    context,
    judged.map((each) => verdict(each, today)),
  );
  await recordActivities(context, changed.map(line));
  for (const each of changed) await tellOf(context, each);
  return accept({ changed: changed.length });
}

/** Accounts of a zone's companies whose promises the night has to look at. */
export function accountsToJudge(desk: Desk, zone: string): Promise<Id[]> {
  return accountsWithOpenPromise(desk.db, zone);
}

function firstDay(promises: readonly StandingPromise[], today: Day): Day {
  return promises.reduce((first, { madeOn }) => earlierDay(first, madeOn), today);
}

function differs(promise: StandingPromise, { state, received }: Judgement): boolean {
  return promise.state !== state || promise.received.minor !== received.minor;
}

/** What leaves a promise open, or opens it again, holds from the day on which it is seen. */
function verdict({ promise, judgement }: Judged, today: Day) {
  const { state, received } = judgement;
  const on = state === 'open' ? today : judgement.on;
  return {
    accountId: promise.accountId,
    promiseId: promise.id,
    state,
    on,
    received: received.minor,
    replacedBy: null,
    reason: promise.state === state ? 'money came in part' : 'judged by the money',
  };
}

function line({ promise, judgement }: Judged) {
  return {
    accountId: promise.accountId,
    kind: 'promise',
    phrase: `activity.promise_${judgement.state}`,
    facts: {
      amount: formatMoney(promise.amount),
      currency: promise.amount.currency,
      dueOn: promise.dueOn,
      received: formatMoney(judgement.received),
    },
    touch: false,
  } as const;
}

async function tellOf(context: Context, { promise, judgement }: Judged): Promise<void> {
  const { accountId, id: promiseId } = promise;
  const { state, on } = judgement;
  context.did({ what: `promise ${state}`, id: promiseId, facts: { before: promise.state, on } });
  const payload = { promiseId, state, before: promise.state, on };
  if (state === 'broken' || state === 'partly') {
    await context.tell({ name: 'promises.promise_broken', accountId, payload });
  } else if (state === 'kept') {
    await context.tell({ name: 'promises.promise_kept', accountId, payload });
  } else {
    await context.tell({ name: 'promises.promise_reopened', accountId, payload });
  }
}
