/** The company beside each line, where lines of more than one company stand together. */
import type { Column } from '#platform/cli/table.ts';

type OfCompany = { readonly company: string | null };

/** One column, or none when there is nothing to tell apart. */
export function severalCompanies<Row extends OfCompany>(rows: readonly Row[]): Column<Row>[] {
  const companies = new Set(rows.flatMap(({ company }) => company ?? []));
  return companies.size > 1 ? [{ title: 'company', text: (row) => row.company ?? '' }] : [];
}
