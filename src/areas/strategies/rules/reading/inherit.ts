/**
 * Inheritance: a strategy says only in what it differs from another one.
 *
 *   fields   the nearest one that says it; segment, examples and experiment are not passed on
 *   steps    by key: a step of the same key changes only the fields it names, a new key is a new
 *            step, `drop_steps` takes one out; then all stand in the order of their days
 *
 * What is inherited is complained of at the line that says `extends`.
 */
import {
  type Entry,
  type List,
  type Mapping,
  type Node,
  type Place,
  treeOf,
  plainOf,
  valueOf,
} from '#formats/yaml/tree.ts';
import { type DocumentProblem, type Where, complain, within } from './reader.ts';

export type Merged =
  | { readonly ok: true; readonly tree: Node; readonly inherits: readonly string[] }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** The tree of another strategy by its key; undefined when there is none. */
export type FindTree = (key: string) => Node | undefined;

const own: ReadonlySet<string> = new Set([
  'key',
  'name',
  'extends',
  'drop_steps',
  'segment',
  'examples',
  'experiment',
]);

/** The tree with everything it inherits; refuses a circle and a strategy that is not there. */
export function mergeInherited(tree: Node, find: FindTree): Merged {
  const where: Where = { path: '', found: [] };
  const merged = merge(tree, find, { where, chain: [wordOf(tree, 'key') ?? ''], at: undefined });
  return where.found.length > 0
    ? { ok: false, problems: where.found }
    : { ok: true, tree: merged.tree, inherits: merged.inherits };
}

type Merging = {
  readonly where: Where;
  readonly chain: readonly string[];
  /** Where the file itself says `extends`. */
  readonly at: Place | undefined;
};

function merge(
  tree: Node,
  find: FindTree,
  { where, chain, at }: Merging,
): { readonly tree: Node; readonly inherits: readonly string[] } {
  const parentKey = wordOf(tree, 'extends');
  if (tree.is !== 'map' || parentKey === undefined) return { tree, inherits: [] };
  const place = at ?? valueOf(tree, 'extends')?.at ?? tree.at;
  const nothing = { tree, inherits: [] };
  if (chain.includes(parentKey)) {
    complain('inherits_in_a_circle', place, within(where, 'extends'), {
      chain: [...chain, parentKey].join(' → '),
    });
    return nothing;
  }
  const parent = find(parentKey);
  if (parent === undefined) {
    complain('no_such_strategy', place, within(where, 'extends'), { said: parentKey });
    return nothing;
  }
  const above = merge(parent, find, { where, chain: [...chain, parentKey], at: place });
  if (above.tree.is !== 'map') return nothing;
  return {
    tree: over(tree, movedTo(above.tree, place), where),
    inherits: [parentKey, ...above.inherits],
  };
}

/** The child's fields over those of its parent. */
function over(child: Mapping, parent: Mapping, where: Where): Mapping {
  const passed = parent.entries.filter(({ key }) => !own.has(key));
  const kept = passed.filter(({ key }) => valueOf(child, key) === undefined);
  const steps = stepsOver(child, parent, where);
  const said = child.entries.filter(
    ({ key }) => key !== 'drop_steps' && !(steps && key === 'steps'),
  );
  const inherited = kept.filter(({ key }) => !(steps && key === 'steps'));
  return { ...child, entries: [...said, ...inherited, ...(steps === undefined ? [] : [steps])] };
}

function stepsOver(child: Mapping, parent: Mapping, where: Where): Entry | undefined {
  const above = valueOf(parent, 'steps');
  const ours = valueOf(child, 'steps');
  if (above?.is !== 'list' || (ours !== undefined && ours.is !== 'list')) return undefined;
  const dropped = droppedKeys(child, above, where);
  const changes = ours?.items ?? [];
  const kept = above.items
    .filter((step) => !dropped.has(wordOf(step, 'key') ?? ''))
    .map((step) =>
      stepOver(
        changes.find((each) => isSameStep(each, step)),
        step,
      ),
    );
  const added = changes.filter((each) => !above.items.some((step) => isSameStep(each, step)));
  const items = [...kept, ...added].toSorted((a, b) => daysOf(a) - daysOf(b));
  const at = ours?.at ?? above.at;
  return { key: 'steps', at, value: { is: 'list', at, items } };
}

function droppedKeys(child: Mapping, above: List, where: Where): ReadonlySet<string> {
  const dropped = valueOf(child, 'drop_steps');
  const items = dropped?.is === 'list' ? dropped.items : [];
  for (const item of items) {
    const said = item.is === 'word' ? item.text : '';
    const known = above.items.map((step) => wordOf(step, 'key') ?? '');
    if (!known.includes(said)) {
      complain('no_such_step', item.at, within(where, 'drop_steps'), {
        said,
        known: known.join(', '),
      });
    }
  }
  return new Set(items.flatMap((item) => (item.is === 'word' ? [item.text] : [])));
}

function stepOver(change: Node | undefined, step: Node): Node {
  if (change?.is !== 'map' || step.is !== 'map') return change ?? step;
  const kept = step.entries.filter(({ key }) => valueOf(change, key) === undefined);
  return { ...change, entries: [...change.entries, ...kept] };
}

function isSameStep(a: Node, b: Node): boolean {
  const key = wordOf(a, 'key');
  return key !== undefined && key === wordOf(b, 'key');
}

function daysOf(step: Node): number {
  const days = Number(wordOf(step, 'days'));
  return Number.isNaN(days) ? 0 : days;
}

function wordOf(node: Node, key: string): string | undefined {
  const value = node.is === 'map' ? valueOf(node, key) : undefined;
  return value?.is === 'word' ? value.text : undefined;
}

/** The same tree, all of it standing at one place. */
function movedTo(tree: Mapping, at: Place): Mapping {
  const moved = treeOf(plainOf(tree), at);
  return moved.is === 'map' ? moved : tree;
}
