/**
 * Fresh statistics for the planner, after much has come in at once.
 *
 * PostgreSQL gathers them by itself within a minute; until then a big import would be read
 * with the plans of an empty table. Only the owner may ask for it.
 */
import { openDb } from './db.ts';
import { sql } from './sql.ts';

export async function refreshStatistics(ownerUrl: string): Promise<void> {
  const owner = openDb(ownerUrl, { asOwner: true, poolSize: 1 });
  try {
    await owner.run(sql`analyze`);
  } finally {
    await owner.close();
  }
}
