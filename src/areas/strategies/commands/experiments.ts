/** `dunlin experiments list|show|start|stop`: a strategy against its challenger. */
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { formatOptions, readArguments, readOptions } from '#platform/cli/options.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { setExperiment } from '../actions/set-experiment.ts';
import { experimentList } from '../answers/experiments.ts';
import type { WireExperiment } from '../contract/runs.ts';
import { words } from '../words.ts';
import { act, actOptions } from './act.ts';
import { complain, jsonOption, text } from './saying.ts';

async function runList(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, formatOptions);
  const rows = await experimentList(desk);
  if (values.json) desk.print(JSON.stringify({ rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else if (rows.length === 0) desk.print(text(desk, 'no_experiments'));
  else desk.print(textTable(columns(desk), rows));
  return 0;
}

function columns(desk: CliDesk): Column<WireExperiment>[] {
  const title = (name: string): string => text(desk, name);
  return [
    { title: title('experiment_strategy'), text: ({ strategy }) => strategy },
    { title: title('experiment_challenger'), text: ({ challenger }) => challenger },
    { title: title('experiment_share'), right: true, text: ({ share }) => `${share} %` },
    { title: title('state'), text: ({ state }) => title(`experiment_${state}`) },
    { title: title('experiment_from'), text: ({ from }) => from },
    { title: title('experiment_to'), text: ({ to }) => to },
    { title: title('experiment_interval'), right: true, text: (row) => intervalText(desk, row) },
  ];
}

/** With both sides, the difference and the interval in which it lies. */
async function runShow(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, jsonOption);
  const strategy = oneStrategy(positionals);
  const found = (await experimentList(desk)).find((row) => row.strategy === strategy);
  if (found === undefined) {
    const facts = { strategy };
    return complain(desk, values, { ok: false, refusal: 'strategies.no_experiment', facts });
  }
  if (values.json) desk.print(JSON.stringify(found));
  else for (const line of linesOf(desk, found)) desk.print(line);
  return 0;
}

function linesOf(desk: CliDesk, row: WireExperiment): readonly string[] {
  const { strategy, challenger, share, from, to, state, lastWord, better } = row;
  const side = (name: string, { accounts, share: part }: WireExperiment['champion']): string =>
    text(desk, 'experiment_side', { name, accounts, share: percent(part) });
  return [
    text(desk, 'experiment_head', { strategy, challenger, share, from, to }),
    text(desk, `experiment_${state}`),
    ...(lastWord === null ? [] : [text(desk, 'experiment_word', { ...lastWord })]),
    side(strategy, row.champion),
    side(challenger, row.challenged),
    text(desk, 'experiment_difference', {
      difference: percent(row.difference),
      interval: intervalText(desk, row),
    }),
    better === null
      ? text(desk, 'experiment_open')
      : text(desk, 'experiment_better', { name: better === 'champion' ? strategy : challenger }),
  ];
}

/** In points of a hundred; too few accounts on a side leave none. */
function intervalText(desk: CliDesk, { interval }: WireExperiment): string {
  if (interval === null) return text(desk, 'experiment_too_few');
  return text(desk, 'experiment_between', {
    from: percent(interval.from),
    to: percent(interval.to),
  });
}

/** A share as a percentage with one place: 0.125 is 12.5. */
function percent(share: number): string {
  return String(Math.round(share * 1000) / 10);
}

/** Nothing is split before it is started; stopping gives all back to the strategy in force. */
const runSwitch =
  (isOn: boolean) =>
  async (args: readonly string[], desk: CliDesk): Promise<Exit> => {
    const { values, positionals } = readArguments(args, actOptions);
    const strategy = oneStrategy(positionals);
    const said = (): string =>
      text(desk, isOn ? 'experiment_started' : 'experiment_stopped', { strategy });
    return act(desk, { ...values }, { action: 'strategies.set_experiment', said }, (context) =>
      setExperiment(context, { strategy, isOn }),
    );
  };

function oneStrategy([strategy, ...rest]: readonly string[]): string {
  if (strategy === undefined || rest.length > 0)
    throw new WrongUsage({ en: 'name one strategy', es: 'nombre una estrategia' });
  return strategy;
}

const switchUsage = '<strategy> --reason WHY [--dry-run] [--json]';

export const experimentCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'experiments list',
    usage: '[--json | --csv]',
    summary: words['command.experiments_list'],
    run: runList,
  },
  {
    on: 'desk',
    name: 'experiments show',
    usage: '<strategy> [--json]',
    summary: words['command.experiments_show'],
    run: runShow,
  },
  {
    on: 'desk',
    name: 'experiments start',
    usage: switchUsage,
    summary: words['command.experiments_start'],
    run: runSwitch(true),
  },
  {
    on: 'desk',
    name: 'experiments stop',
    usage: switchUsage,
    summary: words['command.experiments_stop'],
    run: runSwitch(false),
  },
];
