/** The names that items, receipts and applications have in outside systems. */
import { type Id, id } from '#kernel/ids.ts';
import type { CopyRow } from '#platform/postgres/copy.ts';
import { copyTable } from '#platform/postgres/copy-binary.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type IdentityKind = 'item' | 'receipt' | 'application';

export type Identity = {
  readonly companyId: Id;
  readonly source: string;
  readonly kind: IdentityKind;
  readonly externalId: string;
  readonly accountId: Id;
  readonly objectId: Id;
};

/** What the ledger holds under these outside ids, by outside id. */
export async function findIdentities(
  db: Queries,
  companyId: Id,
  source: string,
  wanted: { kind: IdentityKind; externalIds: readonly string[] },
): Promise<Map<string, { accountId: Id; objectId: Id }>> {
  if (wanted.externalIds.length === 0) return new Map();
  const rows = await db.all(sql<{ external_id: string; account_id: string; object_id: string }>`
    select external_id, account_id, object_id
      from ledger.identity
     where company_id  = ${companyId}
       and source      = ${source}
       and kind        = ${wanted.kind}
       and external_id = any(${wanted.externalIds})`);
  return new Map(
    rows.map((row) => [
      row.external_id,
      { accountId: id(row.account_id), objectId: id(row.object_id) },
    ]),
  );
}

/** Does the ledger hold anything at all of this company and source? */
export async function hasIdentities(db: Queries, companyId: Id, source: string): Promise<boolean> {
  const { there } = await db.one(sql<{ there: boolean }>`
    select exists (select
                     from ledger.identity
                    where company_id = ${companyId}
                      and source     = ${source}) as there`);
  return there;
}

/** Stores new identities of a source; one that is there already is a bug and throws. */
export async function recordIdentities(
  tx: Tx,
  of: Pick<Identity, 'companyId' | 'source'>,
  identities: Iterable<Omit<Identity, 'companyId' | 'source'>>,
): Promise<void> {
  await tx.copyIn(identityTable, identityRows(of, identities));
}

const identityTable = copyTable(`ledger.identity (company_id uuid, source text, kind text,
  external_id text, account_id uuid, object_id uuid)`);

function* identityRows(
  { companyId, source }: Pick<Identity, 'companyId' | 'source'>,
  identities: Iterable<Omit<Identity, 'companyId' | 'source'>>,
): Generator<CopyRow> {
  for (const { kind, externalId, accountId, objectId } of identities) {
    yield [companyId, source, kind, externalId, accountId, objectId];
  }
}
