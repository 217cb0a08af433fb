/** Files taken in by tests as a person would drop them: text in, what was made of it out. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Conversion, convert } from '#areas/imports/rules/convert.ts';
import { detect, type Detection } from '#areas/imports/rules/detect.ts';
import { type Settings } from '#areas/imports/rules/settings.ts';
import { type Surroundings } from '#areas/imports/rules/settle-values.ts';
import { readCsv } from '#formats/csv/read.ts';
import { type Table } from '#formats/table.ts';

export function tableOf(...lines: readonly string[]): Table {
  return readCsv(Buffer.from(lines.join('\n')));
}

/** A table of the samples folder, by its path in there. */
export function sampleTable(name: string): Table {
  return readCsv(readFileSync(path.join(import.meta.dirname, '../../samples', name)));
}

/** Detects and converts; a question fails the test with its code. */
export function takeIn(
  table: Table,
  settings: Settings = {},
  surroundings: Surroundings = { companyCurrency: 'USD' },
): { readonly detection: Detection; readonly conversion: Conversion } {
  const detection = detect(table, settings, surroundings);
  if (detection.plan === undefined) {
    throw new Error(`asked: ${detection.questions.map((question) => question.code).join(', ')}`);
  }
  return { detection, conversion: convert(table, detection.plan) };
}

/** Items of a conversion, for tests about items. */
export function itemsOf(conversion: Conversion): Extract<Conversion, { kind: 'items' }>['records'] {
  if (conversion.kind !== 'items') throw new Error(`these are ${conversion.kind}`);
  return conversion.records;
}
