/** A remittance advice in a table, at the door of tables. */
import { formatMoney } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { type Remittance } from '../neutral.ts';
import { type TableReader, tableFile } from '../tables/table-reader.ts';
import { looksLikeRemittance, readRemittanceTable } from './read-table.ts';

export const remittanceTable: TableReader = {
  format: 'remittance',
  recognises: looksLikeRemittance,
  read(table, said) {
    const read = readRemittanceTable(table, said);
    if (!read.ok) return read;
    const { remittances, controls, problems, questions, mapping } = read.value;
    const neutral = {
      format: 'remittance',
      statements: [],
      remittances,
      settlements: [],
      controls,
      problems,
    };
    const figures = { remittances: remittances.map(remittanceFigures), questions };
    return accept(tableFile(table, { neutral, figures, questions, mapping }));
  },
};

/** An advice in figures: how many documents, what is paid, what it says is paid. */
export function remittanceFigures(remittance: Remittance): Readonly<Record<string, unknown>> {
  const { lines, total, paymentReference } = remittance;
  const paid = lines.flatMap((line) => line.paid ?? []);
  const [first] = paid;
  const sum = paid.reduce((minor, each) => minor + each.minor, 0n);
  return {
    ...(paymentReference === undefined ? {} : { paymentReference }),
    lines: lines.length,
    ...(first === undefined ? {} : { paid: formatMoney({ ...first, minor: sum }) }),
    ...(total === undefined ? {} : { total: formatMoney(total) }),
  };
}
