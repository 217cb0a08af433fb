/** `dunlin predict`: when each open invoice of the book will be paid, as known on a day. */
import { type Day } from '#kernel/day.ts';
import { formatMoney, money, currency } from '#kernel/money.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { choiceOption, dayOption, formatOptions, readOptions } from '#platform/cli/options.ts';
import { type Column, csvTable, textTable } from '#platform/cli/table.ts';
import { toDay, toNumber } from '../rules/days.ts';
import {
  type ModelKind,
  type Prediction,
  learn,
  modelKinds,
  predictOpen,
} from '../rules/predict.ts';
import { type HistoryRow, paymentHistory } from '../store/history.ts';

export const predictBookCommand: Command = {
  name: 'predict',
  usage: '[--as-of D] [--model empirical|logistic|ensemble] [--json|--csv]',
  summary: {
    en: 'when each open invoice will be paid: the middle, and an interval of eight in ten',
    es: 'cuándo se pagará cada factura abierta: el punto medio y un intervalo de ocho de cada diez',
  },
  on: 'desk',
  run,
};

const options = {
  ...formatOptions,
  'as-of': { type: 'string' },
  model: { type: 'string' },
} as const;

type Line = { readonly row: HistoryRow; readonly prediction: Prediction };

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const asOf = dayOption('as-of', values['as-of']) ?? desk.clock.today();
  const kind = choiceOption('model', values.model, modelKinds) ?? 'ensemble';
  const { model, lines } = await predictBook(desk, asOf, kind);
  if (values.json) desk.print(JSON.stringify({ asOf, model, rows: lines.map(wire) }));
  else desk.print((values.csv ? csvTable : textTable)(columns, lines));
  return 0;
}

async function predictBook(
  desk: CliDesk,
  asOf: Day,
  kind: ModelKind,
): Promise<{ model: ModelKind; lines: Line[] }> {
  const rows = await paymentHistory(desk.db, asOf);
  const byId = new Map(rows.map((row) => [row.item_id, row]));
  const items = rows.map((row) => ({
    invoiceId: row.item_id,
    customerId: row.account_id,
    company: row.company,
    currency: row.currency,
    terms: row.terms,
    attr: '',
    issuedOn: toNumber(row.issued_on),
    dueOn: toNumber(row.due_on),
    size: row.size,
    paidOn: row.paid_on === null ? null : toNumber(row.paid_on),
  }));
  const model = learn(items, toNumber(asOf), kind);
  const lines = predictOpen(items, toNumber(asOf), model).flatMap((prediction) => {
    const row = byId.get(prediction.item.invoiceId);
    return row ? [{ row, prediction }] : [];
  });
  return { model: model.kind, lines };
}

function wire({ row, prediction }: Line): object {
  const { p10, p50, p90, late, late30, weeks, closed } = prediction;
  return {
    account: row.account,
    invoice: row.number,
    currency: row.currency,
    open: openOf(row),
    dueOn: row.due_on,
    p10: toDay(p10),
    p50: toDay(p50),
    p90: toDay(p90),
    late: rounded(late),
    late30: rounded(late30),
    weeks: weeks.map(rounded),
    paidBefore: closed,
  };
}

function openOf(row: HistoryRow): string {
  return formatMoney(money(BigInt(row.open_minor), currency(row.currency)));
}

function percentOf(chance: number): string {
  return `${Math.round(chance * 100)} %`;
}

function rounded(chance: number): number {
  return Math.round(chance * 10_000) / 10_000;
}

const columns: readonly Column<Line>[] = [
  { title: 'account', text: ({ row }) => row.account },
  { title: 'invoice', text: ({ row }) => row.number },
  { title: 'currency', text: ({ row }) => row.currency },
  { title: 'open', right: true, text: ({ row }) => openOf(row) },
  { title: 'due', text: ({ row }) => row.due_on },
  { title: 'p10', text: ({ prediction }) => toDay(prediction.p10) },
  { title: 'p50', text: ({ prediction }) => toDay(prediction.p50) },
  { title: 'p90', text: ({ prediction }) => toDay(prediction.p90) },
  { title: 'late', right: true, text: ({ prediction }) => percentOf(prediction.late) },
  { title: 'late30', right: true, text: ({ prediction }) => percentOf(prediction.late30) },
];
