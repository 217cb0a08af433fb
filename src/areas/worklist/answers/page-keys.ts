/** What a cursor of the list is made of, order by order: the key of a row as the store knows it. */
import type { KeyPart } from '#platform/page.ts';
import type { ListSort } from '../store/order.ts';

export const pageKeys: Readonly<Record<ListSort, readonly KeyPart[]>> = {
  rank: ['whole or null', 'whole', 'digits', 'id'],
  size: ['digits', 'id'],
  age: ['day', 'id'],
  name: ['text', 'id'],
};
