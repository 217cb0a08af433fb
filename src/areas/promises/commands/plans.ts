/** `dunlin plans`, `dunlin plan` and `dunlin settlements`. */
import type { Day } from '#kernel/day.ts';
import { parseDecimal } from '#kernel/decimal.ts';
import { type Currency, type Money, parseCurrency, parseMoney } from '#kernel/money.ts';
import type { Refused } from '#kernel/outcome.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { perform } from '#platform/action.ts';
import { accountsNumbered } from '#areas/customers/index.ts';
import { type CliDesk, type Command, type Exit, WrongUsage } from '#platform/cli/command.ts';
import { oneAccount } from '#platform/cli/one-account.ts';
import {
  choiceOption,
  dayOption,
  formatOptions,
  readArguments,
  readOptions,
} from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { agreeingAs } from '../actions/plans/agreeing-as.ts';
import { type DrawPlan, drawPlan } from '../actions/plans/draw-plan.ts';
import { offerPlan } from '../actions/plans/offer-plan.ts';
import { wireDraft, wirePlan } from '../answers/plans.ts';
import { wireSettlement } from '../answers/settlements.ts';
import { type WireDraft, type WirePlan, frequencies, planStates } from '../contract/plans.ts';
import type { WireSettlement } from '../contract/settlements.ts';
import { offeredTo as offeredToReason } from '../rules/plans/job-reason.ts';
import { standardPlanPolicy } from '../rules/plans/policy.ts';
import { settlementStates } from '../rules/settlements/states.ts';
import { listPlans } from '../store/plans/list.ts';
import { listSettlements } from '../store/settlements/list.ts';
import { words } from '../words.ts';

const listOptions = {
  ...formatOptions,
  state: { type: 'string' },
  company: { type: 'string' },
} as const;

async function runPlans(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, listOptions);
  const state = choiceOption('state', values.state, planStates);
  const companies = await companiesNamed(desk, values.company);
  const found = await listPlans(desk.db, { state, companies }, { after: undefined, limit: null });
  const rows = found.map(wirePlan);
  return print(desk, values, { rows, columns: planColumns(desk), none: 'plans.none' });
}

async function runSettlements(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, listOptions);
  const state = choiceOption('state', values.state, settlementStates);
  const companies = await companiesNamed(desk, values.company);
  const found = await listSettlements(desk.db, { state, companies }, null);
  const rows = found.map((row) => wireSettlement(row, desk.language));
  const columns = settlementColumns(desk);
  return print(desk, values, { rows, columns, none: 'settlements.none' });
}

type How = { readonly json: boolean; readonly csv: boolean };
type Listed<T> = {
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly none: string;
};

function print<T>(desk: CliDesk, { json, csv }: How, { rows, columns, none }: Listed<T>): Exit {
  if (json) desk.print(JSON.stringify({ asOf: desk.clock.today(), rows }));
  else if (csv) desk.print(csvTable(columns, rows));
  else desk.print(rows.length === 0 ? text(desk, none) : textTable(columns, rows));
  return 0;
}

function planColumns(desk: CliDesk): Column<WirePlan>[] {
  const title = (name: string): string => text(desk, name);
  return [
    { title: title('plans.next'), text: (row) => row.nextDueOn ?? '' },
    { title: title('promises.account'), text: (row) => row.account },
    { title: title('promises.name'), text: (row) => row.name },
    { title: title('promises.state'), text: (row) => title(`plans.state_${row.state}`) },
    { title: title('plans.next_amount'), right: true, text: (row) => row.nextAmount ?? '' },
    { title: title('plans.past_due'), right: true, text: (row) => row.pastDue },
    { title: title('plans.paid'), right: true, text: (row) => row.paid },
    { title: title('plans.total'), right: true, text: (row) => row.total },
    { title: title('promises.currency'), text: (row) => row.currency },
  ];
}

function settlementColumns(desk: CliDesk): Column<WireSettlement>[] {
  const title = (name: string): string => text(desk, name);
  return [
    { title: title('plans.pay_by'), text: (row) => row.payBy },
    { title: title('promises.account'), text: (row) => row.account },
    { title: title('promises.name'), text: (row) => row.name },
    { title: title('promises.state'), text: (row) => title(`settlements.state_${row.state}`) },
    { title: title('plans.offer'), right: true, text: (row) => row.offer },
    { title: title('plans.balance'), right: true, text: (row) => row.balance },
    { title: title('plans.paid'), right: true, text: (row) => row.paid },
    { title: title('plans.waived'), right: true, text: (row) => row.waived },
    { title: title('promises.currency'), text: (row) => row.currency },
  ];
}

