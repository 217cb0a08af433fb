import { describe, expect, test } from 'vitest';
import { bookOf, customer, decideAndPost, openItem, receipt } from '#test/support/matching.ts';
import { emptyMemory } from './memory.ts';

const desk = () => {
  const book = bookOf([customer('A', 'Acme Tools')], [openItem('A', 'INV-1', '5')]);
  const come = { amountMinor: 20_000n, payerName: 'ACME TOOLS' };
  for (const id of ['one', 'two']) {
    const more = { ...come, id, checkNumber: `4821${id.length}`, bankReference: `77${id}` };
    decideAndPost(receipt('200', { ...more, text: id }), book, emptyMemory);
  }
  decideAndPost(receipt('90', { id: 'other', payerName: 'ACME TOOLS' }), book, emptyMemory);
  return (text: string, amount = '-200') =>
    decideAndPost(
      receipt('0', { id: text, amountMinor: BigInt(amount) * 100n, text }),
      book,
      emptyMemory,
    );
};

describe('money that came back', () => {
  test('the trace names the receipt', () => {
    const decision = desk()('RETURN R01 ORIG TRACE 77one');
    expect(decision).toMatchObject({ kind: 'return', unattended: true });
    expect(decision.returnOf[0]).toBe('one');
  });

  test('by the amount alone two receipts are a question', () => {
    const decision = desk()('RETURN R02 ACCOUNT CLOSED');
    expect(decision).toMatchObject({ kind: 'return', unattended: false });
    expect(decision.returnOf).toHaveLength(2);
  });

  test('a return that names a check takes no other check of the amount and payer back', () => {
    const book = bookOf([customer('A', 'Acme Tools')], [openItem('A', 'INV-1', '5')]);
    const payerName = 'ACME TOOLS';
    decideAndPost(receipt('200', { payerName, checkNumber: '1044' }), book, emptyMemory);
    const back = (checkNumber: string) => {
      const told = { id: checkNumber, amountMinor: -20_000n, payerName, checkNumber };
      return decideAndPost(receipt('0', { ...told, text: 'RETURNED ITEM' }), book, emptyMemory);
    };
    expect(back('1042')).toMatchObject({ kind: 'return', unattended: false, returnOf: [] });
    expect(back('0001044')).toMatchObject({ unattended: true, returnOf: ['200 '] });
  });

  test('what was returned is not returned again', () => {
    const back = desk();
    back('RETURN ORIG TRACE 77one');
    expect(back('RETURN NSF').returnOf).toEqual(['two']);
  });

  test('a return of nothing that came reverses nothing', () => {
    const decision = desk()('RETURN NSF', '-7');
    expect(decision).toMatchObject({ kind: 'return', unattended: false, returnOf: [] });
  });

  test('a fee is no return and no receivable', () => {
    expect(desk()('MONTHLY ACCOUNT ANALYSIS FEE', '-35').kind).toBe('non_ar');
  });
});
