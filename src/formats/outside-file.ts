/**
 * One door for whatever a bank, a payer or a processor sends: a file in a format of banks, a
 * table, a PDF, a mail with its attachments, lines of text.
 *
 *   bytes ──▶ format of banks ─┬─▶ what it says, what is still to be asked
 *        ├──▶ CSV, workbook ───┤
 *        └──▶ PDF, mail, text ─┘   an advice of payment, or nothing we know
 *
 * Opening workbooks, PDFs and mails needs libraries, which are the platform's; they come in
 * as arguments.
 */
import { type Outcome, type Refused, accept, refuse } from '#kernel/outcome.ts';
import { bankReaderFor } from './bank-readers.ts';
import { decodeText } from './csv/encoding.ts';
import { eInvoice } from './e-invoice/read.ts';
import { type NeutralFile } from './neutral.ts';
import { type BankFileRefusal, type ReadFile } from './reader.ts';
import { type OpenSheet, readTable } from './registry.ts';
import { adviceFile } from './remittance/advice.ts';
import { textOfHtml } from './remittance/html.ts';
import { type Mail, adviceInBody, mailContent } from './remittance/mail.ts';
import { readRemittanceText } from './remittance/text.ts';
import { sniff } from './sniff.ts';
import { type TableKnowledge, readTableFile } from './table-readers.ts';
import { type TableMapping, type TableQuestion } from './tables/questions.ts';

