/** Names that let a newcomer guess the room: no drawers, one way to write a file's name. */
import { describe, expect, test } from 'vitest';
import {
  code,
  filesUnderIfAny,
  isTest,
  lineOf,
  literal,
  nameOf,
  nodesOf,
  parse,
  source,
  type SourceFile,
  sourceFiles,
} from './source.ts';

const files = sourceFiles();
const tests = [...files, ...filesUnderIfAny('test', code)].filter(isTest);

/** A folder or file of this name says nothing about what lies in it. */
const drawers = /^(?:utils?|common|helpers?|managers?|services?|misc|shared|lib|types)$/u;

test('files are written in kebab-case, components in PascalCase, hooks as hooks', () => {
  expect(files.filter((file) => !isWellNamed(file))).toEqual([]);
});

test('there is no drawer for what has no place', () => {
  expect(files.filter(isInDrawer)).toEqual([]);
});

test('a test states what is, not what somebody wishes', () => {
  expect(tests.flatMap((file) => wishes(source(file)))).toEqual([]);
});

function isWellNamed(file: string): boolean {
  const name = file.split('/').at(-1) ?? '';
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.d)?\.tsx?$/u.test(name)) return true;
  if (/^[A-Z][A-Za-z0-9]*(?:\.test)?\.tsx$/u.test(name)) return true;
  return /^use[A-Z][A-Za-z0-9]*(?:\.test)?\.tsx?$/u.test(name);
}

function isInDrawer(file: string): boolean {
  return file.split('/').some((part) => drawers.test(part.replace(/\..*$/u, '')));
}

function wishes(file: SourceFile): string[] {
  return nodesOf(file, 'CallExpression').flatMap((call) => {
    const { callee, arguments: values } = call;
    if (!['test', 'it', 'describe'].includes(nameOf(callee) ?? '')) return [];
    const title = Array.isArray(values) ? literal(values[0]) : undefined;
    if (title === undefined || !/\bshould\b/u.test(title)) return [];
    return [`${file.path}:${lineOf(file, call.start)} says "should".`];
  });
}

describe('the checks bite', () => {
  test('on names', () => {
    expect(isWellNamed('src/areas/promises/rules/makePromise.ts')).toBe(false);
    expect(isWellNamed('src/areas/promises/screens/PromiseForm.tsx')).toBe(true);
    expect(isInDrawer('src/platform/utils/text.ts')).toBe(true);
    expect(isInDrawer('src/areas/promises/helpers.ts')).toBe(true);
  });

  test('on titles', () => {
    const file = parse('src/x.test.ts', `test('it should work', () => {}); other('should');`);
    expect(wishes(file)).toEqual(['src/x.test.ts:1 says "should".']);
  });
});
