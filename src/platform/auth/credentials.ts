/**
 * Checking a password, with a lock after five failures in a row.
 *
 * Every failure sounds alike: an unknown address, a wrong password and a locked member cannot
 * be told apart by the answer or by its time.
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Db, Queries, Tx } from '../postgres/db.ts';
import { sql } from '../postgres/sql.ts';
import { hashPassword, isPassword } from './passwords.ts';

const mostFailures = 5;
const lockedFor = '15 minutes';

/** Compared with when there is nobody, so that nobody takes as long as somebody. */
let hashOfNobody: Promise<string> | undefined;

type Credential = {
  readonly password_hash: string;
  readonly failures: number;
  readonly locked: boolean;
};

/** Gives a member a password, hashed by `hashPassword`; also ends a lock. */
export async function setPassword(
  db: Queries,
  memberId: Id,
  passwordHash: string,
  now: Instant,
): Promise<void> {
  await db.run(sql`
    insert into platform.credential (member_id, password_hash, changed_at)
    values (${memberId}, ${passwordHash}, ${now})
    on conflict (member_id) do update
       set password_hash = excluded.password_hash,
           changed_at    = excluded.changed_at,
           failures      = 0,
           locked_until  = null`);
}

/**
 * Is this the member's password? Counts failures; guesses of one member wait for each other,
 * so that many at once count one by one. `undefined` is an address that nobody has.
 */
export async function checkPassword(
  db: Db,
  memberId: Id | undefined,
  password: string,
  now: Instant,
): Promise<Outcome<true, 'session.wrong_credentials'>> {
  const right = await db.transaction(async (tx) => {
    const kept = memberId && (await credentialOf(tx, memberId, now));
    const matches = await isPassword(password, kept?.password_hash ?? (await nobody()));
    if (!memberId || !kept || kept.locked) return false;
    if (matches) await forgetFailures(tx, memberId);
    else await countFailure(tx, memberId, kept.failures + 1, now);
    return matches;
  });
  return right ? accept(true) : refuse('session.wrong_credentials');
}

async function nobody(): Promise<string> {
  hashOfNobody ??= hashPassword('nobody has this password');
  return hashOfNobody;
}

async function credentialOf(tx: Tx, memberId: Id, now: Instant): Promise<Credential | undefined> {
  return tx.maybe(sql<Credential>`
    select password_hash, failures, coalesce(locked_until > ${now}, false) as locked
      from platform.credential
     where member_id = ${memberId}
       for update`);
}

async function forgetFailures(tx: Tx, memberId: Id): Promise<void> {
  await tx.run(sql`
    update platform.credential
       set failures = 0, locked_until = null
     where member_id = ${memberId}
       and (failures > 0 or locked_until is not null)`);
}

/** The fifth failure locks and starts the count again. */
async function countFailure(tx: Tx, memberId: Id, failures: number, now: Instant): Promise<void> {
  const locks = failures >= mostFailures;
  await tx.run(sql`
    update platform.credential
       set failures     = ${locks ? 0 : failures},
           locked_until = case when ${locks} then ${now}::timestamptz + ${lockedFor}::interval end
     where member_id = ${memberId}`);
}

/** Is this the member's password? Counts nothing; for the program's own question, not a log-in. */
export async function hasPassword(db: Queries, memberId: Id, password: string): Promise<boolean> {
  const row = await db.maybe(sql<{ password_hash: string }>`
    select password_hash from platform.credential where member_id = ${memberId}`);
  return row !== undefined && isPassword(password, row.password_hash);
}
