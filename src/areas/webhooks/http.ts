/** Webhooks over the wire: kept, tried, and what was delivered. */
import { id, type Id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Desk } from '#platform/action.ts';
import type { Session } from '#platform/auth/session.ts';
import { type Served, serve } from '#platform/http/serve.ts';
import { newId } from '#platform/ids.ts';
import { isFit } from '#platform/outside/call.ts';
import { addEndpoint, changeEndpoint } from './actions/keep-endpoint.ts';
import { sendAgain } from './actions/record-try.ts';
import { tryEndpoint } from './answers/deliver-next.ts';
import { newSecret, secretPurpose } from './answers/signature.ts';
import { sayTry, wireDelivery } from './answers/wire.ts';
import * as contract from './contract.ts';
import { outsideEvents } from './rules/outside-events.ts';
import type { WebhookRefusal } from './rules/refusal.ts';
import { deliveriesOf, unsettled } from './store/deliveries.ts';
import { type Endpoint, endpointById, liveEndpoints } from './store/endpoints.ts';

export const webhookRoutes: readonly Served[] = [
  serve(contract.webhooks, async ({ desk, session }) => {
    const seen = (await liveEndpoints(desk.db)).filter((each) => isVisible(session, each));
    const waiting = await unsettled(desk.db);
    const rows = seen.map(({ endpointId, companyId, name, url, events, state }) => ({
      endpointId,
      company: codeOf(session, companyId),
      name,
      url,
      events: [...events],
      state,
      waiting: waiting.get(endpointId) ?? 0,
    }));
    return accept({ rows, events: [...outsideEvents] });
  }),
  serve(contract.addWebhook, async ({ body, desk, session, perform }) => {
    const { name, url, events, company } = body;
    if (desk.seal === undefined) return refuse('webhooks.no_key');
    if (!isFit(url, desk.insideHosts ?? [])) return refuse('webhooks.address_unfit');
    const companyId = companyNamed(session, company);
    if (!companyId.ok) return companyId;
    const [endpointId, secret] = [newId(), newSecret()];
    const sealed = desk.seal.close(secret, secretPurpose(endpointId));
    const wish = { endpointId, companyId: companyId.value, name, url, events, sealed };
    let made = false;
    const added = await perform('webhooks.add_endpoint', `news to ${name}`, (context) => {
      made = true;
      return addEndpoint(context, wish);
    });
    return withSecret(added, made, secret);
  }),
  serve(contract.changeWebhook, async ({ params, body, desk, session, perform }) => {
    const endpoint = await visible(desk, session, params.endpointId);
    if (!endpoint.ok) return endpoint;
    const { reason, state, events } = body;
    const change = { ...(state && { state }), ...(events && { events }) };
    return perform('webhooks.change_endpoint', reason, (context) =>
      changeEndpoint(context, endpoint.value.endpointId, change),
    );
  }),
  serve(contract.rotateWebhook, async ({ params, body, desk, session, perform }) => {
    const endpoint = await visible(desk, session, params.endpointId);
    if (!endpoint.ok) return endpoint;
    if (desk.seal === undefined) return refuse('webhooks.no_key');
    const { endpointId } = endpoint.value;
    const secret = newSecret();
    const sealed = desk.seal.close(secret, secretPurpose(endpointId));
    let made = false;
    const changed = await perform('webhooks.rotate_secret', body.reason, (context) => {
      made = true;
      return changeEndpoint(context, endpointId, { sealed });
    });
    return withSecret(changed, made, secret);
  }),
  serve(
    contract.tryWebhook,
    async ({ params, desk, session }) => {
      const endpoint = await visible(desk, session, params.endpointId);
      if (!endpoint.ok) return endpoint;
      const made = await tryEndpoint(desk, endpoint.value, newId());
      return accept({ ...made, says: sayTry(made, session.language) });
    },
    { dryRun: false },
  ),
  serve(contract.webhookDeliveries, async ({ params, query, desk, session }) => {
    const endpoint = await visible(desk, session, params.endpointId);
    if (!endpoint.ok) return endpoint;
    const { limit } = query;
    const found = await deliveriesOf(desk.db, endpoint.value.endpointId, limit + 1);
    const rows = found.slice(0, limit).map((row) => wireDelivery(row, session.language));
    return accept({ rows, cut: found.length > limit });
  }),
  serve(contract.resendWebhook, async ({ params, desk, session, perform }) => {
    const endpoint = await visible(desk, session, params.endpointId);
    if (!endpoint.ok) return endpoint;
    const ref = { endpointId: endpoint.value.endpointId, deliveryId: id(params.deliveryId) };
    return perform('webhooks.send_again', 'somebody asked for it again', (context) =>
      sendAgain(context, ref),
    );
  }),
];

/** The same request again made nothing: its secret was shown, and is kept nowhere in the clear. */
function withSecret<T extends object, R extends string>(
  done: Outcome<T, R>,
  made: boolean,
  secret: string,
): Outcome<T & { secret: string }, R | WebhookRefusal> {
  if (!done.ok) return done;
  return made ? accept({ ...done.value, secret }) : refuse('webhooks.secret_shown_once');
}

/** An endpoint of every company belongs to whoever sees every company. */
function isVisible({ companyIds }: Session, { companyId }: Endpoint): boolean {
  return companyIds === 'all' || (companyId !== null && companyIds.includes(companyId));
}

async function visible(
  { db }: Desk,
  session: Session,
  endpointId: string,
): Promise<Outcome<Endpoint, WebhookRefusal>> {
  const endpoint = await endpointById(db, id(endpointId));
  const seen = endpoint !== undefined && isVisible(session, endpoint);
  return seen ? accept(endpoint) : refuse('webhooks.no_such_endpoint');
}

/** Of every company where none is named, which only who sees them all may ask for. */
function companyNamed(
  session: Session,
  code: string | undefined,
): Outcome<Id | null, WebhookRefusal> {
  if (code === undefined && session.companyIds === 'all') return accept(null);
  const company = session.companies.find((each) => code === undefined || each.code === code);
  return company === undefined
    ? refuse('webhooks.no_such_company', { company: code ?? '' })
    : accept(company.companyId);
}

function codeOf({ companies }: Session, companyId: Id | null): string | null {
  return companies.find((each) => each.companyId === companyId)?.code ?? null;
}
