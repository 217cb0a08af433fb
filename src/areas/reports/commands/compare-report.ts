/** `dunlin report compare`: the comparison, as a workbook with its buckets and postings as well. */
import { readOptions } from '#platform/cli/options.ts';
import type { NamedReport } from '#platform/cli/report.ts';
import {
  compareColumns,
  compareFile,
  compareFileName,
  spanOf,
  titleIn,
} from '../answers/compare-file.ts';
import { readCompare } from '../answers/compare.ts';
import { changeColumns } from '../rules/compare.ts';
import { bytes } from './aging-report.ts';
import { askCompare, compareOptions, compareUsage } from './compare-arguments.ts';

export const compareReport: NamedReport = {
  name: 'compare',
  usage: compareUsage,
  summary: { en: 'What changed between two moments', es: 'Qué cambió entre dos momentos' },
  async make(args, desk) {
    const { question, page } = await askCompare(readOptions(args, compareOptions), desk);
    const now = desk.clock.now();
    const answer = await readCompare(desk.db, question, page, now);
    const title = titleIn(desk.language);
    const columns = compareColumns(title);
    const figures = ['opening', ...changeColumns, 'late', 'closing', 'change'] as const;
    return {
      fileName: compareFileName(answer),
      title: [title('compare.title'), spanOf(answer, title)],
      columns: columns.map((column) => ({
        header: column.title,
        kind: 'right' in column ? ('amount' as const) : ('text' as const),
      })),
      rows: answer.rows.map((row) => columns.map((column) => column.text(row))),
      totals: answer.totals.map((total) => [
        title('aging.total'),
        '',
        '',
        '',
        '',
        total.currency,
        ...figures.map((name) => total[name]),
      ]),
      json: answer,
      own: {
        async xlsx() {
          const wish = { format: 'xlsx', language: desk.language, now } as const;
          return bytes((await compareFile(desk.db, question, page, wish)).body);
        },
      },
    };
  },
};
