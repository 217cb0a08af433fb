/** `dunlin statements run | show`, and the same of invoices that are to be mailed. */
import { startOfMonth } from '#kernel/day.ts';
import { parseId } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { dayOption, formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { companiesNamed, oneCompany } from '#areas/team/index.ts';
import { actOnRun } from '../actions/act-on-run.ts';
import { deliverPapers } from '../actions/deliver-papers.ts';
import { makePapers } from '../actions/make-papers.ts';
import { startRun } from '../actions/start-run.ts';
import { drawPapers } from '../answers/draw-papers.ts';
import { wirePaper, wireRun, wireRunPage } from '../answers/run.ts';
import type { WirePaper, WireRun } from '../contract/runs.ts';
import { papersOf } from '../store/papers.ts';
import type { RunKind } from '../rules/run.ts';
import { type Run, runOf, runsOf } from '../store/runs.ts';
import { words } from '../words.ts';

const options = {
  ...formatOptions,
  company: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  approve: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

async function run(kind: RunKind, args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [verb, runId, ...rest] = positionals;
  if (rest.length > 0) {
    throw new WrongUsage({
      en: 'say run, or show with a run',
      es: 'diga run, o show con una corrida',
    });
  }
  if (verb === 'run' && runId === undefined) return runAll(kind, desk, values);
  if (verb === 'show') return show(kind, desk, values, runId);
  throw new WrongUsage({
    en: 'say run, or show with a run',
    es: 'diga run, o show con una corrida',
  });
}

/** Starts a run, makes its papers and, when it is approved in the same breath, takes them out. */
async function runAll(kind: RunKind, desk: CliDesk, values: Values): Promise<Exit> {
  const toOn = dayOption('to', values.to);
  if (toOn === undefined) {
    throw new WrongUsage({
      en: '--to takes the last day of the period',
      es: '--to lleva el último día del período',
    });
  }
  const { companyId } = await oneCompany(desk, values.company);
  const fromOn = dayOption('from', values.from) ?? startOfMonth(toOn);
  const wish = { kind, companyId, fromOn, toOn };
  const doing = {
    action: 'statements.start_run',
    actor: desk.actor,
    reason: 'on the command line',
    input: wish,
    dryRun: values['dry-run'],
  };
  const started = await perform(desk, doing, (context) => startRun(context, wish));
  if (!started.ok) {
    throw new Unfit(started.refusal, say(words, started.refusal, started.facts, desk.language));
  }
  const { runId, selected } = started.value.answer;
  if (values['dry-run']) {
    desk.print(JSON.stringify({ selected, dryRun: true }));
    return 0;
  }
  await turn(desk, 'statements.make_papers', runId, (context) =>
    makePapers(context, runId, drawPapers),
  );
  if (values.approve) {
    const approving = { ...doing, action: 'statements.approve_run', input: { runId } };
    accepted(
      await perform(desk, approving, (context) => actOnRun(context, { runId, act: 'approve' })),
    );
    await turn(desk, 'statements.deliver_papers', runId, (context) =>
      deliverPapers(context, runId),
    );
  }
  return show(kind, desk, values, runId);
}

/** Piece after piece until nothing is left to do; a server that runs beside it may do some. */
async function turn(
  desk: CliDesk,
  action: string,
  runId: string,
  work: Parameters<typeof perform<{ made?: number; delivered?: number }, never>>[2],
): Promise<void> {
  for (;;) {
    const doing = { action, actor: desk.actor, reason: 'on the command line', input: { runId } };
    const { made, delivered } = accepted(await perform(desk, doing, work)).answer;
    if ((made ?? 0) + (delivered ?? 0) === 0) return;
  }
}

async function show(
  kind: RunKind,
  desk: CliDesk,
  values: Values,
  runId: string | undefined,
): Promise<Exit> {
  const companies = await companiesNamed(desk, values.company);
  if (runId === undefined) {
    return list(kind, desk, values, await runsOf(desk.db, { kind, companies }, 200));
  }
  const known = parseId(runId);
  const found = known && (await runOf(desk.db, known, companies));
  if (found?.kind !== kind) {
    throw new Unfit(
      'statements.no_such_run',
      say(words, 'statements.no_such_run', {}, desk.language),
    );
  }
  const page = await wireRunPage(desk.db, found, desk.language);
  const exceptions = await papersOf(desk.db, { runId: found.runId, exceptions: true }, null);
  const rows = exceptions.map(wirePaper);
  if (values.json) desk.print(JSON.stringify({ ...page, exceptions: rows }));
  else if (values.csv) desk.print(csvTable(paperColumns(desk), rows));
  else {
    const { fromOn: from, toOn: to, knownAt, selected, counts } = page;
    const { byProblem: _, ...figures } = counts;
    const facts = { runId: found.runId, from, to, knownAt, selected };
    desk.print(say(words, started[kind], facts, desk.language));
    desk.print(text(desk, `state.${found.paused ? 'paused' : found.state}`));
    desk.print(say(words, 'statements.counts', { selected, ...figures }, desk.language));
    desk.print(
      rows.length === 0
        ? text(desk, 'statements.no_exceptions')
        : textTable(paperColumns(desk), rows),
    );
  }
  return 0;
}

const started = { statement: 'statements.started', invoice: 'invoices.started' } as const;
const none = { statement: 'statements.none', invoice: 'invoices.none' } as const;

function list(kind: RunKind, desk: CliDesk, { json, csv }: Values, found: readonly Run[]): Exit {
  const rows = found.map(wireRun);
  if (json) desk.print(JSON.stringify({ rows }));
  else if (csv) desk.print(csvTable(runColumns(desk), rows));
  else desk.print(rows.length === 0 ? text(desk, none[kind]) : textTable(runColumns(desk), rows));
  return 0;
}

function runColumns(desk: CliDesk): Column<WireRun>[] {
  return [
    { title: text(desk, 'column.run'), text: (row) => row.runId },
    { title: text(desk, 'column.company'), text: (row) => row.company },
    { title: text(desk, 'column.to'), text: (row) => row.toOn },
    {
      title: text(desk, 'column.state'),
      text: (row) => text(desk, `state.${row.paused ? 'paused' : row.state}`),
    },
    { title: text(desk, 'column.selected'), right: true, text: (row) => String(row.selected) },
  ];
}

function paperColumns(desk: CliDesk): Column<WirePaper>[] {
  return [
    { title: text(desk, 'column.account'), text: (row) => row.account },
    { title: text(desk, 'column.name'), text: (row) => row.name },
    { title: text(desk, 'column.document'), text: (row) => row.document ?? '' },
    {
      title: text(desk, 'column.balance'),
      right: true,
      text: (row) => row.balances.map((each) => `${each.closing} ${each.currency}`).join('; '),
    },
    {
      title: text(desk, 'column.problems'),
      text: (row) => row.problems.map((each) => text(desk, `problem.${each}`)).join(', '),
    },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, name, {}, desk.language);
}

const usage =
  'run --to DAY [--from DAY] [--company CODE] [--approve] [--dry-run] | show [RUN] ' +
  '[--json | --csv]';

export const runCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'statements',
    usage,
    summary: words['command.statements'],
    run: (args, desk) => run('statement', args, desk),
  },
  {
    on: 'desk',
    name: 'invoices',
    usage,
    summary: words['command.invoices'],
    run: (args, desk) => run('invoice', args, desk),
  },
];
