import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { languages } from '#kernel/words.ts';
import { words } from './words.ts';

/** Every place of a phrase: `{value}`, also inside a choice. */
function places(message: string): string[] {
  const names = [...message.matchAll(/\{(\w+)(?=[,}])/gu)].map((match) => match[1] ?? '');
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b));
}

function isMessage(message: string, language: string): boolean {
  try {
    return message !== '' && new IntlMessageFormat(message, language).getAst().length > 0;
  } catch {
    return false;
  }
}

describe('every phrase of the imports', () => {
  test('is a message in both languages', () => {
    const broken = Object.entries(words).flatMap(([key, phrase]) =>
      languages.filter((language) => !isMessage(phrase[language], language)).map(() => key),
    );
    expect(broken).toEqual([]);
  });

  test('names the same facts in both languages', () => {
    for (const [key, phrase] of Object.entries(words)) {
      expect([key, places(phrase.es)]).toEqual([key, places(phrase.en)]);
    }
  });
});

test('a file that is no table is named as what it is', () => {
  const said = (found: string): unknown =>
    new IntlMessageFormat(words['read.unknown_format'].en, 'en').format({ found });
  expect(said('pdf')).toBe('This is a PDF; nothing here can be read as a table.');
  expect(said('old_excel')).toContain('(.xls)');
});
