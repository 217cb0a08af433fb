/** What files of banks say: every refusal, and the command line's own words. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { BankFilesRefusal } from './rules/refusal.ts';

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
  'bank_files.damaged_archive': {
    en: 'The archive {file} cannot be opened: {reason}. Nothing was taken in.',
    es: 'No se puede abrir el archivo comprimido {file}: {reason}. No se tomó nada.',
  },
  'bank_files.holds_nothing': {
    en: '{file} holds no statement, no remittance and no settlement (format {format}).',
    es: '{file} no contiene ningún extracto, aviso de pago ni liquidación (formato {format}).',
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
    en: '{file} holds lines of a company that you do not work for. Somebody who does takes it in.',
    es: '{file} tiene movimientos de una empresa para la que usted no trabaja. Debe tomarlo quien sí lo haga.',
  },
  'bank_files.other_currency': {
    en: 'The file says {stated}, but this bank account is in {account}.',
    es: 'El archivo dice {stated}, pero esta cuenta bancaria está en {account}.',
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

const reading = {
  'read.damaged_archive': {
    en: 'The archive cannot be opened: {reason}.',
    es: 'No se puede abrir el archivo comprimido: {reason}.',
  },
} satisfies Catalogue;

export const words = { ...refusals, ...reading } satisfies Catalogue;
