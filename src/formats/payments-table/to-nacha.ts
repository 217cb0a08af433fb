/** A sheet of ACH payments made into a NACHA file: one batch a class, as the rows come. */
import { type Facts, type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { AchRefusal } from '../nacha/judge.ts';
import type { AchFile } from '../nacha/model.ts';
import { type AchOrder, batchOfOrders, documentAddenda } from '../nacha/originate.ts';
import { writeNacha } from '../nacha/write.ts';
import {
  type PaymentCells,
  type SheetRefusal,
  Wanting,
  amountIn,
  dayIn,
  digitsIn,
  oneOf,
  reading,
  wanted,
} from './sheet.ts';
import { type WrittenPayments, controlsOf } from './written.ts';

const classes = ['PPD', 'CCD', 'CTX', 'WEB', 'TEL'] as const;

/** The file's text with its controls; refused by the row and field that is wrong. */
export function paymentsToNacha(
  rows: readonly PaymentCells[],
): Outcome<WrittenPayments, AchRefusal | SheetRefusal> {
  return reading(() => {
    const [first] = rows;
    if (!first) return refuse('payments.empty');
    const file = fileOf(first, rows);
    const text = writeNacha(file);
    if (!text.ok)
      return refuse(text.refusal, { ...text.facts, ...placeOf(text.facts, file, rows) });
    const amounts = rows.map((row) => amountIn(row, 'USD'));
    return accept({ text: text.value, controls: controlsOf(amounts) });
  });
}

function fileOf(first: PaymentCells, rows: readonly PaymentCells[]): AchFile {
  const groups = Map.groupBy(rows, (row) => oneOf(row, 'class', classes, 'PPD'));
  const bank = wanted(first, 'bank');
  let trace = digitsIn(first, 'first_trace', '1');
  const batches = [...groups].map(([sec, own], at) => {
    const sender = {
      number: at + 1,
      companyName: wanted(first, 'company_name'),
      companyId: wanted(first, 'company_id'),
      sec,
      description: wanted(first, 'description'),
      effectiveOn: dayIn(first, 'effective_on'),
      bank,
      firstTrace: trace,
    };
    trace += own.length;
    return batchOfOrders(sender, own.map(orderOf));
  });
  return {
    destination: wanted(first, 'destination'),
    destinationName: wanted(first, 'destination_name'),
    origin: wanted(first, 'origin'),
    originName: wanted(first, 'origin_name'),
    createdOn: dayIn(first, 'created_on'),
    createdAt: first.text('created_at') || '0000',
    modifier: first.text('modifier') || 'A',
    reference: first.text('file_reference'),
    batches,
  };
}

function orderOf(row: PaymentCells): AchOrder {
  const amount = amountIn(row, 'USD');
  if (amount.currency !== 'USD') {
    const facts = { line: row.line, field: 'currency', value: amount.currency, example: 'USD' };
    throw new Wanting('payments.field_wrong', facts);
  }
  const document = row.text('document');
  return {
    kind: oneOf(row, 'kind', ['debit', 'credit'], 'credit'),
    of: oneOf(row, 'account_type', ['checking', 'savings'], 'checking'),
    prenote: oneOf(row, 'prenote', ['yes', 'no'], 'no') === 'yes',
    routing: wanted(row, 'routing'),
    account: wanted(row, 'account'),
    cents: amount.minor,
    id: row.text('id'),
    name: wanted(row, 'name'),
    paymentType: row.text('payment_type'),
    addenda: document === '' ? [] : [documentAddenda(document, amount)],
  };
}

/** The row of the entry that the rules refuse, by its trace. */
function placeOf(
  { trace }: Facts,
  file: AchFile,
  rows: readonly PaymentCells[],
): { line?: number } {
  const entries = file.batches.flatMap((batch) => batch.entries);
  const groups = Map.groupBy(rows, (row) => oneOf(row, 'class', classes, 'PPD'));
  const row = [...groups.values()].flat()[entries.findIndex((entry) => entry.trace === trace)];
  return row ? { line: row.line } : {};
}
