/**
 * Figures as a file: one line a figure with its formula, then its parts on a second sheet.
 */
import type { Language } from '#kernel/words.ts';
import { csvTable } from '#platform/cli/table.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import { type Sheet, writeWorkbook } from '#platform/files/write-xlsx.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import { metricWords } from '../words/metrics.ts';
import { partWords } from '../words/parts.ts';
import { words } from '../words.ts';
import type { Figure } from './measure.ts';

export async function figuresFile(
  figures: readonly Figure[],
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<FileAnswer> {
  const name = `metrics-${figures[0]?.asOf ?? 'none'}.${format}`;
  if (format === 'csv') {
    return { name, type: fileTypes.csv, body: `\uFEFF${csv(figures, language)}\n` };
  }
  return { name, type: fileTypes.xlsx, body: await writeWorkbook(sheets(figures, language)) };
}

/** The columns in which a figure is told to people. */
export function figureLine(figure: Figure, language: Language): string[] {
  return [
    metricWords[figure.metric][language],
    figure.variant,
    figure.value ?? '',
    unitText(figure, language),
    figure.formula[language],
    figure.source,
  ];
}

function unitText({ unit, currency }: Figure, language: Language): string {
  return unit === 'money' ? currency : words[`metrics.unit_${unit}`][language];
}

/** The headings of those columns. */
export function figureHeadings(language: Language): string[] {
  return (['figure', 'variant', 'value', 'unit', 'formula', 'source'] as const).map(
    (name) => words[`metrics.${name}`][language],
  );
}

function csv(figures: readonly Figure[], language: Language): string {
  const columns = figureHeadings(language).map((title, at) => ({
    title,
    text: (row: string[]) => row[at] ?? '',
  }));
  return csvTable(
    columns,
    figures.map((figure) => figureLine(figure, language)),
  );
}

function sheets(figures: readonly Figure[], language: Language): Sheet[] {
  const say = (key: keyof typeof words): string => words[key][language];
  const [first] = figures;
  const when = first
    ? `${say('metrics.as_of')} ${first.asOf} · ${first.period.from} – ${first.period.to}`
    : '';
  return [
    {
      name: say('metrics.title'),
      title: [say('metrics.title'), when],
      columns: figureHeadings(language).map((header, at) => ({
        header,
        kind: at === 2 ? 'amount' : 'text',
        ...(at === 4 ? { width: 90 } : {}),
      })),
      rows: figures.map((figure) => figureLine(figure, language).map((cell) => cell || null)),
    },
    {
      name: say('metrics.parts'),
      title: [say('metrics.parts'), when],
      columns: [
        { header: say('metrics.figure'), kind: 'text' },
        { header: say('metrics.variant'), kind: 'text' },
        { header: say('metrics.part'), kind: 'text', width: 40 },
        { header: say('metrics.value'), kind: 'amount' },
      ],
      rows: figures.flatMap((figure) =>
        figure.parts.map((part) => [
          metricWords[figure.metric][language],
          figure.variant,
          partTitle(part.name, language),
          part.value,
        ]),
      ),
    },
  ];
}

/** A part's name for people; of the month of one, with the month. */
export function partTitle(name: string, language: Language): string {
  const [base = '', month] = name.split(':');
  const said = Object.entries(partWords).find(([key]) => key === base)?.[1][language] ?? base;
  return month === undefined ? said : `${said} ${month}`;
}
