/**
 * Every reader of outside files with the samples it reads, and what it must keep when its
 * bytes are torn: it answers or refuses by a record and a reason, and never throws.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Outcome } from '#kernel/outcome.ts';
import { bankReaderFor, bankReaders } from '#formats/bank-readers.ts';
import { decodeText } from '#formats/csv/encoding.ts';
import { readCsv } from '#formats/csv/read.ts';
import { jsonOf } from '#formats/neutral-json.ts';
import { type ReadFile } from '#formats/reader.ts';
import { adviceFile } from '#formats/remittance/advice.ts';
import { textOfHtml } from '#formats/remittance/html.ts';
import { readRemittanceText } from '#formats/remittance/text.ts';
import { type TableFormat, readTableFile, tableReaderFor } from '#formats/table-readers.ts';

const samples = path.join(import.meta.dirname, '../../samples');

export type Sample = { readonly name: string; readonly bytes: Uint8Array };

/** The files of the samples, folders of books and backups aside. */
export function outsideSamples(): Sample[] {
  const aside = new Set(['neutral-book', 'open-items', 'quickbooks', 'sage-intacct', 'upgrade']);
  return readdirSync(samples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !aside.has(entry.name))
    .flatMap(({ name: folder }) =>
      readdirSync(path.join(samples, folder)).map((file) => ({
        name: `${folder}/${file}`,
        bytes: Uint8Array.from(readFileSync(path.join(samples, folder, file))),
      })),
    );
}

export type Survivor = {
  readonly format: string;
  readonly samples: readonly Sample[];
  /** Reads and tells everything; throws only when the reader does. */
  readonly meet: (bytes: Uint8Array) => Outcome<unknown>;
};

/** All readers that have a sample: of bank formats, of tables, of advices in text. */
export function survivors(): Survivor[] {
  const all = outsideSamples();
  const ofBanks = bankReaders
    .filter(({ format }) => format !== 'csv')
    .map((reader) => ({
      format: reader.format,
      samples: all.filter(
        ({ name, bytes }) => bankReaderFor(bytes, name)?.format === reader.format,
      ),
      meet: (bytes: Uint8Array) => told(reader.read(bytes)),
    }));
  const formats: TableFormat[] = ['bank-table', 'card-settlement', 'lockbox-table', 'remittance'];
  const tables = formats.map((format) => ({
    format,
    samples: all.filter(
      ({ name, bytes }) =>
        name.endsWith('.csv') && tableReaderFor(readCsv(bytes))?.format === format,
    ),
    meet: (bytes: Uint8Array) => told(readTableFile(readCsv(bytes), { format })),
  }));
  const advices = {
    format: 'remittance-text',
    samples: all.filter(({ name }) => /^remittance\/.*\.(?:txt|eml)$/u.test(name)),
    meet: (bytes: Uint8Array) => meetAdvice(decodeText(bytes).text),
  };
  return [...ofBanks, ...tables, advices].filter((each) => each.samples.length > 0);
}

function meetAdvice(text: string): Outcome<unknown> {
  readRemittanceText(textOfHtml(text));
  const read = readRemittanceText(text);
  return read.ok ? told({ ok: true, value: adviceFile(read.value) }) : read;
}

function told(read: Outcome<ReadFile>): Outcome<unknown> {
  if (read.ok) jsonOf([read.value.summary(), read.value.neutral()]);
  return read;
}

/** What is wrong with a refusal, if anything: it names the record and what was expected. */
export function unnamed(outcome: Outcome<unknown>): string | undefined {
  if (outcome.ok || outcome.refusal !== 'read.bad_record') return undefined;
  const { record, reason } = outcome.facts;
  const named = typeof record === 'number' && record >= 1 && typeof reason === 'string';
  return named && reason !== '' ? undefined : JSON.stringify(outcome.facts);
}
