/**
 * Nothing stands unused: every action can be reached from the server or the command line, and
 * every event is heard.
 */
import { describe, expect, test } from 'vitest';
import { externalEvents } from '../../architecture.ts';
import { areaOf, resolve, roomOf } from './rooms.ts';
import {
  exists,
  importsOf,
  isNode,
  isTest,
  lineOf,
  literal,
  nameOf,
  type Node,
  nodesOf,
  parse,
  source,
  type SourceFile,
  sourceFiles,
  walk,
} from './source.ts';

const files = sourceFiles().filter((file) => !isTest(file));
const doors = ['http', 'jobs', 'reactions', 'commands'];
const composition = ['server', 'cli'];
const wiring = 'src/server/wiring.ts';

test('every door of an area is opened by the server or the command line', () => {
  const rooms = composition.filter((name) => exists(`src/${name}/main.ts`));
  if (rooms.length < composition.length) return;
  const opened = new Set(files.filter((file) => inRoom(file, composition)).flatMap(targetsOf));
  const closed = files.filter((file) => inRoom(file, doors) && isDoor(file) && !opened.has(file));
  expect(closed.map((file) => `${file} is imported by neither server nor cli.`)).toEqual([]);
});

test('every action is reached from http, jobs, reactions or commands', () => {
  const reached = reachedFrom(files.filter((file) => inRoom(file, doors)));
  const withDoors = new Set(files.filter((file) => inRoom(file, doors)).map(areaOf));
  const actions = files.filter((file) => inRoom(file, ['actions']) && withDoors.has(areaOf(file)));
  const idle = actions.filter((file) => !reached.has(file));
  expect(idle.map((file) => `${file} is reached from no door of any area.`)).toEqual([]);
});

test('every event that is told has a listener or is for outsiders', () => {
  if (!exists(wiring)) return;
  const heard = new Set([...textsOf(source(wiring)), ...externalEvents]);
  const told = files.flatMap((file) => eventsTold(source(file)));
  expect(told.filter(({ name }) => name === undefined).map(({ place }) => place)).toEqual([]);
  const unheard = told.filter(({ name = '' }) => !heard.has(name));
  expect(unheard.map(({ place, name }) => `${place} tells ${name}, which nobody hears.`)).toEqual(
    [],
  );
});

test('nobody waits for an event that is never told', () => {
  const told = new Set(files.flatMap((file) => eventsTold(source(file))).map(({ name }) => name));
  const awaited = exists(wiring) ? textsOf(source(wiring)).filter(isEventName) : [];
  const vain = [...awaited, ...externalEvents].filter((name) => !told.has(name));
  expect(vain.map((name) => `${name} is awaited, but nothing tells it.`)).toEqual([]);
});

function inRoom(file: string, names: readonly string[]): boolean {
  return names.includes(roomOf(file)?.name ?? '');
}

/** `http.ts` itself, or the index of a folder `http/`; parts of a folder are reached from it. */
function isDoor(file: string): boolean {
  return /^src\/areas\/[^/]+\/[a-z]+\.ts$/u.test(file);
}

/** The files that a file imports; through an index, only those whose names it takes. */
function targetsOf(file: string): string[] {
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

function reachedFrom(starts: readonly string[]): Set<string> {
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

type Told = { readonly place: string; readonly name: string | undefined };

/** The events of `tell({ name: … })`; undefined where the name is not written out. */
function eventsTold(file: SourceFile): Told[] {
  return nodesOf(file, 'CallExpression')
    .filter((call) => isCallOf(call, 'tell'))
    .flatMap((call): Told[] => {
      const place = `${file.path}:${lineOf(file, call.start)}`;
      const names = namesIn(call);
      return names.length === 0
        ? [{ place, name: undefined }]
        : names.map((name) => ({ place, name }));
    });
}

function isCallOf(call: Node, name: string): boolean {
  const { callee } = call;
  return isNode(callee) && (nameOf(callee) === name || nameOf(callee['property']) === name);
}

function namesIn(call: Node): string[] {
  const found: string[] = [];
  walk(call, (node, parents) => {
    const text = literal(node);
    const part = parents.find((parent) => parent.type === 'Property');
    const inName = part !== undefined && nameOf(part['key']) === 'name';
    if (text !== undefined && inName && isEventName(text)) found.push(text);
  });
  return found;
}

function textsOf(file: SourceFile): string[] {
  return nodesOf(file, 'Literal', 'TemplateLiteral')
    .map(literal)
    .filter((text) => text !== undefined);
}

function isEventName(text: string): boolean {
  return /^[a-z_]+\.[a-z_]+$/u.test(text);
}

describe('events are read from the calls that tell them', () => {
  test.each([
    [`await context.tell({ name: 'promises.made', accountId, payload })`, ['promises.made']],
    [
      `tell({ name: late ? 'a.broken' : 'a.kept', payload: { name: 'x.y' } })`,
      ['a.broken', 'a.kept'],
    ],
    [`tell({ name: state, accountId, payload })`, [undefined]],
    [`const name = 'a.b'; told({ name: 'a.b' })`, []],
  ])('%s', (text, names) => {
    expect(eventsTold(parse('src/x.ts', text)).map(({ name }) => name)).toEqual(names);
  });
});
