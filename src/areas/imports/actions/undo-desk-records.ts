/**
 * Takes back what an import brought beside money, the last first.
 *
 * A contact becomes what it was; an account goes back to whom it had, unless somebody gave it to
 * a third person since.
 */
import { type Id, parseId } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import {
  assignOwner,
  type Contact,
  endContact,
  saveContact,
  withdrawActivity,
} from '#areas/customers/index.ts';
import { withdrawDispute } from '#areas/disputes/index.ts';
import { takeBackPromise } from '#areas/promises/index.ts';
import { type Brought, broughtBy, ownerNow } from '../store/brought.ts';

type Back = Pick<Brought, 'accountId' | 'kind' | 'objectId' | 'change' | 'before'>;

/** Answers how many records there were. */
export async function undoDeskRecords(context: Context, importId: Id): Promise<number> {
  const rows = await broughtBy(context.tx, importId);
  for (const row of rows) {
    const activityId = idIn(row.before, 'activityId');
    const { accountId } = row;
    if (activityId !== undefined) await withdrawActivity(context, { accountId, activityId });
    await takings[row.kind](context, row);
  }
  if (rows.length > 0) context.did({ what: 'records taken back', facts: { count: rows.length } });
  return rows.length;
}

const takings: {
  readonly [K in Brought['kind']]: (context: Context, row: Back) => Promise<unknown>;
} = {
  contacts: takeBackContact,
  owners: takeBackOwner,
  notes: (context, { accountId, objectId: activityId }) =>
    withdrawActivity(context, { accountId, activityId }),
  promises: (context, { accountId, objectId: promiseId }) =>
    takeBackPromise(context, { accountId, promiseId }),
  disputes: (context, { accountId, objectId: disputeId }) =>
    withdrawDispute(context, { accountId, disputeId }),
  'next-actions': (context, { accountId, objectId: answerId, before }) =>
    context.tell({
      name: 'imports.next_action_undone',
      accountId,
      payload: { answerId, memberId: idIn(before, 'memberId') },
    }),
};

async function takeBackContact(context: Context, row: Back): Promise<void> {
  const { accountId, objectId: contactId, change } = row;
  if (change === 'added') {
    await endContact(context, { accountId, contactId });
    return;
  }
  // As the contact was read from the store when it was changed.
  const contact = row.before as Contact;
  await saveContact(context, { accountId, contactId, contact, verified: false });
}

async function takeBackOwner(context: Context, { accountId, objectId, before }: Back) {
  if ((await ownerNow(context.tx, accountId)) !== objectId) return;
  await assignOwner(context, { accountId, memberId: idIn(before, 'ownerId') ?? null });
}

function idIn(before: unknown, name: string): Id | undefined {
  if (typeof before !== 'object' || before === null) return undefined;
  const value: unknown = Object.entries(before).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? parseId(value) : undefined;
}
