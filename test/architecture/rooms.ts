/**
 * Which room a file stands in, and whether what it imports may be imported from there.
 *
 * The map itself is `architecture.ts`; here it is only read. A wrong import is answered with
 * one sentence that names the file, the import and the room in which that import belongs.
 */
import { builtinModules } from 'node:module';
import path from 'node:path';
import { type Room, rooms } from '../../architecture-rooms.ts';
import { areas, foundations } from '../../architecture.ts';
import { type Import, isTest } from './source.ts';

/** What an import leads to: a file of ours, a package, or Node itself. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string };

/** A test stands in the room of what it tests. */
export function roomOf(file: string): Room | undefined {
  const tested = file.replace(/\.test(?=\.tsx?$)/u, '');
  return rooms.find((room) => room.at.some((pattern) => fits(pattern, tested)));
}

/** The area that a file belongs to: `promises` for anything under src/areas/promises. */
export function areaOf(file: string): string | undefined {
  return /^src\/areas\/([^/]+)\//u.exec(file)?.[1];
}

function fits(pattern: string, file: string): boolean {
  const parts: Readonly<Record<string, string>> = { '**': '.+', '*': '[^/]+', '.': '[.]' };
  const expression = pattern.replaceAll(/\*\*|[*.]/gu, (mark) => parts[mark] ?? mark);
  return new RegExp(`^${expression}$`, 'u').test(file);
}

/** Follows `#` subpaths and relative paths to a path from the root. */
export function resolve(file: string, specifier: string): Target {
  const plain = specifier.replace(/\?.*$/u, '');
  if (/^#(?:db|test)\//u.test(plain)) return { kind: 'file', path: plain.slice(1) };
  if (plain.startsWith('#')) return { kind: 'file', path: `src/${plain.slice(1)}` };
  if (plain.startsWith('.')) {
    return { kind: 'file', path: path.posix.join(path.posix.dirname(file), plain) };
  }
  const [first = '', second = ''] = plain.split('/');
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  const isNode = plain.startsWith('node:') || builtinModules.includes(plain);
  return isNode ? { kind: 'node', name: plain } : { kind: 'package', name };
}

/** What is wrong with an import, as a sentence; undefined when it may stand. */
export function wrongImport(file: string, found: Import): string | undefined {
  const place = `${file}:${found.line}`;
  const room = roomOf(file);
  if (!room) return undefined;
  if (found.specifier === undefined) {
    return `${place} imports a computed path; write the path out, so that it can be checked.`;
  }
  const target = resolve(file, found.specifier);
  const relative = found.specifier.startsWith('.');
  if (relative && target.kind === 'file' && unitOf(file) !== unitOf(target.path)) {
    return `${place} reaches ${found.specifier} by a relative path; write ${subpath(target.path)}.`;
  }
  if (isTest(file)) return undefined;
  const reason = objection(file, room, target);
  if (reason === undefined) return undefined;
  const end = belongs(file, target);
  return `${place} (${room.name}) may not import ${found.specifier}: ${reason}; ${end}.`;
}

/** The part of the house inside which relative paths are good. */
function unitOf(file: string): string {
  const depth = file.startsWith('src/areas/') ? 3 : 2;
  return file.split('/').slice(0, depth).join('/');
}

function subpath(file: string): string {
  return file.startsWith('src/') ? `#${file.slice('src/'.length)}` : `#${file}`;
}

/** Why a room may not import a target; undefined when it may. */
function objection(file: string, room: Room, target: Target): string | undefined {
  if (target.kind === 'node') return room.node ? undefined : `${room.name} knows no machine`;
  if (target.kind === 'package') {
    const may = room.packages === 'any' || room.packages?.includes(target.name);
    return may ? undefined : `${room.name} uses ${listOf(room.packages)} from outside`;
  }
  if (!target.path.startsWith('src/')) {
    return room.outside?.includes(target.path) ? undefined : 'it stands outside src';
  }
  if (isTest(target.path)) return 'it is a test';
  const area = areaOf(target.path);
  if (area === undefined) return objectionToHouse(file, room, target.path);
  return objectionToArea(file, room, target.path, area);
}

function objectionToHouse(file: string, room: Room, target: string): string | undefined {
  const inside = target.slice('src/'.length);
  const open = room.house?.some((part) => inside === part || /^[./]/u.test(rest(inside, part)));
  if (!open) return `${room.name} may know ${listOf(room.house)} outside the areas`;
  const area = areaOf(file);
  if (area === undefined || !inside.startsWith('formats/') || areas[area]?.formats)
    return undefined;
  return `architecture.ts does not let ${area} read outside files`;
}

function rest(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : '';
}

function objectionToArea(
  file: string,
  room: Room,
  target: string,
  area: string,
): string | undefined {
  const own = areaOf(file);
  const name = roomOf(target)?.name ?? 'a place that is no room';
  if (area === own) {
    return room.own?.includes(name)
      ? undefined
      : `${room.name} may know its own ${listOf(room.own)}`;
  }
  const usesRules = name === 'rules' && areas[own ?? '']?.rulesOf?.includes(area) === true;
  if (own !== undefined && !mayKnow(own, area) && !usesRules) {
    return `architecture.ts does not let ${own} know ${area}`;
  }
  if (room.others?.includes(name)) return undefined;
  const whose = own === undefined ? 'an area' : 'another area';
  return `of ${whose}, ${room.name} may know ${listOf(room.others)}`;
}

/** May one area know another? Named in the map, or a foundation that stands above it. */
export function mayKnow(area: string, other: string): boolean {
  if (areas[area]?.knows.includes(other)) return true;
  return foundations.includes(other) && !foundations.includes(area);
}

/** The end of the sentence: where such an import would be right. */
function belongs(file: string, target: Target): string {
  const area = areaOf(file);
  const candidates = rooms.filter((room) => isOfAreas(room) === (area !== undefined));
  const right = candidates.filter((room) => objection(file, room, target) === undefined);
  if (right.length > 0) return `it belongs in ${right.map((room) => room.name).join(', ')}`;
  return 'it belongs in no room beside this one';
}

function isOfAreas(room: Room): boolean {
  return room.at.some((pattern) => pattern.startsWith('src/areas/'));
}

function listOf(names: Room['packages'] = []): string {
  if (names === 'any') return 'anything';
  return names.length === 0 ? 'nothing' : names.join(', ');
}
