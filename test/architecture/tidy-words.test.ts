/** Both languages say the same things, with the same places, in words that are there. */
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { type Language, languages, type Phrase } from '#kernel/words.ts';
import { areaOf } from './rooms.ts';
import { isTest, root, sourceFiles } from './source.ts';

type Said = { readonly place: string; readonly phrase: Phrase };

const files = sourceFiles().filter(
  (file) => /\/words(?:\/[^/]+)?\.ts$/u.test(file) && !isTest(file),
);
const said = (await Promise.all(files.map(phrasesOf))).flat();

test('phrases were read from the words of every area', async () => {
  const read = await Promise.all(
    files.map(async (file) => ({ file, said: await phrasesOf(file) })),
  );
  const silent = read.filter(
    (words) => areaOf(words.file) !== undefined && words.said.length === 0,
  );
  expect(silent.map(({ file }) => file)).toEqual([]);
});

test('no phrase is empty, in either language', () => {
  const empty = said.filter(({ phrase }) => languages.some((language) => !phrase[language].trim()));
  expect(empty.map(({ place }) => place)).toEqual([]);
});

test('every phrase has the same places in both languages', () => {
  expect(said.flatMap(differences)).toEqual([]);
});

test('no phrase carries stray spaces', () => {
  const stray = said.filter(({ phrase }) =>
    languages.some((language) => phrase[language] !== phrase[language].trim()),
  );
  expect(stray.map(({ place }) => place)).toEqual([]);
});

/** Every `{ en, es }` of every exported catalogue. */
async function phrasesOf(file: string): Promise<Said[]> {
  const module: unknown = await import(path.join(root, file));
  return phrasesIn(module, file, 0);
}

function phrasesIn(value: unknown, place: string, depth: number): Said[] {
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  if (isPhrase(value)) return [{ place, phrase: value }];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    phrasesIn(part, `${place} ${key}`, depth + 1),
  );
}

function isPhrase(value: object): value is Phrase {
  const texts: Partial<Record<Language, unknown>> = value;
  return typeof texts.en === 'string' && typeof texts.es === 'string';
}

function differences({ place, phrase }: Said): string[] {
  const [en, es] = [placesOf(phrase, 'en'), placesOf(phrase, 'es')];
  if (en === es) return [];
  return [`${place}: English has ${en || 'no place'}, Spanish ${es || 'no place'}`];
}

/** The places of a phrase with their kinds, `amount: argument, count: plural`, sorted. */
function placesOf(phrase: Phrase, language: Language): string {
  const format = new IntlMessageFormat(phrase[language], language, undefined, { ignoreTag: true });
  return [...new Set(placesIn(format.getAst()))].toSorted().join(', ');
}

const kinds = ['literal', 'argument', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag'];

type Parts = ReturnType<IntlMessageFormat['getAst']>;

function placesIn(parts: Parts): string[] {
  return parts.flatMap((part) => {
    const kind = kinds[part.type] ?? '';
    if (kind === 'literal' || kind === 'pound') return [];
    const inner = 'options' in part ? Object.values(part.options) : [];
    const name = 'value' in part ? part.value : '';
    return [`${name}: ${kind}`, ...inner.flatMap((option) => placesIn(option.value))];
  });
}

describe('the check bites', () => {
  test.each([
    [
      '{count, plural, one {# day} other {# days}}',
      '{count, plural, one {# día} other {# días}}',
      [],
    ],
    ['{amount} by {day}', 'el {day}: {amount}', []],
    [
      '{amount} is late',
      '{monto} está vencido',
      ['x: English has amount: argument, Spanish monto: argument'],
    ],
    ['late', '{day}', ['x: English has no place, Spanish day: argument']],
  ])('%s and %s', (en, es, found) => {
    expect(differences({ place: 'x', phrase: { en, es } })).toEqual(found);
  });
});
