/** A sheet of SEPA payments made into pain.001 (transfers) or pain.008 (collections). */
import { type Facts, type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { PainRefusal } from '../pain/judge.ts';
import type { AccountHolder, Collection, Payment, PaymentOrder, Purpose } from '../pain/order.ts';
import { writeOrder } from '../pain/write.ts';
import {
  type PaymentCells,
  type SheetRefusal,
  amountIn,
  dayIn,
  oneOf,
  reading,
  wanted,
} from './sheet.ts';
import { type WrittenPayments, controlsOf } from './written.ts';

/** The file's text with its controls; refused by the row and field that is wrong. */
export function paymentsToPain(
  rows: readonly PaymentCells[],
  kind: PaymentOrder['kind'],
): Outcome<WrittenPayments, PainRefusal | SheetRefusal> {
  return reading(() => {
    const [first] = rows;
    if (!first) return refuse('payments.empty');
    const order = kind === 'transfers' ? transfers(first, rows) : collections(first, rows);
    const text = writeOrder(order);
    if (!text.ok) return refuse(text.refusal, { ...text.facts, ...placeOf(text.facts, rows) });
    const amounts = rows.map((row) => amountIn(row, 'EUR'));
    return accept({ text: text.value, controls: controlsOf(amounts) });
  });
}

function headOf(first: PaymentCells) {
  const messageId = wanted(first, 'message_id');
  return {
    messageId,
    writtenAt: wanted(first, 'written_at'),
    initiator: first.text('initiator') || wanted(first, 'own_name'),
    batch: {
      id: first.text('batch_id') || messageId,
      on: dayIn(first, 'on'),
      bookedAsOne: oneOf(first, 'booked_as_one', ['yes', 'no'], 'yes') === 'yes',
      own: holderOf(first, 'own_'),
    },
  };
}

function transfers(first: PaymentCells, rows: readonly PaymentCells[]): PaymentOrder {
  const { batch, ...head } = headOf(first);
  const versions = ['pain.001.001.09', 'pain.001.001.03'] as const;
  const version = oneOf(first, 'version', versions, 'pain.001.001.09');
  const payments = rows.map(paymentOf);
  return { ...head, kind: 'transfers', version, batches: [{ ...batch, payments }] };
}

function collections(first: PaymentCells, rows: readonly PaymentCells[]): PaymentOrder {
  const { batch, ...head } = headOf(first);
  const versions = ['pain.008.001.08', 'pain.008.001.02'] as const;
  const version = oneOf(first, 'version', versions, 'pain.008.001.08');
  const collecting = {
    ...batch,
    creditorId: wanted(first, 'creditor_id'),
    scheme: oneOf(first, 'scheme', ['CORE', 'B2B'], 'CORE'),
    sequence: oneOf(first, 'sequence', ['FRST', 'RCUR', 'FNAL', 'OOFF'], 'RCUR'),
    payments: rows.map(collectionOf),
  } as const;
  return { ...head, kind: 'collections', version, batches: [collecting] };
}

function collectionOf(row: PaymentCells): Collection {
  const mandate = { mandateId: wanted(row, 'mandate_id'), signedOn: dayIn(row, 'signed_on') };
  return { ...paymentOf(row), ...mandate };
}

function paymentOf(row: PaymentCells): Payment {
  const purpose = purposeOf(row);
  return {
    endToEndId: wanted(row, 'end_to_end_id'),
    amount: amountIn(row, 'EUR'),
    other: holderOf(row, ''),
    ...(purpose ? { purpose } : {}),
  };
}

/** A creditor reference before words, for it is what the other side books by. */
function purposeOf(row: PaymentCells): Purpose | undefined {
  const reference = row.text('reference');
  if (reference !== '') return { kind: 'reference', reference };
  const text = row.text('text');
  return text === '' ? undefined : { kind: 'text', text };
}

function holderOf(row: PaymentCells, of: 'own_' | ''): AccountHolder {
  const [bic, town] = [row.text(`${of}bic`), row.text(`${of}town`)];
  const street = row.text(`${of}street`);
  const address = { ...(street === '' ? {} : { street }), town, country: row.text(`${of}country`) };
  return {
    name: wanted(row, `${of}name`),
    iban: wanted(row, `${of}iban`).replaceAll(' ', ''),
    ...(bic === '' ? {} : { bic }),
    ...(town === '' ? {} : { address }),
  };
}

/** The row of the payment that the scheme refuses: `PmtInf[1]/payment[3]/…` is the third. */
function placeOf({ field = '' }: Facts, rows: readonly PaymentCells[]): { line?: number } {
  const at = /\/payment\[(\d+)\]/u.exec(String(field))?.[1];
  const row = at === undefined ? undefined : rows[Number(at) - 1];
  return row ? { line: row.line } : {};
}
