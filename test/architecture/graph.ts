/**
 * Which file leads to which.
 *
 * An index is passed through by name only: whoever takes one function from it does not reach
 * the others.
 */
import { resolve, roomOf } from './rooms.ts';
import { exists, importsOf, source } from './source.ts';

const targets = new Map<string, readonly string[]>();

/** The files that a file imports; through an index, only those whose names it takes. */
export function targetsOf(file: string): readonly string[] {
  const known = targets.get(file) ?? importedBy(file);
  targets.set(file, known);
  return known;
}

function importedBy(file: string): string[] {
  return importsOf(source(file)).flatMap(({ specifier = '', names }) => {
    const target = resolve(file, specifier);
    if (target.kind !== 'file' || !exists(target.path)) return [];
    const through = roomOf(target.path)?.name === 'index' ? behind(target.path, names) : [];
    return [target.path, ...through];
  });
}

/** What an index passes on under these names. */
function behind(index: string, names: readonly string[]): string[] {
  return importsOf(source(index))
    .filter((passed) => passed.names.some((name) => names.includes(name) || names.includes('*')))
    .map(({ specifier = '' }) => resolve(index, specifier))
    .flatMap((target) => (target.kind === 'file' ? [target.path] : []));
}

/** Everything that these files lead to, themselves included. */
export function reachedFrom(starts: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const open = [...starts];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    // An index is passed through by name, never as a whole.
    if (roomOf(file)?.name !== 'index') open.push(...targetsOf(file).filter(exists));
  }
  return reached;
}
