/**
 * Puts served routes into the app: the gate before each, the contract's schemas around it.
 */
import type { FastifyInstance, FastifyRequest, FastifySchema } from 'fastify';
import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { Desk } from '#platform/action.ts';
import type { Route } from '#platform/contract/route.ts';
import { wireProblem } from '#platform/contract/wire.ts';
import type { Replica } from '#platform/postgres/replica.ts';
import type { Served } from '#platform/http/serve.ts';
import { answer } from './answer.ts';
import { type Caller, type FindMember, identify, refuseForbidden } from './gate.ts';
import { holdsNoText, notUnderstood } from './no-text.ts';
import { type CompanyOf, refuseOutOfSight, refuseWhileHeld } from './sight.ts';
import type { Speak } from './words.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The contract of the route; only a route with one is guarded and may serve data. */
    readonly contract?: Route;
  }
  interface FastifyRequest {
    /** Set by the gate for every route with a contract. */
    caller: Caller | undefined;
    wishesDryRun: boolean;
  }
}

/** What the composition lends to the routes: it knows the areas, they do not. */
export type House = {
  readonly desk: Desk;
  /** Answers reports in the desk's place, when there is one. */
  readonly replica: Replica | undefined;
  readonly findMember: FindMember;
  readonly companyOf: CompanyOf;
  /** Who else than this member has the account open now, by name. */
  readonly otherHolder: (accountId: Id, memberId: Id) => Promise<string | undefined>;
  /** The owner of the account whom this member covers today; undefined when they cover nobody. */
  readonly coveredOwner: (accountId: Id, memberId: Id) => Promise<Id | undefined>;
  readonly speak: Speak;
};

/** Guards every route that has a contract. */
export function guard(app: FastifyInstance, house: House): void {
  app.decorateRequest('caller');
  app.decorateRequest('wishesDryRun', false);
  // After the limits, which are onRequest hooks of each route, and before the body is read.
  app.addHook('preParsing', async (request) => {
    const { contract } = request.routeOptions.config;
    if (!contract) return;
    request.caller = await identify(request, contract, house.desk, house.findMember);
    refuseForbidden(request, contract, request.caller);
    request.wishesDryRun = saysDryRun(request.query);
  });
  app.addHook('preValidation', async ({ query, params, body }) => {
    if ([query, params, body].some(holdsNoText)) throw notUnderstood();
  });
  app.addHook('preHandler', async (request) => {
    const { contract } = request.routeOptions.config;
    if (!contract || contract.permission === 'open') return;
    const { session } = callerOf(request);
    await refuseOutOfSight(session, request, house.companyOf);
    if (contract.alone) await refuseWhileHeld(session, request, house);
  });
}

/** Who asks; only routes with a contract have a caller. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error(`${request.url} was not guarded`);
  return request.caller;
}

export function register(app: FastifyInstance, served: Served, house: House): void {
  const { route } = served;
  app.route({
    method: route.method,
    url: route.path,
    schema: schemaOf(served),
    config: { contract: route },
    handler: (request, reply) =>
      answer({ served, request, reply, caller: callerOf(request) }, house),
  });
}

/** The contract's schemas, and what the reference says of the route. */
export function schemaOf({ route, answers, dryRun }: Pick<Served, 'route' | 'answers' | 'dryRun'>) {
  const writes = route.method !== 'GET';
  const query = writes && dryRun ? withDryRun(route.query) : route.query;
  const schema: FastifySchema = {
    summary: route.summary,
    tags: [route.tag],
    description: describe(route),
    ...(route.permission === 'open' ? { security: [] } : {}),
    ...(route.params ? { params: route.params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(route.body ? { body: route.body } : {}),
    response: { 200: answerOf(route, answers), default: problem },
  };
  return schema;
}

const problem = {
  description: 'Refused, or not understood: problem details (RFC 9457).',
  content: { 'application/problem+json': { schema: wireProblem } },
};

function answerOf(route: Route, answers: Served['answers']): unknown {
  if (answers === 'json' && route.kind !== 'events') return route.answer;
  const type = route.kind === 'events' ? 'text/event-stream' : 'application/octet-stream';
  return { description: route.summary, content: { [type]: { schema: z.string() } } };
}

function withDryRun(query: z.ZodType | undefined): z.ZodType {
  const dryRun = z
    .enum(['true', 'false'])
    .optional()
    .describe('true: do everything, then roll back and answer the effects.');
  return query instanceof z.ZodObject ? query.extend({ dryRun }) : z.object({ dryRun });
}

function describe({ permission }: Route): string {
  if (permission === 'open') return 'Open to everybody.';
  return permission === 'signed-in'
    ? 'For every member of the desk.'
    : `Needs the permission \`${permission}\`.`;
}

/** `?dryRun`, `?dryRun=true`: any wish for a dry run that is not a clear no. */
function saysDryRun(query: unknown): boolean {
  if (typeof query !== 'object' || query === null || !('dryRun' in query)) return false;
  return query.dryRun !== 'false';
}
