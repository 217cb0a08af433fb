/** Datasets of what is owed: open items, all items, what each account owes by age. */
import {
  choice,
  count,
  currency,
  day,
  described,
  id,
  money,
  ofAccount,
  orEmpty,
  text,
  yesNo,
} from '../columns.ts';
import type { Column, Dataset } from '../dataset.ts';

const kind = choice('kind', ['Kind', 'Tipo', 'What the item is.', 'Qué es la partida.'], {
  invoice: ['invoice', 'factura'],
  debit_memo: ['debit memo', 'nota de débito'],
  credit_memo: ['credit memo', 'nota de crédito'],
  receipt: ['receipt', 'cobro'],
  refund: ['refund', 'reembolso'],
  adjustment: ['adjustment', 'ajuste'],
  charge: ['charge', 'cargo'],
  transfer: ['transfer', 'traspaso'],
  reversal: ['reversal', 'anulación'],
});

const item: readonly Column[] = [
  id('itemId', [
    'Item id',
    'Id de la partida',
    'Names the item for good.',
    'Identifica la partida para siempre.',
  ]),
  kind,
  text('number', [
    'Document',
    'Documento',
    'The number that stands on the document.',
    'El número que lleva el documento.',
  ]),
  day('issuedOn', ['Issued', 'Emitida', 'The day on the document.', 'La fecha del documento.']),
  day('dueOn', [
    'Due',
    'Vence',
    'The day by which it was to be paid.',
    'El día en que debía pagarse.',
  ]),
  currency,
];

const bucket = choice(
  'bucket',
  [
    'Age',
    'Antigüedad',
    'How long past due on the day; credits have no age.',
    'Cuánto lleva vencida ese día; los créditos no tienen antigüedad.',
  ],
  {
    current: ['not due', 'por vencer'],
    d1_30: ['1–30 days', '1–30 días'],
    d31_60: ['31–60 days', '31–60 días'],
    d61_90: ['61–90 days', '61–90 días'],
    d91: ['over 90 days', 'más de 90 días'],
    credit: ['credit', 'crédito'],
  },
);

export const openItems: Dataset = {
  key: 'open-items',
  entitySet: 'OpenItems',
  ...described([
    'Open items',
    'Partidas abiertas',
    'Everything that was open on the day: invoices, charges, and credits not yet applied.',
    'Todo lo que estaba abierto ese día: facturas, cargos y créditos aún sin aplicar.',
  ]),
  permission: 'aging.read',
  asOf: true,
  rowKey: ['accountId', 'itemId'],
  columns: [
    ...ofAccount,
    ...item,
    money('amount', [
      'Amount',
      'Importe',
      'The item’s full amount; credits are negative.',
      'El importe completo de la partida; los créditos son negativos.',
    ]),
    money('open', [
      'Open',
      'Abierto',
      'What was still open on the day; credits are negative.',
      'Lo que seguía abierto ese día; los créditos son negativos.',
    ]),
    count('daysPastDue', [
      'Days past due',
      'Días de vencido',
      'Days after the due day; 0 or less is not due. Credits count 0.',
      'Días tras el vencimiento; 0 o menos: por vencer. Los créditos cuentan 0.',
    ]),
    bucket,
    yesNo('disputed', [
      'Disputed',
      'En disputa',
      'Part or all of it is in an open dispute today.',
      'Todo o una parte está hoy en un reclamo abierto.',
    ]),
  ],
};

export const items: Dataset = {
  key: 'items',
  entitySet: 'Items',
  ...described([
    'Items with history',
    'Partidas con historia',
    'Every item ever booked, open or settled, with what is still open of it now.',
    'Toda partida registrada, abierta o saldada, con lo que sigue abierto ahora.',
  ]),
  permission: 'aging.read',
  rowKey: ['accountId', 'itemId'],
  columns: [
    ...ofAccount,
    ...item,
    money('amount', [
      'Amount',
      'Importe',
      'The item’s full amount; credits are negative.',
      'El importe completo de la partida; los créditos son negativos.',
    ]),
    money('open', [
      'Open',
      'Abierto',
      'What is open now; 0 when settled, credits are negative.',
      'Lo que está abierto ahora; 0 si está saldada, los créditos son negativos.',
    ]),
    yesNo('settled', [
      'Settled',
      'Saldada',
      'Nothing of it is open any more.',
      'Ya no queda nada abierto.',
    ]),
    orEmpty(
      day('settledOn', [
        'Settled on',
        'Saldada el',
        'The last day on which something was applied to it; empty while it is open.',
        'El último día en que se le aplicó algo; vacío mientras está abierta.',
      ]),
    ),
  ],
};

export const accountAging: Dataset = {
  key: 'account-aging',
  entitySet: 'AccountAging',
  ...described([
    'Accounts with aging',
    'Cuentas con antigüedad',
    'One row for each account and currency: what it owed on the day, by age.',
    'Una fila por cuenta y moneda: lo que debía ese día, por antigüedad.',
  ]),
  permission: 'aging.read',
  asOf: true,
  rowKey: ['accountId', 'currency'],
  columns: [
    ...ofAccount,
    currency,
    money('balance', [
      'Balance',
      'Saldo',
      'All that was open, credits taken off.',
      'Todo lo abierto, menos los créditos.',
    ]),
    money('notDue', ['Not due', 'Por vencer', 'Not due yet.', 'Aún no vencido.']),
    money('days1To30', ['1–30', '1–30', '1 to 30 days past due.', '1 a 30 días de vencido.']),
    money('days31To60', ['31–60', '31–60', '31 to 60 days past due.', '31 a 60 días de vencido.']),
    money('days61To90', ['61–90', '61–90', '61 to 90 days past due.', '61 a 90 días de vencido.']),
    money('daysOver90', [
      'Over 90',
      'Más de 90',
      'More than 90 days past due.',
      'Más de 90 días de vencido.',
    ]),
    money('overdue', ['Past due', 'Vencido', 'All that is past due.', 'Todo lo vencido.']),
    money('unapplied', [
      'Unapplied',
      'Sin aplicar',
      'Credits and money not yet applied; negative.',
      'Créditos y dinero aún sin aplicar; negativo.',
    ]),
    count('oldestDays', [
      'Oldest, days',
      'Más antigua, días',
      'Days past due of the oldest open item.',
      'Días de vencido de la partida abierta más antigua.',
    ]),
    count('items', ['Items', 'Partidas', 'Open items.', 'Partidas abiertas.']),
  ],
};
