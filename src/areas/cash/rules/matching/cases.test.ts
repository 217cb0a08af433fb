import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import {
  bookOf,
  cents,
  customer,
  decideAndPost,
  knowing,
  openItem,
  receipt,
  said,
} from '#test/support/matching.ts';
import { decide } from './decide.ts';
import { emptyMemory, remembered } from './memory.ts';
import { standardMatchingPolicy as policy } from './policy.ts';
import { standardCalibration } from './standard-calibration.ts';

const acme = customer('A', 'Acme Tools');
const fromAcme = { payerAccount: 'XX1', payerName: 'ACME TOOLS' };
const known = knowing({ XX1: 'A' });
const items = (...list: [number: string, amount: string][]) =>
  list.map(([number, amount], at) =>
    openItem('A', number, amount, { dueOn: day(`2026-05-0${at + 1}`) }),
  );

describe('P-10: one payment, many invoices', () => {
  const open = items(['I-201', '120'], ['I-202', '310'], ['I-203', '450'], ['I-204', '880']);

  test('the three that the remittance names are posted, the fourth is untouched', () => {
    const remittance = ['I-201', 'I-203', 'I-204'].map((reference) => ({ reference }));
    const decision = decide(
      receipt('1,450', { ...fromAcme, remittance }),
      bookOf([acme], open),
      known,
      policy,
    );
    expect(said(decision)).toBe('posted, I-201 120.00, I-203 450.00, I-204 880.00');
  });

  test('the same list in the text of the bank line does it too', () => {
    const text = 'INVOICES I-201, I-203, I-204';
    const decision = decide(
      receipt('1,450', { ...fromAcme, text }),
      bookOf([acme], open),
      known,
      policy,
    );
    expect(said(decision)).toBe('posted, I-201 120.00, I-203 450.00, I-204 880.00');
  });
});

describe('P-11: the only combination', () => {
  const open = items(['I-1', '120'], ['I-2', '310'], ['I-3', '455'], ['I-4', '880']);
  const come = receipt('1,335', fromAcme);

  test('it is proposed with how many there were to choose from', () => {
    const decision = decide(come, bookOf([acme], open), known, policy);
    expect(said(decision)).toBe('proposed, I-3 455.00, I-4 880.00');
    const reason = decision.reasons.find(({ kind }) => kind === 'unique_subset');
    expect(reason?.facts).toMatchObject({ items: 2, of: 15 });
  });

  test('it is posted unattended only where policy says so', () => {
    const daring = { ...policy, autoUniqueSubset: true };
    expect(decide(come, bookOf([acme], open), known, daring).kind).toBe('posted');
  });

  test('a cent less is no combination: it waits on account', () => {
    const less = receipt('1,334.99', fromAcme);
    const decision = decide(less, bookOf([acme], open), known, policy);
    expect(said(decision)).toBe('on_account, on account 1334.99');
  });
});

describe('P-12: two readings', () => {
  const open = items(['A-100', '100'], ['A-200', '200'], ['A-300', '300']);

  test('both are listed, the single one first, and neither is posted', () => {
    const decision = decide(receipt('300', fromAcme), bookOf([acme], open), known, policy);
    expect(decision.kind).toBe('proposed');
    const readings = decision.proposals.map(({ allocations }) =>
      allocations.map(({ itemId }) => itemId),
    );
    expect(readings.slice(0, 2)).toEqual([['A/A-300'], ['A/A-100', 'A/A-200']]);
  });

  test('neither policy nor a habit of the house makes one of them certain', () => {
    const daring = {
      ...policy,
      autoUniqueSubset: true,
      confidence: { ...policy.confidence, postFrom: 0.01 },
    };
    const memory = { ...known, house: { single: 900, oldest_of_equals: 90 } };
    const decision = decide(receipt('300', fromAcme), bookOf([acme], open), memory, daring);
    expect(decision.kind).toBe('proposed');
  });

  test('of equal invoices the oldest is posted by the payer’s own custom, not the house’s', () => {
    const equal = items(['A-1', '300'], ['A-2', '300']);
    const willing = { ...policy, confidence: { ...policy.confidence, postFrom: 0.01 } };
    const decideWith = (memory: typeof known) =>
      decide(receipt('300', fromAcme), bookOf([acme], equal), memory, willing);
    const house = { ...known, house: { oldest_of_equals: 900 } };
    expect(decideWith(house).kind).toBe('proposed');
    const habits = new Map([['A', { oldest_of_equals: 3 }]]);
    expect(said(decideWith({ ...known, habits }))).toBe('posted, A-1 300.00');
  });

  test('the oldest that make the amount are no answer where an equal one may be meant', () => {
    const three = items(['A-1', '120'], ['A-2', '180'], ['A-3', '180'], ['A-4', '450']);
    const decision = decide(receipt('300', fromAcme), bookOf([acme], three), known, {
      ...policy,
      confidence: { ...policy.confidence, postFrom: 0.01 },
    });
    expect(said(decision)).toBe('proposed, A-1 120.00, A-2 180.00');
    expect(decision.confidence).toBeLessThan(policy.confidence.postFrom);
  });

  test('the number in the text decides', () => {
    const text = 'A-300';
    const decision = decide(
      receipt('300', { ...fromAcme, text }),
      bookOf([acme], open),
      known,
      policy,
    );
    expect(said(decision)).toBe('posted, A-300 300.00');
  });
});

