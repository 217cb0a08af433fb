/** What was imported, newest first. */
import { instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

export type PastImport = {
  import_id: string;
  at: string;
  actor: string;
  files: string[];
  kind: string;
  company: string | null;
  accepted: number;
  control_totals: { currency: string; rows: number; debits: string; credits: string }[];
  undone_at: string | null;
};

/** A page of imports of visible companies, with how many there are. */
export async function pastImports(
  db: Queries,
  companies: CompanyScope,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: PastImport[]; count: number }> {
  const rows = await db.all(sql<PastImport & { count: bigint }>`
    select i.import_id, i.at, coalesce(p.name, i.actor) as actor, i.kind, c.code as company,
           i.accepted, i.control_totals, u.at as undone_at, count(*) over () as count,
           array(select f.file_name
                   from imports.import_file f
                  where f.import_id = i.import_id
                  order by f.file_no) as files
      from imports.import i
      left join team.company c on c.company_id = i.company_id
      left join team.person p on 'member:' || p.member_id = i.actor
      left join imports.undone u on u.import_id = i.import_id
     where i.company_id is null
        or ${inCompanies(sql`i.company_id`, companies)}
     order by i.at desc, i.import_id
     limit ${limit}
    offset ${offset}`);
  return {
    rows: rows.map((row) => ({ ...row, at: instant(row.at) })),
    count: Number(rows[0]?.count ?? 0),
  };
}

/** Have open items of this source come into any of these companies? */
export async function itemsCameBefore(
  db: Queries,
  source: string,
  companies: CompanyScope,
): Promise<boolean> {
  const { there } = await db.one(sql<{ there: boolean }>`
    select exists (select
                     from imports.import i
                    where i.kind   = 'items'
                      and i.source = ${source}
                      and ${inCompanies(sql`i.company_id`, companies)}
                      and not exists (select
                                        from imports.undone u
                                       where u.import_id = i.import_id)) as there`);
  return there;
}
