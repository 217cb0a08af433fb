/** Every rule and every action has a test beside it. */
import { expect, test } from 'vitest';
import { provedElsewhere } from './exceptions.ts';
import { roomOf } from './rooms.ts';
import { exists, importsOf, isNode, isTest, type Node, source, sourceFiles } from './source.ts';
import { resolve } from './rooms.ts';

const proved = sourceFiles().filter((file) => {
  const room = roomOf(file)?.name;
  return (room === 'rules' || room === 'actions') && !isTest(file);
});

test('every rule and every action has a test beside it', () => {
  const bare = proved.filter((file) => !hasTest(file) && !onlyTypes(file));
  const open = bare.filter((file) => provedElsewhere[file] === undefined);
  expect(open.map((file) => `${file} has no ${testOf(file)}.`)).toEqual([]);
});

test('what is proved elsewhere is needed, and its test imports it', () => {
  const wrong = Object.entries(provedElsewhere).filter(([file, place]) => {
    if (!proved.includes(file) || hasTest(file) || !exists(place)) return true;
    return !importsOf(source(place)).some(({ specifier = '' }) => leadsTo(place, specifier, file));
  });
  expect(wrong).toEqual([]);
});

function testOf(file: string): string {
  return file.replace(/\.ts$/u, '.test.ts');
}

function hasTest(file: string): boolean {
  return exists(testOf(file));
}

/** Types and interfaces need no test: the compiler proves them. */
function onlyTypes(file: string): boolean {
  const { body } = source(file).tree;
  if (!Array.isArray(body)) return false;
  return body.filter(isNode).every((statement) => isType(statement));
}

function isType(statement: Node): boolean {
  if (statement.type === 'ImportDeclaration') return true;
  if (statement.type.startsWith('TS')) return true;
  const { declaration } = statement;
  return isNode(declaration) && declaration.type.startsWith('TS');
}

function leadsTo(from: string, specifier: string, file: string): boolean {
  const target = resolve(from, specifier);
  return target.kind === 'file' && target.path === file;
}
