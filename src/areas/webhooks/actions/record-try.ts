/** What came of a try: it arrived, waits longer, or is given up; 410 ends the endpoint. */
import type { Id } from '#kernel/ids.ts';
import { plusSeconds } from '#kernel/local-time.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { gone, hasArrived, pauseAfter } from '../rules/next-try.ts';
import type { WebhookRefusal } from '../rules/refusal.ts';
import {
  type DeliveryState,
  type Try,
  endWaiting,
  hasDelivery,
  insertTry,
  waitAgain,
  waitUntil,
} from '../store/deliveries.ts';
import { changeEndpoint } from './keep-endpoint.ts';

/** `tries` counts this one. */
export async function recordTry(
  context: Context,
  made: Try,
  tries: number,
): Promise<Outcome<{ state: DeliveryState }, WebhookRefusal>> {
  await insertTry(context, made);
  if (made.status !== null && hasArrived(made.status)) {
    await endWaiting(context, made);
    return accept({ state: 'arrived' });
  }
  if (made.status === gone) await changeEndpoint(context, made.endpointId, { state: 'paused' });
  const pause = made.status === gone ? undefined : pauseAfter(tries);
  await waitUntil(context, made, pause === undefined ? null : plusSeconds(context.at, pause));
  if (pause !== undefined) return accept({ state: 'waiting' });
  const { endpointId, deliveryId } = made;
  context.did({ what: 'webhook given up', id: deliveryId, facts: { endpointId } });
  await context.tell({
    name: 'webhooks.delivery_given_up',
    accountId: null,
    payload: { endpointId, deliveryId, status: made.status, problem: made.problem },
  });
  return accept({ state: 'given_up' });
}

/** Somebody asks for it once more: the same bytes under the same id. */
export async function sendAgain(
  context: Context,
  ref: { readonly endpointId: Id; readonly deliveryId: Id },
): Promise<Outcome<{ waiting: true }, WebhookRefusal>> {
  if (!(await hasDelivery(context.tx, ref))) return refuse('webhooks.no_such_delivery');
  await waitAgain(context, ref);
  context.did({ what: 'webhook again', id: ref.deliveryId });
  return accept({ waiting: true });
}
