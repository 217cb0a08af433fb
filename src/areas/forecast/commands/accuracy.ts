/** `dunlin forecast accuracy`: how good predictions and the cash forecast were. */
import { companiesNamed } from '#areas/team/index.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { type AccuracyAnswer, readAccuracy } from '../answers/accuracy.ts';

const options = { ...formatOptions, company: { type: 'string' } } as const;

export const accuracyCommand: Command = {
  name: 'forecast accuracy',
  usage: '[--company CODE] [--json|--csv]',
  summary: {
    en: 'how good predictions and the cash forecast were, live and on past weeks',
    es: 'qué tan buenas fueron las predicciones y el pronóstico, en uso y en semanas pasadas',
  },
  on: 'desk',
  run,
};

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const companies = await companiesNamed(desk, values.company);
  const answer = await readAccuracy(desk.db, desk.clock.today(), companies);
  if (values.json) desk.print(JSON.stringify(answer));
  else desk.print((values.csv ? csvTable : textTable)(columns, linesOf(answer)));
  return 0;
}

type Line = { readonly what: string; readonly how: string; readonly value: string };

function linesOf({ live, backTest, wape, calibration }: AccuracyAnswer): Line[] {
  const figures = (how: string, of: AccuracyAnswer['live']): Line[] => [
    { what: 'judged', how, value: String(of.judged) },
    { what: 'MAE days', how, value: rounded(of.maeDays) },
    { what: 'pinball days', how, value: rounded(of.pinballDays) },
    { what: 'coverage P10–P90', how, value: rounded(of.coverage) },
    { what: 'Brier late', how, value: rounded(of.lateBrier) },
    { what: 'Brier late 30', how, value: rounded(of.late30Brier) },
  ];
  return [
    ...figures('live', live),
    { what: 'calibration', how: 'live', value: calibration },
    ...figures('back_test', backTest),
    ...wape.map((each) => ({
      what: `WAPE ${each.currency} +${each.ahead}`,
      how: each.how,
      value: rounded(each.wape),
    })),
  ];
}

function rounded(value: number | null): string {
  return value === null ? '—' : String(Math.round(value * 1000) / 1000);
}

const columns: readonly Column<Line>[] = [
  { title: 'figure', text: ({ what }) => what },
  { title: 'how', text: ({ how }) => how },
  { title: 'value', right: true, text: ({ value }) => value },
];
