/**
 * What must be done before what. A task that would need itself, however far around, could never
 * be started, so a circle is refused when the last step of it is drawn.
 */
import type { Id } from '#kernel/ids.ts';

/** Each task with those it needs; a task that is not there needs nothing. */
export type Needs = ReadonlyMap<Id, readonly Id[]>;

/** The way around that these needs would close, from the task back to it; undefined: none. */
export function circleOf(task: Id, wanted: readonly Id[], known: Needs): Id[] | undefined {
  const seen = new Set<Id>();
  const ways = wanted.map((next) => [task, next]);
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const last = way.at(-1);
    if (last === undefined) continue;
    if (last === task) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    ways.push(...stepsFrom(way, known.get(last) ?? []));
  }
  return undefined;
}

function stepsFrom(way: readonly Id[], nexts: readonly Id[]): Id[][] {
  return nexts.map((next) => [...way, next]);
}
