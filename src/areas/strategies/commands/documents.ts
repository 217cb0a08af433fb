/** `dunlin strategies check|propose|diff|schema`: strategy files from the command line. */
import { readFile } from 'node:fs/promises';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { oneArgument, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { perform } from '#platform/action.ts';
import { proposeStrategy, testedOf } from '../actions/propose-strategy.ts';
import { weighStrategy } from '../actions/weigh-strategy.ts';
import { compareVersions } from '../answers/compare-versions.ts';
import { wireCheck, wireDiff } from '../answers/wire-strategy.ts';
import type { WireCheck, WireExampleResult } from '../contract/documents.ts';
import { strategySchema } from '../rules/reading/document.ts';
import { words } from '../words.ts';
import { complain, jsonOption, text, versionOption } from './saying.ts';

async function readText(desk: CliDesk, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    const code = 'strategies.no_such_file';
    throw new Unfit(code, say(words, code, { file }, desk.language));
  }
}

function oneFile(positionals: readonly string[]): string {
  return oneArgument(positionals, {
    en: 'name one strategy file',
    es: 'nombre un archivo de estrategia',
  });
}

/** 1 when the file has a problem or an example fails. */
async function runCheck(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, jsonOption);
  const file = oneFile(positionals);
  const written = await readText(desk, file);
  const weighed = await weighStrategy(desk.db, written, desk.clock.today());
  const check = wireCheck(weighed, desk.language);
  const failed = weighed.ok ? testedOf(weighed).failed : 0;
  if (values.json) desk.print(JSON.stringify({ file, ...check }));
  else tellCheck(desk, file, check);
  return check.problems.length > 0 || failed > 0 ? 1 : 0;
}

function tellCheck(desk: CliDesk, file: string, check: WireCheck): void {
  for (const { line, column, message } of check.problems) {
    desk.complain(`${file}:${line}:${column}: ${message}`);
  }
  if (check.strategy === null) return;
  const heirs = check.heirs.flatMap(({ results }) => results);
  const results = [...check.results, ...heirs];
  const failed = results.filter(({ passed }) => !passed);
  for (const result of failed) desk.complain(`${file}: ${failureText(desk, result)}`);
  for (const { key, problems } of check.heirs) {
    if (problems.length > 0) desk.complain(text(desk, 'heir_breaks', { key }));
  }
  const counts = { passed: results.length - failed.length, failed: failed.length };
  desk.print(text(desk, 'fits', { file, ...counts }));
  for (const { text: line } of check.diff) desk.print(`  ${line}`);
}

function failureText(desk: CliDesk, { name, expected, found }: WireExampleResult): string {
  const facts = { name, expected: said(desk, expected), found: said(desk, found) };
  return text(desk, 'example_fails', facts);
}

function said(desk: CliDesk, { step, amounts }: WireExampleResult['found']): string {
  const sums = amounts.map(({ amount, currency }) => `${amount} ${currency}`);
  return [step ?? text(desk, 'nothing'), ...sums].join(' ');
}

const proposeOptions = {
  ...jsonOption,
  reason: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

async function runPropose(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, proposeOptions);
  const file = oneFile(positionals);
  if (!values.reason?.trim()) {
    throw new WrongUsage({
      en: '--reason says why the version is proposed',
      es: '--reason dice por qué se propone la versión',
    });
  }
  const written = await readText(desk, file);
  const weighed = await weighStrategy(desk.db, written, desk.clock.today());
  if (!weighed.ok) {
    const check = wireCheck(weighed, desk.language);
    if (values.json) desk.print(JSON.stringify({ file, problems: check.problems }));
    else tellCheck(desk, file, check);
    return 1;
  }
  const doing = {
    action: 'strategies.propose_strategy',
    actor: desk.actor,
    reason: values.reason.trim(),
    input: { file, written },
    dryRun: values['dry-run'],
  };
  const done = await perform(desk, doing, (context) => proposeStrategy(context, written));
  if (!done.ok) return complain(desk, values, done);
  const { answer } = done.value;
  if (values.json) desk.print(JSON.stringify({ ...answer, dryRun: values['dry-run'] }));
  else desk.print(text(desk, 'proposed', answer));
  return 0;
}

const diffOptions = { ...jsonOption, from: { type: 'string' }, to: { type: 'string' } } as const;

/** Of a file against what is in force, or of two versions of a key. */
async function runDiff(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, diffOptions);
  const named = oneArgument(positionals, {
    en: 'name a strategy or a file',
    es: 'nombre una estrategia o un archivo',
  });
  const today = desk.clock.today();
  const to = versionOption('to', values.to);
  if (to === undefined) {
    const written = await readText(desk, named);
    const check = wireCheck(await weighStrategy(desk.db, written, today), desk.language);
    if (check.strategy === null) {
      tellCheck(desk, named, check);
      return 1;
    }
    return tellDiff(desk, values, { from: check.inForce, lines: check.diff });
  }
  const wish = { key: named, from: versionOption('from', values.from), to };
  const compared = await compareVersions(desk.db, wish, today);
  if (!compared.ok) return complain(desk, values, compared);
  const lines = wireDiff(compared.value.lines, desk.language);
  return tellDiff(desk, values, { from: compared.value.from, lines });
}

function tellDiff(
  desk: CliDesk,
  { json }: { readonly json: boolean },
  { from, lines }: { readonly from: number | null; readonly lines: WireCheck['diff'] },
): Exit {
  if (json) desk.print(JSON.stringify({ from, lines }));
  else if (lines.length === 0) desk.print(text(desk, 'no_difference'));
  else for (const line of lines) desk.print(line.text);
  return 0;
}

export const documentCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'strategies check',
    usage: '<file> [--json]',
    summary: words['command.strategies_check'],
    run: runCheck,
  },
  {
    on: 'desk',
    name: 'strategies propose',
    usage: '<file> --reason TEXT [--dry-run] [--json]',
    summary: words['command.strategies_propose'],
    run: runPropose,
  },
  {
    on: 'desk',
    name: 'strategies diff',
    usage: '<file> | <key> --to VERSION [--from VERSION] [--json]',
    summary: words['command.strategies_diff'],
    run: runDiff,
  },
  {
    on: 'nothing',
    name: 'strategies schema',
    usage: '',
    summary: words['command.strategies_schema'],
    run: async (_args, terminal) => {
      terminal.print(JSON.stringify(strategySchema, null, 2));
      return 0;
    },
  },
];
