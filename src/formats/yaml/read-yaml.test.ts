import { describe, expect, test } from 'vitest';
import { readYaml } from './read-yaml.ts';
import { plainOf, treeOf } from './tree.ts';

function read(text: string): string {
  const answer = readYaml(text);
  if (answer.ok) return JSON.stringify(plainOf(answer.node));
  return answer.problems.map(({ code, at }) => `${code} ${at.line}:${at.column}`).join(', ');
}

describe('reading YAML that a person wrote', () => {
  test.each([
    ['country: NO', '{"country":"NO"}'],
    ['key: 007 # a spy', '{"key":"007"}'],
    ['on: 2026-04-01', '{"on":"2026-04-01"}'],
    ['a: [1, "2", ~]\nb:', '{"a":["1","2",null],"b":null}'],
    ['a: "null"', '{"a":"null"}'],
  ])('%j is %s', (text, said) => {
    expect(read(text)).toBe(said);
  });

  test.each([
    ['a: &x [1]\nb: *x', 'yaml.alias 1:7, yaml.alias 2:4'],
    ['a: 1\nb: *x', 'yaml.alias 2:4'],
    ['a: !!js/function x', 'yaml.tag 1:4'],
    ['a: 1\nb: 2\na: 3', 'yaml.duplicate_field 3:1'],
    ['a: 1\n---\nb: 2', 'yaml.several_documents 2:1'],
    ['a:\n\tb: 1', 'yaml.tab 2:1'],
    ['a: 1\nb: [1', 'yaml.syntax 2:6'],
    ['? [a]\n: 1', 'yaml.field_not_a_word 1:3'],
    ['', 'yaml.empty 1:1'],
    ['# only words', 'yaml.empty 1:1'],
    ['['.repeat(50_000), 'yaml.too_deep 1:1'],
    [`a: ${'x'.repeat(300_000)}`, 'yaml.too_large 1:1'],
  ])('what could surprise is refused with its line: %#', (text, said) => {
    expect(read(text)).toBe(said);
  });

  test('a file that nests without brackets is refused too', () => {
    const steps = Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');
    expect(read(steps)).toContain('yaml.too_deep');
  });

  test('the roots of objects are out of reach', () => {
    expect(read('__proto__: {a: 1}\nb: 1')).toBe('{"b":"1"}');
  });

  test('data and tree are one another', () => {
    const data = { key: 'x', list: ['1', null, { a: '2' }] };
    expect(plainOf(treeOf(data))).toEqual(data);
    expect(plainOf(treeOf({ count: 3, yes: true }))).toEqual({ count: '3', yes: 'true' });
  });
});
