/**
 * What was dropped, unpacked and read: an archive is its files, a file is what it says.
 *
 * All of what is dropped together is read before any of it is taken in, so that one unreadable
 * file of an archive stops the whole archive. A table of a bank is read as its columns were
 * settled before, and asks what nobody has said.
 */
import { isArchive, openArchive } from '#formats/archive.ts';
import { bankReaderFor } from '#formats/bank-readers.ts';
import type { NeutralFile } from '#formats/neutral.ts';
import { readOutsideFile } from '#formats/outside-file.ts';
import { readTable } from '#formats/registry.ts';
import { sniff } from '#formats/sniff.ts';
import { readTableFile, tableReaderFor } from '#formats/table-readers.ts';
import type { Table } from '#formats/table.ts';
import type { TableQuestion } from '#formats/tables/questions.ts';
import type { Id } from '#kernel/ids.ts';
import { type Facts, type Outcome, type Refused, accept, refuse } from '#kernel/outcome.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { openers } from '#platform/files/openers.ts';
import { unpacking } from '#platform/files/unpacking.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { ReadRefusal } from '../rules/refusal.ts';
import { type TableMapping, mergedMapping, tableSignature } from '../rules/table-mapping.ts';
import { mappingOf } from '../store/mappings.ts';

export type Dropped = { readonly name: string; readonly bytes: Uint8Array };

type PlainFile = Dropped & { readonly container: string | null; readonly sha256: string };

type Settled = { readonly signature: string; readonly mapping: TableMapping };

export type ReadDropped = PlainFile & {
  readonly neutral: NeutralFile;
  /** How the table was read, to be kept for the next one with these columns. */
  readonly settled: Settled | null;
};

/** What is known before a file is read. */
export type ReadingFor = {
  readonly db: Queries;
  readonly companyId: Id;
  readonly said: TableMapping;
};

/** Everything that was dropped, read; the first file that cannot be read refuses all. */
export async function readDropped(
  dropped: readonly Dropped[],
  reading: ReadingFor,
): Promise<Outcome<ReadDropped[], ReadRefusal>> {
  const files = plainFiles(dropped);
  if (!files.ok) return files;
  const read: ReadDropped[] = [];
  for (const file of files.value) {
    const told = await readOne(file, reading);
    if (!told.ok) return told;
    read.push({ ...file, ...told.value });
  }
  return accept(read);
}

/** The plain files in what was dropped; an archive in an archive is not opened. */
function plainFiles(dropped: readonly Dropped[]): Outcome<PlainFile[], ReadRefusal> {
  const files: PlainFile[] = [];
  for (const { name, bytes } of dropped) {
    const opened = isArchive(bytes) ? openArchive(bytes, unpacking) : accept([{ name, bytes }]);
    if (!opened.ok) return named(name, opened);
    const container = isArchive(bytes) ? name : null;
    for (const inside of opened.value) {
      const sha256 = fingerprint(inside.bytes);
      files.push({ name: inside.name, bytes: inside.bytes, container, sha256 });
    }
  }
  return accept(files);
}

type Told = Pick<ReadDropped, 'neutral' | 'settled'>;

/** Reads one file; refused with its name and the record that stopped it. */
export async function readOne(
  { name, bytes }: Dropped,
  reading: ReadingFor,
): Promise<Outcome<Told, ReadRefusal>> {
  const reader = bankReaderFor(bytes, name);
  if (reader && reader.format !== 'csv') {
    const read = reader.read(bytes);
    return read.ok ? accept({ neutral: read.value.neutral(), settled: null }) : named(name, read);
  }
  const kind = sniff(bytes);
  if (kind !== 'csv' && kind !== 'xlsx') return readAdvice({ name, bytes }, reading);
  const table = await readTable(bytes, openers.sheet);
  if (!table.ok) return named(name, table);
  return readOneTable(name, table.value, reading);
}

/** A mail, a PDF or lines of text: what it advises, and what is attached to it. */
async function readAdvice(
  file: Dropped,
  { said }: ReadingFor,
): Promise<Outcome<Told, ReadRefusal>> {
  const read = await readOutsideFile(file, openers, { mapping: said });
  if (!read.ok) return named(file.name, read);
  const [question] = read.value.questions;
  if (question) return asked(file.name, question);
  return accept({ neutral: read.value.neutral(), settled: null });
}

async function readOneTable(
  name: string,
  table: Table,
  { db, companyId, said }: ReadingFor,
): Promise<Outcome<Told, ReadRefusal>> {
  const signature = tableSignature(table.columns);
  const mapping = mergedMapping(await mappingOf(db, companyId, signature), said);
  const isKnown = tableReaderFor(table) !== undefined;
  // Whoever names the columns of a table that nobody knows says that it is a bank's.
  if (!isKnown && mapping.columns === undefined)
    return refuse('bank_files.unknown_format', { file: name });
  const format = isKnown ? {} : ({ format: 'bank-table' } as const);
  const read = readTableFile(table, { mapping, ...format });
  if (!read.ok) return named(name, read);
  const [question] = read.value.questions;
  if (question) return asked(name, question);
  const settled = { signature, mapping: read.value.mapping };
  return accept({ neutral: read.value.neutral(), settled });
}

/** A question is a refusal that names the setting which answers it, and the choices. */
function asked(
  file: string,
  { code, facts, option, choices }: TableQuestion,
): Refused<'bank_files.question'> {
  const field = String(facts['field'] ?? '');
  return refuse('bank_files.question', {
    file,
    question: code.replace('table.', ''),
    option,
    field,
    choices: choices.join(', '),
  });
}

/** What a reader refuses, said of the file that was dropped. */
function named(file: string, { refusal, facts }: Refused<string>): Refused<ReadRefusal> {
  const known: Facts = { record: 0, reason: '', ...facts, file };
  switch (refusal) {
    case 'read.too_large':
      return refuse('bank_files.too_large', known);
    case 'read.unknown_format':
      return refuse('bank_files.unknown_format', known);
    default:
      return refuse('bank_files.bad_record', known);
  }
}
