/**
 * Carries an account's own limits along when it is merged into another, as they were granted; the
 * timeline of the account that stays says what came and what does not count there.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Carrying } from '#platform/postgres/carry-rows.ts';
import { stopClock } from '#areas/clocks/index.ts';
import { findAccount, recordActivity, setCreditLimit } from '#areas/customers/index.ts';
import { lockAccounts } from '#areas/ledger/index.ts';
import { mergedLimits } from '../rules/merged-limits.ts';
import { type LimitGrant, grantsOf, insertGrant, limitSubject } from '../store/limits.ts';

export async function carryLimits(
  context: Context,
  { from, into }: Pick<Carrying, 'from' | 'into'>,
): Promise<Outcome<{ came: number; ended: number }, never>> {
  const { tx, today } = context;
  await lockAccounts(tx, [from, into]);
  const gone = await limitsOf(context, from);
  const { come, end } = mergedLimits(gone, await limitsOf(context, into), today);
  const account = (await findAccount(tx, from))?.number ?? '';
  for (const limit of come) {
    await insertGrant(context, into, limit, null);
    if (limit.kind === 'standing') {
      const { amount, currency } = limit;
      await setCreditLimit(context, { accountId: into, limit: amount, currency });
    }
    await say(context, { accountId: into, account, phrase: 'activity.limit_came' }, limit);
    const { grantId, kind, untilOn } = limit;
    const payload = { grantId, untilOn, kind, ...amountOf(limit) };
    await context.tell({ name: 'credit.limit_changed', accountId: into, payload });
  }
  for (const limit of end) {
    await endClocks(context, limit);
    await say(context, { accountId: into, account, phrase: 'activity.limit_not_added' }, limit);
  }
  if (gone.some(({ kind }) => kind === 'standing')) await takeStanding(context, from);
  return accept({ came: come.length, ended: end.length });
}

/** Also a standing limit that a file brought, which nobody granted here. */
async function limitsOf({ tx, today, newId }: Context, accountId: Id): Promise<LimitGrant[]> {
  const granted = await grantsOf(tx, accountId);
  const standing = (await limitSubject(tx, accountId))?.limit ?? null;
  if (standing === null) return granted.filter(({ kind }) => kind !== 'standing');
  const known = granted.find(({ kind }) => kind === 'standing');
  const { currency } = standing;
  const brought = { grantId: newId(), kind: 'standing', currency, fromOn: today } as const;
  const none = { untilOn: null, reviewOn: null, insurer: null, policyNumber: null };
  return [
    ...granted.filter(({ kind }) => kind !== 'standing'),
    { ...brought, ...none, ...known, amount: standing },
  ];
}

async function takeStanding(context: Context, accountId: Id): Promise<void> {
  const limit = (await limitSubject(context.tx, accountId))?.limit;
  if (!limit) return;
  await setCreditLimit(context, { accountId, limit: null, currency: limit.currency });
}

/** Its days of review and expiry ask for nothing any more. */
async function endClocks(context: Context, { grantId }: LimitGrant): Promise<void> {
  for (const name of ['review', 'expiry']) {
    const reason = 'another limit stands';
    await stopClock(context, { key: `credit_limit/${grantId}/${name}`, how: 'void', reason });
  }
}

type Line = { readonly accountId: Id; readonly account: string; readonly phrase: string };

async function say(
  context: Context,
  { accountId, account, phrase }: Line,
  limit: LimitGrant,
): Promise<void> {
  const facts = { account, kind: limit.kind, ...amountOf(limit) };
  await recordActivity(context, { accountId, kind: 'account', phrase, facts, touch: false });
  context.did({ what: phrase.slice('activity.'.length), id: limit.grantId, facts });
}

function amountOf({ amount, currency }: LimitGrant): { amount: string; currency: string } {
  return { amount: amount === null ? '' : formatMoney(amount), currency };
}
