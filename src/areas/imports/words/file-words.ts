/** What is said of a whole file: refusals, questions before it is read, notes beside it. */
import type { Phrase } from '#kernel/words.ts';
import type { BankFileRefusal, ReadRefusal } from '../rules/problems.ts';
import type { NoteCode, QuestionCode } from '../rules/questions.ts';
import type { SettingsRefusal } from '../rules/settings.ts';

type Refusal = ReadRefusal | BankFileRefusal | SettingsRefusal;
type FileCode = Refusal | `${Refusal}_remedy` | QuestionCode | `${QuestionCode}_remedy` | NoteCode;

const found =
  '{found, select, empty {an empty file} pdf {a PDF} image {an image} archive {an archive} ' +
  'opendocument {an OpenDocument file} word_processor {a text document} ' +
  'old_excel {an old Excel workbook (.xls)} binary_excel {a binary Excel workbook (.xlsb)} ' +
  'html {a web page} xml {an XML file} json {a JSON file} mail {an e-mail} ' +
  'bank_file {a bank file} edi {an EDI file} calendar {a calendar} ' +
  'prose {a text without a table} ' +
  'table {a table that no bank, payer or processor writes} ' +
  'other {a binary file}}';
const hallado =
  '{found, select, empty {un archivo vacío} pdf {un PDF} image {una imagen} ' +
  'archive {un archivo comprimido} opendocument {un archivo OpenDocument} ' +
  'word_processor {un documento de texto} old_excel {un libro de Excel antiguo (.xls)} ' +
  'binary_excel {un libro binario de Excel (.xlsb)} html {una página web} ' +
  'xml {un archivo XML} json {un archivo JSON} mail {un correo electrónico} ' +
  'bank_file {un archivo bancario} edi {un archivo EDI} calendar {un calendario} ' +
  'prose {un texto sin tabla} ' +
  'table {una tabla que no es de ningún banco, pagador ni procesador} other {un archivo binario}}';

