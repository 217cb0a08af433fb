/** What the originals say: every refusal with its remedy, and the command line's own words. */
import type { Catalogue, Phrase } from '#kernel/words.ts';
import type { FileProblemCode, DocumentsRefusal } from './rules/refusal.ts';

const refusals = {
  'documents.file_empty': { en: '{file} is empty.', es: '{file} está vacío.' },
  'documents.file_too_large': {
    en: '{file} has {size} MB; an original may have {most}.',
    es: '{file} tiene {size} MB; un original puede tener {most}.',
  },
  'documents.not_an_original': {
    en: '{file} is {found, select, program {a program} zip {a compressed folder} web_page {a web page} other {none of the kinds that are kept}}, whatever its name says.',
    es: '{file} es {found, select, program {un programa} zip {una carpeta comprimida} web_page {una página web} other {de un tipo que no se guarda}}, diga lo que diga su nombre.',
  },
  'documents.ending_disagrees': {
    en: '{file} is named as something else than it is ({found}).',
    es: '{file} se llama como algo que no es ({found}).',
  },
  'documents.pdf_cut_short': {
    en: '{file} has no end: it was cut short on its way.',
    es: '{file} no tiene final: se cortó por el camino.',
  },
  'documents.name_unfit': {
    en: '“{file}” is no name of a file.',
    es: '«{file}» no es un nombre de archivo.',
  },
  'documents.number_unknown': {
    en: 'No invoice of the book has a number that stands in this name ({numbers}).',
    es: 'Ninguna factura del libro tiene un número que esté en este nombre ({numbers}).',
  },
  'documents.number_ambiguous': {
    en: 'Several invoices have the number {number}: {accounts}.',
    es: 'Varias facturas tienen el número {number}: {accounts}.',
  },
  'documents.no_such_account': {
    en: 'No account of yours has the number {account}.',
    es: 'Ninguna de sus cuentas tiene el número {account}.',
  },
  'documents.account_ambiguous': {
    en: 'Several companies have an account {account}: {companies}. Name the company too.',
    es: 'Varias empresas tienen una cuenta {account}: {companies}. Indique también la empresa.',
  },
  'documents.files_unfit': {
    en: '{count, plural, one {# file does} other {# files do}} not fit; nothing was stored.',
    es: '{count, plural, one {# archivo no encaja} other {# archivos no encajan}}; no se guardó nada.',
  },
  'documents.too_many_files': {
    en: '{files} files are too many at once; {most} is the most.',
    es: '{files} archivos son demasiados a la vez; el máximo es {most}.',
  },
  'documents.no_such_document': {
    en: 'This account has no invoice {number}.',
    es: 'Esta cuenta no tiene la factura {number}.',
  },
  'documents.no_such_file': {
    en: 'There is no such waiting file.',
    es: 'No existe ese archivo pendiente.',
  },
  'documents.no_such_original': {
    en: 'There is no such original on this account.',
    es: 'No existe ese original en esta cuenta.',
  },
  'documents.settled_already': {
    en: 'Somebody settled {file} already.',
    es: 'Alguien ya resolvió {file}.',
  },
} satisfies Readonly<Record<DocumentsRefusal, Phrase>>;

const remedies = {
  'documents.file_empty_remedy': { en: 'Export it again.', es: 'Expórtelo de nuevo.' },
  'documents.file_too_large_remedy': {
    en: 'Scan it with fewer dots per inch, or split it.',
    es: 'Escanéelo con menos resolución o divídalo.',
  },
  'documents.not_an_original_remedy': {
    en: 'Keep originals as PDF, PNG, JPEG or TIFF; unpack a compressed folder first.',
    es: 'Guarde los originales en PDF, PNG, JPEG o TIFF; descomprima antes una carpeta.',
  },
  'documents.ending_disagrees_remedy': {
    en: 'Give it the ending of what it is.',
    es: 'Póngale la extensión de lo que es.',
  },
  'documents.pdf_cut_short_remedy': {
    en: 'Fetch the file again from where it came.',
    es: 'Vuelva a traer el archivo de su origen.',
  },
  'documents.name_unfit_remedy': {
    en: 'Name it by its invoice, such as INV-1004.pdf, in at most 255 characters.',
    es: 'Nómbrelo por su factura, como INV-1004.pdf, en 255 caracteres como máximo.',
  },
  'documents.number_unknown_remedy': {
    en: 'Import the invoice first, name the file by its number, or link it by hand.',
    es: 'Importe antes la factura, nombre el archivo por su número o enlácelo a mano.',
  },
  'documents.number_ambiguous_remedy': {
    en: 'Put the account number into the name as well, or link the file by hand.',
    es: 'Ponga también el número de cuenta en el nombre o enlace el archivo a mano.',
  },
} satisfies Readonly<Record<`${FileProblemCode}_remedy`, Phrase>>;

const commands = {
  'command.originals': {
    en: 'lists the original invoices and proofs of delivery of an account, or what waits',
    es: 'lista las facturas y entregas originales de una cuenta, o lo pendiente',
  },
  'originals.none': { en: 'No originals.', es: 'No hay originales.' },
  'originals.document': { en: 'Document', es: 'Documento' },
  'originals.kind': { en: 'Kind', es: 'Tipo' },
  'originals.kind_invoice': { en: 'Invoice', es: 'Factura' },
  'originals.kind_delivery': { en: 'Proof of delivery', es: 'Prueba de entrega' },
  'originals.version': { en: 'Version', es: 'Versión' },
  'originals.file': { en: 'File', es: 'Archivo' },
  'originals.size': { en: 'Bytes', es: 'Bytes' },
  'originals.why': { en: 'Why it waits', es: 'Por qué espera' },
} satisfies Catalogue;

export const words = { ...refusals, ...remedies, ...commands } satisfies Catalogue;
