/**
 * Draws architecture.ts into ARCHITECTURE.md, between its two marks: `node bin/map.ts`.
 *
 * The map is written once, as data; this drawing and the test that holds imports to it come
 * from the same lines, so they cannot disagree.
 */
import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Room, rooms } from '../architecture-rooms.ts';
import { areas, foundations } from '../architecture.ts';

const root = path.join(import.meta.dirname, '..');
const file = path.join(root, 'ARCHITECTURE.md');
const marks = { start: '<!-- map: node bin/map.ts -->', end: '<!-- /map -->' };

/** ARCHITECTURE.md with the map as architecture.ts has it now. */
export function withMap(document: string): string {
  const start = document.indexOf(marks.start);
  const end = document.indexOf(marks.end);
  if (start < 0 || end < start)
    throw new Error(`ARCHITECTURE.md lacks ${marks.start} … ${marks.end}`);
  const before = document.slice(0, start + marks.start.length);
  return `${before}\n\n${drawMap()}\n\n${document.slice(end)}`;
}

function drawMap(): string {
  return [
    '### The areas that stand, and whom they know',
    picture(),
    `Left out: every area may know ${foundations.join(', ')}.`,
    '### All areas, in order of knowledge',
    areaTable(),
    '### The rooms',
    roomTable(),
  ].join('\n\n');
}

/** Has it code? An empty folder is not in the repository. */
function stands(area: string): boolean {
  const folder = path.join(root, 'src/areas', area);
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some(isCode);
}

function isCode(name: string | Buffer): boolean {
  return /\.tsx?$/u.test(String(name));
}

/** Arrows run from an area to what it may know; only areas that have code are drawn. */
function picture(): string {
  const standing = Object.entries(areas).filter(([name]) => stands(name));
  const arrows = standing.flatMap(([name, { knows }]) =>
    knows
      .filter((other) => stands(other) && !foundations.includes(other))
      .map((other) => `  ${name} --> ${other}`),
  );
  const nodes = standing.map(([name]) => `  ${name}`);
  return ['```mermaid', 'flowchart TD', ...nodes, ...arrows, '```'].join('\n');
}

function areaTable(): string {
  const rows = Object.entries(areas).map(([name, area]) => {
    const rules = (area.rulesOf ?? []).map((other) => `rules of ${other}`);
    const formats = area.formats ? ['formats'] : [];
    const views = area.readsViews ? ['every published view'] : [];
    const knows = [...area.knows, ...rules, ...formats, ...views].join(', ') || '–';
    return `| ${stands(name) ? `**${name}**` : name} | ${area.owns} | ${knows} |`;
  });
  return ['| area (bold: stands) | owns | may know |', '|---|---|---|', ...rows].join('\n');
}

function roomTable(): string {
  const rows = rooms.map((room) => {
    const inside = `${names(room.own)} | ${names(room.others)}`;
    return `| ${room.name} | ${room.says} | ${inside} | ${outside(room)} |`;
  });
  return [
    '| room | what stands there | of its own area | of other areas | outside the areas |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function outside({ house = [], packages = [], node }: Room): string {
  const bought = packages === 'any' ? ['any package'] : packages;
  return names([...house, ...bought, ...(node ? ['Node'] : [])]);
}

function names(list: readonly string[] = []): string {
  return list.length === 0 ? '–' : list.join(', ');
}

if (import.meta.main) await writeFile(file, withMap(await readFile(file, 'utf8')));
