/** `dunlin causes`: why debts are late or contested, by amount; `--rows` opens a cause. */
import { writeFile } from 'node:fs/promises';
import { id, parseId } from '#kernel/ids.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import {
  choiceOption,
  currencyOption,
  dayOption,
  formatOptions,
  readOptions,
} from '#platform/cli/options.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { causesFile, readCauses, wireFact } from '../answers/causes.ts';
import type { WireCauseFact, WireCauseLine } from '../contract/causes.ts';
import { rootCauses } from '../rules/cause.ts';
import { causeRows } from '../store/cause-rows.ts';
import type { CauseFilter } from '../store/late-causes.ts';
import { causeWords as words, factNames, sideNames } from '../words/causes.ts';
import { causeNames } from '../words/names.ts';

const options = {
  ...formatOptions,
  from: { type: 'string' },
  to: { type: 'string' },
  company: { type: 'string' },
  collector: { type: 'string' },
  currency: { type: 'string' },
  rows: { type: 'string' },
  xlsx: { type: 'string' },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const filter = await filterOf(values, desk);
  const today = desk.clock.today();
  if (values.xlsx !== undefined) {
    const { language } = desk;
    const { body } = await causesFile(desk.db, filter, { language, today });
    // A workbook is made whole, never piece by piece.
    if (body instanceof Uint8Array) await writeFile(values.xlsx, body);
    desk.print(values.xlsx);
    return 0;
  }
  const cause = choiceOption('rows', values.rows, [...rootCauses, 'none']);
  if (cause !== undefined) {
    const found = await causeRows(desk.db, { ...filter, cause }, { limit: null, offset: 0 });
    return show(values, desk, { head: { asOf: today }, rows: found.map(wireFact) }, factColumns);
  }
  const { lines, ...head } = await readCauses(desk.db, filter);
  return show(values, desk, { head: { asOf: today, ...head }, rows: lines }, lineColumns);
}

async function filterOf(
  values: ReturnType<typeof readOptions<typeof options>>,
  desk: CliDesk,
): Promise<CauseFilter> {
  const { collector, currency } = values;
  if (collector !== undefined && parseId(collector) === undefined) {
    throw new WrongUsage({
      en: `--collector takes the id of a member, not "${collector}"`,
      es: `--collector lleva el id de una persona, no «${collector}»`,
    });
  }
  return {
    companies: await companiesNamed(desk, values.company),
    from: dayOption('from', values.from),
    to: dayOption('to', values.to),
    collectorId: collector === undefined ? undefined : id(collector),
    currency: currencyOption('currency', currency),
  };
}

function show<Row>(
  { json, csv }: { json: boolean; csv: boolean },
  desk: CliDesk,
  { head, rows }: { head: object; rows: readonly Row[] },
  columnsOf: (desk: CliDesk) => Column<Row>[],
): Exit {
  if (json) desk.print(JSON.stringify({ ...head, rows }));
  else if (csv) desk.print(csvTable(columnsOf(desk), rows));
  else if (rows.length === 0) desk.print(words.none[desk.language]);
  else desk.print(textTable(columnsOf(desk), rows));
  return 0;
}

function lineColumns({ language }: CliDesk): Column<WireCauseLine>[] {
  const title = (name: keyof typeof words): string => words[name][language];
  return [
    { title: title('cause'), text: (row) => causeNames[row.cause][language] },
    { title: title('side'), text: (row) => sideNames[row.side][language] },
    { title: title('disputes'), right: true, text: (row) => String(row.disputes) },
    { title: title('items'), right: true, text: (row) => String(row.items) },
    { title: title('amount'), right: true, text: (row) => row.amount },
    { title: `${title('share')} %`, right: true, text: (row) => row.sharePct },
    { title: `${title('running')} %`, right: true, text: (row) => row.runningPct },
  ];
}

function factColumns({ language }: CliDesk): Column<WireCauseFact>[] {
  const title = (name: keyof typeof words): string => words[name][language];
  return [
    { title: title('kind'), text: (row) => factNames[row.kind][language] },
    { title: title('account'), text: (row) => row.account },
    { title: title('customer'), text: (row) => row.name },
    { title: title('document'), text: (row) => row.document },
    { title: title('found_on'), text: (row) => row.foundOn },
    { title: title('amount'), right: true, text: (row) => `${row.amount} ${row.currency}` },
  ];
}

export const causeCommand: Command = {
  on: 'desk',
  name: 'causes',
  usage:
    '[--from D] [--to D] [--company CODE] [--collector ID] [--currency C] [--rows CAUSE|none] ' +
    '[--xlsx FILE] [--json | --csv]',
  summary: words.summary,
  run,
};
