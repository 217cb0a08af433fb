/**
 * `dunlin predict --known FILE --as-of D --out FILE`: learns from what a file shows as paid by
 * the close of a day and predicts every invoice that was open then, without a database.
 */
import { writeFileSync } from 'node:fs';
import { type Command, type Exit, type Terminal, WrongUsage } from '#platform/cli/command.ts';
import { choiceOption, dayOption, readArguments } from '#platform/cli/options.ts';
import { type Column, csvTable } from '#platform/cli/table.ts';
import { toDay, toNumber } from '../rules/days.ts';
import { type Prediction, learn, modelKinds, predictOpen } from '../rules/predict.ts';
import { readKnown } from './known-file.ts';

export const predictKnownCommand: Command = {
  name: 'predict --known',
  usage: 'FILE --as-of D --out FILE [--model empirical|logistic|ensemble]',
  summary: {
    en: 'predicts when the open invoices of a file will be paid, without a database',
    es: 'predice cuándo se pagarán las facturas abiertas de un archivo, sin base de datos',
  },
  on: 'nothing',
  run,
};

const options = {
  'as-of': { type: 'string' },
  out: { type: 'string' },
  model: { type: 'string' },
} as const;

async function run(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { values, positionals } = readArguments(args, options);
  const [file, extra] = positionals;
  const asOf = dayOption('as-of', values['as-of']);
  const kind = choiceOption('model', values.model, modelKinds) ?? 'ensemble';
  if (file === undefined || extra !== undefined || !asOf || values.out === undefined) {
    throw new WrongUsage({
      en: 'name one file, the day with --as-of and the file to write with --out',
      es: 'nombre un archivo, el día con --as-of y con --out el archivo que se escribe',
    });
  }
  const items = readKnown(file);
  const began = performance.now();
  const model = learn(items, toNumber(asOf), kind);
  const predictions = predictOpen(items, toNumber(asOf), model);
  const took = Math.round((performance.now() - began) / 100) / 10;
  writeFileSync(values.out, `${csvTable(columnsOn(asOf), predictions)}\n`);
  const counts = `${items.length} invoices known, ${predictions.length} predicted`;
  terminal.print(`${counts}, ${model.kind}, ${took} s → ${values.out}`);
  return Promise.resolve(0);
}

export function columnsOn(snapshot: string): Column<Prediction>[] {
  const chance = (value: number): string => String(Math.round(value * 1_000_000) / 1_000_000);
  return [
    { title: 'snapshot', text: () => snapshot },
    { title: 'invoice_id', text: ({ item }) => item.invoiceId },
    { title: 'p10', text: ({ p10 }) => toDay(p10) },
    { title: 'p50', text: ({ p50 }) => toDay(p50) },
    { title: 'p90', text: ({ p90 }) => toDay(p90) },
    { title: 'p_late30', text: ({ late30 }) => chance(late30) },
    { title: 'p_late0', text: ({ late }) => chance(late) },
    ...Array.from({ length: 8 }, (_, at) => ({
      title: `p_w${at + 1}`,
      text: ({ weeks }: Prediction) => chance(weeks[at] ?? 0),
    })),
  ];
}
