/** Datasets and answers as they cross the wire, and what a shown column is called. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/words.ts';
import { type WireAnswer, type WireColumn, type WireDataset, wireQuestion } from '../contract.ts';
import type { WireSavedReport } from '../contract/saved-reports.ts';
import {
  type Column,
  type Dataset,
  isGroupable,
  measuresOf,
  operatorsOf,
} from '../rules/dataset.ts';
import type { Shown } from '../rules/question.ts';
import { needsReview, type SavedReport } from '../rules/saved-report.ts';
import type { KeptVersion } from '../store/saved-reports.ts';
import { words } from '../words.ts';
import type { Asked } from './ask.ts';
import { choicesOf } from './column-names.ts';

export function wireDataset(dataset: Dataset): WireDataset {
  const { key, entitySet, words: called, about, rowKey, columns } = dataset;
  return {
    key,
    entitySet,
    words: called,
    about,
    asOf: dataset.asOf === true,
    rowKey: [...rowKey],
    columns: columns.map(wireColumn),
  };
}

function wireColumn(column: Column): WireColumn {
  const { key, type, words: called, about, currency = null } = column;
  const choices = choicesOf(column);
  return {
    key,
    type,
    words: called,
    about,
    currency,
    choices: choices ? { ...choices } : null,
    operators: [...operatorsOf(column)],
    groupable: isGroupable(column),
    measures: [...measuresOf(column)],
  };
}

export function wireAnswer(asked: Asked, language: Language): WireAnswer {
  const { question, rows, more, count } = asked;
  return {
    asOf: question.asOf,
    columns: question.shown.map((shown) => ({
      key: shown.key,
      title: titleOf(shown, language),
      type: typeOf(shown),
      currency: currencyOf(shown),
      measure: 'measure' in shown,
      names: namesOf(shown, language),
    })),
    rows: rows.map((row) => [...row]),
    count: count ?? rows.length,
    cut: more,
  };
}

/** What stands above the column: `Open`, `Sum of open`, `Due (month)`. */
export function titleOf(shown: Shown, language: Language): string {
  const name = shown.column?.words[language] ?? '';
  if (!('measure' in shown)) {
    return shown.by ? `${name} (${words[`datasets.by_${shown.by}`][language]})` : name;
  }
  const { measure, weight } = shown;
  return words[`datasets.measure_${measure}`][language]
    .replace('{column}', name)
    .replace('{weight}', weight?.words[language] ?? '');
}

/** What each code of the column is called, yes and no too; null where cells are no codes. */
export function namesOf(shown: Shown, language: Language): Record<string, string> | null {
  if ('measure' in shown) return null;
  if (shown.column.type === 'yes_no') {
    return { true: words['datasets.yes'][language], false: words['datasets.no'][language] };
  }
  const choices = choicesOf(shown.column);
  if (!choices) return null;
  return Object.fromEntries(Object.entries(choices).map(([code, name]) => [code, name[language]]));
}

/** Counts are counts whatever was counted; averages of counts have decimals. */
export function typeOf(shown: Shown): Column['type'] {
  if (!('measure' in shown)) return shown.by ? 'day' : shown.column.type;
  const { measure, column } = shown;
  if (measure === 'count' || measure === 'distinct' || !column) return 'count';
  return measure.endsWith('avg') && column.type === 'count' ? 'percent' : column.type;
}

/** The shown column that says in which currency this one is. */
export function currencyOf(shown: Shown): string | null {
  return typeOf(shown) === 'money' ? (shown.column?.currency ?? null) : null;
}

/** A saved report as its reader sees it. */
export function wireSavedReport(report: SavedReport, reader: Id, today: Day): WireSavedReport {
  const { ownerId, question } = report;
  return {
    name: report.name,
    version: report.version,
    title: report.title,
    note: report.note,
    question: wireQuestion.parse(question),
    shared: report.shared,
    ownerId,
    owner: report.owner,
    mine: ownerId === reader,
    reviewOn: report.reviewOn,
    needsReview: needsReview(report, today),
    retiredOn: report.retiredOn,
    usedOn: report.usedOn,
    usedBy: report.usedBy,
    uses: report.uses,
  };
}

export function wireVersion(version: KeptVersion) {
  return { ...version, question: wireQuestion.parse(version.question) };
}
