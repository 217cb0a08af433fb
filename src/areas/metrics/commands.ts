/** `dunlin metrics`: figures with their formulas, or the rows of one of their parts. */
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { figureHeadings, figureLine } from './answers/figures-file.ts';
import { type Figure, measures } from './answers/measure.ts';
import { type FigureRow, partNamed, rowsOf } from './answers/rows.ts';
import { askOptions, askUsage, figuresNamed, questionAsked } from './commands/ask.ts';
import { words } from './words.ts';

const options = {
  ...formatOptions,
  ...askOptions,
  rows: { type: 'boolean', default: false },
  part: { type: 'string' },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const question = await questionAsked(values, desk);
  const asked = figuresNamed(positionals, question, desk);
  const figures = await measures(desk.db, asked);
  if (!values.rows) {
    print(figures, values, desk);
    return 0;
  }
  const [figure, second] = figures;
  if (!figure || second) throw new WrongUsage(say(words, 'metrics.one_figure', {}, desk.language));
  await printRows(figure, values, desk, question);
  return 0;
}

type Format = { readonly json: boolean; readonly csv: boolean };

function print(figures: readonly Figure[], { json, csv }: Format, desk: CliDesk): void {
  const [first] = figures;
  if (json) {
    const { asOf, knownAt, period } = first ?? {};
    desk.print(JSON.stringify({ asOf, knownAt, period, figures }));
    return;
  }
  const columns: Column<string[]>[] = figureHeadings(desk.language).map((title, at) => ({
    title,
    right: at === 2,
    text: (row) => row[at] ?? '',
  }));
  // A screen shows who published a formula; the words of it need the width of a file.
  const shown = csv ? columns : columns.filter((_, at) => at !== 4);
  const lines = figures.map((figure) => [...figureLine(figure, desk.language)]);
  desk.print((csv ? csvTable : textTable)(shown, lines));
}

async function printRows(
  figure: Figure,
  { json, csv, part }: Format & { readonly part?: string | undefined },
  desk: CliDesk,
  question: Parameters<typeof rowsOf>[1],
): Promise<void> {
  const name = part ?? figure.parts[0]?.name ?? '';
  const named = partNamed(name);
  if (!named || !figure.parts.some((each) => each.name === name)) {
    throw new WrongUsage(say(words, 'metrics.no_such_part', { part: name }, desk.language));
  }
  const found = await rowsOf(desk.db, question, named, { limit: null, offset: 0 });
  if (json) desk.print(JSON.stringify({ ...figure, part: name, ...found }));
  else desk.print((csv ? csvTable : textTable)(rowColumns(desk), found.rows));
}

function rowColumns({ language }: CliDesk): Column<FigureRow>[] {
  const title = (key: keyof typeof words): string => words[key][language];
  return [
    { title: title('metrics.account'), text: (row) => row.account },
    { title: title('metrics.name'), text: (row) => row.name },
    { title: title('metrics.document'), text: (row) => row.label },
    { title: title('metrics.day'), text: (row) => row.on },
    { title: title('metrics.value'), right: true, text: (row) => row.value },
  ];
}

export const metricCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'metrics',
    usage: `${askUsage} [--rows [--part NAME]] [--json | --csv]`,
    summary: {
      en: 'Figures with variant and formula, as of any day, down to their rows',
      es: 'Indicadores con variante y fórmula, a cualquier día, hasta sus filas',
    },
    run,
  },
];
