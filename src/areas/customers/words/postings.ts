/** What a line of the timeline says of an entry in the books. */
import type { Catalogue } from '#kernel/words.ts';

export const postingWords = {
  'activity.posted': {
    en: 'Posted ({kind}): {amount}',
    es: 'Asiento ({kind}): {amount}',
  },
  'activity.posted_invoice': {
    en: 'Invoice {document}: {amount}',
    es: 'Factura {document}: {amount}',
  },
  'activity.posted_debit_memo': {
    en: 'Debit memo {document}: {amount}',
    es: 'Nota de débito {document}: {amount}',
  },
  'activity.posted_credit_memo': {
    en: 'Credit memo {document}: {amount}',
    es: 'Nota de crédito {document}: {amount}',
  },
  'activity.posted_receipt': {
    en: 'Payment received {document}: {amount}',
    es: 'Pago recibido {document}: {amount}',
  },
  'activity.posted_application': {
    en: 'Applied: {amount}',
    es: 'Aplicado: {amount}',
  },
  'activity.posted_application_reversal': {
    en: 'No longer applied: {amount}',
    es: 'Ya no aplicado: {amount}',
  },
  'activity.posted_revaluation': {
    en: 'Valued at the new rate: {amount}',
    es: 'Valorado al nuevo tipo: {amount}',
  },
  'activity.posted_discount': {
    en: 'Discount granted: {amount}',
    es: 'Descuento concedido: {amount}',
  },
  'activity.posted_tolerance': {
    en: 'Small difference let go: {amount}',
    es: 'Pequeña diferencia condonada: {amount}',
  },
  'activity.posted_bank_fee': {
    en: 'The bank’s fee, our expense: {amount}',
    es: 'Comisión del banco, gasto nuestro: {amount}',
  },
  'activity.posted_import_undone': {
    en: 'Import undone: {amount}',
    es: 'Importación deshecha: {amount}',
  },
  'activity.posted_adjustment': {
    en: 'Adjustment {document}: {amount}',
    es: 'Ajuste {document}: {amount}',
  },
  'activity.posted_write_off': {
    en: 'Written off {document}: {amount}',
    es: 'Castigado {document}: {amount}',
  },
  'activity.posted_recovery': {
    en: 'Written-off money recovered: {amount}',
    es: 'Castigo recuperado: {amount}',
  },
  'activity.posted_refund': {
    en: 'Refund {document}: {amount}',
    es: 'Reembolso {document}: {amount}',
  },
  'activity.posted_return': {
    en: 'Payment returned {document}: {amount}',
    es: 'Pago devuelto {document}: {amount}',
  },
  'activity.posted_interest': {
    en: 'Interest charged {document}: {amount}',
    es: 'Interés cargado {document}: {amount}',
  },
  'activity.posted_fee': {
    en: 'Fee charged {document}: {amount}',
    es: 'Cargo por gestión {document}: {amount}',
  },
  'activity.posted_transfer': {
    en: 'Transfer {document}: {amount}',
    es: 'Traspaso {document}: {amount}',
  },
  'activity.posted_reversal': {
    en: 'Taken back: {amount}',
    es: 'Anulado: {amount}',
  },
  'activity.posted_closed_at_source': {
    en: 'Closed at source, to confirm {document}: {amount}',
    es: 'Cerrado en origen, por confirmar {document}: {amount}',
  },
  'activity.posted_lowered_at_source': {
    en: 'Lower at source {document}: {amount}',
    es: 'Disminuyó en origen {document}: {amount}',
  },
  'activity.posted_raised_at_source': {
    en: 'Higher at source {document}: {amount}',
    es: 'Aumentó en origen {document}: {amount}',
  },
  'activity.posted_reopened_at_source': {
    en: 'Open again at source {document}: {amount}',
    es: 'Abierto de nuevo en origen {document}: {amount}',
  },
  'activity.posted_reposted_at_source': {
    en: 'Posted again as the source has it {document}: {amount}',
    es: 'Registrado de nuevo como está en origen {document}: {amount}',
  },
  'activity.posted_confirmed_at_source': {
    en: 'Confirmed what closed it at source: {amount}',
    es: 'Confirmado qué lo cerró en origen: {amount}',
  },
} satisfies Catalogue;
