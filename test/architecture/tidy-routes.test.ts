/** Every route is served, under a permission that a role carries; every page is opened. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { allPermissions } from '#platform/auth/roles.ts';
import type { Route } from '#platform/contract/route.ts';
import { paths } from '#web/paths.ts';
import {
  code,
  exists,
  filesUnder,
  isTest,
  literal,
  nameOf,
  nodesOf,
  root,
  source,
  sourceFiles,
} from './source.ts';

const contracts = sourceFiles().filter((file) =>
  /areas\/[^/]+\/contract(\/[^/]+)?\.ts$/u.test(file),
);
const declared = (await Promise.all(contracts.map(routesOf))).flat();

test('routes were read from the contracts', () => {
  expect(contracts.length).toBeGreaterThan(0);
  expect(declared.length).toBeGreaterThan(contracts.length);
});

test('no two routes share a method and a path', () => {
  const names = declared.map(nameOfRoute);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every permission of a route belongs to a role', () => {
  const known = ['open', 'signed-in', ...allPermissions];
  const strange = declared.filter(({ permission }) => !known.includes(permission));
  expect(strange.map((route) => `${nameOfRoute(route)} asks for ${route.permission}`)).toEqual([]);
});

test('every permission of a role opens something', () => {
  const asked = new Set([...declared.map(({ permission }) => permission), ...textsOfSource()]);
  expect(allPermissions.filter((permission) => !asked.has(permission))).toEqual([]);
});

test('every route of the contracts is served, and nothing else is', async () => {
  if (!exists('src/server/routes.ts')) return;
  const served = (await routesOf('src/server/routes.ts')).map(nameOfRoute).toSorted();
  expect(served).toEqual(declared.map(nameOfRoute).toSorted());
});

test('a test calls every served route without its permission', () => {
  if (!exists('src/server/routes.ts')) return;
  const walkers = [...sourceFiles(), ...filesUnder('test', code)].filter((file) => {
    if (!isTest(file) || file.startsWith('test/architecture/')) return false;
    return /without (?:its |a |the )?permission/u.test(source(file).text);
  });
  expect(walkers).not.toEqual([]);
});

test('every page of the web app is opened in a browser test', () => {
  const tests = exists('test/browser') ? filesUnder('test/browser', /\.test\.tsx?$/u) : [];
  if (tests.length === 0) return;
  const opened = new Set(filesUnder('test/browser', code).flatMap(pathsNamedIn));
  const closed = Object.keys(paths).filter((name) => !opened.has(name));
  expect(closed.map((name) => `paths.${name} is opened in no test of test/browser.`)).toEqual([]);
});

type AnyRoute = Pick<Route, 'method' | 'path' | 'permission'>;

function nameOfRoute(route: AnyRoute): string {
  return `${route.method} ${route.path}`;
}

/** The routes that a module exports: by name, or bound to what serves them in a list. */
async function routesOf(file: string): Promise<AnyRoute[]> {
  const module: unknown = await import(path.join(root, file));
  return routesIn(module, 0);
}

function routesIn(value: unknown, depth: number): AnyRoute[] {
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  if (isRoute(value)) return [value];
  return Object.values(value).flatMap((part: unknown) => routesIn(part, depth + 1));
}

function isRoute(value: object): value is AnyRoute {
  return 'method' in value && 'path' in value && 'permission' in value && 'summary' in value;
}

/** Permissions that code asks for by name, outside the table of roles. */
function textsOfSource(): string[] {
  return sourceFiles()
    .filter((file) => !isTest(file) && file !== 'src/platform/auth/roles.ts')
    .flatMap((file) => nodesOf(source(file), 'Literal').map(literal))
    .filter((text) => text !== undefined);
}

/** The keys of `paths.…` in a file. */
function pathsNamedIn(file: string): string[] {
  return nodesOf(source(file), 'MemberExpression')
    .filter((node) => nameOf(node['object']) === 'paths')
    .map((node) => nameOf(node['property']) ?? '');
}
