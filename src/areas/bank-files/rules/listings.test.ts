import { expect, test } from 'vitest';
import type { Statement } from '#formats/neutral.ts';
import { type Placed, listingsOf } from './listings.ts';

function placed(content: string, more: Partial<Statement> = {}, bankAccountId = 'a'): Placed {
  const statement = { account: '1', currency: 'USD', kind: 'statement', transactions: [] } as const;
  return { bankAccountId, content, statement: { ...statement, ...more } };
}

test('pages of one statement are one listing, a repeated page is none', () => {
  const first = placed('x', { id: '123/1' });
  const second = placed('y', { id: '123/2' });
  expect(listingsOf([first, second, first])).toEqual([[first, second]]);
});

test('statements without a number stand alone, and so do notices', () => {
  const alone = [placed('x'), placed('y'), placed('z', { id: '1', kind: 'notices' })];
  expect(listingsOf([...alone, placed('w', { id: '1', kind: 'notices' })])).toHaveLength(4);
});

test('two accounts never share a listing', () => {
  const id = '7/1';
  expect(listingsOf([placed('x', { id }), placed('x', { id }, 'b')])).toHaveLength(2);
});
