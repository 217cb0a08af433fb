/** What files of banks say: every refusal, and the command line's own words. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { BankFilesRefusal } from './rules/refusal.ts';
import { problemWords } from './words/problem-words.ts';

const refusals = {
  'bank_files.account_name_taken': {
    en: 'Another bank account of the company is called {name}.',
    es: 'Otra cuenta bancaria de la empresa se llama {name}.',
  },
  'bank_files.account_number_empty': {
    en: '“{number}” holds no account number.',
    es: '«{number}» no contiene un número de cuenta.',
  },
  'bank_files.account_number_taken': {
    en: 'The number {number} belongs to another bank account already.',
    es: 'El número {number} ya es de otra cuenta bancaria.',
  },
  'bank_files.already_aside': {
    en: 'This line is set aside, or waits for a second person already.',
    es: 'Este movimiento ya está apartado o espera a una segunda persona.',
  },
  'bank_files.bad_record': {
    en: '{file} cannot be read: record {record}, {reason}. Nothing was taken in. Ask the bank to send it again.',
    es: 'No se puede leer {file}: registro {record}, {reason}. No se tomó nada. Pida al banco que lo envíe de nuevo.',
  },
  'bank_files.cash_account_taken': {
    en: 'Another bank account of the company posts to {cashAccount} already.',
    es: 'Otra cuenta bancaria de la empresa ya contabiliza en {cashAccount}.',
  },
  'bank_files.holds_nothing': {
    en: '{what, select, invoice {{file} is an invoice (X12 810): it asks for money and pays none.} rejection {{file} answers what was sent to its sender; not accepted: {sets}. Send that again.} other {{file} holds no statement, no remittance and no settlement (format {format}).}}',
    es: '{what, select, invoice {{file} es una factura (X12 810): pide dinero y no paga ninguno.} rejection {{file} responde a lo que se envió; no se aceptó: {sets}. Envíelo de nuevo.} other {{file} no contiene ningún extracto, aviso de pago ni liquidación (formato {format}).}}',
  },
  'bank_files.holds_something_else': {
    en: '{file} is no {as}; it holds {holds}. Take it in as what it is.',
    es: '{file} no es {as}; contiene {holds}. Tómelo como lo que es.',
  },
  'bank_files.line_aside': {
    en: 'A line that is set aside cannot be used. Return it to the work first.',
    es: 'Un movimiento apartado no se puede usar. Devuélvalo primero al trabajo.',
  },
  'bank_files.line_moves_nothing': {
    en: 'This line only informs; no money moved.',
    es: 'Este movimiento solo informa; no se movió dinero.',
  },
  'bank_files.line_used': {
    en: 'This line was used already ({usedBy}). Undo that first.',
    es: 'Este movimiento ya se usó ({usedBy}). Deshágalo primero.',
  },
  'bank_files.no_such_bank_account': {
    en: 'There is no such bank account.',
    es: 'No existe esa cuenta bancaria.',
  },
  'bank_files.no_such_file': { en: 'There is no such file.', es: 'No existe ese archivo.' },
  'bank_files.no_such_line': { en: 'There is no such line.', es: 'No existe ese movimiento.' },
  'bank_files.no_such_question': {
    en: 'There is no such question.',
    es: 'No existe esa pregunta.',
  },
  'bank_files.not_aside': {
    en: 'This line is not set aside.',
    es: 'Este movimiento no está apartado.',
  },
  'bank_files.not_standing': {
    en: 'Only a file that waits, is in quarantine or unreadable can be ended.',
    es: 'Solo se puede terminar un archivo que espera, está en cuarentena o es ilegible.',
  },
  'bank_files.not_waiting': {
    en: 'This file does not wait for an account.',
    es: 'Este archivo no espera ninguna cuenta.',
  },
  'bank_files.nothing_to_replace': {
    en: 'Only a file in quarantine can be replaced by a corrected one.',
    es: 'Solo un archivo en cuarentena se puede reemplazar por uno corregido.',
  },
  'bank_files.other_company': {
    en: '{file} holds lines of a company that you do not work for. Ask somebody who does.',
    es: '{file} tiene movimientos de una empresa para la que usted no trabaja. Pídalo a quien sí lo haga.',
  },
  'bank_files.other_currency': {
    en: 'The file says {stated}, but this bank account is in {account}.',
    es: 'El archivo dice {stated}, pero esta cuenta bancaria está en {account}.',
  },
  'bank_files.question': {
    en: '{file} does not say {question, select, date_order_unknown {whether its days are written day first or month first} decimal_mark_unknown {whether a comma or a point parts the cents} currency_unknown {its currency} column_ambiguous {which column is {field}} other {which column is {field}}}. Choose: {choices}.',
    es: '{file} no dice {question, select, date_order_unknown {si sus fechas empiezan por el día o por el mes} decimal_mark_unknown {si los centavos se separan con coma o con punto} currency_unknown {su moneda} column_ambiguous {qué columna es {field}} other {qué columna es {field}}}. Elija: {choices}.',
  },
  'bank_files.question_answered': {
    en: 'Somebody has answered this already.',
    es: 'Alguien ya respondió a esto.',
  },
  'bank_files.second_person_needed': {
    en: 'Somebody else than who proposed it has to agree.',
    es: 'Debe aprobarlo otra persona que quien lo propuso.',
  },
  'bank_files.too_large': {
    en: '{file} is larger than can be taken in at once.',
    es: '{file} es más grande de lo que se puede tomar de una vez.',
  },
  'bank_files.unknown_format': {
    en: '{file} is in no format of a bank, a payer or a card processor that is known here. Nothing was taken in.',
    es: '{file} no está en ningún formato conocido de banco, pagador o procesador de tarjetas. No se tomó nada.',
  },
  'bank_files.which_company': {
    en: 'Say for which company: {companies}.',
    es: 'Diga para qué empresa: {companies}.',
  },
} satisfies Readonly<Record<BankFilesRefusal, Phrase>>;

const findings = {
  'bank_files.account_unknown': {
    en: 'Nobody has registered the account {account} in {currency}; the file waits, none of it was taken in.',
    es: 'Nadie ha registrado la cuenta {account} en {currency}; el archivo espera y no se tomó nada.',
  },
  'bank_files.account_unknown_remedy': {
    en: 'Name the account on the file’s page, or register it and take the file in there.',
    es: 'Nombre la cuenta en la página del archivo o regístrela y tómelo allí.',
  },
  'bank_files.control_amount': {
    en: '{what} says {stated}, but the records make {found}. The whole file is in quarantine.',
    es: '{what} dice {stated}, pero los registros suman {found}. Todo el archivo está en cuarentena.',
  },
  'bank_files.control_amount_remedy': {
    en: 'Ask the bank for a corrected file; it takes the place of this one.',
    es: 'Pida al banco un archivo corregido; ocupará el lugar de este.',
  },
  'bank_files.control_torn': {
    en: '{what} is missing: the file is torn. The whole file is in quarantine.',
    es: '{what}: falta; el archivo está incompleto. Todo el archivo está en cuarentena.',
  },
  'bank_files.control_torn_remedy': {
    en: 'Ask the bank for the whole file; it takes the place of this one.',
    es: 'Pida al banco el archivo entero; ocupará el lugar de este.',
  },
  'bank_files.control_count': {
    en: '{what} says {stated}, but there are {found}. The amounts agree.',
    es: '{what} dice {stated}, pero hay {found}. Los importes coinciden.',
  },
  'bank_files.control_count_remedy': {
    en: 'Nothing needs to be done.',
    es: 'No hay que hacer nada.',
  },
} satisfies Catalogue;

const commands = {
  'bank_files.cli_counts': {
    en: '{rows, number} lines: {accepted, number} taken in, {duplicates, number} known already.',
    es: '{rows, number} movimientos: {accepted, number} tomados, {duplicates, number} ya conocidos.',
  },
  'bank_files.cli_total': {
    en: '{currency}: {rows, number} amounts, in {moneyIn}, out {moneyOut}',
    es: '{currency}: {rows, number} importes, entradas {moneyIn}, salidas {moneyOut}',
  },
  'bank_files.cli_registered': {
    en: 'Registered: {name} in {currency}.',
    es: 'Registrada: {name} en {currency}.',
  },
  'bank_files.cli_no_feeds': {
    en: 'No feed is set up: DUNLIN_FEEDS names the file that lists them.',
    es: 'No hay ninguna fuente: DUNLIN_FEEDS nombra el archivo que las lista.',
  },
  'bank_files.cli_fetched': {
    en: '{feed}: {fetched, plural, one {# new file} other {# new files}}, {added, plural, one {# new line} other {# new lines}}, {unreadable, number} unreadable.',
    es: '{feed}: {fetched, plural, one {# archivo nuevo} other {# archivos nuevos}}, {added, plural, one {# movimiento nuevo} other {# movimientos nuevos}}, {unreadable, number} ilegibles.',
  },
  'bank_files.cli_none': { en: 'No files.', es: 'No hay archivos.' },
  'bank_files.cli_when': { en: 'When', es: 'Cuándo' },
  'bank_files.cli_file': { en: 'File', es: 'Archivo' },
  'bank_files.cli_format': { en: 'Format', es: 'Formato' },
  'bank_files.cli_company': { en: 'Company', es: 'Empresa' },
  'bank_files.cli_state': { en: 'State', es: 'Estado' },
  'bank_files.cli_found': { en: 'Lines', es: 'Movimientos' },
  'bank_files.cli_added': { en: 'New', es: 'Nuevos' },
  'bank_files.cli_failed': { en: 'Controls failed', es: 'Controles fallidos' },
  'bank_files.cli_state_taken_in': { en: 'taken in', es: 'tomado' },
  'bank_files.cli_state_waiting': { en: 'waits for an account', es: 'espera una cuenta' },
  'bank_files.cli_state_quarantined': { en: 'in quarantine', es: 'en cuarentena' },
  'bank_files.cli_state_unreadable': { en: 'unreadable', es: 'ilegible' },
  'bank_files.cli_state_replaced': { en: 'replaced', es: 'reemplazado' },
  'bank_files.cli_state_closed': { en: 'ended', es: 'terminado' },
} satisfies Catalogue;

export const words = {
  ...refusals,
  ...findings,
  ...commands,
  ...problemWords,
} satisfies Catalogue;
