import { expect, test } from 'vitest';
import { composeId } from '#kernel/ids.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import { contest } from './case.ts';

const itemId = composeId(1_780_000_000_000, 1, 1, 1);
const invoice = (disputed: string) => ({
  itemId,
  number: 'I-1',
  open: usd('500.00'),
  disputed: usd(disputed),
});

test.each([
  ['a part of it', '120.00', '0.00', 'accepted'],
  ['the last cent that is left', '380.00', '120.00', 'accepted'],
  ['one cent more', '380.01', '120.00', 'dispute.more_than_open 380.01 380.00 I-1'],
  ['nothing', '0.00', '0.00', 'dispute.amount_not_positive 0.00'],
  ['what is contested as a whole already', '1.00', '500.00', 'dispute.disputed_already I-1'],
])('who contests %s is answered', (_what, amount, disputed, answer) => {
  expect(answerOf(contest({ itemId, amount: usd(amount) }, invoice(disputed)))).toBe(answer);
});

test('without an amount all that is left is contested', () => {
  const contested = contest({ itemId, amount: null }, invoice('120.00'));
  expect(contested).toEqual({ ok: true, value: usd('380.00') });
});

test('an item that is closed or not there cannot be contested', () => {
  expect(answerOf(contest({ itemId, amount: null }, undefined))).toBe('dispute.item_not_open ');
});
