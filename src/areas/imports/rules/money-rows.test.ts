import { describe, expect, test } from 'vitest';
import { type Kind } from './kinds.ts';
import { tableOf, takeIn } from '#test/support/imports.ts';

function read(kind: Kind, header: string, row: string): unknown {
  const { conversion } = takeIn(tableOf(header, row), { kind });
  return conversion.records[0] ?? conversion.problems[0]?.code;
}

describe('payments', () => {
  const header = 'Receipt No,Type,Customer,Payment Date,Amount,Check No';
  test.each([
    ['R1,RECEIPT,C1,2026-01-05,50.00,77', { paymentKind: 'receipt', amount: { minor: 5000n } }],
    ['R1,NSF,C1,2026-01-05,50.00,77', { paymentKind: 'return', amount: { minor: -5000n } }],
    ['R1,NSF,C1,2026-01-05,-50.00,77', { paymentKind: 'return', amount: { minor: -5000n } }],
    ['R1,Refund,C1,2026-01-05,50.00,77', { paymentKind: 'refund', amount: { minor: -5000n } }],
    ['R1,,C1,2026-01-05,-50.00,77', { paymentKind: 'refund', amount: { minor: -5000n } }],
    [',RECEIPT,C1,2026-01-05,50.00,77', { externalId: '77', reference: '77' }],
    [',RECEIPT,C1,2026-01-05,50.00,', 'import.value_missing'],
    ['R1,RECEIPT,C1,2026-01-05,0.00,77', 'import.amount_zero'],
    ['R1,RECEIPT,,2026-01-05,5.00,77', 'import.value_missing'],
    ['R1,RECEIPT,C1,,5.00,77', 'import.value_missing'],
  ])('%s', (row, expected) => {
    const found = read('payments', header, row);
    expect({ found }).toMatchObject({ found: expected });
  });
});

describe('applications', () => {
  const header = 'Application ID,Source Type,Payment ID,Type,Invoice ID,Applied On,Amount';
  test.each([
    ['A1,PAY,P1,payment,I1,2026-01-05,5.00', { source: { kind: 'payment', id: 'P1' } }],
    ['A1,CM,M1,credit,I1,2026-01-05,5.00', { source: { kind: 'credit_memo', id: 'M1' } }],
    ['A1,ADJ,,writeoff,I1,2026-01-05,5.00', { source: undefined, applicationKind: 'write_off' }],
    ['A1,PAY,P1,,I1,2026-01-05,-5.00', { applicationKind: 'payment', amount: { minor: -500n } }],
    ['A1,PAY,P1,payment,I1,,5.00', { appliedOn: undefined }],
    [',PAY,P1,payment,I1,2026-01-05,5.00', { externalId: 'P1/I1/2026-01-05' }],
    ['A1,PAY,,payment,I1,2026-01-05,5.00', 'import.source_missing'],
    ['A1,PAY,P1,gift,I1,2026-01-05,5.00', 'import.application_kind_unknown'],
    ['A1,PAY,P1,payment,,2026-01-05,5.00', 'import.value_missing'],
    ['A1,PAY,P1,payment,I1,2026-01-05,0', 'import.amount_zero'],
  ])('%s', (row, expected) => {
    const found = read('applications', header, row);
    expect({ found }).toMatchObject({ found: expected });
  });
});

describe('orders', () => {
  const header = 'Order No,Customer,Order Date,Amount,Status,Invoice';
  test.each([
    ['O1,C1,2026-01-05,5.00,OPEN,', { status: 'open', documentId: undefined }],
    ['O1,C1,2026-01-05,5.00,INVOICED,I1', { status: 'invoiced', documentId: 'I1' }],
    ['O1,C1,2026-01-05,5.00,,I1', { status: 'invoiced' }],
    ['O1,C1,2026-01-05,5.00,Cancelled,', { status: 'cancelled' }],
    ['O1,C1,2026-01-05,0.00,OPEN,', { amount: { minor: 0n } }],
    ['O1,C1,2026-01-05,5.00,Closed,', { status: 'closed' }],
    ['O1,C1,2026-01-05,-5.00,OPEN,', 'import.order_below_zero'],
    ['O1,,2026-01-05,5.00,OPEN,', 'import.value_missing'],
    ['O1,C1,,5.00,OPEN,', 'import.value_missing'],
  ])('%s', (row, expected) => {
    const found = read('orders', header, row);
    expect({ found }).toMatchObject({ found: expected });
  });
});
