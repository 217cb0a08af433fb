/** A company as the makers of packs name it. */
import type { Id } from '#kernel/ids.ts';
import { companies } from '#areas/team/index.ts';
import type { PackCompany } from '#platform/packs/maker.ts';
import type { Queries } from '#platform/postgres/db.ts';

export async function packCompanies(
  db: Queries,
  allowed: readonly Id[] | 'all',
): Promise<PackCompany[]> {
  const found = await companies(db, allowed);
  return found.map(({ companyId, code, name, baseCurrency, zone }) => ({
    companyId,
    code,
    name,
    zone,
    currency: baseCurrency,
  }));
}

export async function packCompany(db: Queries, companyId: Id): Promise<PackCompany> {
  const [found] = await packCompanies(db, [companyId]);
  if (!found) throw new Error(`no company ${companyId}`);
  return found;
}
