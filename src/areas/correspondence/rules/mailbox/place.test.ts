import { expect, test } from 'vitest';
import { type Id, id } from '#kernel/ids.ts';
import { type Evidence, placeMail, suggested } from './place.ts';

const account = (digit: number): Id => id(`00000000-0000-7000-8000-00000000000${digit}`);
const [one, two, three] = [account(1), account(2), account(3)];
const nothing: Evidence = { answered: [], thread: [], learned: null, contacts: [], cited: [] };

test.each<[string, Partial<Evidence>, Id | null, string | null]>([
  [
    'an answer to our message is that account’s',
    { answered: [one], contacts: [two] },
    one,
    'our_message',
  ],
  ['a sender whom a person linked is known', { learned: one, contacts: [two] }, one, 'sender'],
  ['a contact’s only account is meant', { contacts: [one] }, one, 'contact'],
  [
    'of two accounts the one whose invoice is named is meant',
    { contacts: [one, two], cited: [two, three] },
    two,
    'contact',
  ],
  ['of two accounts without a number a person chooses', { contacts: [one, two] }, null, null],
  ['a number alone links nobody', { cited: [three] }, null, null],
  [
    'an earlier mail of the thread links who may speak for it',
    { thread: [two], contacts: [one, two] },
    two,
    'sender',
  ],
  ['an earlier mail of the thread links no stranger', { thread: [two] }, null, null],
  ['nothing known is nothing linked', {}, null, null],
])('%s', (_, evidence, accountId, how) => {
  const { linked } = placeMail({ ...nothing, ...evidence });
  expect(linked?.accountId ?? null).toBe(accountId);
  expect(linked?.how ?? null).toBe(how);
});

test('what is not certain is offered to choose from', () => {
  expect(placeMail({ ...nothing, contacts: [one, two], cited: [three] }).candidates).toEqual([
    one,
    two,
    three,
  ]);
});

test('of a forged sender even what is certain is only offered, first of all', () => {
  const certain = placeMail({ ...nothing, contacts: [one] });
  expect(suggested(certain)).toEqual({ linked: null, candidates: [one] });
  const open = placeMail({ ...nothing, contacts: [one, two] });
  expect(suggested(open)).toEqual(open);
});
