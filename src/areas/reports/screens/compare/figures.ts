/** Which figure is open, of whom: what the panel of rows asks the server. */
import type { compare, compareRows } from '#areas/reports/contract/compare.ts';
import type { QueryOf } from '#platform/contract/route.ts';

export type CompareSearch = QueryOf<typeof compare>;
export type CompareSearchChange = (change: {
  [Name in keyof CompareSearch]?: CompareSearch[Name] | undefined;
}) => void;

export type Figure = QueryOf<typeof compareRows>['figure'];

export type OpenFigure = {
  readonly figure: Figure;
  readonly currency: string;
  readonly bucket?: string;
};

/** Between opening and closing, as the bridge shows it. */
export const bridgeFigures = [
  'opening',
  'invoiced',
  'cash',
  'credits',
  'writeOffs',
  'moved',
  'corrections',
  'closing',
] as const;

/** Whose figures and between which moments; the order of the list does not matter to them. */
export function whoseOf(
  search: CompareSearch,
): Omit<CompareSearch, 'sort' | 'direction' | 'cursor' | 'limit'> {
  const { sort: _, direction: __, cursor: ___, limit: ____, ...whose } = search;
  return whose;
}

/** The same for one line of the list. */
export function lineOf(
  search: CompareSearch,
  row: { readonly key: string; readonly company: string | null },
): ReturnType<typeof whoseOf> {
  const whose = whoseOf(search);
  if (search.by === 'account') return { ...whose, account: row.key };
  if (search.by === 'customer') return { ...whose, customer: row.key };
  if (search.by === 'family') return { ...whose, family: row.key };
  if (search.by === 'collector') return { ...whose, collector: row.key || 'none' };
  if (search.by === 'company') return { ...whose, company: row.key };
  return whose;
}
