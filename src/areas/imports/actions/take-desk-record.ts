/**
 * Takes one record of the desk in, by the action that a person would have used for it.
 *
 * Answers what it brought, or why it does not fit; a contact or an owner that stands already as
 * the file says brings nothing.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { assignOwner, contactsOf, recordActivity, saveContact } from '#areas/customers/index.ts';
import { recordDisputes } from '#areas/disputes/index.ts';
import { bringPromise } from '#areas/promises/index.ts';
import { contactRoleOf } from '../rules/contact-role.ts';
import type { DeskRecord } from '../rules/desk-record.ts';
import type { Brought, DeskAccount } from '../store/brought.ts';

export type Surrounding = {
  readonly account: DeskAccount;
  /** The items behind the numbers of the record. */
  readonly items: readonly Id[];
  /** The person that the record names. */
  readonly person: Id | undefined;
};

export type Effect = Pick<Brought, 'objectId' | 'change' | 'before'>;

type Taking = (
  context: Context,
  record: DeskRecord,
  around: Surrounding,
) => Promise<Outcome<Effect | undefined>>;

/** What each kind of record becomes. */
export const takings: { readonly [K in DeskRecord['kind']]: Taking } = {
  contacts: takeContact,
  owners: takeOwner,
  notes: takeNote,
  promises: takePromise,
  disputes: takeDispute,
  'next-actions': takeNextAction,
};

async function takeContact(
  context: Context,
  record: DeskRecord,
  { account }: Surrounding,
): Promise<Outcome<Effect | undefined>> {
  const { accountId, customerId } = account;
  const standing = await contactsOf(context.tx, customerId);
  const email = record.email?.toLowerCase();
  const same =
    standing.find((each) => email !== undefined && each.email?.toLowerCase() === email) ??
    standing.find((each) => each.name.toLowerCase() === record.who?.toLowerCase());
  const contact = {
    role: record.role === undefined ? (same?.role ?? 'other') : contactRoleOf(record.role),
    name: record.who ?? same?.name ?? record.email ?? '',
    email: record.email ?? same?.email ?? null,
    phone: record.phone ?? same?.phone ?? null,
    language: record.language ?? same?.language ?? 'en',
    zone: record.zone ?? same?.zone ?? null,
  };
  if (same && told.every((part) => same[part] === contact[part])) return accept(undefined);
  const contactId = same?.contactId;
  const saved = await saveContact(context, { accountId, contactId, contact, verified: false });
  if (!saved.ok) return saved;
  const objectId = saved.value.contactId;
  return accept({ objectId, change: same ? 'changed' : 'added', before: same ?? null });
}

const told = ['role', 'name', 'email', 'phone', 'language', 'zone'] as const;

async function takeOwner(
  context: Context,
  record: DeskRecord,
  { account, person }: Surrounding,
): Promise<Outcome<Effect | undefined>> {
  const { accountId, ownerId } = account;
  if (person === undefined) return refuse('import.person_unknown', { value: record.owner ?? '' });
  if (ownerId === person) return accept(undefined);
  const assigned = await assignOwner(context, { accountId, memberId: person });
  if (!assigned.ok) return assigned;
  return accept({ objectId: person, change: 'changed', before: { ownerId } });
}

async function takeNote(
  context: Context,
  record: DeskRecord,
  { account }: Surrounding,
): Promise<Outcome<Effect | undefined>> {
  const on = record.on ?? context.today;
  if (on > context.today) return refuse('import.day_ahead', { value: on });
  const author = record.who;
  const objectId = await recordActivity(context, {
    accountId: account.accountId,
    kind: 'note',
    phrase: author === undefined ? 'activity.note' : 'activity.note_by',
    facts: author === undefined ? {} : { author },
    text: record.text ?? '',
    touch: true,
    on,
  });
  return accept({ objectId, change: 'added', before: null });
}

async function takePromise(
  context: Context,
  record: DeskRecord,
  { account, items }: Surrounding,
): Promise<Outcome<Effect | undefined>> {
  const { amount, dueOn, end } = record;
  if (amount === undefined || dueOn === undefined) throw new Error('a promise without its terms');
  const madeOn = record.on ?? earlier(dueOn, context.today);
  const received = end === 'kept' ? amount.minor : 0n;
  const brought = await bringPromise(context, {
    accountId: account.accountId,
    amount,
    madeOn,
    dueOn,
    saidBy: record.who ?? '—',
    method: record.method ?? null,
    itemIds: items,
    note: record.text ?? null,
    end:
      end === undefined
        ? null
        : {
            as: end,
            on: record.endedOn ?? earlier(dueOn, context.today),
            received: record.received?.minor ?? received,
          },
  });
  if (!brought.ok) return brought;
  const { promiseId, activityId } = brought.value;
  return accept({ objectId: promiseId, change: 'added', before: { activityId } });
}

async function takeDispute(
  context: Context,
  record: DeskRecord,
  { account, items }: Surrounding,
): Promise<Outcome<Effect | undefined>> {
  const { accountId } = account;
  const [itemId] = items;
  const openedOn = record.on ?? context.today;
  if (itemId === undefined) throw new Error('a dispute without its invoice');
  if (openedOn > context.today) return refuse('import.day_ahead', { value: openedOn });
  const disputeId = context.newId();
  const reason = record.text ?? '—';
  const resolvedOn = record.endedOn ?? null;
  await recordDisputes(context, [{ accountId, disputeId, itemId, reason, openedOn, resolvedOn }]);
  const activityId = await recordActivity(context, {
    accountId,
    kind: 'note',
    phrase: 'activity.dispute_brought',
    facts: { number: record.numbers[0] ?? '', reason },
    touch: false,
    on: openedOn,
  });
  return accept({ objectId: disputeId, change: 'added', before: { activityId } });
}

/** Becomes work by news: the worklist stands below and hears of it. */
async function takeNextAction(
  context: Context,
  record: DeskRecord,
  { account, person }: Surrounding,
): Promise<Outcome<Effect | undefined>> {
  const { accountId, ownerId } = account;
  if (record.owner !== undefined && person === undefined) {
    return refuse('import.person_unknown', { value: record.owner });
  }
  const memberId = person ?? ownerId ?? context.actor.memberId;
  if (memberId === null) return refuse('import.nobody_to_act');
  const dueOn = record.dueOn ?? context.today;
  const answerId = context.newId();
  const activityId = await recordActivity(context, {
    accountId,
    kind: 'note',
    phrase: 'activity.next_action',
    facts: { dueOn },
    text: record.text ?? null,
    touch: false,
  });
  await context.tell({
    name: 'imports.next_action_brought',
    accountId,
    payload: { answerId, memberId, dueOn, note: record.text ?? '' },
  });
  return accept({ objectId: answerId, change: 'added', before: { activityId, memberId } });
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
