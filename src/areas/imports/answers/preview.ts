/** What a dropped file was taken for: its columns with samples, its questions, its notes. */
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { upload } from '../contract.ts';
import { fieldNames, requiredOf } from '../rules/kinds.ts';
import type { Settings } from '../rules/settings.ts';
import { words } from '../words.ts';
import type { LookedAt } from './open-files.ts';

export type Preview = AnswerOf<typeof upload>;

/** Values shown of each column. */
const samples = 5;

export function previewOf(
  uploadId: Id,
  { file, table, detection }: LookedAt,
  settings: Settings,
  language: Language,
  came: { readonly source: string; readonly before: boolean },
): Preview {
  const { kind } = detection;
  const choices = new Map(detection.choices.map((choice) => [choice.index, choice]));
  return {
    uploadId,
    file: file.name,
    kind: kind ?? null,
    preset: detection.preset ?? null,
    encoding: table.encoding,
    delimiter: table.delimiter === '' ? null : table.delimiter,
    rows: table.rows.length,
    columns: table.columns.map((column, index) => ({
      column,
      index,
      field: choices.get(index)?.field ?? null,
      confidence: choices.get(index)?.confidence ?? 0,
      samples: samplesOf(table.rows, index),
    })),
    fields: kind === undefined ? [] : fieldsOf(kind),
    settings: wireSettings(settings),
    questions: detection.questions.map((question) => ({
      ...question,
      choices: [...question.choices],
    })),
    notes: detection.notes.map(({ code, facts }) => say(words, code, facts, language)),
    source: came.source,
    snapshotSuggested: came.before && kind === 'items',
  };
}

function fieldsOf(kind: NonNullable<LookedAt['detection']['kind']>): Preview['fields'] {
  const required: readonly (readonly string[])[] = requiredOf[kind];
  return fieldNames(kind).map((field) => ({
    field,
    required: required.some((group) => group.includes(field)),
  }));
}

function samplesOf(rows: LookedAt['table']['rows'], index: number): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const cell = row.cells[index]?.trim() ?? '';
    if (cell !== '') found.add(cell);
    if (found.size === samples) break;
  }
  return [...found];
}

function wireSettings(settings: Settings): Preview['settings'] {
  const { kind, company, currency, dateOrder, decimalMark, mapping, snapshot, source } = settings;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(company === undefined ? {} : { company }),
    ...(currency === undefined ? {} : { currency }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimalMark === undefined ? {} : { decimalMark }),
    ...(mapping === undefined ? {} : { mapping: { ...mapping } }),
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(source === undefined ? {} : { source }),
  };
}
