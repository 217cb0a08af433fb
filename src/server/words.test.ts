import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { phrases } from './house.ts';
import { speaker } from './words.ts';

const src = path.join(import.meta.dirname, '..');
const name = /'([a-z_]+\.[a-z0-9_]+)'/gu;

/** Between rules, or only for rule vectors: no caller of the server ever gets these. */
const inner = [
  'interest.no_cap_known',
  'ledger.negative_amount',
  'ledger.remittance_off_billed',
  'ledger.set_off_stayed',
  'read.no_text',
  'terms.no_discount',
  'terms.unearned_discount',
  'terms.unreadable',
  'transcript.state_not_read',
  'unclaimed.state_not_read',
];

/** The files whose refusals can leave through HTTP; the command line has words of its own. */
function served(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => /^(?:server|platform|areas)\//u.test(file))
    .filter((file) => !/^platform\/cli\/|\/commands[./]|\/vectors/u.test(file));
}

/** What a file refuses with: in a call of `refuse`, or in a type whose name ends in Refusal. */
function refusalsOf(text: string): string[] {
  const calls = text.matchAll(/\brefuse\(\s*('[^']+')/gu);
  const types = text.matchAll(/type \w*Refusals?(?:<[^>]*>)?\s*=([^;]*);/gu);
  return [...calls, ...types].flatMap(([, found = '']) =>
    [...found.matchAll(name)].map(([, refusal = '']) => refusal),
  );
}

test('every refusal that can leave the server has a sentence', () => {
  const silent = served().flatMap((file) =>
    refusalsOf(readFileSync(path.join(src, file), 'utf8'))
      .filter((refusal) => !Object.hasOwn(phrases, refusal) && !inner.includes(refusal))
      .map((refusal) => `${refusal} (${file})`),
  );
  expect([...new Set(silent)]).toEqual([]);
});

test('refusals were found', () => {
  const all = served().flatMap((file) => refusalsOf(readFileSync(path.join(src, file), 'utf8')));
  expect(all).toContain('session.wrong_credentials');
  expect(all).toContain('ledger.no_such_account');
});

test('a sentence holds its facts, and one with a missing fact is still said', () => {
  const say = speaker({ 'a.b': { en: '{count, plural, one {# day} other {# days}}', es: 'x' } });
  expect(say('a.b', { count: 1 }, 'en')).toBe('1 day');
  expect(say('a.b', { count: 12 }, 'en')).toBe('12 days');
  expect(say('a.b', {}, 'en')).toContain('count');
  expect(say('a.c', {}, 'en')).toBe('a.c');
});
