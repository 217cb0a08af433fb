/**
 * How every write is done: one transaction, one actor, one reason, one answer per key.
 *
 * `perform` is the only way to change anything. It gives the action a context, keeps the
 * first answer under its idempotency key, writes the audit row in the same transaction and
 * rolls everything back when the action refuses or the caller only wanted a dry run.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, type Refused, accept, refuse } from '#kernel/outcome.ts';
import type { Seal } from './auth/sealing.ts';
import type { Feed } from './feeds/feed.ts';
import type { MailboxSettings } from './imap/settings.ts';
import { newId } from './ids.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Printer } from './print/printer.ts';
import type { Telephony } from './telephony/telephony.ts';
import type { Db, Tx } from './postgres/db.ts';
import type { Logger } from './log.ts';
import { announceWriter } from './postgres/watermark.ts';
import { type Happened, firstAnswers, nothingYet, record } from './recording.ts';

/** Who acts: a member of the team, a job or the command line, under a stable name. */
export type Actor = {
  /** `member:<id>`, `job:<name>` or `command:<name>`; never a person's own name. */
  readonly ref: string;
  readonly memberId: Id | null;
};

/** One thing that an action did, for the audit row and for a dry run's list. */
export type Effect = {
  readonly what: string;
  readonly id?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
};

export type News = {
  /** Past tense, `area.what_happened`. */
  readonly name: string;
  readonly accountId: Id | null;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** What an action works with. `at` is when the program knew; `today` is the business day. */
export type Context = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly today: Day;
  readonly at: Instant;
  readonly reason: string;
  /** Whose work the actor does while covering for them; null for their own. */
  readonly onBehalf: Id | null;
  newId(): Id;
  did(effect: Effect): void;
  tell(news: News): Promise<void>;
};

export type Clock = { today(): Day; now(): Instant };

export type Doing = {
  /** `area.action_name`, as it stands in the audit trail. */
  readonly action: string;
  readonly actor: Actor;
  /** The member whom the actor covers in this. */
  readonly onBehalf?: Id | undefined;
  readonly reason: string;
  /** What was asked; kept outside the hashed text, so that it can be redacted. */
  readonly input: unknown;
  readonly accountId?: Id;
  /** The same key with the same input answers the first answer again. */
  readonly key?: string;
  readonly dryRun?: boolean;
};

export type Desk = {
  readonly db: Db;
  readonly clock: Clock;
  /** Undefined where no mail server is set up. */
  readonly mail?: Mailer;
  /** Undefined where we print our letters ourselves. */
  readonly printer?: Printer;
  /** How the desk dials, and whether it texts. */
  readonly telephony?: Telephony;
  /** Where files come from by themselves. */
  readonly feeds?: readonly Feed[];
  /** Boxes that the settings name, beside those that the desk registered. */
  readonly mailboxes?: readonly MailboxSettings[];
  /** Seals secrets that the database keeps. */
  readonly seal?: Seal;
  /** Undefined where nobody reads it. */
  readonly log?: Logger;
  /** Hosts of this house that may be told of news, and without TLS. */
  readonly insideHosts?: readonly string[];
};

export type Done<T> = {
  readonly answer: T;
  readonly effects: readonly Effect[];
  readonly repeated: boolean;
};

class RolledBack<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('rolled back on purpose');
    this.result = result;
  }
}

export type KeyUsed = 'idempotency.key_used_otherwise';

/**
 * Runs an action. Answers its outcome with what it did; a refusal or a dry run leaves no row.
 * Refusals of its own: `idempotency.key_used_otherwise` when the key came with other input.
 */
export async function perform<T, R extends string>(
  desk: Desk,
  doing: Doing,
  work: (context: Context) => Promise<Outcome<T, R>>,
): Promise<Outcome<Done<T>, R | KeyUsed>> {
  const happened = nothingYet();
  try {
    const done = await desk.db.transaction<Outcome<Done<T>, R | KeyUsed>>(async (tx) => {
      // Before the moment of recording is taken: see postgres/watermark.ts.
      const [, [before]] = await Promise.all([
        announceWriter(tx, desk.clock.now()),
        doing.key === undefined ? [] : firstAnswers(tx, [doing]),
      ]);
      // The same key: what this very action answered, as its caller reads it.
      if (before) return before as Outcome<Done<T>, KeyUsed>;
      const context = contextFor(tx, desk.clock, doing, happened);
      const { effects } = happened;
      const outcome = await work(context);
      if (!outcome.ok) throw new RolledBack(outcome);
      const value = { answer: outcome.value, effects, repeated: false };
      if (doing.dryRun) throw new RolledBack(accept(value));
      await record(tx, [{ doing, at: context.at, happened, value: outcome.value }]);
      return accept(value);
    });
    desk.db.notify(
      'dunlin_event',
      happened.news.map(({ name }) => name),
    );
    return done;
  } catch (error) {
    // Thrown just above with one of the two outcomes of this very call.
    if (error instanceof RolledBack) return error.result as Outcome<Done<T>, R>;
    throw error;
  }
}

/** What an action works with, in a transaction that whoever calls has begun. */
export function contextFor(
  tx: Tx,
  clock: Clock,
  doing: Doing,
  { effects, news }: Happened,
): Context {
  const at = clock.now();
  return {
    tx,
    actor: doing.actor,
    today: clock.today(),
    at,
    reason: doing.reason,
    onBehalf: doing.onBehalf ?? null,
    newId,
    did: (effect) => void effects.push(effect),
    async tell(each) {
      news.push({ ...each, eventId: newId() });
    },
  };
}

/** A refusal as an error, for a caller (a job, a seed) to whom a refusal is a bug. */
export function accepted<T, R extends string>(outcome: Outcome<T, R>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(describe(outcome));
}

function describe(refused: Refused<string>): string {
  return `refused: ${refused.refusal} ${JSON.stringify(refused.facts)}`;
}

class Undone extends Error {
  readonly refused: Refused<string>;
  constructor(refused: Refused<string>) {
    super(refused.refusal);
    this.refused = refused;
  }
}

/**
 * Tries a part of an action: when it refuses, its rows and its news are gone and the rest of the
 * action goes on. What it did and told counts only once it has succeeded.
 */
export async function attempt<T>(
  context: Context,
  work: (inner: Context) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const effects: Effect[] = [];
  const news: News[] = [];
  const inner: Context = {
    ...context,
    did: (effect) => void effects.push(effect),
    async tell(each) {
      news.push(each);
    },
  };
  try {
    const done = await context.tx.savepoint(async () => {
      const outcome = await work(inner);
      if (!outcome.ok) throw new Undone(outcome);
      return outcome;
    });
    const { did, tell } = context;
    for (const effect of effects) did(effect);
    for (const each of news) await tell(each);
    return done;
  } catch (error) {
    if (error instanceof Undone) return refuse(error.refused.refusal, error.refused.facts);
    throw error;
  }
}
