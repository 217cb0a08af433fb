/** `dunlin report <name>`: any report, as a table, CSV, a workbook, a PDF or JSON. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption } from '#platform/cli/options.ts';
import {
  type NamedReport,
  type Report,
  type ReportFormat,
  renderReport,
  reportFormats,
} from '#platform/cli/report.ts';
import { savedReportsNamed } from '#areas/datasets/commands/saved-report.ts';
import { statementReport } from '#areas/invoices/commands/statement-report.ts';
import { dataQualityReport } from '#areas/projects/commands/data-quality-report.ts';
import { metricsReport } from '#areas/metrics/commands/metrics-report.ts';
import { agingReport } from '#areas/reports/commands/aging-report.ts';
import { monthEndReport } from '#areas/reports/commands/month-end-report.ts';
import { trialBalanceReport } from '#areas/reports/commands/trial-balance-report.ts';
import { compareReport } from '#areas/reports/commands/compare-report.ts';
import { over60Report } from '#areas/reports/commands/over-60-report.ts';

const reports: readonly NamedReport[] = [
  agingReport,
  over60Report,
  compareReport,
  dataQualityReport,
  statementReport,
  monthEndReport,
  trialBalanceReport,
  metricsReport,
];

async function runReport(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const [name, ...rest] = args;
  const saved = await savedReportsNamed(desk);
  const all = [
    ...reports,
    ...saved.filter((each) => !reports.some((own) => own.name === each.name)),
  ];
  if (name === undefined) {
    desk.print(list(all, desk));
    return 0;
  }
  const report = all.find((each) => each.name === name);
  if (!report) {
    throw new WrongUsage({
      en: `name a report:\n${list(all, desk)}`,
      es: `nombre un informe:\n${list(all, desk)}`,
    });
  }
  const wanted = takeOptions(rest);
  const made = await report.make(wanted.rest, desk);
  return give(desk, made, wanted);
}

function list(all: readonly NamedReport[], { language }: CliDesk): string {
  return all
    .map(({ name, usage, summary }) => `  ${`${name} ${usage}`.trim()}\n      ${summary[language]}`)
    .join('\n');
}

type Wanted = {
  readonly format: ReportFormat;
  readonly out: string | undefined;
  /** What the report itself is asked. */
  readonly rest: readonly string[];
};

/** `--format` and `--out`; `--json` and `--csv` as everywhere; `--xlsx FILE`, `--pdf FILE`. */
function takeOptions(args: readonly string[]): Wanted {
  const rest: string[] = [];
  const taken = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const [, option = '', value] =
      /^--(format|out|json|csv|xlsx|pdf)(?:=(.*))?$/u.exec(args[index] ?? '') ?? [];
    if (option === '') rest.push(args[index] ?? '');
    else if (option === 'json' || option === 'csv') taken.set('format', option);
    else if (option === 'xlsx' || option === 'pdf') {
      taken.set('format', option);
      const file = value ?? args[(index += 1)];
      if (file === undefined) {
        throw new WrongUsage({
          en: `--${option} takes the name of a file`,
          es: `--${option} lleva el nombre de un archivo`,
        });
      }
      taken.set('out', file);
    } else if (value !== undefined) taken.set(option, value);
    else taken.set(option, args[(index += 1)] ?? '');
  }
  const format = choiceOption('format', taken.get('format'), reportFormats) ?? 'table';
  return { format, out: taken.get('out'), rest };
}

/** Text goes to standard output unless a file is named; a workbook and a PDF are always files. */
export async function give(
  desk: Pick<CliDesk, 'language' | 'print' | 'complain'>,
  report: Report,
  { format, out }: Omit<Wanted, 'rest'>,
): Promise<Exit> {
  const made = await renderReport(report, format, desk.language);
  // The other formats say it in their title or in their answer.
  if (format === 'csv' && report.cut !== undefined) desk.complain(report.cut);
  if (typeof made === 'string' && out === undefined) {
    if (format === 'table') desk.print(`${report.title.join('\n')}\n`);
    desk.print(made);
    return 0;
  }
  const file = path.resolve(out ?? `${report.fileName}.${format}`);
  await writeFile(file, typeof made === 'string' ? `${made}\n` : made);
  desk.complain(file);
  return 0;
}

export const reportCommand: Command = {
  on: 'desk',
  name: 'report',
  usage: '<name> [--format table|csv|xlsx|pdf|json] [--out FILE] […]',
  summary: {
    en: `A report by name: ${reports.map(({ name }) => name).join(', ')}`,
    es: `Un informe por su nombre: ${reports.map(({ name }) => name).join(', ')}`,
  },
  run: runReport,
};
