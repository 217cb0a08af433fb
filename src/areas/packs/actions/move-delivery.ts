/**
 * A reader's mail: taken for an attempt, and what came of it.
 *
 * The attempt is written down before anything goes out; where no word comes back it is unknown,
 * and only a person who looked has it sent again.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type DeliveryState, againAt } from '../rules/delivery.ts';
import {
  type DeliveryRef,
  type DeliveryWhat,
  lockDelivery,
  moveDelivery,
  takeWaiting,
} from '../store/deliveries.ts';
import { issueById } from '../store/issues.ts';
import { askOwner } from './ask-owner.ts';

/** Takes the next that waits; undefined where none does. */
export async function attemptDelivery(
  context: Context,
): Promise<Outcome<{ ref: DeliveryRef | undefined }, never>> {
  const ref = await takeWaiting(context);
  const now = ref && (await lockDelivery(context, ref));
  if (!ref || !now) return accept({ ref: undefined });
  await moveDelivery(context, ref, {
    state: 'attempted',
    attempts: now.attempts + 1,
    notBefore: context.at,
    what: 'attempted',
    detail: '',
  });
  context.did({ what: 'pack mail attempted', id: ref.issueId, facts: { reader: ref.readerNo } });
  return accept({ ref });
}

export type Came = {
  readonly state: 'sent' | 'not_sent' | 'unknown';
  readonly detail: string;
  readonly temporary: boolean;
};

/** What the mail server said of an attempt. */
export async function recordDelivery(
  context: Context,
  ref: DeliveryRef,
  { state, detail, temporary }: Came,
): Promise<Outcome<{ state: DeliveryState }, 'packs.not_under_way'>> {
  const now = await lockDelivery(context, ref);
  if (now?.state !== 'attempted') return refuse('packs.not_under_way');
  const again = state === 'not_sent' && temporary ? againAt(now.attempts, context.at) : null;
  const becomes = after(state, again !== null);
  await moveDelivery(context, ref, {
    ...becomes,
    attempts: now.attempts,
    notBefore: again ?? context.at,
    detail,
  });
  context.did({
    what: `pack mail ${becomes.what}`,
    id: ref.issueId,
    facts: { reader: ref.readerNo },
  });
  if (becomes.state === 'failed' || becomes.state === 'unknown')
    await ask(context, ref, becomes.state, detail);
  return accept({ state: becomes.state });
}

function after(
  state: Came['state'],
  again: boolean,
): { readonly state: DeliveryState; readonly what: DeliveryWhat } {
  if (state === 'sent') return { state: 'sent', what: 'sent' };
  if (state === 'unknown') return { state: 'unknown', what: 'unknown' };
  return again ? { state: 'queued', what: 'again_later' } : { state: 'failed', what: 'failed' };
}

async function ask(
  context: Context,
  { issueId }: DeliveryRef,
  state: 'failed' | 'unknown',
  detail: string,
): Promise<void> {
  const issue = await issueById(context.tx, issueId);
  if (!issue) return;
  const title =
    state === 'failed'
      ? 'Report not delivered / Informe no entregado'
      : 'Did this report arrive? / ¿Llegó este informe?';
  await askOwner(context, {
    companyId: issue.companyId,
    ownerId: issue.ownerId,
    title: `${title}: ${issue.name} (${issue.asOf})`,
    text: detail,
  });
}

/** Somebody looked: it arrived, or it goes out again. Also for what failed and was mended. */
export async function settleDelivery(
  context: Context,
  ref: DeliveryRef,
  arrived: boolean,
): Promise<Outcome<{ state: DeliveryState }, 'packs.nothing_to_settle'>> {
  const now = await lockDelivery(context, ref);
  if (now?.state !== 'unknown' && now?.state !== 'failed') return refuse('packs.nothing_to_settle');
  const state = arrived ? 'sent' : 'queued';
  await moveDelivery(context, ref, {
    state,
    attempts: 0,
    notBefore: context.at,
    what: state,
    detail: context.reason,
  });
  context.did({ what: `pack mail settled as ${state}`, id: ref.issueId });
  return accept({ state });
}
