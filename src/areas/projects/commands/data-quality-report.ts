/** `dunlin report data-quality`: what is doubtful in the book on a day, with its largest cases. */
import { formatMoney } from '#kernel/money.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { dayOption, readOptions } from '#platform/cli/options.ts';
import type { NamedReport, Report } from '#platform/cli/report.ts';
import { say } from '#platform/cli/say.ts';
import { summaryOn } from '../store/summary.ts';
import { words } from '../words.ts';

const options = { 'as-of': { type: 'string' }, company: { type: 'string' } } as const;

export const dataQualityReport: NamedReport = {
  name: 'data-quality',
  usage: '[--as-of DAY] [--company CODE]',
  summary: words['command.data-quality'],
  async make(args, desk): Promise<Report> {
    const values = readOptions(args, options);
    const asOf = dayOption('as-of', values['as-of']) ?? desk.clock.today();
    const companies = await companiesNamed(desk, values.company);
    const found = await summaryOn(desk.db, companies, asOf);
    const said = (name: string, facts = {}): string => say(words, name, facts, desk.language);
    return {
      fileName: `data-quality-${asOf}`,
      title: [said('quality.title'), said('quality.as_of', { day: asOf })],
      columns: [
        { header: said('verify.kind'), kind: 'text' },
        { header: said('quality.cases'), kind: 'count' },
        { header: said('verify.amount'), kind: 'amount' },
        { header: said('verify.currency'), kind: 'text' },
        { header: said('quality.largest'), kind: 'text' },
      ],
      rows: found.flatMap(({ kind, count, amount, examples }) => [
        [said(`finding.${kind}`), String(count), formatMoney(amount), amount.currency, ''],
        ...examples.map(({ account, name, document }) => {
          return ['', '', '', '', [account, name, document ?? ''].join(' ').trim()];
        }),
      ]),
      totals: [],
      json: {
        asOf,
        findings: found.map(({ kind, count, amount, examples }) => {
          const written = { amount: formatMoney(amount), currency: amount.currency };
          return { kind, count, ...written, examples };
        }),
      },
    };
  },
};
