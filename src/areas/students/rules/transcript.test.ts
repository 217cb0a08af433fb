import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { mayWithholdTranscript } from './transcript.ts';

const usd = (whole: number) => money(BigInt(whole) * 100n, currency('USD'));
const paid = { id: 'fall', hasTitleIv: true, isSettled: true };
const owing = { id: 'spring', hasTitleIv: true, isSettled: false };
const own = { id: 'summer', hasTitleIv: false, isSettled: true };

test.each`
  state   | owed   | periods               | answer       | must                  | may
  ${'CA'} | ${900} | ${[paid, owing]}      | ${false}     | ${['fall', 'spring']} | ${[]}
  ${'VA'} | ${499} | ${[paid, owing]}      | ${false}     | ${['fall', 'spring']} | ${[]}
  ${'VA'} | ${500} | ${[paid, owing]}      | ${'partial'} | ${['fall']}           | ${['spring']}
  ${'TX'} | ${900} | ${[paid, owing, own]} | ${'partial'} | ${['fall']}           | ${['spring', 'summer']}
  ${'TX'} | ${900} | ${[paid]}             | ${false}     | ${['fall']}           | ${[]}
  ${'TX'} | ${900} | ${[owing]}            | ${true}      | ${[]}                 | ${['spring']}
  ${'TX'} | ${900} | ${[]}                 | ${true}      | ${[]}                 | ${[]}
`('$state, $owed owed: $answer', ({ state, owed, periods, answer, must, may }) => {
  expect(mayWithholdTranscript(state, usd(owed), periods)).toMatchObject({
    ok: true,
    value: { mayWithhold: answer, mustInclude: must, mayExclude: may },
  });
});

test('a state that limits it, whose law nobody has entered, has no answer', () => {
  expect(mayWithholdTranscript('NY', usd(900), [])).toMatchObject({
    ok: false,
    refusal: 'transcript.state_not_read',
  });
});
