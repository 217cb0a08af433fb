/** A card processor's report at the door of tables; its figures are those of its batches. */
import { formatMoney, money } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { type SettlementLine } from '../neutral.ts';
import { type TableReader, tableFile } from '../tables/table-reader.ts';
import { batchesOf, settlementControls } from './proof.ts';
import { looksLikeSettlement, readCardTable } from './read.ts';

export const cardSettlement: TableReader = {
  format: 'card-settlement',
  recognises: looksLikeSettlement,
  read(table, said) {
    const read = readCardTable(table, said);
    if (!read.ok) return read;
    const { processor, lines, problems, questions, mapping } = read.value;
    const neutral = {
      format: 'card-settlement',
      statements: [],
      remittances: [],
      settlements: [{ processor, lines }],
      controls: settlementControls(read.value),
      problems,
    };
    const batches = batchesOf(lines).map((batch) => ({
      batch: batch[0]?.batch ?? '',
      lines: batch.length,
      totals: totalsOf(batch),
    }));
    const figures = { processor, lines: lines.length, totals: totalsOf(lines), batches, questions };
    return accept(tableFile(table, { neutral, figures, questions, mapping }));
  },
};

type Totals = {
  readonly currency: string;
  readonly gross: string;
  readonly fees: string;
  readonly net: string;
};

/** What was charged, kept and is left, by currency; a payout is no earning. */
function totalsOf(lines: readonly SettlementLine[]): Totals[] {
  const earned = lines.filter(({ kind }) => kind !== 'payout');
  const codes = [...new Set(earned.map(({ net }) => net.currency))];
  return codes.map((code) => {
    const sum = (pick: (line: SettlementLine) => bigint): string => {
      const own = earned.filter(({ net }) => net.currency === code);
      return formatMoney(
        money(
          own.reduce((total, line) => total + pick(line), 0n),
          code,
        ),
      );
    };
    return {
      currency: code,
      gross: sum(({ gross }) => gross.minor),
      fees: sum(({ fee }) => fee.minor),
      net: sum(({ net }) => net.minor),
    };
  });
}
