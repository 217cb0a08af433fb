/**
 * API keys: a member's own permissions, or fewer, lent to a program until a day.
 *
 * A key never allows more than its maker may do today; when the maker loses a permission, so
 * does the key. Only its hash is stored; the key itself is shown once.
 */
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '../postgres/db.ts';
import { sql } from '../postgres/sql.ts';
import { hashToken, newToken } from './tokens.ts';

const prefix = 'dk_';

export type NewApiKey = {
  readonly keyId: Id;
  readonly memberId: Id;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly expiresInDays: number;
};

export type FoundApiKey = {
  readonly keyId: Id;
  readonly memberId: Id;
  readonly permissions: readonly string[];
};

export type KnownApiKey = {
  readonly keyId: Id;
  readonly name: string;
  readonly permissions: string[];
  readonly madeAt: string;
  readonly endsAt: string;
};

/** Stores a new key and answers its text, `dk_…`. */
export async function insertApiKey(db: Queries, wish: NewApiKey, now: Instant): Promise<string> {
  const key = prefix + newToken();
  await db.run(sql`
    insert into platform.api_key (key_id, key_hash, member_id, name, permissions, made_at, ends_at)
    values (${wish.keyId}, ${hashToken(key)}, ${wish.memberId}, ${wish.name},
            ${wish.permissions}, ${now},
            ${now}::timestamptz + make_interval(days => ${wish.expiresInDays}))`);
  return key;
}

/** The key of a text, if it is neither revoked nor past its end. */
export async function findApiKey(
  db: Queries,
  key: string,
  now: Instant,
): Promise<FoundApiKey | undefined> {
  const row = await db.maybe(sql<{ key_id: string; member_id: string; permissions: string[] }>`
    select key_id, member_id, permissions
      from platform.api_key
     where key_hash = ${hashToken(key)}
       and ends_at  > ${now}
       and revoked_at is null`);
  return (
    row && { keyId: id(row.key_id), memberId: id(row.member_id), permissions: row.permissions }
  );
}

/** A member's keys that still work, newest first; never their texts. */
export async function apiKeysOf(db: Queries, memberId: Id, now: Instant): Promise<KnownApiKey[]> {
  const rows = await db.all(sql<{
    key_id: string;
    name: string;
    permissions: string[];
    made_at: string;
    ends_at: string;
  }>`
    select key_id, name, permissions, made_at, ends_at
      from platform.api_key
     where member_id = ${memberId}
       and ends_at   > ${now}
       and revoked_at is null
     order by made_at desc`);
  return rows.map((row) => ({
    keyId: id(row.key_id),
    name: row.name,
    permissions: row.permissions,
    madeAt: row.made_at,
    endsAt: row.ends_at,
  }));
}

/** Revokes a key of this member; false when they have no such key that still works. */
export async function revokeApiKey(
  db: Queries,
  memberId: Id,
  keyId: Id,
  now: Instant,
): Promise<boolean> {
  const touched = await db.run(sql`
    update platform.api_key
       set revoked_at = ${now}
     where key_id    = ${keyId}
       and member_id = ${memberId}
       and revoked_at is null`);
  return touched === 1;
}
