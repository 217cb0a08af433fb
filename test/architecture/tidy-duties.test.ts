/**
 * Every duty of the job is served by something that exists, or says which issue will bring it.
 *
 * The last column of docs/duties.md names actions (`promises/make-promise`), reads (a path under
 * src), or what is still to come (`issue 5`, `a later issue`).
 */
import { describe, expect, test } from 'vitest';
import { exists, textOf } from './source.ts';

const issues = { first: 3, last: 7 };

type Duty = { readonly id: string; readonly features: string; readonly servedBy: string[] };

const duties = rowsOf(textOf('docs/duties.md'));

test('all duties of the job are listed once', () => {
  expect(duties.length).toBe(147);
  expect(new Set(duties.map(({ id }) => id)).size).toBe(147);
});

test('every duty is served by what exists or names the issue in which it comes', () => {
  expect(duties.flatMap(unserved)).toEqual([]);
});

/** The rows of the table: id, duty, features, served by. */
function rowsOf(document: string): Duty[] {
  return document
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => /^S\d/u.test(cells[1] ?? ''))
    .map(([, id = '', , features = '', served = '']) => ({
      id,
      features,
      servedBy: served.split(',').map((entry) => entry.trim()),
    }));
}

function unserved({ id, features, servedBy }: Duty): string[] {
  const problems = servedBy.filter((entry) => !isKnown(entry));
  const nothing = /^(?:F\d+ ?)+$/u.test(features) ? [] : [`${id} names no feature.`];
  return [
    ...nothing,
    ...problems.map((entry) => `${id} is served by ${entry}, which is not there.`),
  ];
}

function isKnown(entry: string): boolean {
  if (entry === 'a later issue') return true;
  const issue = /^issue (\d)$/u.exec(entry)?.[1];
  if (issue !== undefined) return Number(issue) >= issues.first && Number(issue) <= issues.last;
  const path = /^`([^`]+)`$/u.exec(entry)?.[1] ?? '';
  if (path.startsWith('src/')) return exists(path);
  const [area = '', action = ''] = path.split('/');
  return action !== '' && exists(`src/areas/${area}/actions/${action}.ts`);
}

describe('the check bites', () => {
  test.each([
    ['| S1.1 | Collect | F1 | `nowhere/do-nothing` |', 1],
    ['| S1.1 | Collect | F1 | `src/areas/nowhere.ts` |', 1],
    ['| S1.1 | Collect | F1 | issue 2 |', 1],
    ['| S1.1 | Collect | F1 | |', 1],
    ['| S1.1 | Collect | | issue 4 |', 1],
    ['| S1.1 | Collect | F1 F2 | issue 4, `src/kernel/day.ts`, a later issue |', 0],
  ])('%s', (line, problems) => {
    expect(rowsOf(line).flatMap(unserved)).toHaveLength(problems);
  });
});
