/** `dunlin run strategies`: the morning's run by hand, its rehearsal, the replay of a past one. */
import { parseId } from '#kernel/ids.ts';
import type { Day } from '#kernel/day.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { dayOption, formatOptions, readArguments } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { replayRun } from '../actions/replay-run.ts';
import { type RunDone, rehearseStrategies, runStrategies } from '../actions/run-strategies.ts';
import { carryOutSteps } from '../actions/carry-out-steps.ts';
import { strategiesToRun } from '../actions/strategies-to-run.ts';
import { wireProposal } from '../answers/wire-run.ts';
import type { WireProposal } from '../contract/runs.ts';
import { type ReasonCount, reasonsOfRun } from '../store/decisions.ts';
import { listProposals } from '../store/list-proposals.ts';
import { zonesOf } from '../store/switches.ts';
import { runWords as words } from '../words/run.ts';

const options = {
  ...formatOptions,
  'as-of': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  replay: { type: 'string' },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [what, ...rest] = positionals;
  if (what !== 'strategies' || rest.length > 0) {
    throw new WrongUsage({
      en: 'say what to run: dunlin run strategies',
      es: 'diga qué ejecutar: dunlin run strategies',
    });
  }
  if (values.replay !== undefined) return replay(values.replay, desk, values.json);
  const asOf = dayOption('as-of', values['as-of']) ?? desk.clock.today();
  if (asOf > desk.clock.today() && !values['dry-run']) {
    throw new WrongUsage({
      en: '--as-of takes a day that has come, or goes with --dry-run',
      es: '--as-of lleva un día que ya llegó, o va con --dry-run',
    });
  }
  const evening = await runZones(desk, asOf, values['dry-run']);
  print(desk, { asOf, dryRun: values['dry-run'], ...evening }, values);
  return 0;
}

type ZoneRun = RunDone & { readonly zone: string };
type Ran = {
  readonly runs: readonly ZoneRun[];
  readonly steps: readonly WireProposal[];
  readonly none: readonly ReasonCount[];
};

async function runZones(desk: CliDesk, asOf: Day, dryRun: boolean): Promise<Ran> {
  const runs: ZoneRun[] = [];
  const steps: WireProposal[] = [];
  const none: ReasonCount[] = [];
  const strategies = await strategiesToRun(desk.db, asOf);
  for (const zone of await zonesOf(desk.db)) {
    const { actor } = desk;
    const wish = { zone, asOf, strategies, actor, reason: 'asked for on the command line' };
    const look = (db: Queries, runId: ZoneRun['runId']): Promise<Seen> =>
      lookAt(db, { runId, zone, asOf });
    const ran = dryRun ? await rehearseStrategies(desk, wish, look) : await real(desk, wish, look);
    runs.push({ ...ran.done, zone });
    steps.push(...ran.seen.steps);
    none.push(...ran.seen.none);
  }
  return { runs, steps, none };
}

type Seen = Pick<Ran, 'steps' | 'none'>;
type Look = (db: Queries, runId: ZoneRun['runId']) => Promise<Seen>;

async function real(desk: CliDesk, wish: Parameters<typeof runStrategies>[1], look: Look) {
  const done = await runStrategies(desk, wish);
  if (wish.asOf === desk.clock.today()) await carryOutSteps(desk, wish);
  return { done, seen: await look(desk.db, done.runId) };
}

type Of = { readonly runId: ZoneRun['runId']; readonly zone: string; readonly asOf: Day };

/** The steps that stand open in the zone, and those that ended today. */
async function lookAt(db: Queries, { runId, zone, asOf }: Of): Promise<Seen> {
  const filter = { companies: 'all', zone, openOrOn: asOf } as const;
  const found = await listProposals(db, filter, { after: undefined, limit: null });
  const steps = found.map((row) => wireProposal(row, asOf));
  return { steps, none: await reasonsOfRun(db, runId) };
}

type Shown = Ran & { readonly asOf: Day; readonly dryRun: boolean };
type How = { readonly json: boolean; readonly csv: boolean };

function print(desk: CliDesk, shown: Shown, { json, csv }: How): void {
  if (json) {
    desk.print(JSON.stringify(shown));
    return;
  }
  if (csv) {
    desk.print(csvTable(columns(desk), shown.steps));
    return;
  }
  if (shown.steps.length > 0) desk.print(textTable(columns(desk), shown.steps));
  for (const each of shown.runs) {
    const { accounts, stored, proposed, withdrawn } = each;
    const facts = { accounts, stored, proposed, withdrawn, asOf: shown.asOf, run: each.runId };
    const name = shown.dryRun ? 'strategies.run_rehearsed' : 'strategies.run_done';
    desk.print(say(words, name, facts, desk.language));
  }
}

function columns(desk: CliDesk): Column<WireProposal>[] {
  const title = (name: string): string => say(words, `strategies.${name}`, {}, desk.language);
  return [
    { title: title('account'), text: (row) => row.account },
    { title: title('name'), text: (row) => row.name },
    { title: title('strategy'), text: (row) => row.strategy },
    { title: title('step'), text: (row) => row.step },
    { title: title('act'), text: (row) => title(`act_${row.act}`) },
    { title: title('amount'), right: true, text: (row) => row.amount },
    { title: title('currency'), text: (row) => row.currency },
    { title: title('days_late'), right: true, text: (row) => String(row.daysLate) },
    { title: title('state'), text: (row) => title(`state_${row.state}`) },
  ];
}

async function replay(text: string, desk: CliDesk, json: boolean): Promise<Exit> {
  const runId = parseId(text);
  if (runId === undefined) {
    throw new WrongUsage({
      en: '--replay takes the id of a run',
      es: '--replay lleva el id de una corrida',
    });
  }
  const replayed = await replayRun(desk.db, runId);
  if (!replayed.ok) {
    const { refusal: code, facts } = replayed;
    const message = say(words, code, facts, desk.language);
    if (json) desk.print(JSON.stringify({ refused: { code, message, facts } }));
    else desk.complain(message);
    return 1;
  }
  const { decisions, same, different } = replayed.value;
  if (json) desk.print(JSON.stringify({ run: runId, ...replayed.value }));
  else desk.print(say(words, 'strategies.replayed', { decisions, same }, desk.language));
  for (const each of json ? [] : different) desk.complain(`${each.account}: ${each.replayed}`);
  return same === decisions ? 0 : 1;
}

export const strategyRunCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'run',
    usage: 'strategies [--as-of D] [--dry-run] [--replay RUN] [--json | --csv]',
    summary: words['command.run'],
    run,
  },
];
