/** What the news of a merge says: which account went into which, and each item by its new id. */
import { type Id, parseId } from '#kernel/ids.ts';
import type { Carrying } from '../postgres/carry-rows.ts';
import type { HeardEvent } from './listener.ts';

/** Undefined when the news does not read as one. */
export function mergeTold({ payload }: Pick<HeardEvent, 'payload'>): Carrying | undefined {
  const from = idOf(payload['from']);
  const into = idOf(payload['into']);
  if (from === undefined || into === undefined) return undefined;
  return { from, into, items: movedItems(payload['items']) };
}

/** Each item that moved, by its old id. */
export function movedItems(value: unknown): ReadonlyMap<Id, Id> {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return new Map(
    list.flatMap((each) => {
      if (typeof each !== 'object' || each === null) return [];
      const from = idOf('from' in each ? each.from : undefined);
      const to = idOf('to' in each ? each.to : undefined);
      return from === undefined || to === undefined ? [] : [[from, to] as const];
    }),
  );
}

function idOf(value: unknown): Id | undefined {
  return typeof value === 'string' ? parseId(value) : undefined;
}
