/** What the statement of account says on the screen. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  statement: { en: 'Statement of account', es: 'Estado de cuenta' },
  back: { en: 'Back to the account', es: 'Volver a la cuenta' },
  pdf: { en: 'PDF', es: 'PDF' },
  print: { en: 'Print', es: 'Imprimir' },
  period: { en: 'Period', es: 'Período' },
  period_text: { en: '{from} to {to}', es: 'Del {from} al {to}' },
  from: { en: 'From', es: 'Desde' },
  to: { en: 'To', es: 'Hasta' },
  show: { en: 'Show', es: 'Mostrar' },
  date: { en: 'Date', es: 'Fecha' },
  document: { en: 'Document', es: 'Documento' },
  what: { en: 'What', es: 'Concepto' },
  reference: { en: 'Reference', es: 'Referencia' },
  due: { en: 'Due', es: 'Vence' },
  amount: { en: 'Amount', es: 'Importe' },
  balance_in: { en: 'Balance {currency}', es: 'Saldo {currency}' },
  opening: { en: 'Opening balance', es: 'Saldo inicial' },
  closing: { en: 'Closing balance', es: 'Saldo final' },
  ages: { en: 'Age of what is owed', es: 'Antigüedad de lo adeudado' },
  unapplied: { en: 'Unapplied', es: 'Sin aplicar' },
  nothing: {
    en: 'Nothing was owed and nothing happened in this period.',
    es: 'No se debía nada ni hubo movimientos en este período.',
  },
} satisfies Catalogue;
