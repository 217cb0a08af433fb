/** `dunlin datasets`: what reports and the feed are built on, column by column. */
import { type CliDesk, type Command, type Exit, Unfit } from '#platform/cli/command.ts';
import { formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { wireDataset } from './answers/wire.ts';
import { catalogue, datasetOf } from './rules/catalogue.ts';
import { measuresOf, operatorsOf } from './rules/dataset.ts';
import { words } from './words.ts';

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, formatOptions);
  const [name] = positionals;
  const { language } = desk;
  if (name === undefined) {
    const columns = [
      { title: say(words, 'datasets.key', {}, language), text: ([key]) => key },
      { title: say(words, 'datasets.entity_set', {}, language), text: ([, set]) => set },
      { title: say(words, 'datasets.about', {}, language), text: ([, , about]) => about },
    ] satisfies Column<readonly [string, string, string]>[];
    const rows = catalogue.map(
      ({ key, entitySet, about }) => [key, entitySet, about[language]] as const,
    );
    if (values.json) desk.print(JSON.stringify({ rows: catalogue.map(wireDataset) }));
    else desk.print(values.csv ? csvTable(columns, rows) : textTable(columns, rows));
    return 0;
  }
  const dataset = datasetOf(name);
  if (!dataset) {
    const said = say(words, 'datasets.no_such_dataset', { dataset: name }, language);
    throw new Unfit('datasets.no_such_dataset', said);
  }
  const columns = [
    { title: say(words, 'datasets.column', {}, language), text: (each) => each.key },
    { title: say(words, 'datasets.heading', {}, language), text: (each) => each.words[language] },
    { title: say(words, 'datasets.type', {}, language), text: (each) => each.type },
    {
      title: say(words, 'datasets.filters', {}, language),
      text: (each) => operatorsOf(each).join(' '),
    },
    {
      title: say(words, 'datasets.measures', {}, language),
      text: (each) => measuresOf(each).join(' '),
    },
    { title: say(words, 'datasets.about', {}, language), text: (each) => each.about[language] },
  ] satisfies Column<(typeof dataset.columns)[number]>[];
  if (values.json) desk.print(JSON.stringify(wireDataset(dataset)));
  else if (values.csv) desk.print(csvTable(columns, dataset.columns));
  else {
    desk.print(`${dataset.words[language]} (OData: ${dataset.entitySet})`);
    desk.print(`${dataset.about[language]}\n`);
    desk.print(textTable(columns, dataset.columns));
  }
  return 0;
}

export const datasetCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'datasets',
    usage: '[NAME] [--json | --csv]',
    summary: words['command.datasets'],
    run,
  },
];
