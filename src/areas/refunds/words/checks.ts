/** What the stub of a check says, in the language of whom it is for, and its command line. */
import type { Catalogue } from '#kernel/words.ts';

export const checkWords = {
  'command.checks': {
    en: 'Prints the checks of a payout, and the positive-pay file of what was written and made void',
    es: 'Imprime los cheques de un archivo y la lista de emitidos y anulados para el banco',
  },
  'refunds.checks_printed': { en: 'Written to {file}.', es: 'Escrito en {file}.' },
  'refunds.check_stub': { en: 'Your refund', es: 'Su reembolso' },
  'refunds.check_copy': { en: 'Our copy', es: 'Nuestra copia' },
  'refunds.check_stock': {
    en: 'Printed on stock that bears its magnetic (MICR) line: its number must be this one.',
    es: 'Impreso en papel con su línea magnética (MICR): su número debe ser este.',
  },
  'refunds.check_number': { en: 'Check', es: 'Cheque' },
  'refunds.check_day': { en: 'Day', es: 'Fecha' },
  'refunds.check_payee': { en: 'To', es: 'Para' },
  'refunds.check_account': { en: 'Account', es: 'Cuenta' },
  'refunds.check_void': { en: 'Void since', es: 'Anulado el' },
  'refunds.check_credit': { en: 'Credit that goes back', es: 'Saldo que se devuelve' },
  'refunds.check_more': { en: '{count} more', es: '{count} más' },
  'refunds.check_total': { en: 'In all', es: 'En total' },
} satisfies Catalogue;
