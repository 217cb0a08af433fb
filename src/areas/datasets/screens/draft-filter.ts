/**
 * The conditions of a report while it is built: groups within groups, each of which wants all,
 * any or none of what stands in it. Every saved filter can be shown and is saved again the same.
 */
import { keptFilter, type WireQuestion } from '#areas/datasets/contract.ts';
import type { Operator } from '#areas/datasets/rules/dataset.ts';

export type DraftCondition = {
  readonly column: string;
  readonly is: Operator;
  readonly value: string;
  /** Letter by letter, as a program may have saved it. */
  readonly exact?: true;
};

export const joins = ['all', 'any', 'none'] as const;
export type Join = (typeof joins)[number];

export type DraftGroup = { readonly join: Join; readonly parts: readonly DraftPart[] };
export type DraftPart = DraftCondition | DraftGroup;

type Filter = NonNullable<WireQuestion['filter']>;

export const everything: DraftGroup = { join: 'all', parts: [] };

export function isGroup(part: DraftPart): part is DraftGroup {
  return 'join' in part;
}

export function takesNoValue(is: Operator): boolean {
  return is === 'empty' || is === 'filled';
}

/** The filter of the question; a condition without its value and an empty group wait. */
export function filterOf(group: DraftGroup): Filter {
  const parts = group.parts.flatMap((part): Filter[] => {
    if (!isGroup(part)) return conditionOf(part);
    const inner = filterOf(part);
    return Object.keys(inner).length === 0 ? [] : [inner];
  });
  if (parts.length === 0) return {};
  return group.join === 'none' ? { not: { any: parts } } : { [group.join]: parts };
}

function conditionOf({ column, is, value, exact }: DraftCondition): Filter[] {
  if (takesNoValue(is)) return [{ column, is }];
  if (value === '') return [];
  const exactly = exact ? { exact } : {};
  return is === 'in'
    ? [{ column, is, values: value.split(',').map((one) => one.trim()), ...exactly }]
    : [{ column, is, value, ...exactly }];
}

/** The group that a saved filter came from. */
export function groupFrom(filter: WireQuestion['filter']): DraftGroup {
  const [part] = filter === undefined ? [] : partFrom(filter);
  if (part === undefined) return everything;
  return isGroup(part) ? part : { join: 'all', parts: [part] };
}

function partFrom(filter: unknown): DraftPart[] {
  if (typeof filter !== 'object' || filter === null) return [];
  if ('all' in filter) return [{ join: 'all', parts: partsFrom(filter.all) }];
  if ('any' in filter) return [{ join: 'any', parts: partsFrom(filter.any) }];
  if ('not' in filter) {
    const inner: unknown = filter.not;
    const isAny = typeof inner === 'object' && inner !== null && 'any' in inner;
    return [{ join: 'none', parts: isAny ? partsFrom(inner.any) : partFrom(inner) }];
  }
  const read = keptFilter.safeParse(filter);
  if (!read.success) return [];
  const { column, is, value, values, exact } = read.data;
  const text = values?.join(', ') ?? String(value ?? '');
  return [{ column, is, value: text, ...(exact === true ? { exact } : {}) }];
}

function partsFrom(parts: unknown): DraftPart[] {
  return Array.isArray(parts) ? parts.flatMap(partFrom) : [];
}
