/** What a line of the timeline says of an entry in the books. */
import type { Catalogue } from '#kernel/words.ts';

export const postingWords = {
  'activity.posted': {
    en: 'Posted ({kind}): {amount} {currency}',
    es: 'Asiento ({kind}): {amount} {currency}',
  },
  'activity.posted_invoice': {
    en: 'Invoice {document}: {amount} {currency}',
    es: 'Factura {document}: {amount} {currency}',
  },
  'activity.posted_debit_memo': {
    en: 'Debit memo {document}: {amount} {currency}',
    es: 'Nota de débito {document}: {amount} {currency}',
  },
  'activity.posted_credit_memo': {
    en: 'Credit memo {document}: {amount} {currency}',
    es: 'Nota de crédito {document}: {amount} {currency}',
  },
  'activity.posted_receipt': {
    en: 'Payment received {document}: {amount} {currency}',
    es: 'Pago recibido {document}: {amount} {currency}',
  },
  'activity.posted_application': {
    en: 'Applied: {amount} {currency}',
    es: 'Aplicado: {amount} {currency}',
  },
  'activity.posted_application_reversal': {
    en: 'No longer applied: {amount} {currency}',
    es: 'Ya no aplicado: {amount} {currency}',
  },
  'activity.posted_revaluation': {
    en: 'Valued at the new rate: {amount} {currency}',
    es: 'Valorado al nuevo tipo: {amount} {currency}',
  },
  'activity.posted_discount': {
    en: 'Discount granted: {amount} {currency}',
    es: 'Descuento concedido: {amount} {currency}',
  },
  'activity.posted_tolerance': {
    en: 'Small difference let go: {amount} {currency}',
    es: 'Pequeña diferencia condonada: {amount} {currency}',
  },
  'activity.posted_bank_fee': {
    en: 'The bank’s fee, our expense: {amount} {currency}',
    es: 'Comisión del banco, gasto nuestro: {amount} {currency}',
  },
  'activity.posted_import_undone': {
    en: 'Import undone: {amount} {currency}',
    es: 'Importación deshecha: {amount} {currency}',
  },
  'activity.posted_adjustment': {
    en: 'Adjustment {document}: {amount} {currency}',
    es: 'Ajuste {document}: {amount} {currency}',
  },
  'activity.posted_write_off': {
    en: 'Written off {document}: {amount} {currency}',
    es: 'Castigado {document}: {amount} {currency}',
  },
  'activity.posted_recovery': {
    en: 'Written-off money recovered: {amount} {currency}',
    es: 'Castigo recuperado: {amount} {currency}',
  },
  'activity.posted_refund': {
    en: 'Refund {document}: {amount} {currency}',
    es: 'Reembolso {document}: {amount} {currency}',
  },
  'activity.posted_return': {
    en: 'Payment returned {document}: {amount} {currency}',
    es: 'Pago devuelto {document}: {amount} {currency}',
  },
  'activity.posted_interest': {
    en: 'Interest charged {document}: {amount} {currency}',
    es: 'Interés cargado {document}: {amount} {currency}',
  },
  'activity.posted_fee': {
    en: 'Fee charged {document}: {amount} {currency}',
    es: 'Cargo por gestión {document}: {amount} {currency}',
  },
  'activity.posted_transfer': {
    en: 'Transfer {document}: {amount} {currency}',
    es: 'Traspaso {document}: {amount} {currency}',
  },
  'activity.posted_reversal': {
    en: 'Taken back: {amount} {currency}',
    es: 'Anulado: {amount} {currency}',
  },
  'activity.posted_closed_at_source': {
    en: 'Closed at source, to confirm {document}: {amount} {currency}',
    es: 'Cerrado en origen, por confirmar {document}: {amount} {currency}',
  },
  'activity.posted_lowered_at_source': {
    en: 'Lower at source {document}: {amount} {currency}',
    es: 'Disminuyó en origen {document}: {amount} {currency}',
  },
  'activity.posted_raised_at_source': {
    en: 'Higher at source {document}: {amount} {currency}',
    es: 'Aumentó en origen {document}: {amount} {currency}',
  },
  'activity.posted_reopened_at_source': {
    en: 'Open again at source {document}: {amount} {currency}',
    es: 'Abierto de nuevo en origen {document}: {amount} {currency}',
  },
  'activity.posted_reposted_at_source': {
    en: 'Posted again as the source has it {document}: {amount} {currency}',
    es: 'Registrado de nuevo como está en origen {document}: {amount} {currency}',
  },
  'activity.posted_confirmed_at_source': {
    en: 'Confirmed what closed it at source: {amount} {currency}',
    es: 'Confirmado qué lo cerró en origen: {amount} {currency}',
  },
} satisfies Catalogue;
