/**
 * Nothing stands unused: every action can be reached from the server or the command line, and
 * every event is heard.
 */
import { describe, expect, test } from 'vitest';
import { listeners } from '#server/wiring.ts';
import { externalEvents } from '../../architecture-news.ts';
import { actionsToCome } from './exceptions.ts';
import { reachedFrom, targetsOf } from './graph.ts';
import { areaOf, roomOf } from './rooms.ts';
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
} from './source.ts';

const files = sourceFiles().filter((file) => !isTest(file));
const doors = ['http', 'jobs', 'reactions', 'commands'];
const composition = ['server', 'cli'];
const heard = listeners.map(({ event }) => event);
const told = files
  .filter((file) => inRoom(file, ['actions', 'rules']))
  .flatMap((file) => eventsIn(source(file)));

test('every door of an area is opened by the server or the command line', () => {
  const rooms = composition.filter((name) => exists(`src/${name}/main.ts`));
  if (rooms.length < composition.length) return;
  const opened = new Set(files.filter((file) => inRoom(file, composition)).flatMap(targetsOf));
  const closed = files.filter((file) => inRoom(file, doors) && isDoor(file) && !opened.has(file));
  expect(closed.map((file) => `${file} is imported by neither server nor cli.`)).toEqual([]);
});

test('every action is reached from http, jobs, reactions, commands or the composition', () => {
  const starts = files.filter((file) => inRoom(file, [...doors, ...composition]));
  const reached = reachedFrom(starts);
  const withDoors = new Set(starts.map(areaOf));
  const actions = files.filter((file) => inRoom(file, ['actions']) && withDoors.has(areaOf(file)));
  const idle = actions.filter((file) => !reached.has(file));
  const open = idle.filter((file) => actionsToCome[file] === undefined);
  expect(open.map((file) => `${file} is reached from no door of any area.`)).toEqual([]);
  expect(Object.keys(actionsToCome).filter((file) => !idle.includes(file))).toEqual([]);
});

test('every event that is told has a listener or is for outsiders', () => {
  const known = new Set([...heard, ...externalEvents]);
  const unheard = told.filter(({ name }) => !known.has(name));
  expect(unheard.map(({ place, name }) => `${place} tells ${name}, which nobody hears.`)).toEqual(
    [],
  );
});

test('nobody waits for an event that is never told', () => {
  const names = new Set(told.map(({ name }) => name));
  const vain = [...heard, ...externalEvents].filter((name) => !names.has(name));
  expect(vain.map((name) => `${name} is awaited, but nothing tells it.`)).toEqual([]);
});

test('what is listed for outsiders only has no listener inside', () => {
  expect(externalEvents.filter((name) => heard.includes(name))).toEqual([]);
  expect(externalEvents).toEqual([...new Set(externalEvents)].toSorted());
});

test('an action that tells writes the name of the event out', () => {
  const silent = files.filter((file) => {
    if (areaOf(file) === undefined || !tells(source(file))) return false;
    const passedOn = importsOf(source(file)).some(({ specifier }) =>
      specifier?.endsWith('/news.ts'),
    );
    return !passedOn && eventsIn(source(file)).length === 0;
  });
  expect(silent.map((file) => `${file} tells an event without its name.`)).toEqual([]);
});

function inRoom(file: string, names: readonly string[]): boolean {
  return names.includes(roomOf(file)?.name ?? '');
}

/** `http.ts` itself, or the index of a folder `http/`; parts of a folder are reached from it. */
function isDoor(file: string): boolean {
  return /^src\/areas\/[^/]+\/[a-z]+\.ts$/u.test(file);
}

type Told = { readonly place: string; readonly name: string };

/**
 * The events named in a file: `name: 'area.what_happened'`, or the first argument of a
 * function that makes news (`itemNews('ledger.item_posted', …)`).
 */
function eventsIn(file: SourceFile): Told[] {
  const own = `${(areaOf(file.path) ?? '').replaceAll('-', '_')}.`;
  return nodesOf(file, 'Property', 'CallExpression').flatMap((node): Told[] => {
    return literalsIn(node.type === 'Property' ? named(node) : firstOfNews(node))
      .filter((name) => name.startsWith(own) && /^[a-z_]+\.[a-z_]+$/u.test(name))
      .map((name) => ({ place: `${file.path}:${lineOf(file, node.start)}`, name }));
  });
}

function named(property: Node): unknown {
  return nameOf(property['key']) === 'name' ? property['value'] : undefined;
}

function firstOfNews(call: Node): unknown {
  const { callee, arguments: values } = call;
  const makesNews = isNode(callee) && nameOf(callee)?.endsWith('News') === true;
  return makesNews && Array.isArray(values) ? values[0] : undefined;
}

/** The texts of an expression: one, or both of a choice. */
function literalsIn(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === 'ConditionalExpression') {
    return [...literalsIn(node['consequent']), ...literalsIn(node['alternate'])];
  }
  const text = literal(node);
  return text === undefined ? [] : [text];
}

function tells(file: SourceFile): boolean {
  return nodesOf(file, 'CallExpression').some((call) => {
    const { callee } = call;
    return isNode(callee) && nameOf(callee['property']) === 'tell';
  });
}

describe('events are read where they are told', () => {
  test.each([
    [`await context.tell({ name: 'promises.made', accountId, payload })`, ['promises.made']],
    [
      `tell({ name: late ? 'promises.broken' : 'promises.kept' })`,
      ['promises.broken', 'promises.kept'],
    ],
    [`tell(promiseNews('promises.made', promise))`, ['promises.made']],
    [`refuse('promises.too_late'); const a = { name: 'ledger.posted', title: 'promises.x' }`, []],
  ])('%s', (text, names) => {
    const file = parse('src/areas/promises/actions/x.ts', text);
    expect(eventsIn(file).map(({ name }) => name)).toEqual(names);
  });
});
