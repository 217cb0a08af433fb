import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { standardMapping } from '#formats/posting-file/mapped-csv.ts';
import { type OtherBook, fileNameOf, writePostingFile } from './book.ts';

const number = { company: 'MAIN', number: 3, on: day('2026-11-20') };
const books: readonly OtherBook[] = [
  { system: 'csv', settings: standardMapping },
  { system: 'oracle', settings: { lockbox: '7001', origin: 'DUNLIN', destination: '4711' } },
  { system: 'dynamics', settings: { company: 'usmf', journal: 'CUSTPAY', bankAccount: 'OPER' } },
];
const line = {
  key: 'r1',
  kind: 'receipt',
  account: 'C-100',
  customer: 'North',
  receipt: '1042',
  method: 'check',
  document: '',
  amount: money(125_010n, 'USD'),
  on: number.on,
  bank: '1010',
} as const;

test('each system gets its own layout under its own name', () => {
  const files = books.map((book) => {
    const { text, carried } = writePostingFile(book, [line], number);
    const [row] = carried;
    return `${fileNameOf(book, number)} ${text.split('\r\n')[(row?.row ?? 0) - 1]?.slice(0, 30)}`;
  });
  expect(files).toEqual([
    'postings-MAIN-2026-11-20-3.csv r1,receipt,2026-11-20,C-100,10',
    'postings-MAIN-2026-11-20-3.dat 6000017001   000000125010USD10',
    'postings-MAIN-2026-11-20-3.csv MAIN-3,1,usmf,Customer,C-100,2',
  ]);
});
