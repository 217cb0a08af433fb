/**
 * What a YAML file says, as a tree whose every part knows its line: words, lists and maps.
 *
 * All scalars are words as they were written: `NO` is Norway and `007` keeps its zeros. Whoever
 * reads the tree says what a word means.
 */
export type Place = { readonly line: number; readonly column: number };

export type Word = { readonly is: 'word'; readonly at: Place; readonly text: string };
export type Nothing = { readonly is: 'nothing'; readonly at: Place };
export type List = { readonly is: 'list'; readonly at: Place; readonly items: readonly Node[] };
export type Entry = { readonly key: string; readonly at: Place; readonly value: Node };
export type Mapping = {
  readonly is: 'map';
  readonly at: Place;
  readonly entries: readonly Entry[];
};
export type Node = Word | Nothing | List | Mapping;

/** Plain data of a tree: what is stored beside the file as it was written. */
export type Plain = string | null | readonly Plain[] | { readonly [key: string]: Plain };

const nowhere: Place = { line: 0, column: 0 };

/** The value of a field; undefined where the map has none. */
export function valueOf(map: Mapping, key: string): Node | undefined {
  return map.entries.find((entry) => entry.key === key)?.value;
}

/** The tree as data, without its places. */
export function plainOf(node: Node): Plain {
  if (node.is === 'word') return node.text;
  if (node.is === 'nothing') return null;
  if (node.is === 'list') return node.items.map(plainOf);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainOf(value)]));
}

/** Data as a tree again; its parts stand at `at`, or nowhere. Numbers and yes or no are words. */
export function treeOf(data: unknown, at: Place = nowhere): Node {
  if (data === null || data === undefined) return { is: 'nothing', at };
  if (Array.isArray(data)) {
    const items: readonly unknown[] = data;
    return { is: 'list', at, items: items.map((item) => treeOf(item, at)) };
  }
  if (typeof data === 'object') {
    const entries = Object.entries(data).map(([key, value]) => ({
      key,
      at,
      value: treeOf(value, at),
    }));
    return { is: 'map', at, entries };
  }
  // Neither nothing nor an object: a word, a number, yes or no.
  return { is: 'word', at, text: `${data as string | number | boolean | bigint}` };
}
