/**
 * One route of the desk, declared once.
 *
 * The server serves it, the OpenAPI document lists it, the web app calls it and the
 * refused-without-permission test walks it: all from this one value. A route names its
 * permission here, so that none can be served without one.
 */
import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** `open` routes answer anybody (sign-in, health); `signed-in` need only a session. */
export type Permission = string | 'open' | 'signed-in';

export type Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  readonly method: Method;
  /** With `:name` for parameters, from the root: `/api/v1/promises/:id`. */
  readonly path: string;
  /** One line in the OpenAPI document. */
  readonly summary: string;
  /** The area, which groups the reference. */
  readonly tag: string;
  readonly permission: Permission;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  /**
   * Refused while somebody else has the account open, as `worklist.locked_save` with their name;
   * `?anyway=true` (`aloneQuery`) says that one knows.
   */
  readonly alone?: true;
  /** `file` answers stream a download, `upload` bodies are multipart. */
  readonly kind?: 'json' | 'file' | 'upload' | 'events';
  /** Reads only, over much of the book: a read replica may answer it, up to what it knows. */
  readonly fromReplica?: true;
};

/** Declares a route; the types of its parts follow from its schemas. */
export function route<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Answer extends z.ZodType = z.ZodUndefined,
>(definition: Route<Params, Query, Body, Answer>): Route<Params, Query, Body, Answer> {
  return definition;
}

export type ParamsOf<R> =
  R extends Route<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.infer<P> : never;
export type QueryOf<R> =
  R extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.infer<Q> : never;
export type BodyOf<R> =
  R extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.infer<B> : never;
export type AnswerOf<R> =
  R extends Route<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.infer<A> : never;
