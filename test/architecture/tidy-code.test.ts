/** Sizes and habits: what a reader must never meet in a file. */
import { describe, expect, test } from 'vitest';
import {
  code,
  exists,
  filesUnder,
  filesUnderIfAny,
  isNode,
  isTest,
  lineOf,
  nameOf,
  type Node,
  nodesOf,
  parse,
  source,
  type SourceFile,
  sourceFiles,
  textOf,
} from './source.ts';

const all = [
  ...sourceFiles(),
  ...['test', 'bin', 'bench', 'db'].flatMap((folder) => filesUnderIfAny(folder, code)),
  ...[
    'architecture.ts',
    'architecture-news.ts',
    'architecture-rooms.ts',
    'vite.config.ts',
    'vitest.config.ts',
  ].filter(exists),
];
const files = sourceFiles().filter((file) => !isTest(file));

const limits = { file: 400, function: 70, line: 100 };

test('no file is longer than 400 lines and no line than 100 columns', () => {
  const statements = filesUnder('db/migrations', /\.sql$/u);
  expect(all.flatMap((file) => tooLong(file, textOf(file)))).toEqual([]);
  expect(statements.flatMap((file) => tooWide(file, textOf(file)))).toEqual([]);
});

test('no function is longer than 70 lines', () => {
  expect(files.flatMap((file) => longFunctions(source(file)))).toEqual([]);
});

test('no console in src', () => {
  expect(files.flatMap((file) => uses(source(file), ['console']))).toEqual([]);
});

test('no float ever touches an amount: no parseFloat, no toFixed', () => {
  const others = files.filter((file) => file !== 'src/kernel/money.ts');
  expect(others.flatMap((file) => uses(source(file), ['parseFloat', 'toFixed']))).toEqual([]);
});

test('every file says first what it is', () => {
  const silent = files.filter((file) => !textOf(file).startsWith('/**'));
  expect(silent.map((file) => `${file} does not open with a comment.`)).toEqual([]);
});

test('a cast says why it is safe', () => {
  expect(files.flatMap((file) => bareCasts(source(file)))).toEqual([]);
});

test('nothing is left to do', () => {
  const left = all.flatMap((file) =>
    source(file)
      .comments.filter((comment) => /\b(?:TODO|FIXME|XXX)\b/u.test(String(comment['value'])))
      .map((comment) => `${file}:${lineOf(source(file), comment.start)} leaves something to do.`),
  );
  expect(left).toEqual([]);
});

function tooLong(file: string, text: string): string[] {
  const lines = text.split('\n').length - 1;
  const long = lines > limits.file ? [`${file} has ${lines} lines; split it.`] : [];
  return [...long, ...tooWide(file, text)];
}

function tooWide(file: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      widthOf(file, line) > limits.line ? [`${file}:${index + 1} is wider than 100 columns.`] : [],
    );
}

/** What cannot be broken over lines does not count: phrases, class names, tables of tests. */
function widthOf(file: string, line: string): number {
  if (isTest(file) && /^\s*(?:\$\{[^|]*\}|\w+)\s+\|/u.test(line)) return 0;
  if (/\/words(?:\/[^/]+)?\.tsx?$/u.test(file)) return line.replaceAll(quoted, '').length;
  return line.replace(/className=(?:"[^"]*"|\{`[^`]*`\})/u, '').length;
}

const quoted = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/gu;

function longFunctions(file: SourceFile): string[] {
  const functions = nodesOf(
    file,
    'FunctionDeclaration',
    'FunctionExpression',
    'ArrowFunctionExpression',
  );
  return functions.flatMap((node) => {
    const lines = lineOf(file, node.end) - lineOf(file, node.start) + 1;
    const place = `${file.path}:${lineOf(file, node.start)}`;
    return lines > limits.function ? [`${place} has a function of ${lines} lines; split it.`] : [];
  });
}

function uses(file: SourceFile, names: readonly string[]): string[] {
  return nodesOf(file, 'Identifier')
    .filter((node) => names.includes(nameOf(node) ?? ''))
    .map((node) => `${file.path}:${lineOf(file, node.start)} uses ${nameOf(node)}.`);
}

/** Casts without a comment on their own line or on the lines just above their statement. */
function bareCasts(file: SourceFile): string[] {
  const lines = file.text.split('\n');
  const commented = new Set(
    file.comments.flatMap((comment) => [lineOf(file, comment.start), lineOf(file, comment.end)]),
  );
  return nodesOf(file, 'TSAsExpression', 'TSTypeAssertion').flatMap((node) => {
    if (isConst(node)) return [];
    const line = lineOf(file, node.start);
    let top = line;
    while (top > 1 && line - top < 8 && !commented.has(top) && !endsStatement(lines[top - 2])) {
      top -= 1;
    }
    const said =
      commented.has(top) || commented.has(top - 1) || commented.has(lineOf(file, node.end));
    return said ? [] : [`${file.path}:${line} casts without saying why it is safe.`];
  });
}

function isConst(node: Node): boolean {
  const { typeAnnotation } = node;
  return isNode(typeAnnotation) && nameOf(typeAnnotation['typeName']) === 'const';
}

function endsStatement(line: string | undefined): boolean {
  return line === undefined || /[;{}]\s*(?:\/\/.*)?$|^\s*$/u.test(line);
}

describe('the checks bite', () => {
  test('a cast without a reason is found, one with a reason is not', () => {
    const bare = parse('src/x.ts', 'const a = 1;\nconst b = f(\n  c as Day,\n);');
    expect(bareCasts(bare)).toEqual([expect.stringContaining('src/x.ts:3')]);
    const said = parse('src/x.ts', '// Checked above.\nconst b = f(\n  c as Day,\n);');
    expect(bareCasts(said)).toEqual([]);
    expect(bareCasts(parse('src/x.ts', 'const b = [1] as const;'))).toEqual([]);
  });

  test('a long function and a wide line are found', () => {
    const text = `export const f = () => {\n${'g();\n'.repeat(70)}};`;
    expect(longFunctions(parse('src/x.ts', text))).toHaveLength(1);
    expect(tooLong('src/x.ts', `${'x'.repeat(101)}\n`)).toHaveLength(1);
    expect(tooLong('src/areas/x/words.ts', `  a: { en: '${'x'.repeat(101)}' },\n`)).toEqual([]);
    expect(tooLong('src/x.ts', '\n'.repeat(401))).toHaveLength(1);
  });

  test('a call is found, a mention is not', () => {
    const file = parse('src/x.ts', '// console.log\nconst a = "toFixed";\nb.toFixed(2);');
    expect(uses(file, ['console', 'toFixed'])).toEqual(['src/x.ts:3 uses toFixed.']);
  });
});
