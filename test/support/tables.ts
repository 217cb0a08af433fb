/** Tables of the samples and tables written by hand, opened as a reader meets them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '#formats/csv/read.ts';
import { type Table } from '#formats/table.ts';

const samples = path.join(import.meta.dirname, '../../samples');

/** The table in a sample, by its path under `samples/`. */
export function sampleTable(name: string): Table {
  return readCsv(readFileSync(path.join(samples, name)));
}

/** A table of lines as a CSV file would hold them. */
export function tableOf(...lines: readonly string[]): Table {
  return readCsv(new TextEncoder().encode(lines.join('\n')));
}
