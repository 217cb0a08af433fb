/** A question as it was sent or kept, held against the catalogue and the reader’s permissions. */
import type { Day } from '#kernel/day.ts';
import { type Outcome, refuse } from '#kernel/outcome.ts';
import { datasetOf } from './catalogue.ts';
import { type CheckedQuestion, checkQuestion, type RawQuestion } from './question.ts';
import { readFilter } from './read-filter.ts';
import type { DatasetsRefusal } from './refusal.ts';

export type UnderstandRefusal = DatasetsRefusal | 'permission.missing';

/** The checked question, or a refusal that names the field or the permission. */
export function understand(
  raw: RawQuestion,
  { permissions, today }: { readonly permissions: readonly string[]; readonly today: Day },
): Outcome<CheckedQuestion, UnderstandRefusal> {
  const dataset = datasetOf(raw.dataset);
  if (!dataset) return refuse('datasets.no_such_dataset', { dataset: raw.dataset });
  const { permission } = dataset;
  if (!permissions.includes(permission)) return refuse('permission.missing', { permission });
  const filter = readFilter(raw.filter ?? {});
  if (!filter.ok) return filter;
  return checkQuestion({ ...raw, filter: filter.value }, dataset, today);
}
