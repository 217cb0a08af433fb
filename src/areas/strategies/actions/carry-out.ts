/**
 * Carries out steps whose turn it is, in one transaction: permits for all of them are asked
 * together, then each goes its way.
 *
 * What cannot be done moves to a state that says why: no address, the gate said no, the
 * template is not there. Nothing is dropped silently.
 */
import type { Id } from '#kernel/ids.ts';
import { id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import type { Context } from '#platform/action.ts';
import { type Intended, type Permit, askPermits } from '#areas/compliance/index.ts';
import type { WrittenStep } from '../rules/decision.ts';
import { type InnerAct, innerActs } from '../rules/document.ts';
import { stepBehind } from '../rules/proposal.ts';
import { type Addressee, addresseeOf } from '../rules/to-whom.ts';
import { insertDoneItems, peopleOf } from '../store/carrying-out.ts';
import type { ListedProposal } from '../store/list-proposals.ts';
import { type StateChange, changeStates } from '../store/proposals.ts';
import { type Notice, writeNotices } from './write-notices.ts';

export type CarriedOut = {
  readonly queued: number;
  readonly done: number;
  readonly blocked: number;
};

type Todo = { readonly row: ListedProposal; readonly step: WrittenStep };

export async function carryOut(
  context: Context,
  rows: readonly ListedProposal[],
): Promise<CarriedOut> {
  const todo = rows.flatMap((row): Todo[] => {
    const step = stepBehind(row);
    return step ? [{ row, step: { ...step, act: actOf(row, step) } }] : [];
  });
  const inner = todo.filter(({ step }) => isInner(step.act));
  const outer = todo.filter(({ step }) => !isInner(step.act));
  const changes = [...(await doInner(context, inner)), ...(await doOuter(context, outer))];
  await changeStates(context, context.today, changes);
  const count = (state: StateChange['state']): number =>
    changes.filter((change) => change.state === state).length;
  const counts = {
    queued: count('queued'),
    done: count('done'),
    blocked: count('blocked') + count('failed'),
  };
  if (changes.length > 0) context.did({ what: 'steps carried out', facts: counts });
  return counts;
}

/** The projection knows whether somebody who matters is telephoned instead. */
function actOf(row: ListedProposal, step: WrittenStep): WrittenStep['act'] {
  return row.act === 'call' ? 'call' : step.act;
}

function isInner(act: string): act is InnerAct {
  return innerActs.some((inner) => inner === act);
}

/** What only we see is done when it is asked for; whoever does such work hears of it. */
async function doInner(context: Context, todo: readonly Todo[]): Promise<StateChange[]> {
  for (const each of todo) await askOurs(context, each, [each.row.act, ...each.step.also]);
  await insertDoneItems(
    context,
    context.today,
    todo.flatMap(({ row, step }) =>
      step.items.map(([itemId, own]) => ({
        accountId: row.accountId,
        proposalId: row.proposalId,
        episode: step.episode,
        days: step.days,
        itemId,
        step: own,
        notice: false,
      })),
    ),
  );
  return todo.map(({ row }) => ({ ...keyOf(row), state: 'done', reason: 'asked for' }));
}

async function askOurs(
  context: Context,
  { row, step }: Todo,
  acts: readonly string[],
): Promise<void> {
  const { accountId, proposalId, strategy } = row;
  for (const act of acts) {
    const payload = {
      act,
      proposalId,
      strategy,
      step: row.step,
      to: step.escalation?.to ?? null,
      amount: step.asks[0]?.total ?? '0',
      currency: row.currency,
      daysLate: row.daysLate,
    };
    await context.tell({ name: 'strategies.step_asked', accountId, payload });
  }
}

async function doOuter(context: Context, todo: readonly Todo[]): Promise<StateChange[]> {
  const people = await peopleOf(context.tx, [...new Set(todo.map(({ row }) => row.accountId))]);
  const found = todo.map((each) => {
    const own = people.get(each.row.accountId) ?? [];
    return { ...each, to: addresseeOf(own, each.step.to, each.step.act) };
  });
  const nobody = found.filter(({ to }) => to === null);
  const reachable = found.flatMap((each) => (each.to ? [{ ...each, to: each.to }] : []));
  const permits = await askPermits(context, reachable.map(intendedOf));
  const changes: StateChange[] = nobody.map(({ row }) => ({
    ...keyOf(row),
    state: 'blocked',
    reason: 'no_address',
    waitUntil: tomorrow(context.at),
  }));
  const notices: Notice[] = [];
  for (const [index, each] of reachable.entries()) {
    const permit = permits[index];
    if (!permit) throw new Error('the gate left a question without an answer');
    if (!permit.allowed) changes.push(blocked(each.row, permit, context.at));
    else if (each.step.act === 'call') changes.push(toCall(each, permit));
    else notices.push({ ...each, permitId: permit.permitId });
  }
  for (const { row, step } of reachable) {
    const change = changes.find(({ proposalId }) => proposalId === row.proposalId);
    if (change?.state !== 'queued') continue;
    await askOurs(context, { row, step }, step.also);
    const payload = { proposalId: row.proposalId, step: row.step };
    await context.tell({ name: 'strategies.call_asked', accountId: row.accountId, payload });
  }
  const written = await writeNotices(context, notices);
  for (const { row, step } of notices) {
    const change = written.find(({ proposalId }) => proposalId === row.proposalId);
    if (change?.state === 'queued') await askOurs(context, { row, step }, step.also);
  }
  return [...changes, ...written];
}

type Reachable = Todo & { readonly to: Addressee };

function intendedOf({ row, step, to }: Reachable): Intended {
  return {
    accountId: row.accountId,
    contactId: to.person === null ? null : id(to.person.contactId),
    channel: step.act === 'call' ? 'call' : channelFor(step.act),
    address: to.address,
    purpose: step.days > 0 ? 'collect' : 'notice',
    technology: step.act === 'sms' ? 'autodialed' : 'manual',
    itemIds: step.items.map(([itemId]) => id(itemId)),
  };
}

function channelFor(act: string): 'email' | 'letter' | 'sms' {
  return act === 'letter' || act === 'sms' ? act : 'email';
}

function blocked(row: ListedProposal, permit: Permit, at: Instant): StateChange {
  const rules = permit.reasons.map((reason) => reason.id);
  return {
    ...keyOf(row),
    state: 'blocked',
    reason: rules.join(', '),
    waitUntil: permit.nextAllowedAt ?? tomorrow(at),
    permitId: permit.permitId,
    facts: { rules },
  };
}

/** It stands on the list until somebody has called. */
function toCall({ row, step }: Reachable, { permitId }: Permit): StateChange {
  const items = step.items.map(([itemId, own]) => [itemId, own]);
  return { ...keyOf(row), state: 'queued', reason: 'to be called', permitId, facts: { items } };
}

function keyOf({ accountId, proposalId }: ListedProposal): { accountId: Id; proposalId: Id } {
  return { accountId, proposalId };
}

/** Asked again when the next morning's run has looked at the account. */
function tomorrow(at: Instant): Instant {
  return plusMinutes(at, 20 * 60);
}
