/**
 * Looks at a table and settles how it is to be read.
 *
 *   columns ──▶ preset? ──▶ kind ──▶ fields ──▶ dates, marks, currency ──▶ plan
 *                                                   └──▶ questions, notes
 *
 * A plan comes out only when no question is left. Nothing here is a guess: what the file
 * does not tell is taken from the settings, then from the preset, then it is asked.
 */
import { type Table } from '#formats/table.ts';
import { type ColumnChoice, type ColumnMapping, mapColumns } from './columns.ts';
import { fixedColumns, strangeColumns } from './fixed-columns.ts';
import { guessKind, missingFields } from './guess-kind.ts';
import { type Kind } from './kinds.ts';
import { type Plan } from './plan.ts';
import { findPartialTable, findPreset } from './presets/find-preset.ts';
import { type Preset } from './presets/preset.ts';
import { type Note, type Question } from './questions.ts';
import { type Settings } from './settings.ts';
import { type Surroundings, settleValues } from './settle-values.ts';

export type Detection = {
  readonly kind: Kind | undefined;
  readonly preset: string | undefined;
  /** One choice a column, in the file's order. */
  readonly choices: readonly ColumnChoice[];
  readonly questions: readonly Question[];
  readonly notes: readonly Note[];
  /** How to read the file; undefined while a question is open. */
  readonly plan: Plan | undefined;
};

/** Settles how a table is read, under what a person has said about it. */
export function detect(
  table: Table,
  settings: Settings = {},
  surroundings: Surroundings = {},
): Detection {
  const preset = findPreset(table.columns, settings.kind);
  const fixed = (kind: Kind): ReturnType<typeof fixedColumns> =>
    fixedColumns(table.columns, kind, preset, settings);
  const guess = preset === undefined ? guessKind(table, fixed) : undefined;
  const partial = settings.kind === undefined ? findPartialTable(table.columns) : undefined;
  const kind = settings.kind ?? preset?.kind ?? (partial === undefined ? guess?.kind : undefined);
  const notes = firstNotes(table, preset);
  if (kind === undefined) {
    const question =
      partial === undefined ? whichKind(guess?.candidates ?? []) : onlyParts(partial);
    return { kind, preset: undefined, choices: [], questions: [question], notes, plan: undefined };
  }
  const mapping = mapColumns(table, kind, fixed(kind));
  const found = { preset: preset?.name, kind, choices: mapping.choices };
  const columnQuestions = [
    ...strangeColumns(table.columns, settings).map(notInFile),
    ...missingFields(kind, mapping).map((fields) => missing(fields, mapping)),
    ...mapping.torn.map(({ field, columns }) => ambiguous(field, columns)),
  ];
  const settled = settleValues(table, found, { settings, preset, surroundings });
  const questions = [...columnQuestions, ...settled.questions];
  return {
    ...found,
    questions,
    notes: [...notes, ...settled.notes],
    plan: questions.length > 0 ? undefined : settled.plan,
  };
}

function firstNotes(table: Table, preset: Preset | undefined): Note[] {
  const notes: Note[] = [];
  if (table.headerLine === undefined) notes.push({ code: 'import.header_missing', facts: {} });
  if (preset !== undefined) {
    notes.push({ code: 'import.preset_used', facts: { preset: preset.name } });
  }
  return notes;
}

function whichKind(choices: readonly Kind[]): Question {
  return { code: 'import.kind_unknown', facts: {}, option: 'kind', choices };
}

function onlyParts(source: string): Question {
  return { code: 'import.lines_not_documents', facts: { source }, option: 'kind', choices: [] };
}

function notInFile(column: string): Question {
  return { code: 'import.column_not_in_file', facts: { column }, option: 'mapping', choices: [] };
}

/** One of these fields is needed; a column that is called like it is named with what it holds. */
function missing(fields: readonly string[], { choices, misnamed }: ColumnMapping): Question {
  const free = choices
    .filter((choice) => choice.field === undefined)
    .map((choice) => choice.column);
  const near = misnamed.find(({ field }) => fields.includes(field));
  if (near !== undefined) {
    const code = 'import.column_holds_else';
    return { code, facts: { ...near }, option: 'mapping', choices: free };
  }
  const facts = { field: fields[0] ?? '' };
  return { code: 'import.column_missing', facts, option: 'mapping', choices: free };
}

function ambiguous(field: string, columns: readonly string[]): Question {
  const facts = { field, columns: columns.join(', ') };
  return { code: 'import.column_ambiguous', facts, option: 'mapping', choices: columns };
}
