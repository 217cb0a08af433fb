import { describe, expect, test } from 'vitest';
import { readVectors } from './vector.ts';

const vector = '{"id":"A","op":"x.y","given":{},"expect":{}}';

test('a list of vectors is read, with or without a byte order mark', () => {
  expect(readVectors(`[${vector}]`)).toMatchObject({ ok: true, value: [{ id: 'A' }] });
  expect(readVectors(`\uFEFF[${vector}]`)).toMatchObject({ ok: true });
  expect(readVectors('[]')).toEqual({ ok: true, value: [] });
});

describe('a file that cannot be read is refused with the place of the fault', () => {
  test.each`
    text                                  | refusal                   | facts
    ${`[\n${vector}\n${vector}\n]`}       | ${'vectors.not_json'}     | ${{ line: 3, column: 1 }}
    ${`[${vector},`}                      | ${'vectors.not_json'}     | ${{ line: 1, column: 47 }}
    ${''}                                 | ${'vectors.not_json'}     | ${{ line: 1, column: 1 }}
    ${'[oops]'}                           | ${'vectors.not_json'}     | ${{ line: 1, column: 2 }}
    ${vector}                             | ${'vectors.not_a_list'}   | ${{}}
    ${`[${vector}, {"id":"B"}]`}          | ${'vectors.not_a_vector'} | ${{ at: '[1] (B)' }}
    ${`[${vector}, 5]`}                   | ${'vectors.not_a_vector'} | ${{ at: '[1]' }}
    ${'[{"id":"B","op":"x","given":[]}]'} | ${'vectors.not_a_vector'} | ${{ at: '[0] (B)' }}
  `('$refusal $facts', ({ text, refusal, facts }) => {
    expect(readVectors(text)).toMatchObject({ ok: false, refusal, facts });
  });

  test('the field at fault is named', () => {
    const outcome = readVectors('[{"id":"B","given":{}}]');
    expect(outcome).toMatchObject({ facts: { problem: expect.stringContaining('op: ') } });
  });
});
