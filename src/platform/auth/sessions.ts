/**
 * Sessions: a member who signed in, until they sign out, are idle for 8 hours or 24 hours
 * have passed.
 *
 * Only the hash of the token is stored. The CSRF token belongs to the session and comes back
 * in the `X-CSRF-Token` header of every write.
 */
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '../postgres/db.ts';
import { prepared, sql } from '../postgres/sql.ts';
import { hashToken, newToken } from './tokens.ts';

const idle = '8 hours';
const longest = '24 hours';
/** Seen is written at most once in this time, so that reading stays reading. */
const seenEvery = '1 minute';

export type StartedSession = { readonly token: string; readonly csrf: string };
export type FoundSession = { readonly memberId: Id; readonly csrf: string };

/** Opens a session; the token is answered once. Clears away the sessions that have ended. */
export async function startSession(
  db: Queries,
  memberId: Id,
  now: Instant,
): Promise<StartedSession> {
  const token = newToken();
  const csrf = newToken();
  await db.run(sql`
    delete from platform.session
     where ends_at <= ${now}
        or last_seen_at <= ${now}::timestamptz - ${idle}::interval`);
  await db.run(sql`
    insert into platform.session (token_hash, member_id, csrf, made_at, last_seen_at, ends_at)
    values (${hashToken(token)}, ${memberId}, ${csrf}, ${now}, ${now},
            ${now}::timestamptz + ${longest}::interval)`);
  return { token, csrf };
}

/** The session of a token, if it still runs; notes that it was seen. */
export async function findSession(
  db: Queries,
  token: string,
  now: Instant,
): Promise<FoundSession | undefined> {
  const row = await db.maybe(prepared<{ member_id: string; csrf: string; stale: boolean }>`
    select member_id, csrf, last_seen_at <= ${now}::timestamptz - ${seenEvery}::interval as stale
      from platform.session
     where token_hash   = ${hashToken(token)}
       and ends_at      > ${now}
       and last_seen_at > ${now}::timestamptz - ${idle}::interval`);
  if (!row) return undefined;
  if (row.stale) await touch(db, token, now);
  return { memberId: id(row.member_id), csrf: row.csrf };
}

async function touch(db: Queries, token: string, now: Instant): Promise<void> {
  await db.run(sql`
    update platform.session
       set last_seen_at = ${now}
     where token_hash = ${hashToken(token)}`);
}

export async function endSession(db: Queries, token: string): Promise<void> {
  await db.run(sql`delete from platform.session where token_hash = ${hashToken(token)}`);
}

/** Signs a member out everywhere but here, as after a new password. */
export async function endOtherSessions(db: Queries, memberId: Id, token: string): Promise<void> {
  await db.run(sql`
    delete from platform.session
     where member_id = ${memberId}
       and token_hash <> ${hashToken(token)}`);
}

/** Signs a member out everywhere, as when they have left. */
export async function endSessionsOf(db: Queries, memberId: Id): Promise<void> {
  await db.run(sql`delete from platform.session where member_id = ${memberId}`);
}
