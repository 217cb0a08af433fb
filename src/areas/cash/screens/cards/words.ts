/** What card batches say on their screen. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  take_back: { en: 'Take back the payment of {who}', es: 'Devolver el pago de {who}' },
  whose_chargeback: {
    en: 'No single payment of ours fits; return it on its own board.',
    es: 'No hay un único pago nuestro que encaje; devuélvalo en su mesa.',
  },
  chargeback_of: { en: 'chargeback {reference}', es: 'contracargo {reference}' },
  title: { en: 'Card batches', es: 'Lotes de tarjetas' },
  none: {
    en: 'No processor has reported a batch yet.',
    es: 'Ningún procesador ha informado lotes.',
  },
  none_why: {
    en: 'Take a settlement report in; its batches appear here.',
    es: 'Reciba un informe de liquidación; sus lotes aparecen aquí.',
  },
  batch: { en: 'Batch', es: 'Lote' },
  on: { en: 'Day', es: 'Fecha' },
  captured: { en: 'Captured', es: 'Capturado' },
  fees: { en: 'Fees', es: 'Comisiones' },
  expected: { en: 'Pays out', es: 'Abona' },
  bank: { en: 'At the bank', es: 'En el banco' },
  not_there: { en: 'not there', es: 'no está' },
  gaps: { en: 'Gaps', es: 'Diferencias' },
  gap_fee: { en: 'fee', es: 'comisión' },
  gap_timing: { en: 'timing', es: 'desfase' },
  gap_missing: { en: 'missing', es: 'falta' },
  gap_chargeback: { en: 'chargeback', es: 'contracargo' },
  side_ar: { en: 'with us', es: 'en nuestros libros' },
  side_batch: { en: 'in a batch', es: 'en un lote' },
  side_statement: { en: 'in the statement', es: 'en el informe' },
  side_bank: { en: 'at the bank', es: 'en el banco' },
  settled: { en: 'booked', es: 'contabilizado' },
  none_open: { en: 'agrees', es: 'cuadra' },
  settle: { en: 'Book the batch', es: 'Contabilizar el lote' },
  is_settled: { en: 'The batch is booked', es: 'El lote está contabilizado' },
  no_batch: { en: 'There is no batch', es: 'No hay lotes' },
  wait_bank: {
    en: 'The bank does not show its money yet',
    es: 'El banco aún no muestra el dinero',
  },
  loose: { en: 'Posted, not captured', es: 'Contabilizado, sin capturar' },
  loose_line: {
    en: '{who}, {amount}, {day} ({reference})',
    es: '{who}, {amount}, {day} ({reference})',
  },
  gap_line: {
    en: '{amount}, {side}, {day} {reference}',
    es: '{amount}, {side}, {day} {reference}',
  },
} satisfies Catalogue;
