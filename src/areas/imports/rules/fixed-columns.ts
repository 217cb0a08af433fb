/**
 * The columns about which there is nothing to find out: a preset knows them, or a person
 * has said what they are. What a person says wins.
 */
import { type ColumnChoice, type FixedColumns } from './columns.ts';
import { plainName } from '#formats/values/header-name.ts';
import { type Kind, fieldNamed } from './kinds.ts';
import { type Preset } from './presets/preset.ts';
import { type Settings } from './settings.ts';

/** Fixed columns of a file; with a preset every other column is left out. */
export function fixedColumns(
  columns: readonly string[],
  kind: Kind,
  preset: Preset | undefined,
  settings: Settings,
): FixedColumns {
  const chosen = chosenColumns(columns, kind, settings);
  const taken = new Set(chosen.map((choice) => choice.index));
  const filled = new Set(chosen.map((choice) => choice.field));
  const without = new Set(
    Object.entries(settings.mapping ?? {}).flatMap(([field, column]) =>
      column === '' ? [field] : [],
    ),
  );
  const known = preset === undefined ? [] : presetColumns(columns, preset);
  const choices = known
    .filter((choice) => !taken.has(choice.index))
    .map((choice) => {
      const field = choice.field;
      const given = field !== undefined && (filled.has(field) || without.has(field));
      return given ? leftOut(choice.column, choice.index) : choice;
    });
  return { choices: [...chosen, ...choices], without };
}

/** Names of columns in the settings that the file does not have. */
export function strangeColumns(columns: readonly string[], settings: Settings): string[] {
  const names = new Set(columns.map(plainName));
  const wanted = Object.values(settings.mapping ?? {}).filter((column) => column !== '');
  return wanted.filter((column) => !columns.includes(column) && !names.has(plainName(column)));
}

function chosenColumns(columns: readonly string[], kind: Kind, settings: Settings): ColumnChoice[] {
  return Object.entries(settings.mapping ?? {}).flatMap(([name, wanted]): ColumnChoice[] => {
    const field = fieldNamed(kind, name);
    const index = placeOf(columns, wanted);
    if (field === undefined || wanted === '' || index < 0) return [];
    return [{ column: columns[index] ?? '', index, field, confidence: 100, reason: 'chosen' }];
  });
}

function placeOf(columns: readonly string[], wanted: string): number {
  const exact = columns.indexOf(wanted);
  return exact >= 0
    ? exact
    : columns.findIndex((column) => plainName(column) === plainName(wanted));
}

function presetColumns(columns: readonly string[], preset: Preset): ColumnChoice[] {
  const fields = new Map(
    Object.entries(preset.columns).map(([name, field]) => [plainName(name), field]),
  );
  return columns.map((column, index): ColumnChoice => {
    const field = fields.get(plainName(column));
    return field === undefined
      ? leftOut(column, index)
      : { column, index, field, confidence: 100, reason: 'preset' };
  });
}

function leftOut(column: string, index: number): ColumnChoice {
  return { column, index, field: undefined, confidence: 0, reason: 'left_out' };
}
