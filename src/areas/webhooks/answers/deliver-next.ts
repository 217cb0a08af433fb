/**
 * Delivers what waits, one a round:
 *
 *   held for a minute ──▶ posted, signed ──▶ what came of it, committed
 *
 * Several processes may do it. One that dies in between leaves the delivery to be tried again
 * under the same id: the receiver hears each at least once and can tell a repetition.
 */
import type { Id } from '#kernel/ids.ts';
import { plusSeconds } from '#kernel/local-time.ts';
import { type Actor, type Desk, accepted, perform } from '#platform/action.ts';
import { postOutside } from '#platform/outside/call.ts';
import { recordTry } from '../actions/record-try.ts';
import type { TryProblem } from '../rules/next-try.ts';
import { type Due, takeDue } from '../store/deliveries.ts';
import { type Endpoint, endpointById } from '../store/endpoints.ts';
import { secretPurpose, signedHeaders } from './signature.ts';

const actor: Actor = { ref: 'job:webhooks.deliver', memberId: null };
/** Longer than the longest call. */
const heldSeconds = 60;
const timeoutMs = 15_000;

/** Delivers the next one that is due; true when there may be more right away. */
export async function deliverNext(desk: Desk): Promise<boolean> {
  const at = desk.clock.now();
  const due = await takeDue(desk.db, at, plusSeconds(at, heldSeconds));
  if (due === undefined) return false;
  const endpoint = await endpointById(desk.db, due.endpointId);
  if (endpoint === undefined) return true;
  const made = await tryOnce(desk, endpoint, due);
  const { endpointId, deliveryId, tries } = due;
  const input = { endpointId, deliveryId };
  const doing = { action: 'webhooks.record_try', actor, reason: 'a webhook on its way', input };
  accepted(
    await perform(desk, doing, (context) => recordTry(context, { ...input, ...made }, tries)),
  );
  return true;
}

type Made = {
  readonly status: number | null;
  readonly problem: TryProblem | null;
  readonly tookMs: number;
};

async function tryOnce(desk: Desk, endpoint: Endpoint, { deliveryId, body }: Due): Promise<Made> {
  const secrets = secretsOf(desk, endpoint);
  if (secrets.length === 0) return { status: null, problem: 'no_key', tookMs: 0 };
  const headers = signedHeaders({ deliveryId, at: desk.clock.now(), body, secrets });
  const { insideHosts = [] } = desk;
  const { url } = endpoint;
  const answer = await postOutside({ url, headers, body, insideHosts, timeoutMs });
  const { tookMs } = answer;
  return 'status' in answer
    ? { status: answer.status, problem: null, tookMs }
    : { status: null, problem: answer.problem, tookMs };
}

/** None where another key sealed them. */
function secretsOf({ seal, clock }: Desk, { endpointId, sealed, before }: Endpoint): string[] {
  const open = (text: string): string | undefined => seal?.open(text, secretPurpose(endpointId));
  const now = open(sealed);
  if (now === undefined) return [];
  const earlier = before && before.until > clock.now() ? open(before.sealed) : undefined;
  return earlier === undefined ? [now] : [now, earlier];
}

/** A piece of news of no consequence, so that somebody can see the other side answer. */
export async function tryEndpoint(desk: Desk, endpoint: Endpoint, deliveryId: Id): Promise<Made> {
  const body = JSON.stringify({
    type: 'webhooks.test',
    timestamp: desk.clock.now(),
    data: { endpoint: endpoint.name },
  });
  return tryOnce(desk, endpoint, { endpointId: endpoint.endpointId, deliveryId, body, tries: 1 });
}
