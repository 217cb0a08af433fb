/** Whether the database has exactly the migrations of this program. */
import type { Queries } from './db.ts';
import { readMigrations } from './migrate.ts';
import { sql } from './sql.ts';

/** False while another process still migrates, or once a newer program has; throws when away. */
export async function isMigrated(db: Queries): Promise<boolean> {
  const known = await readMigrations();
  const rows = await db.all(sql<{ name: string; hash: string }>`
    select name, hash from platform.migration`);
  const ran = new Map(rows.map((row) => [row.name, row.hash]));
  return ran.size === known.length && known.every(({ name, hash }) => ran.get(name) === hash);
}
