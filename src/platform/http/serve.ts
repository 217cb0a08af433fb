/**
 * Binds a route of a contract to the function that answers it.
 *
 * A handler gets one object and returns an Outcome: `accept(answer)` becomes 200, a refusal
 * becomes problem details with its name as `code` and its sentence from the area's words.
 * Permission, CSRF, company scope, parsing and the idempotency key are settled before the
 * handler runs. A write goes through `perform`; a read asks the area's store with `desk.db`.
 *
 *   // src/areas/promises/http.ts
 *   export const promiseRoutes: readonly Served[] = [
 *     serve(contract.promises, async ({ params, desk }) =>
 *       accept({ rows: await promisesOf(desk.db, id(params.accountId)) }),
 *     ),
 *     serve(contract.makePromise, ({ params, body, perform }) =>
 *       perform(
 *         'promises.make_promise',
 *         body.reason,
 *         (context) => makePromise(context, wishFrom(params, body)),
 *         id(params.accountId),
 *       ),
 *     ),
 *   ];
 *
 * `src/server/routes.ts` lists every area's routes; nothing else serves one.
 */
import type { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Context, Desk, Doing, Done } from '../action.ts';
import type { Session } from '../auth/session.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '../contract/route.ts';

/**
 * Does a write: `perform('area.action_name', reason, (context) => action(context, wish))`.
 * Once per request. The actor, the idempotency key and `?dryRun=true` come from the request;
 * a dry run and a repeated key are answered as such without the handler's help.
 */
export type Perform = <T, R extends string>(
  action: string,
  reason: string,
  work: (context: Context) => Promise<Outcome<T, R>>,
  accountId?: Id,
) => Promise<Outcome<T, R | 'idempotency.key_used_otherwise'>>;

/**
 * Does a write as `perform` does, by somebody who does the writes of several requests at once:
 * `by` gets what is done and answers its outcome.
 */
export type PerformBy = <T, R extends string>(
  action: string,
  reason: string,
  by: (doing: Doing) => Promise<Outcome<Done<T>, R>>,
  accountId?: Id,
) => Promise<Outcome<T, R>>;

/** What a handler is given. */
export type Asked<Params, Query, Body> = {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly session: Session;
  readonly desk: Desk;
  readonly perform: Perform;
  readonly performBy: PerformBy;
  readonly wire: Wire;
};

/** What few handlers need of the request itself. */
export type Wire = {
  /** Only for a write that does without `perform` and then must not write. */
  readonly dryRun: boolean;
  /** The caller showed an API key, which may not make or revoke keys. */
  readonly byApiKey: boolean;
  /** The token of the session and the one that every write shows beside it. */
  readonly token: string | undefined;
  readonly csrf: string;
  /** Where the request came from and with which program: the proof beside a typed signature. */
  readonly ip: string;
  readonly agent: string;
  /** Sets the cookie of a new session, or clears it. */
  setToken(token: string | null): void;
};

export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

/** A download. `body` may be made piece by piece, so that a large file is never held whole. */
export type FileAnswer = {
  readonly name: string;
  /** Media type: `text/csv; charset=utf-8`. */
  readonly type: string;
  readonly body: string | Uint8Array | AsyncIterable<string | Uint8Array>;
  /** Shown by the browser instead of saved: only for what was checked to run nothing. */
  readonly shown?: boolean;
  /** Rows after which it was cut: there are more. Said in the header `rows-cut-after`. */
  readonly cutAfter?: number;
};

type AnyRoute = Route<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
type AskedOf<R extends AnyRoute> = Asked<ParamsOf<R>, QueryOf<R>, BodyOf<R>>;

/** What the app hands to a served route, before the types of its contract are known. */
export type RawAsked = Asked<unknown, unknown, unknown> & {
  readonly files: readonly UploadedFile[];
  readonly fields: Readonly<Record<string, string>>;
};

/** A row of the table of served routes. */
export type Served = {
  readonly route: AnyRoute;
  readonly answers: 'json' | 'file';
  /** False for the few writes, such as signing in, of which there is no dry run. */
  readonly dryRun: boolean;
  run(asked: RawAsked): Promise<Outcome<unknown>>;
};

export type ServeOptions = { readonly dryRun?: boolean };

/** Serves JSON: the handler's answer is what the contract's `answer` says. */
export function serve<R extends AnyRoute>(
  route: R,
  handler: (asked: AskedOf<R>) => Promise<Outcome<AnswerOf<R>>>,
  { dryRun = true }: ServeOptions = {},
): Served {
  // The app parsed params, query and body with this very route's schemas before it calls.
  const run = (asked: RawAsked) => handler(asked as RawAsked & AskedOf<R>);
  return { route, answers: 'json', dryRun, run };
}

/** Serves a download (`kind: 'file'`). */
export function serveFile<R extends AnyRoute>(
  route: R,
  handler: (asked: AskedOf<R>) => Promise<Outcome<FileAnswer>>,
): Served {
  // As in `serve`.
  const run = (asked: RawAsked) => handler(asked as RawAsked & AskedOf<R>);
  return { route, answers: 'file', dryRun: true, run };
}

/**
 * Serves an upload (`kind: 'upload'`, multipart): `files` are the dropped files, at least one,
 * and `fields` the form's other fields.
 */
export function serveUpload<R extends AnyRoute>(
  route: R,
  handler: (
    asked: AskedOf<R> & Pick<RawAsked, 'files' | 'fields'>,
  ) => Promise<Outcome<AnswerOf<R>>>,
): Served {
  // As in `serve`.
  const run = (asked: RawAsked) => handler(asked as RawAsked & AskedOf<R>);
  return { route, answers: 'json', dryRun: true, run };
}
