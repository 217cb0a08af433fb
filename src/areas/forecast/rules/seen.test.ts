import { describe, expect, test } from 'vitest';
import { asKnownOn, invoicesOf } from '#test/support/payers.ts';
import { slotOf } from './hazard.ts';
import { historiesOf } from './known-item.ts';
import { openOn, seenOn } from './seen.ts';

const prompt = { customerId: 'PROMPT', delay: () => 0 };
const slow = { customerId: 'SLOW', delay: (draw: number) => 20 + Math.floor(draw * 3) };
const items = invoicesOf([prompt, slow], { from: 0, until: 400, every: 5 });
const asOf = 300;
const seen = seenOn(historiesOf(items), asOf);

describe('what the close of a day shows', () => {
  test('each customer keeps habits apart from all', () => {
    const at = slotOf(0);
    const chance = (customer: string) => seen.customers.get(customer)?.byDue[at] ?? 0;
    expect(chance('PROMPT')).toBeGreaterThan(0.7);
    expect(chance('SLOW')).toBeLessThan(0.2);
    expect(seen.all.byDue[at]).toBeGreaterThan(chance('SLOW'));
    expect(seen.customers.get('SLOW')?.meanDelay).toBeGreaterThan(19);
    expect(seen.customers.get('PROMPT')).toMatchObject({ spread: 0, perRun: 1 });
  });

  test('nothing that came later is seen', () => {
    const known = seenOn(historiesOf(asKnownOn(items, asOf)), asOf);
    expect(known).toEqual(seen);
  });

  test('the open ones are those issued by then and not paid', () => {
    const open = openOn(historiesOf(items), seen);
    const expected = items.filter(
      ({ issuedOn, paidOn }) => issuedOn <= asOf && (paidOn ?? 0) > asOf,
    );
    expect(open.map(({ item }) => item.invoiceId).toSorted()).toEqual(
      expected.map(({ invoiceId }) => invoiceId).toSorted(),
    );
  });
});
