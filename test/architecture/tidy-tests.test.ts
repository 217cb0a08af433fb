/**
 * Every rule and every action is proved: by a test beside it, of its own name or one that imports
 * it, or, for an action, by a story under test/scenarios that calls it.
 */
import path from 'node:path';
import { expect, test } from 'vitest';
import { provedElsewhere } from './exceptions.ts';
import { reachedFrom, targetsOf } from './graph.ts';
import { roomOf } from './rooms.ts';
import { code, exists, filesUnder, isTest, nodesOf, source, sourceFiles } from './source.ts';

const tests = sourceFiles().filter(isTest);
const proved = sourceFiles().filter((file) => {
  const room = roomOf(file)?.name;
  return (room === 'rules' || room === 'actions') && !isTest(file);
});
/** What the stories and what they are built from import by name. */
const told = new Set(
  [...filesUnder('test/scenarios', code), ...filesUnder('test/support', code)].flatMap(targetsOf),
);

test('every rule and every action has a test', () => {
  const bare = proved.filter((file) => !hasTest(file) && !decidesNothing(file));
  const open = bare.filter((file) => provedElsewhere[file] === undefined);
  expect(open.map((file) => `${file} has no ${testOf(file)}.`)).toEqual([]);
});

test('what is proved elsewhere is needed, and its test leads to it', () => {
  const wrong = Object.entries(provedElsewhere).filter(([file, place]) => {
    if (!proved.includes(file) || hasTest(file) || !exists(place)) return true;
    return !reachedFrom([place]).has(file);
  });
  expect(wrong).toEqual([]);
});

function testOf(file: string): string {
  return file.replace(/\.ts$/u, '.test.ts');
}

function hasTest(file: string): boolean {
  if (exists(testOf(file))) return true;
  if (roomOf(file)?.name === 'actions' && told.has(file)) return true;
  return testsBeside(file).some((beside) => targetsOf(beside).includes(file));
}

/** The tests of the same folder. */
function testsBeside(file: string): string[] {
  const folder = path.posix.dirname(file);
  return tests.filter((beside) => path.posix.dirname(beside) === folder);
}

/** Types are proved by the compiler and constants by what reads them. */
function decidesNothing(file: string): boolean {
  const functions = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
  return nodesOf(source(file), ...functions).length === 0;
}
