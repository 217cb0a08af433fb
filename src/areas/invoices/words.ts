/** What a statement of account says, in the language of the customer. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  'invoices.no_such_account': { en: 'There is no such account.', es: 'No existe esa cuenta.' },
  'invoices.period_backwards': {
    en: 'The period ends before it begins.',
    es: 'El período termina antes de comenzar.',
  },
  'invoices.no_account_numbered': {
    en: 'No account has the number {number}.',
    es: 'Ninguna cuenta tiene el número {number}.',
  },
  'invoices.several_accounts': {
    en: 'Several companies have an account {number}; name one with --company.',
    es: 'Varias empresas tienen una cuenta {number}; indique una con --company.',
  },
  'statement.title': { en: 'Statement of account', es: 'Estado de cuenta' },
  'statement.period': { en: '{from} to {to}', es: 'Del {from} al {to}' },
  'statement.account': { en: 'Account {account}', es: 'Cuenta {account}' },
  'statement.currency': { en: 'Currency', es: 'Moneda' },
  'statement.date': { en: 'Date', es: 'Fecha' },
  'statement.document': { en: 'Document', es: 'Documento' },
  'statement.what': { en: 'What', es: 'Concepto' },
  'statement.due': { en: 'Due', es: 'Vence' },
  'statement.amount': { en: 'Amount', es: 'Importe' },
  'statement.balance': { en: 'Balance', es: 'Saldo' },
  'statement.opening': { en: 'Opening balance', es: 'Saldo inicial' },
  'statement.closing': { en: 'Closing balance', es: 'Saldo final' },
  'statement.nothing': {
    en: 'Nothing was owed and nothing happened in this period.',
    es: 'No se debía nada ni hubo movimientos en este período.',
  },
  'statement.age': { en: 'Age of what is owed', es: 'Antigüedad de lo adeudado' },
  'statement.not_due': { en: 'Not due', es: 'Por vencer' },
  'statement.unapplied': { en: 'Unapplied', es: 'Sin aplicar' },
  'statement.page': { en: 'Page', es: 'Página' },
  'kind.invoice': { en: 'Invoice', es: 'Factura' },
  'kind.debit_memo': { en: 'Debit memo', es: 'Nota de débito' },
  'kind.credit_memo': { en: 'Credit memo', es: 'Nota de crédito' },
  'kind.receipt': { en: 'Payment, thank you', es: 'Pago, gracias' },
  'kind.refund': { en: 'Refund', es: 'Reembolso' },
  'kind.adjustment': { en: 'Adjustment', es: 'Ajuste' },
  'kind.charge': { en: 'Charge', es: 'Cargo' },
  'kind.transfer': { en: 'Transfer', es: 'Traspaso' },
  'kind.reversal': { en: 'Returned or reversed', es: 'Devuelto o revertido' },
} satisfies Catalogue;
