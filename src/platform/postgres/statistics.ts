/**
 * Fresh statistics for the planner, after much has come in at once.
 *
 * PostgreSQL gathers them by itself within a minute; until then a big import would be read
 * with the plans of an empty table. Only the owner may ask for it.
 */
import { openDb } from './db.ts';
import { sql } from './sql.ts';

export async function refreshStatistics(ownerUrl: string): Promise<void> {
  const owner = openDb(ownerUrl, { asOwner: true, poolSize: 2 });
  try {
    const tables = await owner.all(sql<{ space: string; name: string }>`
      select n.nspname as space, c.relname as name
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r'
         and n.nspname not in ('pg_catalog', 'information_schema')
         and n.nspname not like 'pg_%'
       order by c.relpages desc, n.nspname, c.relname`);
    // The largest first, two at a time, so that neither connection is left with the long one.
    await Promise.all(
      tables.map(({ space, name }) => owner.run(sql`analyze ${sql.id(space)}.${sql.id(name)}`)),
    );
  } finally {
    await owner.close();
  }
}
