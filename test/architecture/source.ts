/**
 * The source as the architecture tests see it: every file with its text, its syntax tree and
 * its imports.
 *
 * Read with a real parser, never with patterns, so that a comment or a string cannot look like
 * code. Paths are from the root of the repository, with `/`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

export const root = path.join(import.meta.dirname, '../..');

/** One node of the syntax tree (ESTree with TypeScript's additions). */
export type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
};

export type SourceFile = {
  readonly path: string;
  readonly text: string;
  readonly tree: Node;
  readonly comments: readonly Node[];
};

export type Import = {
  /** As written; undefined when it is computed. */
  readonly specifier: string | undefined;
  /** Names taken from it; `*` when all of it is. */
  readonly names: readonly string[];
  readonly line: number;
};

/** Every file below a folder whose name fits, sorted; hidden folders hold nothing of ours. */
export function filesUnder(folder: string, fits: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && fits.test(entry.name))
    .map((entry) => fromRoot(path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('/.'))
    .toSorted();
}

/** As `filesUnder`, for a folder that may not be there yet. */
export function filesUnderIfAny(folder: string, fits: RegExp): string[] {
  return exists(folder) ? filesUnder(folder, fits) : [];
}

export function exists(file: string): boolean {
  return existsSync(path.join(root, file));
}

function fromRoot(absolute: string): string {
  return path.relative(root, absolute).split(path.sep).join('/');
}

export const code = /\.tsx?$/u;
export const isTest = (file: string): boolean => /\.test\.tsx?$/u.test(file);

/** Every file of code under src, tests included. */
export function sourceFiles(): string[] {
  return filesUnder('src', code);
}

export function textOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

const parsed = new Map<string, SourceFile>();

/** The file at a path, parsed once. */
export function source(file: string): SourceFile {
  const known = parsed.get(file);
  if (known) return known;
  const fresh = parse(file, textOf(file));
  parsed.set(file, fresh);
  return fresh;
}

/** Parses a text as if it stood at `file`; throws when it is not TypeScript. */
export function parse(file: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(file, text);
  const first = errors[0];
  if (first) throw new SyntaxError(`${file}: ${first.message}`);
  return { path: file, text, tree: asNode(program), comments: comments.map(asNode) };
}

/** The parser's typed union, seen through the few parts that every node has. */
function asNode(value: object): Node {
  // Every node and comment of the tree carries type, start and end; the rest is `unknown`.
  return value as Node;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The nodes of a type, in the order of the text. */
export function nodesOf(file: SourceFile, ...types: readonly string[]): Node[] {
  const found: Node[] = [];
  collect(file.tree, new Set(types), found);
  return found;
}

function collect(node: Node, types: ReadonlySet<string>, found: Node[]): void {
  if (types.has(node.type)) found.push(node);
  for (const part of Object.values(node)) {
    if (Array.isArray(part)) {
      for (const child of part) if (isNode(child)) collect(child, types, found);
    } else if (isNode(part)) {
      collect(part, types, found);
    }
  }
}

/** The line, counted from 1, on which an offset lies. */
export function lineOf(file: SourceFile, offset: number): number {
  return file.text.slice(0, offset).split('\n').length;
}

/** The value of a string literal or of a template without places; undefined otherwise. */
export function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = Array.isArray(node['quasis']) ? node['quasis'] : [];
  return quasis.length === 1 ? cooked(quasis[0]) : undefined;
}

/** The text of one fixed piece of a template. */
export function cooked(quasi: unknown): string {
  if (!isNode(quasi)) return '';
  const value = quasi['value'];
  if (typeof value !== 'object' || value === null || !('cooked' in value)) return '';
  return typeof value.cooked === 'string' ? value.cooked : '';
}

/** The name of an identifier, or the value of a string used as a name. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  return typeof node['name'] === 'string' ? node['name'] : literal(node);
}

const importing = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
];

/** Every import of a file: static, re-exported, dynamic and in types. */
export function importsOf(file: SourceFile): Import[] {
  return nodesOf(file, ...importing)
    .filter((node) => node.type !== 'ExportNamedDeclaration' || isNode(node['source']))
    .map((node) => ({
      specifier: literal(node['source']),
      names: importedNames(node),
      line: lineOf(file, node.start),
    }));
}

function importedNames(node: Node): string[] {
  const specifiers = node['specifiers'];
  if (!Array.isArray(specifiers)) return ['*'];
  return specifiers.map((specifier: unknown) => {
    if (!isNode(specifier) || specifier.type === 'ImportNamespaceSpecifier') return '*';
    if (specifier.type === 'ImportDefaultSpecifier') return 'default';
    return nameOf(specifier['imported'] ?? specifier['local']) ?? '*';
  });
}
