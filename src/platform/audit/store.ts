/** The SQL of the audit trail's seals. */
import type { Queries, Tx } from '../postgres/db.ts';
import { sql, type Sql } from '../postgres/sql.ts';
import type { AuditRow } from './chain.ts';

export type Seal = {
  readonly position: bigint;
  readonly audit_id: string;
  readonly prev: string;
  readonly hash: string;
};

/** Any fixed number: who holds it is the only one that seals. */
const sealerLock = 74_656_147;
/** Where the chain stands; a shorter chain has lost its end. */
const headName = 'audit';

/** False when somebody else is sealing; held until the transaction ends. */
export async function takeSealerLock(tx: Tx): Promise<boolean> {
  const { taken } = await tx.one(sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(${sealerLock}) as taken`);
  return taken;
}

/** The last link, if there is one. */
export async function lastSeal(db: Queries): Promise<Seal | undefined> {
  return db.maybe(sql<Seal>`
    select position, audit_id, prev, hash
      from platform.audit_seal
     order by position desc
     limit 1`);
}

/** Rows that no link covers yet and whose id is not below `from`, in the chain's order. */
export async function unsealedRows(db: Queries, from: string, limit: number): Promise<AuditRow[]> {
  return db.all(sql<AuditRow>`
    select ${rowColumns}
      from platform.audit a
     where a.audit_id >= ${from}
       and not exists (select from platform.audit_seal s where s.audit_id = a.audit_id)
     order by a.at, a.audit_id
     limit ${limit}`);
}

/** The first row that no link covers although its id lies below `before`. */
export async function unsealedBefore(db: Queries, before: string): Promise<string | undefined> {
  const row = await db.maybe(sql<{ audit_id: string }>`
    select a.audit_id
      from platform.audit a
     where a.audit_id < ${before}
       and not exists (select from platform.audit_seal s where s.audit_id = a.audit_id)
     order by a.audit_id
     limit 1`);
  return row?.audit_id;
}

export async function insertSeals(tx: Tx, seals: readonly Seal[]): Promise<void> {
  const rows = JSON.stringify(seals.map((seal) => ({ ...seal, position: Number(seal.position) })));
  await tx.run(sql`
    insert into platform.audit_seal (position, audit_id, prev, hash)
    select position, audit_id, prev, hash
      from jsonb_to_recordset(${rows}::jsonb)
           as s (position bigint, audit_id uuid, prev text, hash text)`);
  await tx.run(sql`
    insert into platform.counter (name, value)
    values (${headName}, ${seals.at(-1)?.position ?? 0n})
    on conflict (name) do update set value = excluded.value`);
}

/** How long the chain once was. */
export async function headPosition(db: Queries): Promise<bigint> {
  const row = await db.maybe(sql<{ value: bigint }>`
    select value from platform.counter where name = ${headName}`);
  return row?.value ?? 0n;
}

/** Links after a position with the rows they cover, in the chain's order. */
export async function sealedRows(
  db: Queries,
  after: bigint,
  limit: number,
): Promise<(Seal & { readonly row: AuditRow })[]> {
  const rows = await db.all(sql<Seal & AuditRow>`
    select s.position, s.prev, s.hash, ${rowColumns}
      from platform.audit_seal s
      join platform.audit a on a.audit_id = s.audit_id
     where s.position > ${after}
     order by s.position
     limit ${limit}`);
  return rows.map(({ position, prev, hash, ...row }) => {
    return { position, prev, hash, audit_id: row.audit_id, row };
  });
}

const rowColumns: Sql = sql`
  a.audit_id, a.at, a.actor, a.on_behalf, a.action, a.account_id, a.reason, a.changes`;