describe('P-13: a short payment within tolerance, the lesser of 0.5 % and 5.00', () => {
  test.each([
    ['800', '796.00', '4.00', '0.00'],
    ['800', '795.99', '0.00', '4.01'],
    ['2,000', '1,995.00', '5.00', '0.00'],
    ['2,000', '1,994.99', '0.00', '5.01'],
  ])('of %s comes %s: %s is written off, %s stays open', (open, came, off, left) => {
    const book = bookOf([acme], items(['INV-7001', open]));
    const come = receipt(came, { ...fromAcme, text: 'INV-7001' });
    const decision = decide(come, book, known, policy);
    const [allocation] = decision.proposals[0]?.allocations ?? [];
    expect(decision.kind).toBe('posted');
    expect(allocation).toMatchObject({
      cashMinor: cents(came),
      toleranceMinor: cents(off),
      leftMinor: cents(left),
    });
  });
});

describe('P-14: an overpayment', () => {
  test('pays the invoice it cites and leaves the rest on account', () => {
    const book = bookOf([acme], items(['INV-7002', '500'], ['INV-7003', '30']));
    const come = receipt('525', { ...fromAcme, text: 'INV-7002' });
    expect(said(decide(come, book, known, policy))).toBe(
      'posted, INV-7002 500.00, on account 25.00',
    );
  });
});

describe('P-15: many payments of one invoice', () => {
  test('the first leaves some open, the second closes it, the third cites a paid invoice', () => {
    const book = bookOf([acme], items(['I-77', '1,000']));
    const pay = (id: string, amount: string, on: string) =>
      decideAndPost(
        receipt(amount, { ...fromAcme, id, text: 'I-77', valueOn: day(on) }),
        book,
        known,
      );
    expect(said(pay('one', '600', '2026-06-03'))).toBe('posted, I-77 600.00');
    expect(book.items.get('A/I-77')?.openMinor).toBe(40_000n);
    expect(said(pay('two', '400', '2026-06-09'))).toBe('posted, I-77 400.00');
    const third = pay('three', '400', '2026-06-12');
    expect(third.proposals[0]).toMatchObject({ allocations: [], onAccountMinor: 40_000n });
    expect(third.reasons.map(({ kind }) => kind)).toContain('duplicate');
  });
});

describe('P-16: a cut name and its alias', () => {
  const holding = customer('N', 'Northwind Traders Holding International LLC');
  const bakery = customer('B', 'Northwind Bakery');
  const accounts = [holding, bakery];
  const payerName = 'NORTHWIND TRADERS HOLDING INTERNATI';
  const channel = 'wire';

  test('the name suggests, and is not posted on', () => {
    const open = [openItem('N', 'INV-640', '640'), openItem('B', 'INV-641', '640')];
    const come = receipt('640', { payerName, channel });
    const decision = decide(come, bookOf(accounts, open), emptyMemory, policy);
    expect(said(decision)).toBe('proposed, INV-640 640.00');
    const touched = decision.proposals.flatMap(({ allocations }) =>
      allocations.map(({ accountId }) => accountId),
    );
    expect(touched).not.toContain('B');
  });

  test('once somebody confirmed it, the next month posts by itself', () => {
    const come = receipt('640', { payerName, channel });
    const confirmed = {
      receipt: come,
      accountId: 'N',
      thirdParty: false,
      structure: 'single',
      feeMinor: 0n,
    } as const;
    const memory = remembered([confirmed], accounts, standardCalibration);
    const open = [openItem('N', 'INV-650', '210'), openItem('B', 'INV-651', '210')];
    const next = receipt('210', { payerName, channel });
    const decision = decide(next, bookOf(accounts, open), memory, policy);
    expect(said(decision)).toBe('posted, INV-650 210.00');
  });
});

describe('P-17: numbers inside numbers', () => {
  const other = customer('B', 'Borealis Paper');
  const open = [
    openItem('A', '1', '40'),
    openItem('B', '1004', '75'),
    openItem('B', '10045', '75'),
  ];

  test('only the whole number matches, and a date is none', () => {
    const text = 'PAYMENT REF 10045 DATED 2026-10-04';
    const come = receipt('75', { text });
    const decision = decide(come, bookOf([acme, other], open), emptyMemory, policy);
    const paid = decision.proposals.flatMap(({ allocations }) =>
      allocations.map(({ itemId }) => itemId),
    );
    expect(paid).toEqual(['B/10045']);
  });

  test('a lone digit is no reference', () => {
    const come = receipt('75.10', { text: 'PAYMENT 1' });
    const decision = decide(come, bookOf([acme, other], open), emptyMemory, policy);
    expect(decision).toMatchObject({ kind: 'unidentified', proposals: [] });
  });
});
