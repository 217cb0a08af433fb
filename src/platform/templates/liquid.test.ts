import { expect, test } from 'vitest';
import { fillTemplate, readTemplate } from './liquid.ts';

test('names are told with where they stand and where they come from', () => {
  const source = 'Dear {{ contact.name }},\n{% for item in items %}{{ item.number }}{% endfor %}';
  expect(readTemplate(source)).toEqual({
    ok: true,
    uses: [
      { path: 'contact.name', line: 1, column: 9, from: 'outside' },
      { path: 'items', line: 2, column: 16, from: 'outside' },
      { path: 'item.number', line: 2, column: 27, from: 'loop' },
    ],
  });
});

test.each([
  ['a\n{{ b', 2, 'not closed'],
  ['{% include "x" %}', 1, 'tag "include" not found'],
  ['{% render "/etc/passwd" %}', 1, 'tag "render" not found'],
  ['{% layout "x" %}', 1, 'tag "layout" not found'],
  ['{{ a | date: "%Y" }}', 1, 'undefined filter: date'],
  ['{{ "a" | upcase }}', 1, 'undefined filter: upcase'],
  ['x'.repeat(50_001), 1, 'limit exceeded'],
])('%.30j cannot be read, line %i', (source, line, problem) => {
  const read = readTemplate(source);
  expect(read).toMatchObject({ ok: false, place: { line } });
  expect(read.ok ? '' : read.problem).toContain(problem);
});

test('a name that is not handed over stops the rendering at its place', () => {
  expect(fillTemplate('Hello\n{{ nobody.name }}', {})).toEqual({
    ok: false,
    problem: 'undefined variable: nobody',
    place: { line: 2, column: 4 },
  });
});

test('a prototype is not reached', () => {
  const filled = ['a.constructor', 'a.__proto__.x', 'a.toString'].map(
    (path) => fillTemplate(`{{ ${path} }}`, { a: {} }).ok,
  );
  expect(filled).toEqual([false, false, false]);
});

test('a loop without end is stopped', () => {
  const endless = '{% for i in (1..100000000) %}a{% endfor %}';
  expect(fillTemplate(endless, {})).toMatchObject({ ok: false });
});
