/** What is said about a book that is taken in: outcomes, and rows that the ledger refuses. */
import type { Catalogue } from '#kernel/words.ts';

export const bookWords = {
  'import.cli_reading': {
    en: 'Reading {files, plural, one {# file} other {# files}} …',
    es: 'Leyendo {files, plural, one {# archivo} other {# archivos}} …',
  },
  'import.cli_taking': {
    en: 'Taking in {all, number} rows of {files, plural, one {# file} other {# files}} …',
    es: 'Incorporando {all, number} filas de {files, plural, one {# archivo} other {# archivos}} …',
  },
  'import.cli_rows': {
    en: '{rows, number} of {all, number} rows',
    es: '{rows, number} de {all, number} filas',
  },
  'import.cli_closing': {
    en: 'All rows are in; totals are checked and the book is put in order …',
    es: 'Todas las filas están; se revisan los totales y se ordena el libro …',
  },
  'import.cli_counts': {
    en: '{rows, plural, one {# row} other {# rows}}: {accepted, number} taken in, {duplicates, number} known already, {skipped, number} left out, {problems, plural, one {# problem} other {# problems}}',
    es: '{rows, plural, one {# fila} other {# filas}}: {accepted, number} incorporadas, {duplicates, number} ya conocidas, {skipped, number} omitidas, {problems, plural, one {# problema} other {# problemas}}',
  },
  'import.cli_total': {
    en: 'Control total {currency}: {rows, plural, one {# row} other {# rows}}, debits {debits}, credits {credits}',
    es: 'Total de control {currency}: {rows, plural, one {# fila} other {# filas}}, débitos {debits}, créditos {credits}',
  },
  'import.cli_originals': {
    en: '{files, number} files: {linked, number} linked, {duplicates, number} known already, {problems, number} with a problem.',
    es: '{files, number} archivos: {linked, number} enlazados, {duplicates, number} ya conocidos, {problems, number} con problema.',
  },
  'import.company_unknown': {
    en: 'There is no company {value} that you work for.',
    es: 'No hay ninguna empresa {value} para la que usted trabaje.',
  },
  'import.company_unknown_remedy': {
    en: 'Import its accounts first, or correct the code.',
    es: 'Importe antes sus cuentas o corrija el código.',
  },
  'import.account_unknown': {
    en: 'No account of this company has the number {value}.',
    es: 'Ninguna cuenta de esta empresa tiene el número {value}.',
  },
  'import.account_unknown_remedy': {
    en: 'Import the customer first, or in the same folder, or correct the number.',
    es: 'Importe antes el cliente, o en la misma carpeta, o corrija el número.',
  },
  'import.invoice_unknown': {
    en: 'This account has no invoice {value}.',
    es: 'Esta cuenta no tiene la factura {value}.',
  },
  'import.invoice_unknown_remedy': {
    en: 'Import the invoice first, or in the same folder, or correct the number.',
    es: 'Importe antes la factura, o en la misma carpeta, o corrija el número.',
  },
  'import.person_unknown': {
    en: 'Nobody active here has the log-in, e-mail address or name “{value}”.',
    es: 'Nadie activo tiene aquí el usuario, correo o nombre «{value}».',
  },
  'import.person_unknown_remedy': {
    en: 'Add the person under People first, or write their e-mail address.',
    es: 'Agregue antes a la persona en Personas o escriba su correo.',
  },
  'import.nobody_to_act': {
    en: 'Nobody is named to act, and the account has no owner.',
    es: 'No se nombra a nadie para actuar, y la cuenta no tiene gestor.',
  },
  'import.nobody_to_act_remedy': {
    en: 'Fill in who it is assigned to, or give the account an owner.',
    es: 'Indique a quién se asigna o dé un gestor a la cuenta.',
  },
  'import.day_ahead': {
    en: '{value} is still to come.',
    es: 'El {value} aún no llega.',
  },
  'import.day_ahead_remedy': { en: 'Correct the day.', es: 'Corrija la fecha.' },
  'import.record_came_differently': {
    en: 'A record with the id {value} came before and said something else.',
    es: 'Un registro con el identificador {value} llegó antes y decía otra cosa.',
  },
  'import.record_came_differently_remedy': {
    en: 'Give it an id of its own, or undo the import that brought the first.',
    es: 'Dele un identificador propio o deshaga la importación que trajo el primero.',
  },
  'import.kind_not_allowed': {
    en: 'You may not bring in {kind}: it needs a right that your roles do not carry.',
    es: 'No puede importar {kind}: hace falta un permiso que sus funciones no tienen.',
  },
  'import.kind_not_allowed_remedy': {
    en: 'Ask a manager to import this file.',
    es: 'Pida a un responsable que importe este archivo.',
  },
  'import.cli_stopped': {
    en: 'Stopped: nothing was imported.',
    es: 'Interrumpido: no se importó nada.',
  },
  'import.company_not_chosen': {
    en: 'There are several companies here ({companies}), and the file does not say whose rows these are.',
    es: 'Aquí hay varias empresas ({companies}), y el archivo no dice de cuál son estas filas.',
  },
  'import.company_not_chosen_remedy': {
    en: 'Choose the company of the import.',
    es: 'Elija la empresa de la importación.',
  },
  'import.no_rows': {
    en: 'There is not one row in it.',
    es: 'No contiene ninguna fila.',
  },
  'import.no_rows_remedy': {
    en: 'See whether the file arrived whole, and export it again.',
    es: 'Compruebe si el archivo llegó entero y expórtelo de nuevo.',
  },
  'import.problems_found': {
    en: 'Nothing was stored: {count} rows do not fit.',
    es: 'No se guardó nada: {count} filas no encajan.',
  },
  'import.problems_found_remedy': {
    en: 'Correct them, or take in the good rows only (--accept-good).',
    es: 'Corríjalas o incorpore solo las filas correctas (--accept-good).',
  },
  'import.unknown_document': {
    en: 'No document has the number {value}.',
    es: 'Ningún documento tiene el número {value}.',
  },
  'import.unknown_document_remedy': {
    en: 'Import the file with this document first, or together with this one.',
    es: 'Importe antes, o junto con este, el archivo que trae el documento.',
  },
  'import.unknown_payment': {
    en: 'No payment or credit has the number {value}.',
    es: 'Ningún pago ni crédito tiene el número {value}.',
  },
  'import.unknown_payment_remedy': {
    en: 'Import the file with this payment first, or together with this one.',
    es: 'Importe antes, o junto con este, el archivo que trae el pago.',
  },
  'import.more_than_open': {
    en: '{amount} is more than the {open} that is open on {document}.',
    es: '{amount} supera los {open} pendientes en {document}.',
  },
  'import.more_than_open_remedy': {
    en: 'Check the amount, or whether an earlier application is missing its reversal.',
    es: 'Revise el importe, o si falta revertir una aplicación anterior.',
  },
  'import.other_currency': {
    en: 'A credit in {credit} cannot pay a document in {debit}.',
    es: 'Un crédito en {credit} no puede pagar un documento en {debit}.',
  },
  'import.other_currency_remedy': {
    en: 'Correct the currency of one of the two rows.',
    es: 'Corrija la moneda de una de las dos filas.',
  },
  'import.nothing_to_take_back': {
    en: 'There is no such application onto {document} to take back.',
    es: 'No hay tal aplicación a {document} que deshacer.',
  },
  'import.nothing_to_take_back_remedy': {
    en: 'Import the application itself first, with the same payment and kind.',
    es: 'Importe antes la aplicación misma, con el mismo pago y tipo.',
  },
  'import.no_rate': {
    en: 'No exchange rate is known for {currency} about {day}.',
    es: 'No se conoce el tipo de cambio de {currency} hacia el {day}.',
  },
  'import.no_rate_remedy': {
    en: 'Add a column with the rate, or enter it first: dunlin rate {currency}, then your currency, the day and the rate.',
    es: 'Añada una columna con el tipo, o regístrelo antes: dunlin rate {currency}, su moneda, el día y el tipo.',
  },
  'import.document_changed': {
    en: '{document} stands in the book with {before}; the file says {now}.',
    es: '{document} figura en el libro con {before}; el archivo dice {now}.',
  },
  'import.document_changed_remedy': {
    en: 'Bring the difference in as a payment or a credit memo, or reverse the old document first.',
    es: 'Registre la diferencia como pago o nota de crédito, o revierta antes el documento anterior.',
  },
  'import.not_a_debit': {
    en: '{document} is a credit and cannot be paid.',
    es: '{document} es un crédito y no se puede pagar.',
  },
  'import.not_a_debit_remedy': {
    en: 'Name an invoice, a debit memo or a charge.',
    es: 'Indique una factura, una nota de débito o un cargo.',
  },
  'import.not_a_credit': {
    en: '{document} is owed to us and cannot pay anything.',
    es: '{document} se nos debe y no puede pagar nada.',
  },
  'import.not_a_credit_remedy': {
    en: 'Name a payment or a credit memo.',
    es: 'Indique un pago o una nota de crédito.',
  },
  'imports.no_such_import': { en: 'There is no such import.', es: 'No existe esa importación.' },
  'imports.undone_already': {
    en: 'This import was undone before.',
    es: 'Esta importación ya se deshizo.',
  },
  'ledger.import_in_use': {
    en: '{document} has been used since: take that back first.',
    es: '{document} se ha usado desde entonces: deshaga eso primero.',
  },
  'ledger.nothing_imported': {
    en: 'This import posted nothing that could be reversed.',
    es: 'Esta importación no contabilizó nada que revertir.',
  },
  'import.questions_open': {
    en: 'The file still has an open question. Answer it first.',
    es: 'El archivo tiene todavía una pregunta pendiente. Respóndala primero.',
  },
  'imports.no_such_upload': {
    en: 'This file is no longer waiting. Drop it again.',
    es: 'Este archivo ya no está en espera. Cárguelo de nuevo.',
  },
  'imports.one_file_at_a_time': {
    en: 'Drop one file at a time.',
    es: 'Cargue un archivo a la vez.',
  },
} satisfies Catalogue;
