/**
 * An endpoint added, changed, paused, ended, or given another secret.
 *
 * Every change is a new version; the secret comes in sealed, is told once to whoever made it and
 * stands neither in an answer nor in the audit trail afterwards.
 */
import type { Id } from '#kernel/ids.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { OutsideEvent } from '../rules/outside-events.ts';
import type { WebhookRefusal } from '../rules/refusal.ts';
import {
  type Endpoint,
  type EndpointState,
  endpointById,
  insertVersion,
} from '../store/endpoints.ts';

export type NewEndpoint = {
  /** Made before, because the secret is sealed for it. */
  readonly endpointId: Id;
  readonly companyId: Id | null;
  readonly name: string;
  readonly url: string;
  readonly events: readonly OutsideEvent[];
  readonly sealed: string;
};

export async function addEndpoint(
  context: Context,
  wish: NewEndpoint,
): Promise<Outcome<{ endpointId: Id }, WebhookRefusal>> {
  const { endpointId, name } = wish;
  await insertVersion(context, { ...wish, version: 1, state: 'on', before: null });
  context.did({ what: 'webhook', id: endpointId, facts: { name } });
  return accept({ endpointId });
}

export type EndpointChange = {
  readonly state?: EndpointState;
  readonly events?: readonly OutsideEvent[];
  /** A new secret; the one before goes on signing for a day. */
  readonly sealed?: string;
};

/** How long a receiver has to learn the new secret (Standard Webhooks: rotate without a gap). */
const bothSignMinutes = 24 * 60;

export async function changeEndpoint(
  context: Context,
  endpointId: Id,
  change: EndpointChange,
): Promise<Outcome<{ version: number }, WebhookRefusal>> {
  const known = await endpointById(context.tx, endpointId);
  if (known === undefined) return refuse('webhooks.no_such_endpoint');
  if (known.state === 'ended') return refuse('webhooks.already_ended');
  const next = changed(context, known, change);
  await insertVersion(context, next);
  const { name, state, version } = next;
  context.did({ what: 'webhook changed', id: endpointId, facts: { name, state, version } });
  return accept({ version });
}

function changed({ at }: Context, known: Endpoint, change: EndpointChange): Endpoint {
  const { state = known.state, events = known.events, sealed } = change;
  const version = known.version + 1;
  if (sealed === undefined) return { ...known, version, state, events };
  const until = plusMinutes(at, bothSignMinutes);
  const before = { sealed: known.sealed, until };
  return { ...known, version, state, events, sealed, before };
}
