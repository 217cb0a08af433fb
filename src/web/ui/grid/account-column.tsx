/** Whose a row is: the first column of most lists, the name and then the number. */
import type { Column } from './columns.ts';

type Whose = { readonly name: string; readonly account: string };

export function accountColumn(header: string): Column<Whose> {
  return {
    id: 'name',
    header,
    width: 180,
    grow: 2,
    cell: (row) => (
      <span className="block truncate">
        <span className="font-[600]">{row.name}</span>{' '}
        <span className="text-sm text-ink-3">{row.account}</span>
      </span>
    ),
  };
}
