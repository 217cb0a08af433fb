import { expect, test } from 'vitest';
import { readAnswers } from './read-answers.ts';

test('a header and empty rows are passed over; what was said may hold commas', () => {
  const text =
    '\uFEFFline,answer,said\r\n1,accepted\r\n\r\n2, Rejected, "no customer C-1, sorry"\r\n';
  expect(readAnswers(text)).toEqual({
    ok: true,
    value: [
      { lineNo: 1, accepted: true, said: '' },
      { lineNo: 2, accepted: false, said: 'no customer C-1, sorry' },
    ],
  });
});

test.each(['1,accepted\n2,perhaps', '1,accepted\nx', '1,accepted\n2'])(
  'a row that is no answer is named: %j',
  (text) => {
    expect(readAnswers(text)).toMatchObject({
      refusal: 'cash.answer_unreadable',
      facts: { row: 2 },
    });
  },
);
