/**
 * What is written beside the facts of an action, in its transaction: its audit row, its news and
 * the first answer under its key; of one action, or of many that share a transaction.
 */
import { createHash } from 'node:crypto';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Doing, Done, Effect, KeyUsed, News } from './action.ts';
import { newId } from './ids.ts';
import type { Tx } from './postgres/db.ts';
import { prepared } from './postgres/sql.ts';

/** What an action did and told, until it is written beside its facts. */
export type Happened = {
  readonly effects: Effect[];
  readonly news: (News & { readonly eventId: Id })[];
};

/** An action that was done, with what it answered. */
export type Recorded = {
  readonly doing: Doing;
  readonly at: Instant;
  readonly happened: Happened;
  readonly value: unknown;
};

export function nothingYet(): Happened {
  return { effects: [], news: [] };
}

/** Writes down what was done, all in one flight. */
export async function record(tx: Tx, done: readonly Recorded[]): Promise<void> {
  await Promise.all([writeNews(tx, done), writeAudit(tx, done), keepAnswers(tx, done)]);
}

/**
 * What is answered already under the keys of some doings: undefined where a key is new or there
 * is none. Two requests with one key wait for each other here; the second finds the answer of
 * the first.
 */
export async function firstAnswers(
  tx: Tx,
  doings: readonly Doing[],
): Promise<(Outcome<Done<unknown>, KeyUsed> | undefined)[]> {
  const keyed = doings.filter(({ key }) => key !== undefined);
  if (keyed.length === 0) return doings.map(() => undefined);
  const actors = keyed.map(({ actor }) => actor.ref);
  const keys = keyed.map(({ key }) => key ?? '');
  // In one order, so that two transactions with the same keys never wait in a ring.
  const waits = keyed.map((_, at) => `${actors[at]} ${keys[at]}`).toSorted();
  const [, rows] = await Promise.all([
    tx.run(prepared`
      select pg_advisory_xact_lock(hashtextextended(w.word, 0))
        from unnest(${waits}::text[]) as w (word)`),
    tx.all(prepared<KeptAnswer>`
      select i.actor, i.key, i.request_hash, i.answer
        from unnest(${actors}::text[], ${keys}::text[]) as w (actor, key)
        join platform.idempotency i on i.actor = w.actor and i.key = w.key`),
  ]);
  return doings.map((doing) => {
    const row = rows.find(({ actor, key }) => actor === doing.actor.ref && key === doing.key);
    return row && repeated(doing, row);
  });
}

type KeptAnswer = { actor: string; key: string; request_hash: string; answer: { value: unknown } };

function repeated(doing: Doing, row: KeptAnswer): Outcome<Done<unknown>, KeyUsed> {
  if (row.request_hash !== requestHash(doing)) return refuse('idempotency.key_used_otherwise');
  return accept({ answer: row.answer.value, effects: [], repeated: true });
}

async function keepAnswers(tx: Tx, done: readonly Recorded[]): Promise<void> {
  await tx.copyIn(
    'platform.idempotency (actor, key, request_hash, answer, at)',
    done.flatMap(({ doing, at, value }) =>
      doing.key === undefined
        ? []
        : [[doing.actor.ref, doing.key, requestHash(doing), JSON.stringify({ value }), at]],
    ),
  );
}

/**
 * The outbox: written in the transaction of the facts, heard by the dispatcher after it, whom
 * `perform` calls once they are committed.
 */
async function writeNews(tx: Tx, done: readonly Recorded[]): Promise<void> {
  const news = done.flatMap(({ at, happened }) => happened.news.map((each) => ({ ...each, at })));
  await Promise.all([
    tx.copyIn(
      'platform.event (event_id, at, name, account_id, payload)',
      news.map(({ eventId, at, name, accountId, payload }) => [
        eventId,
        at,
        name,
        accountId,
        JSON.stringify(payload),
      ]),
    ),
    tx.copyIn(
      'platform.event_waiting (event_id)',
      news.map(({ eventId }) => [eventId]),
    ),
  ]);
}

async function writeAudit(tx: Tx, done: readonly Recorded[]): Promise<void> {
  await tx.copyIn(
    `platform.audit (audit_id, at, actor, on_behalf, action, account_id, reason, changes,
                     personal)`,
    done.map(({ doing, at, happened: { effects } }) => [
      newId(),
      at,
      doing.actor.ref,
      doing.onBehalf === undefined ? null : `member:${doing.onBehalf}`,
      doing.action,
      doing.accountId ?? null,
      'see personal.reason',
      JSON.stringify({ input: requestHash(doing), effects }),
      JSON.stringify({ input: doing.input, reason: doing.reason }, bigintsAsText),
    ]),
  );
}

function requestHash(doing: Doing): string {
  const text = JSON.stringify([doing.action, doing.input], bigintsAsText);
  return createHash('sha256').update(text).digest('hex');
}

function bigintsAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
