import { describe, expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { currency } from '#kernel/money.ts';
import { type PaperFacts, goesOut, wayOut } from './paper.ts';

const usd = currency('USD');
const june = instant('2026-06-30T12:00:00Z');
const july = instant('2026-07-31T12:00:00Z');

const plain: PaperFacts = {
  rule: 'email',
  language: 'en',
  contact: { email: 'ap@north.example', language: 'en' },
  address: { since: june, refused: null },
  balances: [{ currency: usd, closing: 1_435_00n }],
  last: undefined,
};
const last = {
  toAddress: 'ap@north.example',
  channel: 'email',
  at: june,
  balances: [{ currency: usd, closing: 1_000_00n }],
} as const;

describe('a statement that is out of the ordinary', () => {
  test.each<[string, Partial<PaperFacts>, string]>([
    ['goes by e-mail without a word', {}, 'email '],
    ['without an e-mail address is printed and told of', { contact: null }, 'letter no_email'],
    ['without e-mail and address has no way', { contact: null, address: null }, 'none no_address'],
    [
      'does not go to an address that the post refused',
      { rule: 'letter', address: { since: june, refused: 'moved' } },
      'none address_refused',
    ],
    ['goes into the portal', { rule: 'portal' }, 'portal '],
    [
      'with a credit is looked at',
      { balances: [{ currency: usd, closing: -1n }] },
      'email credit_balance',
    ],
    [
      'in a language that the contact does not read is looked at',
      { language: 'es' },
      'email language_unsure',
    ],
    [
      'to another box than the last one is looked at',
      { last: { ...last, toAddress: 'old@north.example' } },
      'email new_address',
    ],
    [
      'to an address that is newer than the last statement is looked at',
      { rule: 'letter', address: { since: july, refused: null }, last },
      'letter new_address',
    ],
    ['that grew by a little is not', { last }, 'email '],
    [
      'that more than doubled is looked at',
      { last: { ...last, balances: [{ currency: usd, closing: 400_00n }] } },
      'email big_change',
    ],
    [
      'that fell by less than a thousand is not',
      {
        last: { ...last, balances: [{ currency: usd, closing: 900_00n }] },
        balances: [{ currency: usd, closing: 3_00n }],
      },
      'email ',
    ],
  ])('%s', (_, change, expected) => {
    const way = wayOut({ ...plain, ...change });
    expect(`${way.channel ?? 'none'} ${way.problems.join(' ')}`).toBe(expected);
  });

  test('goes out when it was released, or only printed for want of an e-mail address', () => {
    const odd = { channel: 'email', problems: ['credit_balance'] } as const;
    expect([goesOut(odd, null), goesOut(odd, 'release'), goesOut(odd, 'hold')]).toEqual([
      false,
      true,
      false,
    ]);
    expect(goesOut({ channel: 'letter', problems: ['no_email'] }, null)).toBe(true);
    expect(goesOut({ channel: null, problems: ['no_address'] }, 'release')).toBe(false);
  });
});
