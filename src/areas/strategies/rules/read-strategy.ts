/**
 * A strategy file from its text to its meaning: parsed, inheritance merged in, judged.
 *
 * The same function runs in the editor at every keystroke, in `dunlin strategies check` and
 * when a version is proposed, so that no two of them can say different things of one file.
 */
import { readYaml } from '#formats/yaml/read-yaml.ts';
import { type Node, type Plain, plainOf, treeOf, valueOf } from '#formats/yaml/tree.ts';
import type { StrategyDocument } from './document.ts';
import { type Judged, type Known, anythingKnown, judgeTree } from './reading/document.ts';
import { type FindTree, mergeInherited } from './reading/inherit.ts';
import type { DocumentProblem } from './reading/reader.ts';

export type StrategyRead =
  | {
      readonly ok: true;
      readonly document: StrategyDocument;
      /** The file itself as data, without what it inherits: what is stored. */
      readonly own: Plain;
    }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** The other strategies by key, as stored (`own`), for inheritance. */
export type Others = ReadonlyMap<string, Plain>;

/** Strategies as they came out of the store. */
export function othersOf(stored: readonly (readonly [key: string, own: unknown])[]): Others {
  return new Map(stored.map(([key, own]) => [key, plainOf(treeOf(own))]));
}

/** Reads a file as it was written. */
export function readStrategy(text: string, others: Others, known: Known): StrategyRead {
  const yaml = readYaml(text);
  if (!yaml.ok) {
    const problems = yaml.problems.map(({ code, at, facts }) => ({
      code,
      ...at,
      field: '',
      facts,
    }));
    return { ok: false, problems };
  }
  const judged = judge(yaml.node, others, known);
  return judged.ok ? { ...judged, own: plainOf(yaml.node) } : judged;
}

/** The meaning of a stored strategy, inheritance merged in from the others of its day. */
export function strategyOf(own: unknown, others: Others): Judged {
  return judge(treeOf(own), others, anythingKnown);
}

function judge(tree: Node, others: Others, known: Known): Judged {
  const find: FindTree = (key) => {
    const other = others.get(key);
    return other === undefined ? undefined : treeOf(other);
  };
  const merged = mergeInherited(tree, find);
  if (!merged.ok) return merged;
  return judgeTree(merged.tree, merged.inherits, known);
}

/** What a stored strategy inherits from directly; null for none. */
export function parentOf(own: Plain): string | null {
  const tree = treeOf(own);
  const said = tree.is === 'map' ? valueOf(tree, 'extends') : undefined;
  return said?.is === 'word' ? said.text : null;
}
