import { expect, test } from 'vitest';
import type { Phrase } from '#kernel/words.ts';
import { WrongUsage } from './command.ts';
import {
  choiceOption,
  currencyOption,
  dayOption,
  formatOptions,
  oneArgument,
  readOptions,
} from './options.ts';

const options = { ...formatOptions, 'as-of': { type: 'string' } } as const;

function said(work: () => unknown): Phrase {
  try {
    work();
  } catch (error) {
    if (error instanceof WrongUsage) return error.said;
    throw error;
  }
  throw new Error('nothing was wrong');
}

test('an option that is not there, or is given wrongly, is named in both languages', () => {
  const of = (...args: readonly string[]) => said(() => readOptions(args, options));
  expect(of('--asof', '2026')).toEqual({
    en: 'there is no option --asof',
    es: 'no hay ninguna opción --asof',
  });
  expect(of('--as-of').en).toBe('--as-of takes a value');
  expect(of('--as-of', '--json').es).toBe('--as-of necesita un valor');
  expect(of('--json=3').en).toBe('--json takes no value');
  expect(of('more').en).toBe('"more" is one argument too many');
  expect(readOptions(['--as-of', '2026-09-30', '--json'], options)).toMatchObject({
    'as-of': '2026-09-30',
    json: true,
  });
});

test('a value that does not fit is named with what would', () => {
  expect(said(() => dayOption('as-of', '2026-13-01')).es).toBe(
    '--as-of lleva un día como 2026-09-30, no «2026-13-01»',
  );
  expect(said(() => choiceOption('by', 'x', ['account', 'company'])).en).toBe(
    '--by takes account, company; not "x"',
  );
  expect(said(() => currencyOption('currency', 'dollars')).en).toBe(
    '--currency takes a code such as USD, not "dollars"',
  );
  expect(currencyOption('currency', 'eur')).toBe('EUR');
  expect(choiceOption('by', 'company', ['account', 'company'])).toBe('company');
});

test('the one argument of a command is asked for, and a second one named', () => {
  const ask = { en: 'name one folder', es: 'nombre una carpeta' };
  expect(oneArgument(['monday'], ask)).toBe('monday');
  expect(said(() => oneArgument([], ask)).es).toBe('nombre una carpeta');
  expect(said(() => oneArgument(['a', 'b'], ask)).en).toBe('"b" is one argument too many');
});