export type EnclosedFiles = {
  readonly pages: number;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

export type Openers = {
  readonly sheet: OpenSheet;
  /** The text of a PDF, cells parted by tabs. */
  readonly pdf: (bytes: Uint8Array) => Promise<Outcome<string>>;
  /** The files inside a PDF, and how many pages it has. */
  readonly enclosed: (bytes: Uint8Array) => Promise<Outcome<EnclosedFiles>>;
  readonly mail: (bytes: Uint8Array) => Promise<Outcome<Mail>>;
};

export type OutsideFile = ReadFile & {
  readonly format: string;
  /** What must be said before the file can be taken in. */
  readonly questions: readonly TableQuestion[];
  readonly mapping: TableMapping;
};

type Answer = Promise<Outcome<OutsideFile, BankFileRefusal>>;
type Bytes = { readonly name: string; readonly bytes: Uint8Array };

/** A text of this many bytes is no advice of a payment. */
const longestText = 5_000_000;

/** Reads any outside file; refused by the record that stopped it, or as unknown. */
export async function readOutsideFile(
  dropped: Bytes,
  openers: Openers,
  known: TableKnowledge = {},
): Answer {
  const file = { ...dropped, bytes: withoutCarrier(dropped.bytes) };
  const reader = bankReaderFor(file.bytes, file.name);
  if (reader !== undefined && reader.format !== 'csv') {
    const read = reader.read(file.bytes);
    return read.ok ? accept(plain(read.value, reader.format)) : read;
  }
  const kind = sniff(file.bytes);
  if (kind === 'csv' || kind === 'xlsx') return readAsTable(file, openers, known);
  if (kind === 'pdf') return readPdf(file, openers, known);
  if (kind === 'mail') return readMail(file, openers, known);
  if (kind !== 'prose' && kind !== 'html') return refuse('read.unknown_format', { found: kind });
  if (file.bytes.length > longestText) return tooLong();
  const { text } = decodeText(file.bytes);
  return readText(kind === 'html' ? textOfHtml(text) : text, known);
}

/**
 * The file without what carried it: the `$$ADD ID=…` lines that a mainframe's transmission puts
 * in front, blanked so that every record keeps its line, and behind a text the Control-Z and the
 * zeros that fill its last block. A file with zeros at its beginning is no such text.
 */
function withoutCarrier(bytes: Uint8Array): Uint8Array {
  const filler = bytes.subarray(0, 512).includes(0) ? [0x1a] : [0x1a, 0];
  let end = bytes.length;
  while (end > 0 && filler.includes(bytes[end - 1] ?? 0x20)) end -= 1;
  const body = end === bytes.length ? bytes : bytes.subarray(0, end);
  const carrier = carrierLength(body);
  if (carrier === 0) return body;
  const bare = Uint8Array.from(body);
  for (let at = 0; at < carrier; at += 1) {
    if (bare[at] !== 0x0a && bare[at] !== 0x0d) bare[at] = 0x20;
  }
  return bare;
}

const carrierLines = /^(?:\$\$[A-Z]{2,12}(?: [^\r\n]*)?(?:\r\n|\n|\r))+/u;

function carrierLength(bytes: Uint8Array): number {
  if (bytes[0] !== 0x24) return 0;
  const start = String.fromCharCode(...bytes.subarray(0, 2048));
  return carrierLines.exec(start)?.[0].length ?? 0;
}

function plain(file: ReadFile, format: string): OutsideFile {
  return { ...file, format, questions: [], mapping: {} };
}

function tooLong(): Refused<BankFileRefusal> {
  return refuse('read.too_large', { limit: longestText / 1_000_000, unit: 'megabytes' });
}

async function readAsTable({ bytes }: Bytes, openers: Openers, known: TableKnowledge): Answer {
  const table = await readTable(bytes, openers.sheet);
  if (!table.ok) return named(table);
  const read = readTableFile(table.value, known);
  const lines = known.format === 'remittance' && table.value.format === 'csv';
  if (read.ok || read.refusal !== 'read.unknown_format' || !lines) return read;
  // Lines that somebody pasted may look like a table without being one that anybody knows.
  const advice = readText(decodeText(bytes.subarray(0, longestText)).text, known);
  return advice.ok ? advice : read;
}

function readText(text: string, known: TableKnowledge): Outcome<OutsideFile, BankFileRefusal> {
  const read = readRemittanceText(text, known.mapping);
  return read.ok ? accept(plain(adviceFile(read.value), 'remittance')) : read;
}

async function readPdf({ bytes }: Bytes, openers: Openers, known: TableKnowledge): Answer {
  const enclosed = await openers.enclosed(bytes);
  const invoice = enclosed.ok ? invoiceWithin(enclosed.value) : undefined;
  if (invoice) return invoice;
  const text = await openers.pdf(bytes);
  return text.ok ? readText(text.value, known) : named(text);
}

/** A Factur-X: the PDF is for people, the invoice inside it is what counts. */
function invoiceWithin({
  pages,
  files,
}: EnclosedFiles): Outcome<OutsideFile, BankFileRefusal> | undefined {
  const inside = files.find(({ bytes, name }) => bankReaderFor(bytes, name) === eInvoice);
  if (!inside) return undefined;
  const read = eInvoice.read(inside.bytes);
  if (!read.ok) return read;
  const attachments = files.map(({ name }) => name);
  const summary = () => ({ attachments, ...read.value.summary(), pages });
  return accept(plain({ ...read.value, summary }, 'factur-x'));
}

/** The body and every attachment that is a file of ours; pictures of signatures are none. */
async function readMail({ bytes }: Bytes, openers: Openers, known: TableKnowledge): Answer {
  const opened = await openers.mail(bytes);
  if (!opened.ok) return named(opened);
  const mail = opened.value;
  const attached: NeutralFile[] = [];
  const questions: TableQuestion[] = [];
  const told: { readonly name: string; readonly format: string }[] = [];
  for (const [at, part] of mail.attachments.entries()) {
    if (sniff(part.bytes) === 'image' || sniff(part.bytes) === 'mail') continue;
    // One after the other: the memory of one file at a time.
    const read = await readOutsideFile(part, openers, known);
    told.push({ name: part.name, format: read.ok ? read.value.format : read.refusal });
    if (!read.ok) {
      const facts = { name: part.name, refusal: read.refusal };
      attached.push(nothingBut([{ record: at + 1, code: 'mail.attachment_unread', facts }]));
      continue;
    }
    attached.push(read.value.neutral());
    questions.push(...read.value.questions);
  }
  const neutral = mailContent(adviceInBody(mail, known.mapping ?? {}), attached);
  const { statements, remittances, settlements } = neutral;
  if (statements.length + remittances.length + settlements.length + questions.length === 0) {
    return refuse('read.unknown_format', { found: 'mail' });
  }
  const figures = { format: 'mail', subject: mail.subject, attachments: told };
  const summary = (): ReturnType<ReadFile['summary']> => ({
    ...figures,
    statements: statements.length,
    remittances: remittances.length,
    lines: remittances.reduce((sum, { lines }) => sum + lines.length, 0),
    settlements: settlements.length,
  });
  return accept({ format: 'mail', summary, neutral: () => neutral, questions, mapping: {} });
}

function nothingBut(problems: NeutralFile['problems']): NeutralFile {
  const nothing = { statements: [], remittances: [], settlements: [], controls: [] };
  return { format: 'mail', ...nothing, problems };
}

const reasons: Readonly<Record<string, string>> = {
  'read.damaged_workbook': 'a workbook that is whole',
  'read.protected_workbook': 'a workbook without a password',
  'read.no_such_sheet': 'a sheet of that name',
  'read.no_text': 'a PDF with text; this one is a picture and a person must read it',
};

/** What an opener refused, said as a refusal of reading. */
function named({ refusal, facts }: Refused<string>): Refused<BankFileRefusal> {
  if (refusal === 'read.too_large' || refusal === 'read.unknown_format') {
    return refuse(refusal, facts);
  }
  const reason = reasons[refusal] ?? facts['reason'] ?? 'a file that is whole';
  return refuse('read.bad_record', { record: 1, ...facts, reason });
}
