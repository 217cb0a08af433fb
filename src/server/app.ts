/**
 * The HTTP server: one app that serves the interface, its reference and the web app.
 *
 * What is the same for every request stands here: headers, limits, numbers, the log of
 * access and how errors are answered. The routes themselves come from `routes.ts`.
 */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Desk } from '#platform/action.ts';
import { countSignInTry } from '#platform/auth/sign-in-tries.ts';
import { newId } from '#platform/ids.ts';
import type { Logger } from '#platform/log.ts';
import type { Served } from '#platform/http/serve.ts';
import type { Listening } from '#platform/postgres/listening.ts';
import { serveAnswers } from './answer-door.ts';
import { problemOf, RefusedRequest, sendProblem } from './errors.ts';
import { languageOf } from './gate.ts';
import { serveHooks } from './hooks.ts';
import { serveHealth } from './health.ts';
import { serveLive } from './live.ts';
import { serveOData } from './odata-door.ts';
import { describeApi } from './openapi.ts';
import { guard, type House, register } from './register.ts';
import { sendScreen, serveWebFiles } from './web-files.ts';

export type Limits = {
  /** Largest uploaded file, in bytes. */
  readonly upload: number;
  /** Requests from one address in a minute. */
  readonly perMinute: number;
  /** Attempts to sign in from one address in a minute. */
  readonly signInsPerMinute: number;
};

const defaultLimits: Limits = {
  upload: 50 * 1024 * 1024,
  perMinute: 6000,
  signInsPerMinute: 60,
};

export type AppParts = {
  readonly house: House;
  readonly routes: readonly Served[];
  readonly listening: Listening;
  readonly log: Logger;
  readonly version: string;
  readonly limits?: Partial<Limits>;
  /** Addresses of proxies; what others say in forwarding headers is not believed. */
  readonly proxies?: readonly string[];
};

const jsonLimit = 2 * 1024 * 1024;
const filesAtOnce = 50;
/** Long enough for a large upload over a slow line, too short to hold a place for nothing. */
const requestTimeoutMs = 5 * 60_000;
const sweepMs = 50;

/** Builds the app; it listens when the caller says so. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const limits = { ...defaultLimits, ...parts.limits };
  const loggerInstance: FastifyBaseLogger = parts.log;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    bodyLimit: jsonLimit,
    requestTimeout: requestTimeoutMs,
    trustProxy: parts.proxies?.length ? [...parts.proxies] : false,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { refused, errors } = problemOf(error, request);
    if (refused.refusal.startsWith('server.')) request.log.error({ err: error }, 'failed');
    return sendProblem(reply, refused, parts.house.speak, speaks(request), errors);
  });
  app.setNotFoundHandler((request, reply) => {
    if (sendScreen(request, reply)) return;
    sendProblem(reply, refuse('request.no_such_page'), parts.house.speak, speaks(request));
  });

  logAccess(app);
  letGo(app);
  await harden(app, limits);
  limitSignIns(app, parts.house.desk, limits.signInsPerMinute);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: limits.upload, files: filesAtOnce, fields: filesAtOnce },
  });
  guard(app, parts.house);
  await describeApi(app, parts.version);
  serveHealth(app, parts.house.desk.db);
  await serveHooks(app, parts.house.desk);
  serveAnswers(app, parts.house.desk);
  await serveOData(app, parts.house);
  serveLive(app, parts.house, parts.listening);
  for (const served of parts.routes) register(app, served, parts.house);
  await serveWebFiles(app);
  return app;
}

/** Headers and limits that every answer has. */
async function harden(app: FastifyInstance, limits: Limits): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Virtual rows and charts are placed by style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
  });
  await app.register(rateLimit, {
    timeWindow: '1 minute',
    max: limits.perMinute,
    keyGenerator: (request) => request.ip,
    errorResponseBuilder: (_request, { ttl }) =>
      new RefusedRequest(refuse('request.too_many', { seconds: Math.ceil(ttl / 1000) })),
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
  });
}

/** Attempts to sign in, counted over all server processes. */
function limitSignIns(app: FastifyInstance, { db, clock }: Desk, most: number): void {
  app.addHook('onRequest', async (request) => {
    if (!isSignIn(request)) return;
    const { tries, secondsLeft } = await countSignInTry(db, request.ip, clock.now());
    if (tries > most) {
      throw new RefusedRequest(refuse('request.too_many', { seconds: secondsLeft }));
    }
  });
}

function isSignIn({ method, routeOptions }: FastifyRequest): boolean {
  const { contract } = routeOptions.config;
  return contract?.permission === 'open' && method === 'POST';
}

/** One line a request: who, what, how it ended, how long; never the query or the body. */
function logAccess(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, caller } = request;
    request.log.info({
      method,
      route: routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      actor: caller?.session.actor.ref,
    });
  });
}

/**
 * While the server stops, a connection is let go as soon as its answer is out; a browser would
 * hold it for its next question.
 */
function letGo(app: FastifyInstance): void {
  let sweep: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    sweep = setInterval(() => app.server.closeIdleConnections(), sweepMs);
  });
  app.addHook('onClose', async () => clearInterval(sweep));
}

function speaks(request: FastifyRequest): Language {
  return request.caller?.session.language ?? languageOf(request);
}
