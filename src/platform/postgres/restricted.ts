/** Whether the program works under the role that cannot rewrite the books. */
import { type Queries, restrictedRole } from './db.ts';
import { sql } from './sql.ts';

/** True when statements run as the restricted role, without a superuser's rights. */
export async function worksRestricted(db: Queries): Promise<boolean> {
  const { role, super_user: superUser } = await db.one(
    sql<{ role: string; super_user: boolean }>`
      select current_user as role,
             (select rolsuper from pg_roles where rolname = current_user) as super_user`,
  );
  return role === restrictedRole && !superUser;
}
