/** Which source a file is from, by the names of its columns. */
import { plainName } from '#formats/values/header-name.ts';
import { type Kind } from '../kinds.ts';
import { accountingPresets, partialTables } from './accounting.ts';
import { neutralPresets } from './neutral.ts';
import { openBookPresets } from './open-books.ts';
import { type Preset } from './preset.ts';

const presets: readonly Preset[] = [...neutralPresets, ...openBookPresets, ...accountingPresets];

/** The preset that fits the columns best, of one kind when a kind is asked for. */
export function findPreset(columns: readonly string[], kind?: Kind): Preset | undefined {
  const names = new Set(columns.map(plainName));
  return presets
    .filter((each) => (kind === undefined || each.kind === kind) && covers(names, each.signature))
    .toSorted((a, b) => b.signature.length - a.signature.length)[0];
}

/** The name of a known table that holds only parts of documents. */
export function findPartialTable(columns: readonly string[]): string | undefined {
  const names = new Set(columns.map(plainName));
  return partialTables.find((each) => covers(names, each.signature))?.name;
}

function covers(names: ReadonlySet<string>, signature: readonly string[]): boolean {
  return signature.every((name) => names.has(plainName(name)));
}
