/** `dunlin holds` and `dunlin credit`. */
import { formatMoney, money } from '#kernel/money.ts';
import { accountsNumbered } from '#areas/customers/index.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { type CliDesk, type Command, type Exit } from '#platform/cli/command.ts';
import { oneAccount } from '#platform/cli/one-account.ts';
import { formatOptions, oneArgument, readArguments, readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { accountCredit } from './answers/account-credit.ts';
import { heldOrders } from './answers/holds.ts';
import type { WireHold } from './contract/holds.ts';
import type { WireCredit } from './contract/limits.ts';
import { countWaiting, mostHolds } from './store/list.ts';
import { words } from './words.ts';

const holdOptions = { ...formatOptions, company: { type: 'string' } } as const;

async function runHolds(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, holdOptions);
  const companies = await companiesNamed(desk, values.company);
  const today = desk.clock.today();
  const reader = { memberId: null, companies, language: desk.language, today };
  const found = await heldOrders(desk.db, reader);
  const rows = found.map(({ ownerId: _owner, forwardedId: _forwarded, ...row }) => row);
  if (values.json) desk.print(JSON.stringify({ asOf: today, rows }));
  else if (values.csv) desk.print(csvTable(holdColumns(desk), rows));
  else desk.print(rows.length === 0 ? text(desk, 'none') : textTable(holdColumns(desk), rows));
  const waiting = rows.length < mostHolds ? rows.length : await countWaiting(desk.db, companies);
  if (waiting > rows.length) {
    desk.complain(say(words, 'credit.cut', { listed: rows.length, waiting }, desk.language));
  }
  return 0;
}

function holdColumns(desk: CliDesk): Column<WireHold>[] {
  const title = (name: string): string => text(desk, name);
  return [
    { title: title('order'), text: (row) => row.order },
    { title: title('account'), text: (row) => row.account },
    { title: title('name'), text: (row) => row.name },
    { title: title('amount'), right: true, text: (row) => row.amount },
    { title: title('currency'), text: (row) => row.currency },
    { title: title('why'), text: (row) => row.reasons.map(({ says }) => says).join('; ') },
    { title: title('clears'), text: (row) => title(row.clearsNow ? 'yes' : 'no') },
    { title: title('who_may'), text: (row) => row.authority.who ?? '—' },
  ];
}

const creditOptions = { company: { type: 'string' }, json: { type: 'boolean' } } as const;

async function runCredit(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const { values, positionals } = readArguments(args, creditOptions);
  const number = oneArgument(positionals, { en: 'name one account', es: 'nombre una cuenta' });
  const accountId = oneAccount(
    number,
    await accountsNumbered(desk.db, number, values.company),
    desk.language,
  );
  const credit = await accountCredit(desk.db, accountId, desk.clock.today(), desk.language);
  if (credit === undefined) throw new Error(`account ${accountId} is gone`);
  if (values.json) desk.print(JSON.stringify({ account: number, ...credit }));
  else desk.print(textTable(creditColumns(desk), creditRows(credit)));
  return 0;
}

type CreditRow = { readonly name: string; readonly value: string };

function creditColumns(desk: CliDesk): Column<CreditRow>[] {
  return [
    { title: '', text: ({ name }) => text(desk, name) },
    { title: '', right: true, text: ({ value }) => value },
  ];
}

function creditRows({ figures, available, hold, reasons }: WireCredit): CreditRow[] {
  const nothing = formatMoney(money(0n, figures?.currency ?? 'USD'));
  return [
    { name: 'currency', value: figures?.currency ?? '' },
    { name: 'limit', value: figures?.limit ?? '—' },
    { name: 'owed', value: figures?.owed ?? nothing },
    { name: 'unapplied', value: figures?.unapplied ?? nothing },
    { name: 'orders', value: figures?.orders ?? nothing },
    { name: 'exposure', value: figures?.exposure ?? nothing },
    { name: 'available', value: available ?? '—' },
    ...(hold === null ? [] : [{ name: 'hold', value: hold }]),
    ...reasons.map(({ says }) => ({ name: 'why', value: says })),
  ];
}

function text(desk: CliDesk, name: string): string {
  return say(words, `credit.${name}`, {}, desk.language);
}

export const creditCommands: readonly Command[] = [
  {
    on: 'desk',
    name: 'holds',
    usage: '[--company CODE] [--json | --csv]',
    summary: words['command.holds'],
    run: runHolds,
  },
  {
    on: 'desk',
    name: 'credit',
    usage: '<account> [--company CODE] [--json]',
    summary: words['command.credit'],
    run: runCredit,
  },
];
