/** `dunlin charges`: what late debts would be charged, each with its working; `--book` books it. */
import { type Day } from '#kernel/day.ts';
import { type Context, perform } from '#platform/action.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { oneCompany } from '#areas/team/index.ts';
import { type CliDesk, type Command, type Exit, Unfit } from '#platform/cli/command.ts';
import { dayOption, formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { decideRun } from './actions/decide-run.ts';
import { prepareRun } from './actions/prepare-run.ts';
import { quoteCharges } from './actions/quote-charges.ts';
import { wireRow, wireTotals } from './answers/wire.ts';
import type { WireChargeRow } from './contract.ts';
import { termsOf } from './store/policy.ts';
import { words } from './words.ts';

const options = {
  ...formatOptions,
  company: { type: 'string' },
  'as-of': { type: 'string' },
  book: { type: 'boolean', default: false },
  reason: { type: 'string' },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const company = await oneCompany(desk, values.company);
  const asOf = dayOption('as-of', values['as-of']) ?? desk.clock.today();
  const terms = await termsOf(desk.db, company.companyId);
  const quoted = await quoteCharges(desk.db, company.companyId, asOf, terms);
  const rows = quoted.rows.map(wireRow);
  const totals = wireTotals(quoted.totals);
  const booked = values.book
    ? await book(desk, company.companyId, asOf, values.reason ?? 'asked for on the command line')
    : null;
  if (values.json) {
    desk.print(JSON.stringify({ company: company.code, asOf, rows, totals, run: booked }));
  } else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else {
    desk.print(rows.length === 0 ? text(desk, 'none') : textTable(columns(desk), rows));
    for (const each of totals) desk.print(say(words, 'charges.total', each, desk.language));
    if (booked) {
      const phrase = booked.waits ? 'charges.waits' : 'charges.booked';
      const { runId, booked: count } = booked;
      desk.print(say(words, phrase, { runId, count }, desk.language));
    }
  }
  return 0;
}

type Booked = { readonly runId: string; readonly booked: number; readonly waits: boolean };

/** Null when there is nothing to charge; waits for a second person unless the terms say alone. */
async function book(
  desk: CliDesk,
  companyId: Parameters<typeof termsOf>[1],
  asOf: Day,
  reason: string,
): Promise<Booked | null> {
  const prepared = await doIt(desk, 'charges.prepare_run', reason, (context) =>
    prepareRun(context, { companyId, asOf }),
  );
  if (!prepared.ok && prepared.refusal === 'charges.nothing_to_charge') return null;
  const { runId } = orUnfit(desk, prepared);
  const { alone } = await termsOf(desk.db, companyId);
  if (!alone) return { runId, booked: 0, waits: true };
  const wish = { runId, said: 'yes', companies: 'all' } as const;
  const decided = await doIt(desk, 'charges.decide_run', reason, (context) =>
    decideRun(context, wish),
  );
  return { runId, booked: orUnfit(desk, decided).booked, waits: false };
}

async function doIt<T, R extends string>(
  desk: CliDesk,
  action: string,
  reason: string,
  work: (context: Context) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | 'idempotency.key_used_otherwise'>> {
  const done = await perform(desk, { action, actor: desk.actor, reason, input: null }, work);
  return done.ok ? { ok: true, value: done.value.answer } : done;
}

function orUnfit<T>(desk: CliDesk, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { refusal, facts } = outcome;
  throw new Unfit(refusal, say(words, refusal, facts, desk.language));
}

function columns(desk: CliDesk): Column<WireChargeRow>[] {
  return [
    { title: text(desk, 'account'), text: (row) => row.account },
    { title: text(desk, 'document'), text: (row) => row.document },
    { title: text(desk, 'due'), text: (row) => row.dueOn },
    { title: text(desk, 'interest'), right: true, text: (row) => row.interest },
    { title: text(desk, 'fee'), right: true, text: (row) => row.fee },
    { title: text(desk, 'currency'), text: (row) => row.currency },
    {
      title: text(desk, 'working'),
      text: (row) => (row.stopped === null ? row.formula : text(desk, `stopped_${row.stopped}`)),
    },
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, `charges.${name}`, {}, desk.language);
}

export const chargeCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'charges',
    usage: '[--as-of D] [--book [--reason TEXT]] [--company CODE] [--json | --csv]',
    summary: words['command.charges'],
    run,
  },
];
