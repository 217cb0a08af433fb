/** How tables of banks are read, by company and columns. */
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { TableMapping } from '../rules/table-mapping.ts';

export async function mappingOf(
  db: Queries,
  companyId: Id,
  signature: string,
): Promise<TableMapping> {
  const row = await db.maybe(sql<{ mapping: TableMapping }>`
    select mapping
      from bank_files.table_mapping
     where company_id = ${companyId}
       and signature  = ${signature}`);
  return row?.mapping ?? {};
}

export async function keepMapping(
  { tx, at, actor }: Context,
  companyId: Id,
  signature: string,
  mapping: TableMapping,
): Promise<void> {
  await tx.run(sql`
    insert into bank_files.table_mapping (company_id, signature, mapping, recorded_at, actor)
    values (${companyId}, ${signature}, ${JSON.stringify(mapping)}, ${at}, ${actor.ref})
        on conflict (company_id, signature) do update
       set mapping     = excluded.mapping,
           recorded_at = excluded.recorded_at,
           actor       = excluded.actor`);
}
