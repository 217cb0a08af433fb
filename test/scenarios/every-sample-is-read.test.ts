/**
 * Every file that a bank, a payer or a processor may send, as the command line tells it: the
 * summary says what `samples/expected.json` says, or the file is refused as it says.
 *
 * Most of the expectations were worked out by other readers than ours.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCommand } from '#areas/imports/commands/read-files.ts';
import type { Exit } from '#platform/cli/command.ts';
import { outsideSamples } from '#test/support/survival.ts';

const samples = path.join(import.meta.dirname, '../../samples');
const expected: Readonly<Record<string, Readonly<Record<string, unknown>>>> = JSON.parse(
  readFileSync(path.join(samples, 'expected.json'), 'utf8'),
);

async function told(name: string): Promise<{ exit: Exit; answer: unknown }> {
  const out: string[] = [];
  const exit = await readCommand.run([path.join(samples, name), '--summary', '--json'], {
    print: (text) => void out.push(text),
    complain: () => undefined,
    language: 'en',
  });
  return { exit, answer: JSON.parse(out[0] ?? 'null') };
}

/** The places at which an answer differs: 0, "0" and "0.00" are one number. */
function differences(wanted: unknown, found: unknown, at = ''): string[] {
  if (Array.isArray(wanted)) {
    const list: unknown[] = Array.isArray(found) ? found : [];
    const length = list.length === wanted.length ? [] : [`${at}.length`];
    return [...length, ...wanted.flatMap((each, n) => differences(each, list[n], `${at}[${n}]`))];
  }
  if (typeof wanted === 'object' && wanted !== null) {
    return Object.entries(wanted).flatMap(([key, value]) =>
      differences(value, valueAt(found, key), `${at}.${key}`),
    );
  }
  return plain(wanted) === plain(found) ? [] : [`${at}: ${plain(wanted)} is ${plain(found)}`];
}

function valueAt(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null) return undefined;
  return new Map<string, unknown>(Object.entries(holder)).get(key);
}

function plain(value: unknown): string {
  const text = String(value).trim();
  return text !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

describe('dunlin read tells a sample as others worked it out', () => {
  test.each(Object.entries(expected))('%s', async (name, wanted) => {
    const { exit, answer } = await told(name);
    const refused = valueAt(answer, 'refused');
    const code = valueAt(refused, 'code');
    const record = valueAt(refused, 'record');
    const found = refused === undefined ? answer : { refused: code, record };
    expect(differences(wanted, found)).toEqual([]);
    expect(exit).toBe('refused' in wanted ? 1 : 0);
  });
});

test('no sample is without its expectation, and none is expected that is gone', () => {
  const files = outsideSamples().map(({ name }) => name);
  const readable = files.filter((name) => !/\.(?:xsd|tiff?|md)$/u.test(name));
  expect(Object.keys(expected).toSorted()).toEqual(readable.toSorted());
});
