/** `dunlin forecast run` and `dunlin forecast cancel`: the night's work by hand. */
import { parseId } from '#kernel/ids.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, readArguments, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { cancelRun } from '../actions/cancel-run.ts';
import { runForecast } from '../actions/run-forecast.ts';
import { modelKinds } from '../rules/predict.ts';
import { zonesToForecast } from '../store/runs.ts';
import { words } from '../words.ts';

const runOptions = {
  zone: { type: 'string' },
  model: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const runCommand: Command = {
  name: 'forecast run',
  usage: '[--zone ZONE] [--model empirical|logistic|ensemble] [--json]',
  summary: {
    en: 'predicts every open item and the cash of thirteen weeks, once a day',
    es: 'predice cada partida pendiente y los cobros de trece semanas, una vez al día',
  },
  on: 'desk',
  run,
};

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, runOptions);
  const kind = choiceOption('model', values.model, modelKinds) ?? 'ensemble';
  const zones = await zonesToForecast(desk.db);
  const zone = values.zone === undefined ? undefined : choiceOption('zone', values.zone, zones);
  const rows = [];
  for (const each of zone === undefined ? zones : [zone]) {
    const done = await runForecast(desk, {
      zone: each,
      kind,
      actor: desk.actor,
      reason: 'dunlin forecast run',
      progress: (so, of) => desk.complain(`${each}: ${so} / ${of}`),
    });
    const { runId, state, asOf, madeOn, accountsDone, items } = done.run;
    const { repeated } = done;
    rows.push({ zone: each, runId, state, asOf, madeOn, accounts: accountsDone, items, repeated });
  }
  if (values.json) desk.print(JSON.stringify({ rows }));
  else for (const row of rows) desk.print(line(row));
  return 0;
}

function line(row: { zone: string; state: string; accounts: number; items: number; asOf: string }) {
  return `${row.zone}: ${row.state}, ${row.accounts} accounts, ${row.items} items, ${row.asOf}`;
}

export const cancelCommand: Command = {
  name: 'forecast cancel',
  usage: 'RUN',
  summary: {
    en: 'calls a run of the forecast off before its next part',
    es: 'cancela una ejecución del pronóstico antes de su siguiente parte',
  },
  on: 'desk',
  async run(args, desk) {
    const [text, extra] = readArguments(args, {}).positionals;
    const runId = parseId(text ?? '');
    if (!runId || extra !== undefined)
      throw new WrongUsage({ en: 'name one run by its id', es: 'nombre una corrida por su id' });
    const doing = {
      action: 'forecast.cancel_run',
      actor: desk.actor,
      reason: 'dunlin forecast cancel',
      input: { runId },
    };
    const done = await perform(desk, doing, (context) => cancelRun(context, runId));
    if (done.ok) {
      desk.print(runId);
      return 0;
    }
    const key = done.refusal === 'forecast.no_such_run' ? done.refusal : 'forecast.run_ended';
    throw new Unfit(key, say(words, key, { run: runId }, desk.language));
  },
};
