/** Every rule and every action has a test beside it: of its own name, or one that imports it. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { provedElsewhere } from './exceptions.ts';
import { resolve, roomOf } from './rooms.ts';
import { exists, importsOf, isTest, nodesOf, source, sourceFiles } from './source.ts';

const tests = sourceFiles().filter(isTest);
const proved = sourceFiles().filter((file) => {
  const room = roomOf(file)?.name;
  return (room === 'rules' || room === 'actions') && !isTest(file);
});

test('every rule and every action has a test beside it', () => {
  const bare = proved.filter((file) => !hasTest(file) && !decidesNothing(file));
  const open = bare.filter((file) => provedElsewhere[file] === undefined);
  expect(open.map((file) => `${file} has no ${testOf(file)}.`)).toEqual([]);
});

test('what is proved elsewhere is needed, and its test imports it', () => {
  const wrong = Object.entries(provedElsewhere).filter(([file, place]) => {
    if (!proved.includes(file) || hasTest(file) || !exists(place)) return true;
    return !imports(place, file);
  });
  expect(wrong).toEqual([]);
});

function testOf(file: string): string {
  return file.replace(/\.ts$/u, '.test.ts');
}

function hasTest(file: string): boolean {
  return exists(testOf(file)) || testsBeside(file).some((beside) => imports(beside, file));
}

/** The tests of the same folder. */
function testsBeside(file: string): string[] {
  const folder = path.posix.dirname(file);
  return tests.filter((beside) => path.posix.dirname(beside) === folder);
}

function imports(place: string, file: string): boolean {
  return importsOf(source(place)).some(({ specifier = '' }) => {
    const target = resolve(place, specifier);
    return target.kind === 'file' && target.path === file;
  });
}

/** Types are proved by the compiler and constants by what reads them. */
function decidesNothing(file: string): boolean {
  const functions = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
  return nodesOf(source(file), ...functions).length === 0;
}
