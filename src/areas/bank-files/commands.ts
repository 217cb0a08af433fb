/** `dunlin bank-files`, `dunlin fetch-bank-files` and `dunlin bank-account`. */
import { companiesNamed, oneCompany } from '#areas/team/index.ts';
import { perform } from '#platform/action.ts';
import { type CliDesk, type Command, type Exit } from '#platform/cli/command.ts';
import {
  choiceOption,
  currencyOption,
  formatOptions,
  oneArgument,
  readArguments,
  readOptions,
} from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { registerBankAccount } from './actions/register-bank-account.ts';
import { fetchFeeds } from './answers/fetch-feeds.ts';
import { wireFile } from './answers/wire.ts';
import { type WireBankFile, fileStates } from './contract/files.ts';
import { listFiles } from './store/list-files.ts';
import { words } from './words.ts';

const listOptions = {
  ...formatOptions,
  state: { type: 'string' },
  company: { type: 'string' },
} as const;

/** So many are listed; what waits for somebody stands first. */
const mostFiles = 1000;

async function runFiles(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, listOptions);
  const state = choiceOption('state', values.state, fileStates);
  const companies = await companiesNamed(desk, values.company);
  const page = { limit: mostFiles, offset: 0 };
  const found = await listFiles(desk.db, { companies, state }, page);
  const rows = found.map((row) => wireFile(row, desk.language));
  if (values.json) desk.print(JSON.stringify({ rows }));
  else if (values.csv) desk.print(csvTable(columns(desk), rows));
  else if (rows.length === 0) desk.print(say(words, 'bank_files.cli_none', {}, desk.language));
  else desk.print(textTable(columns(desk), rows));
  return 0;
}

function columns(desk: CliDesk): Column<WireBankFile>[] {
  const title = (name: string): string => say(words, `bank_files.cli_${name}`, {}, desk.language);
  return [
    { title: title('when'), text: ({ recordedAt }) => recordedAt.slice(0, 16).replace('T', ' ') },
    { title: title('file'), text: ({ fileName }) => fileName },
    { title: title('format'), text: ({ format }) => format },
    { title: title('company'), text: ({ company }) => company },
    { title: title('state'), text: ({ state }) => title(`state_${state}`) },
    { title: title('found'), right: true, text: ({ found }) => String(found) },
    { title: title('added'), right: true, text: ({ added }) => String(added) },
    { title: title('failed'), right: true, text: ({ controlsFailed }) => String(controlsFailed) },
  ];
}

const accountOptions = {
  name: { type: 'string' },
  currency: { type: 'string', default: 'USD' },
  'cash-account': { type: 'string' },
  company: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

async function runAccount(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, accountOptions);
  const currency = currencyOption('currency', values.currency);
  const number = oneArgument(positionals, {
    en: 'name the account’s number',
    es: 'nombre el número de la cuenta',
  });
  const name = values.name ?? `••${number.slice(-4)}`;
  const cashAccount = values['cash-account'] ?? name;
  const { companyId } = await oneCompany(desk, values.company);
  const wish = { companyId, name, number, currency, cashAccount };
  const doing = {
    action: 'bank_files.register_bank_account',
    actor: desk.actor,
    reason: `account ${name}`,
    // The number stands in the register and not in the trail.
    input: { companyId, name, currency, cashAccount },
    dryRun: values['dry-run'],
  };
  const done = await perform(desk, doing, (context) => registerBankAccount(context, wish));
  if (!done.ok) {
    const message = say(words, done.refusal, done.facts, desk.language);
    if (values.json) desk.print(JSON.stringify({ refused: { code: done.refusal, message } }));
    desk.complain(message);
    return 1;
  }
  if (values.json) desk.print(JSON.stringify(done.value.answer));
  else desk.print(say(words, 'bank_files.cli_registered', { name, currency }, desk.language));
  return 0;
}

const fetchOptions = { json: { type: 'boolean', default: false } } as const;

async function runFetch(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { json } = readOptions(args, fetchOptions);
  const runs = await fetchFeeds(desk, { actor: desk.actor, reason: 'asked for' });
  if (json) desk.print(JSON.stringify({ runs }));
  else if (runs.length === 0) {
    desk.print(say(words, 'bank_files.cli_no_feeds', {}, desk.language));
  }
  for (const { problem, ...run } of runs) {
    if (problem !== null) desk.complain(`${run.feed}: ${problem}`);
    else if (!json) desk.print(say(words, 'bank_files.cli_fetched', run, desk.language));
  }
  return runs.some(({ problem }) => problem !== null) ? 1 : 0;
}

export const bankFileCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'bank-files',
    usage: '[--state STATE] [--company C] [--json | --csv]',
    summary: {
      en: 'Files of banks, payers and card processors, and where each stands',
      es: 'Los archivos de bancos, pagadores y procesadores, y cómo está cada uno',
    },
    run: runFiles,
  },
  {
    on: 'desk',
    name: 'fetch-bank-files',
    usage: '[--json]',
    summary: {
      en: 'Looks now at the watched folders and servers that DUNLIN_FEEDS names',
      es: 'Mira ahora las carpetas y servidores que DUNLIN_FEEDS nombra',
    },
    run: runFetch,
  },
  {
    on: 'desk',
    name: 'bank-account',
    usage:
      '<number> [--name NAME] [--currency USD] [--cash-account A] [--company C] [--dry-run] ' +
      '[--json]',
    summary: {
      en: 'Registers one of our bank accounts, so that its files are taken in',
      es: 'Registra una de nuestras cuentas bancarias para tomar sus archivos',
    },
    run: runAccount,
  },
];
