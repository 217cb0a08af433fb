/** `dunlin report metrics`: figures with formula and source, in every format of a report. */
import { readArguments } from '#platform/cli/options.ts';
import type { NamedReport } from '#platform/cli/report.ts';
import { figureHeadings, figureLine, figuresFile } from '../answers/figures-file.ts';
import { measures } from '../answers/measure.ts';
import { words } from '../words.ts';
import { askOptions, askUsage, figuresNamed, questionAsked } from './ask.ts';

export const metricsReport: NamedReport = {
  name: 'metrics',
  usage: askUsage,
  summary: { en: 'Metrics with their formulas', es: 'Indicadores con sus fórmulas' },
  async make(args, desk) {
    const { values, positionals } = readArguments(args, askOptions);
    const question = await questionAsked(values, desk);
    const figures = await measures(desk.db, figuresNamed(positionals, question, desk));
    const { language } = desk;
    const { asOf, period } = question;
    return {
      fileName: `metrics-${asOf}`,
      title: [
        words['metrics.title'][language],
        `${words['metrics.as_of'][language]} ${asOf} · ${period.from} – ${period.to}`,
      ],
      columns: figureHeadings(language).map((header, at) => ({
        header,
        kind: at === 2 ? 'amount' : 'text',
      })),
      rows: figures.map((figure) => figureLine(figure, language)),
      totals: [],
      json: { asOf, period, figures },
      own: { xlsx: async () => bytes((await figuresFile(figures, 'xlsx', language)).body) },
    };
  },
};

function bytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  throw new Error('a workbook is bytes');
}