export const fileWords = {
  'read.unknown_format': {
    en: `This is ${found}; nothing here can be read as a table.`,
    es: `Esto es ${hallado}; no se puede leer como tabla.`,
  },
  'read.unknown_format_remedy': {
    en: 'Export the table as CSV or XLSX.',
    es: 'Exporte la tabla como CSV o XLSX.',
  },
  'read.damaged_workbook': {
    en: 'The workbook is damaged: {reason}.',
    es: 'El libro está dañado: {reason}.',
  },
  'read.damaged_workbook_remedy': {
    en: 'Open it in a spreadsheet and save it again.',
    es: 'Ábralo en una hoja de cálculo y guárdelo de nuevo.',
  },
  'read.protected_workbook': {
    en: 'The workbook is protected by a password.',
    es: 'El libro está protegido con contraseña.',
  },
  'read.protected_workbook_remedy': {
    en: 'Save it without a password.',
    es: 'Guárdelo sin contraseña.',
  },
  'read.no_such_sheet': {
    en: 'There is no sheet “{sheet}”. The workbook has: {sheets}.',
    es: 'No existe la hoja «{sheet}». El libro tiene: {sheets}.',
  },
  'read.no_such_sheet_remedy': { en: 'Choose one of them.', es: 'Elija una de ellas.' },
  'read.too_large': {
    en: 'The file is too large: at most {limit, number} {unit, select, cells {cells in all} other {megabytes}}.',
    es: 'El archivo es demasiado grande: {limit, number} {unit, select, cells {celdas en total} other {megabytes}} como máximo.',
  },
  'read.too_large_remedy': {
    en: 'Split it and import the parts.',
    es: 'Divídalo e importe las partes.',
  },
  'read.bad_record': {
    en: 'Record {record} cannot be read: {reason}.',
    es: 'No se puede leer el registro {record}: {reason}.',
  },
  'read.bad_record_remedy': {
    en: 'Nothing of the file was taken. Ask whoever sent it for a new one.',
    es: 'No se tomó nada del archivo. Pida uno nuevo a quien lo envió.',
  },
  'import.settings_unreadable': {
    en: 'The settings could not be read: “{part}”.',
    es: 'Los ajustes no se pudieron leer: «{part}».',
  },
  'import.settings_unreadable_remedy': {
    en: 'Write them as JSON with kind, company, currency, dateOrder, decimalMark and mapping.',
    es: 'Escríbalos en JSON con kind, company, currency, dateOrder, decimalMark y mapping.',
  },
  'import.kind_unknown': {
    en: 'It is not clear what the rows of this file are.',
    es: 'No está claro qué son las filas de este archivo.',
  },
  'import.kind_unknown_remedy': {
    en: 'Say it with --as customers, items, payments, applications, orders or terms.',
    es: 'Indíquelo con --as customers, items, payments, applications, orders o terms.',
  },
  'import.lines_not_documents': {
    en: 'These are parts of documents or a side table ({source}); there is nothing to import.',
    es: 'Son partes de documentos o una tabla auxiliar ({source}); no hay nada que importar.',
  },
  'import.lines_not_documents_remedy': {
    en: 'Import the file of the documents themselves.',
    es: 'Importe el archivo de los documentos mismos.',
  },
  'import.column_missing': {
    en: 'No column of the file was recognised for the field “{field}”.',
    es: 'No se reconoció ninguna columna del archivo para el campo «{field}».',
  },
  'import.column_missing_remedy': {
    en: 'Map one of the columns to it, on the page of the file or with --map.',
    es: 'Asígnele una de las columnas, en la página del archivo o con --map.',
  },
  'import.column_holds_else': {
    en: 'The column “{column}” is called like the field “{field}”, but holds “{value}”, which no such field can hold.',
    es: 'La columna «{column}» se llama como el campo «{field}», pero contiene «{value}», que ese campo no admite.',
  },
  'import.column_holds_else_remedy': {
    en: 'Correct its values, or map the right column to the field.',
    es: 'Corrija sus valores o asigne al campo la columna correcta.',
  },
  'import.column_ambiguous': {
    en: 'Several columns could be the field “{field}”, and they differ: {columns}.',
    es: 'Varias columnas podrían ser el campo «{field}» y no coinciden: {columns}.',
  },
  'import.column_ambiguous_remedy': {
    en: 'Choose one in the mapping.',
    es: 'Elija una en la asignación.',
  },
  'import.column_not_in_file': {
    en: 'The mapping names a column “{column}”, which the file does not have.',
    es: 'La asignación nombra una columna «{column}» que el archivo no tiene.',
  },
  'import.column_not_in_file_remedy': {
    en: 'Correct its name or take it out.',
    es: 'Corrija su nombre o quítela.',
  },
  'import.date_order_unknown': {
    en: 'Is “{example}” day first or month first? Nothing under {columns} tells.',
    es: '¿«{example}» es día/mes o mes/día? Nada en {columns} lo aclara.',
  },
  'import.date_order_unknown_remedy': {
    en: 'Say it with --date-order dmy or --date-order mdy.',
    es: 'Indíquelo con --date-order dmy o --date-order mdy.',
  },
  'import.decimal_mark_unknown': {
    en: 'Is the mark in “{example}” a decimal mark or a thousands mark? Nothing under {columns} tells.',
    es: '¿La marca de «{example}» separa decimales o miles? Nada en {columns} lo aclara.',
  },
  'import.decimal_mark_unknown_remedy': {
    en: 'Choose the decimal mark, or put "decimalMark": "." or "," in the mapping file.',
    es: 'Elija la marca decimal o ponga "decimalMark": "." o "," en el archivo de asignación.',
  },
  'import.currency_unknown': {
    en: 'No column says in which currency the amounts are.',
    es: 'Ninguna columna dice en qué moneda están los importes.',
  },
  'import.currency_unknown_remedy': {
    en: 'Say it with --currency, such as --currency USD.',
    es: 'Indíquela con --currency, por ejemplo --currency USD.',
  },
  'import.preset_used': {
    en: 'Read as a file of a known source: {preset}.',
    es: 'Leído como archivo de un origen conocido: {preset}.',
  },
  'import.header_missing': {
    en: 'The file has no row of column names; its columns are numbered.',
    es: 'El archivo no tiene fila de títulos; sus columnas están numeradas.',
  },
  'import.float_tail_dropped': {
    en: 'Every number under “{column}” ended in “.0”; that end was dropped.',
    es: 'Todos los números de «{column}» terminaban en «.0»; se quitó ese final.',
  },
  'import.currency_assumed': {
    en: 'No column says the currency; the amounts were taken as {currency}, the company’s own.',
    es: 'Ninguna columna dice la moneda; los importes se tomaron en {currency}, la de la empresa.',
  },
  'import.currency_from_header': {
    en: 'The heading of the amounts says {currency}.',
    es: 'El título de los importes dice {currency}.',
  },
  'import.names_as_numbers': {
    en: 'The file has no customer numbers; each customer is known by its name.',
    es: 'El archivo no tiene números de cliente; cada cliente se conoce por su nombre.',
  },
  'import.open_as_original': {
    en: 'The file has only open amounts; they were taken as the original ones.',
    es: 'El archivo solo tiene importes pendientes; se tomaron como originales.',
  },
  'import.due_from_terms': {
    en: 'The due day was counted from the issue day and the days of the terms.',
    es: 'El vencimiento se contó desde la emisión con los días de las condiciones.',
  },
  'import.due_when_issued': {
    en: 'The file has no due days; each document was taken as due on its issue day.',
    es: 'El archivo no tiene vencimientos; cada documento se tomó como vencido al emitirse.',
  },
  'import.issued_when_due': {
    en: 'The file has no issue days; each document was taken as issued on its due day.',
    es: 'El archivo no tiene fechas de emisión; cada documento se tomó como emitido al vencer.',
  },
  'import.credits_unsigned': {
    en: 'Credits stand without a minus in this file; they were taken as credits by their kind.',
    es: 'Los abonos no llevan signo menos en este archivo; se tomaron como abonos por su tipo.',
  },
  'import.amounts_rounded': {
    en: 'Amounts were computed by the source; each was rounded half up to its currency.',
    es: 'Los importes fueron calculados por el origen; cada uno se redondeó a su moneda.',
  },
  'import.columns_left_out': {
    en: 'Columns that were not read: {columns}.',
    es: 'Columnas que no se leyeron: {columns}.',
  },
} satisfies Readonly<Record<FileCode, Phrase>>;
