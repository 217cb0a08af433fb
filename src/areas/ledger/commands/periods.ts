/** `dunlin periods` and `dunlin close`: what is closed, and closing it. */
import type { Language } from '#kernel/words.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { formatOptions, oneArgument, readArguments, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { oneCompany } from '#areas/team/index.ts';
import { changePeriod } from '../actions/change-period.ts';
import { type PeriodsAnswer, readPeriods } from '../answers/periods.ts';
import { words } from '../words.ts';

type Row = PeriodsAnswer['rows'][number];

async function runPeriods(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, { ...formatOptions, company: { type: 'string' } } as const);
  const company = await oneCompany(desk, values.company);
  const reader = { today: desk.clock.today(), language: desk.language };
  const answer = await readPeriods(desk.db, company, reader);
  if (values.json) desk.print(JSON.stringify(answer));
  else desk.print((values.csv ? csvTable : textTable)(columns(desk.language), answer.rows));
  return 0;
}

function columns(language: Language): Column<Row>[] {
  const title = (name: string): string => say(words, `periods.${name}`, {}, language);
  return [
    { title: title('period'), text: (row) => row.name },
    { title: title('first'), text: (row) => row.firstOn },
    { title: title('last'), text: (row) => row.lastOn },
    { title: title('state'), text: (row) => title(`state_${row.state}`) },
    { title: title('by'), text: (row) => row.acts.at(-1)?.by ?? '' },
    { title: title('why'), text: (row) => row.acts.at(-1)?.reason ?? '' },
  ];
}

const closeOptions = {
  soft: { type: 'boolean', default: false },
  hard: { type: 'boolean', default: false },
  reopen: { type: 'boolean', default: false },
  company: { type: 'string' },
  reason: { type: 'string', default: 'closed on the command line' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

async function runClose(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, closeOptions);
  const { soft, hard, reopen, reason } = values;
  const period = oneArgument(positionals, {
    en: 'name one period: 2026-10',
    es: 'nombre un período: 2026-10',
  });
  if ([soft, hard, reopen].filter(Boolean).length !== 1) {
    throw new WrongUsage({
      en: 'say how: --soft, --hard or --reopen',
      es: 'diga cómo: --soft, --hard o --reopen',
    });
  }
  const { companyId, code } = await oneCompany(desk, values.company);
  const act = hard ? 'hard_close' : soft ? 'soft_close' : 'reopen';
  const doing = {
    action: `ledger.${act}`,
    actor: desk.actor,
    reason,
    input: { company: code, period, act },
    dryRun: values['dry-run'],
  };
  const done = await perform(desk, doing, (context) =>
    changePeriod(context, { companyId, period, act }),
  );
  if (!done.ok) {
    const message = say(words, done.refusal, done.facts, desk.language);
    const refused = { code: done.refusal, message, facts: done.facts };
    if (values.json) desk.print(JSON.stringify({ refused }));
    else desk.complain(message);
    return 1;
  }
  const { answer } = done.value;
  if (values.json) desk.print(JSON.stringify({ ...answer, dryRun: values['dry-run'] }));
  else desk.print(say(words, `periods.done_${act}`, { period, company: code }, desk.language));
  return 0;
}

export const periodCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'periods',
    usage: '[--company CODE] [--json | --csv]',
    summary: {
      en: 'The periods of a company and which of them are closed',
      es: 'Los períodos de una empresa y cuáles están cerrados',
    },
    run: runPeriods,
  },
  {
    on: 'desk',
    name: 'close',
    usage:
      '<period> --soft | --hard | --reopen [--company CODE] [--reason TEXT] [--dry-run] [--json]',
    summary: {
      en: 'Closes a period softly or for good, or opens the last softly closed one again',
      es: 'Cierra un período provisional o definitivamente, o reabre el último provisional',
    },
    run: runClose,
  },
];
