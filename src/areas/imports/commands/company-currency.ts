/**
 * Which currency amounts are in that name none: the base currency of the company they go to.
 *
 * Among several companies, none of them chosen, nobody can say; then the file is asked about.
 */
import { currency as currencyOf, type Currency } from '#kernel/money.ts';
import type { CliDesk } from '#platform/cli/command.ts';
import { companies, companyByCode } from '#areas/team/index.ts';

/** The currency of the company that takes the file; one that is founded for it has dollars. */
export async function companyCurrency(
  desk: CliDesk,
  code: string | undefined,
): Promise<Currency | undefined> {
  const real = (await companies(desk.db, 'all')).filter(({ demo }) => !demo);
  if (code === undefined && real.length > 1) return undefined;
  const known = code === undefined ? real[0] : await companyByCode(desk.db, code);
  return known?.baseCurrency ?? currencyOf('USD');
}
