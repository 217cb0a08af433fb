import { expect, test } from 'vitest';
import { readYaml } from './read-yaml.ts';
import { plainOf } from './tree.ts';
import { setField, writeYaml } from './write-yaml.ts';

const text = '# ours\nkey: b2b # stable\nsteps:\n  - key: l1\n    days: 5 # why\n';

test('one field changes, and every comment stays', () => {
  expect(setField(text, ['steps', 0, 'days'], 7)).toEqual({
    ok: true,
    value: text.replace('days: 5', 'days: 7'),
  });
});

test('a field comes and goes', () => {
  const added = setField(text, ['minimum'], [{ currency: 'USD', amount: '50.00' }]);
  expect(added).toMatchObject({ ok: true });
  const said = added.ok ? added.value : '';
  expect(said).toContain('minimum:\n  - currency: USD\n    amount: 50.00\n');
  expect(setField(said, ['minimum'], undefined)).toEqual({ ok: true, value: text });
});

test('a text that does not parse is not touched', () => {
  expect(setField('a: [', ['a'], 1)).toMatchObject({ refusal: 'yaml.syntax' });
});

test('what is written is read as it was meant', () => {
  const data = { key: 'NO', empty: [], nested: [{ amount: '50.00', days: '-5' }] };
  const answer = readYaml(writeYaml(data));
  expect(answer.ok && plainOf(answer.node)).toEqual(data);
});