const drawOptions = {
  count: { type: 'string', default: '3' },
  frequency: { type: 'string', default: 'monthly' },
  first: { type: 'string' },
  down: { type: 'string', default: '0' },
  fee: { type: 'string', default: '0' },
  apr: { type: 'string', default: '0' },
  offer: { type: 'boolean', default: false },
  to: { type: 'string' },
  note: { type: 'string', default: '' },
  company: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

async function runPlan(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, drawOptions);
  const [number, code, ...rest] = positionals;
  const currency = parseCurrency(code ?? '');
  if (number === undefined || currency === undefined || rest.length > 0) {
    throw new WrongUsage({
      en: 'name the account and the currency',
      es: 'nombre la cuenta y la moneda',
    });
  }
  const accountId = oneAccount(
    number,
    await accountsNumbered(desk.db, number, values.company),
    desk.language,
  );
  const wish: DrawPlan = {
    accountId,
    currency,
    itemIds: [],
    ...readFigures(values, currency),
    frequency: choiceOption('frequency', values.frequency, frequencies) ?? 'monthly',
    count: readCount(values.count),
    firstOn: readFirst(values.first, desk),
    days: [],
    edits: [],
    party: null,
  };
  if (values.offer) return offer(desk, values, wish);
  const roles = await agreeingAs(desk.db, desk.actor);
  const drawn = await drawPlan(desk.db, wish, desk.clock.today(), roles, standardPlanPolicy);
  if (!drawn.ok) return complain(desk, values.json, drawn);
  const draft = wireDraft(drawn.value);
  if (values.json) desk.print(JSON.stringify(draft));
  else desk.print(textTable(draftColumns(desk), draft.installments));
  return 0;
}

type Offering = {
  readonly to?: string;
  readonly note: string;
  readonly json: boolean;
  readonly 'dry-run': boolean;
};

async function offer(desk: CliDesk, how: Offering, wish: DrawPlan): Promise<Exit> {
  const offeredTo = how.to?.trim();
  if (!offeredTo) {
    throw new WrongUsage({
      en: '--to takes the name of who speaks for the customer',
      es: '--to lleva el nombre de quien habla por el cliente',
    });
  }
  const doing = {
    action: 'promises.offer_plan',
    actor: desk.actor,
    reason: offeredToReason(offeredTo),
    input: { ...wish, offeredTo },
    accountId: wish.accountId,
    dryRun: how['dry-run'],
  };
  const done = await perform(desk, doing, (context) =>
    offerPlan(context, { ...wish, offeredTo, note: how.note }, standardPlanPolicy),
  );
  if (!done.ok) return complain(desk, how.json, done);
  if (how.json) desk.print(JSON.stringify({ ...done.value.answer, dryRun: how['dry-run'] }));
  else desk.print(say(words, 'plans.offered', { who: offeredTo }, desk.language));
  return 0;
}

function draftColumns(desk: CliDesk): Column<WireDraft['installments'][number]>[] {
  return [
    { title: text(desk, 'plans.no'), right: true, text: (row) => String(row.no) },
    { title: text(desk, 'promises.due'), text: (row) => row.dueOn },
    { title: text(desk, 'promises.amount'), right: true, text: (row) => row.amount },
    { title: text(desk, 'plans.interest'), right: true, text: (row) => row.interest },
  ];
}

function readFigures(
  values: { readonly down: string; readonly fee: string; readonly apr: string },
  currency: Currency,
) {
  const amount = (name: string, given: string): Money => {
    const read = parseMoney(given, currency);
    if (!read) {
      throw new WrongUsage({
        en: `--${name} takes an amount in ${currency}`,
        es: `--${name} lleva un importe en ${currency}`,
      });
    }
    return read;
  };
  const aprPct = parseDecimal(values.apr);
  if (!aprPct) {
    throw new WrongUsage({
      en: '--apr takes percent a year',
      es: '--apr lleva un porcentaje anual',
    });
  }
  return { down: amount('down', values.down), fee: amount('fee', values.fee), aprPct };
}

function readCount(given: string): number {
  const count = Number(given);
  if (!Number.isInteger(count)) {
    throw new WrongUsage({
      en: '--count takes a whole number',
      es: '--count lleva un número entero',
    });
  }
  return count;
}

function readFirst(given: string | undefined, desk: CliDesk): Day {
  return dayOption('first', given) ?? desk.clock.today();
}

function complain(desk: CliDesk, json: boolean, refused: Refused<string>): Exit {
  const { refusal: code, facts } = refused;
  const message = say(words, code, facts, desk.language);
  if (json) desk.print(JSON.stringify({ refused: { code, message, facts } }));
  else desk.complain(message);
  return 1;
}

function text(desk: CliDesk, name: string): string {
  return say(words, name, {}, desk.language);
}

export const planCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'plans',
    usage: `[--state ${planStates.join('|')}] [--company CODE] [--json | --csv]`,
    summary: words['command.plans'],
    run: runPlans,
  },
  {
    on: 'desk',
    name: 'plan',
    usage:
      '<account> <currency> [--count N] [--frequency weekly|biweekly|monthly] [--first DAY] ' +
      '[--down AMOUNT] [--fee AMOUNT] [--apr PERCENT] [--offer --to NAME [--note TEXT]] ' +
      '[--company CODE] [--dry-run] [--json]',
    summary: words['command.plan'],
    run: runPlan,
  },
  {
    on: 'desk',
    name: 'settlements',
    usage: `[--state ${settlementStates.join('|')}] [--company CODE] [--json | --csv]`,
    summary: words['command.settlements'],
    run: runSettlements,
  },
];
