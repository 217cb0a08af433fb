import { expect, test } from 'vitest';
import { saidInText } from './bank-text.ts';

test.each([
  ['WIRE IN ORG=ACME TOOL REF INV 104816', 'ACME TOOL'],
  ['ORIG CO NAME:ACME TOOL            ORIG ID:1234', 'ACME TOOL'],
  ['Incoming Wire,-\nEREF: X1\nDBNM: ACME TOOL\nDACT: 1', 'ACME TOOL'],
  ['RTP Incoming,From: ACME TOOL, Remittance Info: "rent"', 'ACME TOOL'],
  ['COMMERCIAL DEPOSIT', undefined],
  ['', undefined],
])('the payer in %j is %s', (text, payer) => {
  expect(saidInText(text).payerName).toBe(payer);
});

test('a label without a value takes nothing from the next line', () => {
  expect(saidInText('CREF: \nREMI: rent\nEREF: A-1').references).toEqual(['A-1']);
});

test('an account goes with the bank that holds it', () => {
  expect(saidInText('DACT: 101152046\nDABA: 026015079').payerAccount).toBe('026015079 101152046');
});

test.each([
  ['Return From: A, Reason: "R02", Return of', 'R02'],
  ['DEP ITEM RETURNED NSF CK 632510', 'NSF'],
  ['Return Reason: "Payee does not exist", Client', 'Payee does not exist'],
  ['ROOM R2D2', undefined],
])('why %j came back', (text, reason) => {
  expect(saidInText(text).returnReason).toBe(reason);
});
