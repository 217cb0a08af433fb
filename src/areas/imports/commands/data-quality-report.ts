/** `dunlin report data-quality`: what is doubtful in the book, with its largest cases. */
import { dayOption, readOptions } from '#platform/cli/options.ts';
import type { NamedReport, Report } from '#platform/cli/report.ts';
import { say } from '#platform/cli/say.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { dataQuality } from '../answers/data-quality.ts';
import { words } from '../words.ts';

const options = { 'as-of': { type: 'string' }, company: { type: 'string' } } as const;

export const dataQualityReport: NamedReport = {
  name: 'data-quality',
  usage: '[--as-of DAY] [--company CODE]',
  summary: {
    en: 'What is doubtful in the book: duplicates, missing contacts, odd terms, old credits',
    es: 'Lo dudoso del libro: duplicados, contactos que faltan, condiciones raras, saldos a favor',
  },
  async make(args, desk): Promise<Report> {
    const values = readOptions(args, options);
    const asOf = dayOption('as-of', values['as-of']) ?? desk.clock.today();
    const scope = await companiesNamed(desk, values.company);
    const answer = await dataQuality(desk.db, scope, asOf, desk.language);
    const said = (code: string, facts = {}): string => say(words, code, facts, desk.language);
    return {
      fileName: `data-quality-${asOf}`,
      title: [said('quality.title'), said('quality.as_of', { day: asOf })],
      columns: [
        { header: said('quality.finding'), kind: 'text' },
        { header: said('quality.cases'), kind: 'count' },
        { header: said('quality.amounts'), kind: 'text' },
        { header: said('quality.example'), kind: 'text' },
      ],
      rows: answer.findings.flatMap(({ code, count, amounts, examples }) => [
        [
          said(`finding.${code}`),
          String(count),
          amounts.map((each) => `${each.amount} ${each.currency}`).join(', '),
          '',
        ],
        ...examples.map(({ account, name, detail }) => [
          '',
          '',
          '',
          `${account} ${name}: ${detail}`,
        ]),
      ]),
      totals: [],
      json: answer,
    };
  },
};
