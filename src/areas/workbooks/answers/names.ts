/** What columns, choices and people are called in a sheet, and back again. */
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { allMembers } from '#areas/team/index.ts';
import type { Codes } from '../rules/cell.ts';
import type { Column } from '../rules/column.ts';
import type { WorkbookKind } from '../rules/kinds.ts';
import { words } from '../words.ts';

/** A kind's own word for something, else the one that all share. */
function named(kind: WorkbookKind, room: 'column' | 'choice', name: string): string {
  const own = `${room}.${kind}.${name}`;
  return Object.hasOwn(words, own) ? own : `${room}.${name}`;
}

export function headerOf(kind: WorkbookKind, column: string, language: Language): string {
  return say(words, named(kind, 'column', column), {}, language);
}

export function choiceLabel(
  kind: WorkbookKind,
  column: string,
  code: string,
  language: Language,
): string {
  return say(words, named(kind, 'choice', `${column}.${code}`), {}, language);
}

export type People = {
  /** By member, also of those who have left. */
  readonly labels: ReadonlyMap<string, string>;
  /** Those who still work here, by name. */
  readonly active: readonly string[];
};

/** Two of one name are told apart by their address. */
export async function peopleOf(db: Queries): Promise<People> {
  const members = await allMembers(db);
  const count = new Map<string, number>();
  for (const { name } of members) count.set(name, (count.get(name) ?? 0) + 1);
  const label = ({ name, email }: (typeof members)[number]): string =>
    (count.get(name) ?? 0) > 1 ? `${name} (${email})` : name;
  return {
    labels: new Map(members.map((member) => [member.memberId, label(member)])),
    active: members.filter(({ active }) => active).map(label),
  };
}

/** A value as the sheet shows it. */
export function shownAs(
  kind: WorkbookKind,
  column: Column,
  value: string,
  { people, language }: { readonly people: People; readonly language: Language },
): string {
  if (value === '') return '';
  if (column.type === 'choice') return choiceLabel(kind, column.name, value, language);
  if (column.type !== 'member') return value;
  return people.labels.get(value) ?? value;
}

/** From what the sheet shows back to codes; case and accents typed otherwise do no harm. */
export function codesOf(kind: WorkbookKind, people: People, language: Language): Codes {
  const members = new Map([...people.labels].map(([memberId, label]) => [folded(label), memberId]));
  return (column, text) => {
    const wanted = folded(text);
    if (column.type === 'member') return members.get(wanted);
    return column.choices?.find(
      (code) => folded(choiceLabel(kind, column.name, code, language)) === wanted,
    );
  };
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
