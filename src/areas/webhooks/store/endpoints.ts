/** Endpoints of other programs; the newest version of each is how it stands. */
import { id, type Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { isOutsideEvent, type OutsideEvent } from '../rules/outside-events.ts';

export const endpointStates = ['on', 'paused', 'ended'] as const;
export type EndpointState = (typeof endpointStates)[number];

export type Endpoint = {
  readonly endpointId: Id;
  readonly version: number;
  /** Null: of every company. */
  readonly companyId: Id | null;
  readonly name: string;
  readonly url: string;
  readonly events: readonly OutsideEvent[];
  readonly state: EndpointState;
  /** Its secret, sealed for this endpoint alone. */
  readonly sealed: string;
  /** The secret before, which signs as well until that moment. */
  readonly before: { readonly sealed: string; readonly until: Instant } | null;
};

type Row = {
  endpoint_id: string;
  version: number;
  company_id: string | null;
  name: string;
  url: string;
  events: string[];
  state: EndpointState;
  sealed: string;
  sealed_before: string | null;
  before_until: string | null;
};

export async function insertVersion(
  { tx, actor, reason, at }: Context,
  endpoint: Endpoint,
): Promise<void> {
  const { before } = endpoint;
  await tx.run(sql`
    insert into webhooks.endpoint_version
      (endpoint_id, version, company_id, name, url, events, state, sealed, sealed_before,
       before_until, actor, reason, recorded_at)
    values (${endpoint.endpointId}, ${endpoint.version}, ${endpoint.companyId}, ${endpoint.name},
            ${endpoint.url}, ${[...endpoint.events]}::text[], ${endpoint.state},
            ${endpoint.sealed}, ${before?.sealed ?? null}, ${before?.until ?? null},
            ${actor.ref}, ${reason}, ${at})`);
}

/** Every endpoint as it stands, ended ones left out; the oldest first. */
export async function liveEndpoints(db: Queries): Promise<Endpoint[]> {
  const rows = await db.all(sql<Row>`
    select *
      from (select distinct on (endpoint_id)
                   endpoint_id, version, company_id, name, url, events, state, sealed,
                   sealed_before, before_until
              from webhooks.endpoint_version
             order by endpoint_id, version desc) newest
     where state <> 'ended'
     order by endpoint_id`);
  return rows.map(endpointOf);
}

/** As it stands, ended or not. */
export async function endpointById(db: Queries, endpointId: Id): Promise<Endpoint | undefined> {
  const row = await db.maybe(sql<Row>`
    select endpoint_id, version, company_id, name, url, events, state, sealed, sealed_before,
           before_until
      from webhooks.endpoint_version
     where endpoint_id = ${endpointId}
     order by version desc
     limit 1`);
  return row && endpointOf(row);
}

function endpointOf(row: Row): Endpoint {
  const { sealed_before: sealed, before_until: until } = row;
  return {
    endpointId: id(row.endpoint_id),
    version: row.version,
    companyId: row.company_id === null ? null : id(row.company_id),
    name: row.name,
    url: row.url,
    // An event that is told no more is dropped silently: nobody will ever hear it.
    events: row.events.filter(isOutsideEvent),
    state: row.state,
    sealed: row.sealed,
    before: sealed === null || until === null ? null : { sealed, until: instant(until) },
  };
}
