/**
 * The job queue's own tables, which pg-boss makes and brings up to date.
 *
 * Made as the owner, beside the migrations; the program then works on them under its
 * restricted role like on everything else.
 */
import { PgBoss } from 'pg-boss';
import { openDb, restrictedRole } from '../postgres/db.ts';
import { sql } from '../postgres/sql.ts';

export const jobSchema = 'pgboss';
/** Any fixed number: PostgreSQL lets no two change one table's rights at once. */
const grantLock = 74_656_148;

/** Makes the queue's schema, or brings it up to this program's version. */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    application_name: 'dunlin-jobs',
    schema: jobSchema,
    max: 2,
    schedule: false,
    supervise: false,
  });
  const failed = new Promise<never>((_, reject) => boss.on('error', reject));
  try {
    await Promise.race([boss.start(), failed]);
  } finally {
    await boss.stop({ graceful: false });
  }
  await grant(ownerUrl);
}

async function grant(ownerUrl: string): Promise<void> {
  const owner = openDb(ownerUrl, { asOwner: true, poolSize: 1 });
  const role = sql.raw(restrictedRole);
  const schema = sql.raw(jobSchema);
  try {
    await owner.transaction(async (tx) => {
      await tx.run(sql`select pg_advisory_xact_lock(${grantLock})`);
      await tx.run(sql`grant usage on schema ${schema} to ${role}`);
      await tx.run(sql`
        grant select, insert, update, delete on all tables in schema ${schema} to ${role}`);
      await tx.run(sql`grant execute on all functions in schema ${schema} to ${role}`);
    });
  } finally {
    await owner.close();
  }
}
