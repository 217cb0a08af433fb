/** `dunlin order` and `dunlin uplift`: what a minute is worth, what the work adds as measured. */
import { parseMoney } from '#kernel/money.ts';
import { oneCompany } from '#areas/team/index.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit, Unfit, WrongUsage } from '#platform/cli/command.ts';
import { formatOptions, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { freshenWorklist } from '../actions/build-worklist.ts';
import { setExperiment } from '../actions/set-experiment.ts';
import { orderOfWork, pricedRows } from '../answers/order-of-work.ts';
import type { OrderOfWork, PricedRow } from '../contract/uplift.ts';
import { shareBounds } from '../rules/worth/control.ts';
import { words } from '../words.ts';

const listOptions = { ...formatOptions, company: { type: 'string' } } as const;
/** As many as a screen of text holds. */
const shown = 100;

async function runOrder(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, listOptions);
  const company = await companyOf(desk, values.company);
  const on = desk.clock.today();
  const limit = values.json || values.csv ? 100_000 : shown;
  const rows = await pricedRows(desk.db, company, { group: 'all', limit, on });
  const order = await orderOfWork(desk.db, company, on);
  if (values.json) desk.print(JSON.stringify({ asOf: on, plan: order.plan, rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else {
    if (order.plan) desk.print(planLine(desk, order, order.plan));
    desk.print(rows.length === 0 ? text(desk, 'worklist.empty') : textTable(columns(desk), rows));
  }
  return 0;
}

function planLine(
  desk: CliDesk,
  { company, currency }: OrderOfWork,
  plan: NonNullable<OrderOfWork['plan']>,
): string {
  return text(desk, 'order.plan', { company, currency, price: plan.pricePerHour, ...plan });
}

function columns(desk: CliDesk): Column<PricedRow>[] {
  return [
    { title: text(desk, 'worklist.account'), text: (row) => row.account },
    { title: text(desk, 'worklist.amount'), right: true, text: (row) => row.overdue },
    { title: text(desk, 'worklist.currency'), text: (row) => row.currency },
    { title: text(desk, 'order.way'), text: (row) => text(desk, `order.way_${row.way}`) },
    { title: text(desk, 'order.adds'), right: true, text: (row) => row.adds },
    { title: text(desk, 'order.minutes'), right: true, text: (row) => String(row.minutes) },
    { title: text(desk, 'order.standing'), text: (row) => standing(desk, row) },
    { title: text(desk, 'worklist.owner'), text: (row) => row.owner ?? '' },
  ];
}

function standing(desk: CliDesk, { leftAloneUntil: until, planned, calledFor }: PricedRow): string {
  if (until !== null) return text(desk, 'order.control', { until });
  if (calledFor && !planned) return text(desk, 'order.called');
  return text(desk, planned ? 'order.planned' : 'order.waits');
}

const upliftOptions = {
  company: { type: 'string' },
  json: { type: 'boolean' },
  on: { type: 'boolean' },
  off: { type: 'boolean' },
  share: { type: 'string' },
  most: { type: 'string' },
  'warm-up': { type: 'string' },
  reason: { type: 'string' },
} as const;

async function runUplift(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, upliftOptions);
  const company = await companyOf(desk, values.company);
  if (values.on === true || values.off === true) {
    const isOn = values.on === true && values.off !== true;
    return switchExperiment(desk, company, { ...values, isOn });
  }
  const order = await orderOfWork(desk.db, company, desk.clock.today());
  if (values.json) desk.print(JSON.stringify(order));
  else for (const line of upliftLines(desk, order)) desk.print(line);
  return 0;
}

type Switched = {
  readonly isOn: boolean;
  readonly share?: string | undefined;
  readonly most?: string | undefined;
  readonly 'warm-up'?: string | undefined;
  readonly reason?: string | undefined;
};

async function switchExperiment(
  desk: CliDesk,
  { companyId, baseCurrency }: Company,
  { isOn, share, most = '10000', 'warm-up': warmUp = '0', reason }: Switched,
): Promise<Exit> {
  if (reason === undefined) throw new WrongUsage(text(desk, 'uplift.reason_missing'));
  const amount = parseMoney(most, baseCurrency);
  if (!amount) {
    const facts = { currency: baseCurrency, decimals: 2 };
    throw new Unfit('worklist.stake_unreadable', text(desk, 'worklist.stake_unreadable', facts));
  }
  const sharePct = Number(share ?? shareBounds.standard);
  const wish = { companyId, isOn, sharePct, most: amount.minor, warmUpDays: Number(warmUp) };
  const doing = { action: 'worklist.set_experiment', actor: desk.actor, reason, input: null };
  const done = await perform(desk, doing, (context) => setExperiment(context, wish));
  if (!done.ok) throw new Unfit(done.refusal, text(desk, done.refusal, done.facts));
  desk.print(text(desk, 'uplift.set'));
  return 0;
}

function upliftLines(desk: CliDesk, order: OrderOfWork): string[] {
  const { uplift, experiment, running, currency, plan } = order;
  const on = experiment?.isOn === true;
  const share = experiment?.sharePct ?? 0;
  const facts = { share, most: experiment?.most ?? '', currency, ...running };
  const points = (part: number | undefined): string => String(Math.round((part ?? 0) * 1000) / 10);
  const { claim, open, leftAlone, cash, perHour } = uplift;
  const found = {
    at: points(uplift.share?.at),
    low: points(uplift.share?.low),
    high: points(uplift.share?.high),
    open,
    leftAlone,
  };
  const money = cash && {
    ...cash,
    currency,
    perHour: perHour?.at ?? '',
    hourLow: perHour?.low ?? '',
    hourHigh: perHour?.high ?? '',
  };
  return [
    ...(plan ? [planLine(desk, order, plan)] : []),
    on ? text(desk, 'uplift.on', facts) : text(desk, 'uplift.off'),
    text(desk, `uplift.${claim}`, found),
    ...(money ? [text(desk, 'uplift.cash', money)] : []),
  ];
}

type Company = Awaited<ReturnType<typeof oneCompany>>;

async function companyOf(desk: CliDesk, code: string | undefined): Promise<Company> {
  const company = await oneCompany(desk, code);
  await freshenWorklist(desk, { actor: desk.actor, reason: 'asked for on the command line' });
  return company;
}

function text(
  desk: CliDesk,
  name: string,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return say(words, name, facts, desk.language);
}

export const orderCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'order',
    usage: '[--company CODE] [--json | --csv]',
    summary: words['command.order'],
    run: runOrder,
  },
  {
    on: 'desk',
    name: 'uplift',
    usage:
      '[--company CODE] [--json] [(--on | --off) --reason TEXT] ' +
      '[--share PERCENT] [--most AMOUNT] [--warm-up DAYS]',
    summary: words['command.uplift'],
    run: runUplift,
  },
];
