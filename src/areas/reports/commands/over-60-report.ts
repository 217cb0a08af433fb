/** `dunlin report over-60`: what has stood open for more than 60 days. */
import { choiceOption, dayOption, instantOption, readOptions } from '#platform/cli/options.ts';
import type { NamedReport, Report } from '#platform/cli/report.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { readOver60 } from '../answers/over60.ts';
import { words } from '../words.ts';

const options = {
  'as-of': { type: 'string' },
  'known-at': { type: 'string' },
  basis: { type: 'string' },
  company: { type: 'string' },
} as const;

export const over60Report: NamedReport = {
  name: 'over-60',
  usage: '[--as-of DAY] [--known-at TIME] [--basis due|invoice] [--company CODE]',
  summary: {
    en: 'Items that are more than 60 days old',
    es: 'Partidas con más de 60 días de antigüedad',
  },
  async make(args, desk): Promise<Report> {
    const values = readOptions(args, options);
    const answer = await readOver60(desk.db, {
      asOf: dayOption('as-of', values['as-of']) ?? desk.clock.today(),
      knownAt: instantOption('known-at', values['known-at']) ?? null,
      basis: choiceOption('basis', values.basis, ['due', 'invoice'] as const) ?? 'due',
      companies: await companiesNamed(desk, values.company),
    });
    const title = (key: keyof typeof words): string => words[key][desk.language];
    return {
      fileName: `over-60-${answer.asOf}`,
      title: [title('over60.title'), title('aging.as_of').replace('{day}', answer.asOf)],
      columns: [
        { header: title('aging.account'), kind: 'text' },
        { header: title('aging.name'), kind: 'text' },
        { header: title('over60.document'), kind: 'text' },
        { header: title('over60.due'), kind: 'day' },
        { header: title('over60.days'), kind: 'count' },
        { header: title('aging.currency'), kind: 'text' },
        { header: title('over60.open'), kind: 'amount' },
        { header: title('over60.disputed'), kind: 'text' },
      ],
      rows: answer.rows.map((row) => [
        row.account,
        row.name,
        row.document,
        row.dueOn,
        String(row.days),
        row.currency,
        row.open,
        row.disputed ? title('over60.yes') : '',
      ]),
      totals: answer.totals.map(({ currency, total }) => [
        title('aging.total'),
        '',
        '',
        '',
        '',
        currency,
        total,
        '',
      ]),
      json: answer,
    };
  },
};
