/** `dunlin promises` and `dunlin promise`. */
import { formatMoney, parseCurrency, parseMoney } from '#kernel/money.ts';
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
import { runOutlook } from './commands/outlook.ts';
import { type MakePromise, makePromise } from './actions/make-promise.ts';
import { wirePromise } from './answers/wire.ts';
import { type WirePromise, paymentMethods, promiseStates } from './contract.ts';
import { standardPromisePolicy } from './rules/promise.ts';
import { listPromises } from './store/list.ts';
import { words } from './words.ts';

const listOptions = {
  ...formatOptions,
  state: { type: 'string' },
  company: { type: 'string' },
  outlook: { type: 'boolean', default: false },
} as const;

async function runList(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, listOptions);
  const state = choiceOption('state', values.state, promiseStates);
  const companies = await companiesNamed(desk, values.company);
  if (values.outlook) {
    if (state !== undefined) {
      throw new WrongUsage({
        en: '--outlook speaks of open promises only',
        es: '--outlook habla solo de promesas abiertas',
      });
    }
    return runOutlook(desk, values, companies);
  }
  const filter = { state, companies };
  const found = await listPromises(desk.db, filter, { after: undefined, limit: null });
  const rows = found.map((row) => wirePromise(row, desk.language));
  if (values.json) desk.print(JSON.stringify({ asOf: desk.clock.today(), rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else desk.print(rows.length === 0 ? text(desk, 'promises.none') : textTable(columns(desk), rows));
  return 0;
}

function columns(desk: CliDesk): Column<WirePromise>[] {
  const title = (name: string): string => text(desk, `promises.${name}`);
  return [
    { title: title('due'), text: (row) => row.dueOn },
    { title: title('account'), text: (row) => row.account },
    { title: title('name'), text: (row) => row.name },
    { title: title('amount'), right: true, text: (row) => row.amount },
    { title: title('currency'), text: (row) => row.currency },
    { title: title('state'), text: (row) => title(`state_${row.state}`) },
    { title: title('received'), right: true, text: (row) => row.received },
    { title: title('missing'), right: true, text: (row) => row.missing },
    { title: title('level'), right: true, text: (row) => String(row.level) },
    { title: title('last_day'), text: (row) => row.lastDay },
    { title: title('said_by'), text: (row) => row.saidBy },
  ];
}

const makeOptions = {
  'said-by': { type: 'string' },
  method: { type: 'string' },
  note: { type: 'string', default: '' },
  company: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

async function runMake(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, makeOptions);
  const [number, amountText, code, dueText, ...rest] = positionals;
  const { 'said-by': saidBy } = values;
  const dueOn = dayOption('due', dueText);
  const currency = code === undefined ? undefined : parseCurrency(code);
  const amount = currency && parseMoney(amountText ?? '', currency);
  if (number === undefined || !amount || dueOn === undefined || rest.length > 0) {
    throw new WrongUsage({
      en: 'name the account, the amount, the currency and the day it is due',
      es: 'nombre la cuenta, el importe, la moneda y el día en que vence',
    });
  }
  if (!saidBy?.trim()) {
    throw new WrongUsage({
      en: '--said-by takes the name of who promised',
      es: '--said-by lleva el nombre de quien prometió',
    });
  }
  const accountId = oneAccount(
    number,
    await accountsNumbered(desk.db, number, values.company),
    desk.language,
  );
  return record(desk, values, {
    accountId,
    amount,
    dueOn,
    saidBy: saidBy.trim(),
    method: choiceOption('method', values.method, paymentMethods) ?? null,
    itemIds: [],
    supersedes: [],
    note: values.note,
  });
}

type How = { readonly json: boolean; readonly 'dry-run': boolean };

async function record(desk: CliDesk, how: How, wish: MakePromise): Promise<Exit> {
  const { accountId, amount, dueOn, saidBy } = wish;
  const shown = wirePromiseWish(wish);
  const doing = {
    action: 'promises.make_promise',
    actor: desk.actor,
    reason: `said by ${saidBy}`,
    input: shown,
    accountId,
    dryRun: how['dry-run'],
  };
  const done = await perform(desk, doing, (context) =>
    makePromise(context, wish, standardPromisePolicy),
  );
  if (!done.ok) return complain(desk, how, done);
  const facts = { amount: shown.amount, currency: amount.currency, dueOn };
  if (how.json) desk.print(JSON.stringify({ ...done.value.answer, dryRun: how['dry-run'] }));
  else desk.print(say(words, 'promises.recorded', facts, desk.language));
  return 0;
}

function complain(desk: CliDesk, { json }: How, refused: Refused<string>): Exit {
  const message = say(words, refused.refusal, refused.facts, desk.language);
  const { refusal: code, facts } = refused;
  if (json) desk.print(JSON.stringify({ refused: { code, message, facts } }));
  else desk.complain(message);
  return 1;
}

function wirePromiseWish({ amount, dueOn, saidBy, method, note }: MakePromise) {
  return {
    amount: formatMoney(amount),
    currency: amount.currency,
    dueOn,
    saidBy,
    method,
    note,
  };
}

function text(desk: CliDesk, name: string): string {
  return say(words, name, {}, desk.language);
}

export const promiseCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'promises',
    usage: `[--state ${promiseStates.join('|')} | --outlook] [--company CODE] [--json | --csv]`,
    summary: words['command.promises'],
    run: runList,
  },
  {
    on: 'desk',
    name: 'promise',
    usage:
      '<account> <amount> <currency> <due> --said-by NAME [--method METHOD] [--note TEXT] ' +
      '[--company CODE] [--dry-run] [--json]',
    summary: words['command.promise'],
    run: runMake,
  },
];
