import { describe, expect, test } from 'vitest';
import { formatMoney } from '#kernel/money.ts';
import { itemsOf, sampleTable, takeIn } from '#test/support/imports.ts';
import { plainName } from '#formats/values/header-name.ts';
import { fieldNames } from '../kinds.ts';
import { accountingPresets } from './accounting.ts';
import { findPartialTable, findPreset } from './find-preset.ts';
import { neutralPresets } from './neutral.ts';
import { openBookPresets } from './open-books.ts';

describe('each source is recognised by its columns, and its rows come in whole', () => {
  test.each`
    sample                                 | preset                          | records | skipped
    ${'open-items/sap-open-items.csv'}     | ${'sap-open-items'}             | ${10}   | ${0}
    ${'open-items/sap-open-items-dmy.csv'} | ${'sap-open-items'}             | ${7}    | ${0}
    ${'open-items/sap-book-known.csv'}     | ${'sap-book-known'}             | ${5}    | ${0}
    ${'open-items/ibm-receivables.csv'}    | ${'ibm-receivables'}            | ${5}    | ${0}
    ${'open-items/yellevate.csv'}          | ${'yellevate'}                  | ${4}    | ${0}
    ${'quickbooks/customers.csv'}          | ${'quickbooks-customers'}       | ${4}    | ${1}
    ${'quickbooks/invoices.csv'}           | ${'quickbooks-invoices'}        | ${1}    | ${4}
    ${'quickbooks/credit-memos.csv'}       | ${'quickbooks-credit-memos'}    | ${0}    | ${5}
    ${'quickbooks/payments.csv'}           | ${'quickbooks-payments'}        | ${6}    | ${0}
    ${'quickbooks/payment-lines.csv'}      | ${'quickbooks-payment-lines'}   | ${6}    | ${0}
    ${'quickbooks/refund-receipts.csv'}    | ${'quickbooks-refund-receipts'} | ${0}    | ${2}
    ${'sage-intacct/invoices.csv'}         | ${'sage-intacct-invoices'}      | ${2}    | ${2}
    ${'neutral-book/customers.csv'}        | ${'neutral-customers'}          | ${8}    | ${0}
    ${'neutral-book/terms.csv'}            | ${'neutral-terms'}              | ${10}   | ${0}
    ${'neutral-book/invoices.csv'}         | ${'neutral-invoices'}           | ${14}   | ${0}
    ${'neutral-book/payments.csv'}         | ${'neutral-payments'}           | ${10}   | ${0}
    ${'neutral-book/applications.csv'}     | ${'neutral-applications'}       | ${9}    | ${0}
    ${'neutral-book/orders.csv'}           | ${'neutral-orders'}             | ${8}    | ${0}
  `('$sample', ({ sample, preset, records, skipped }) => {
    const { detection, conversion } = takeIn(sampleTable(sample));
    expect(detection.preset).toBe(preset);
    expect(conversion.records.length).toBe(records);
    expect(conversion.skipped.length).toBe(skipped);
    expect(conversion.problems).toEqual([]);
  });
});

function items(sample: string, around = { companyCurrency: 'USD' }): string[] {
  return itemsOf(takeIn(sampleTable(sample), {}, around).conversion).map((item) =>
    [item.externalId, item.company ?? '-', item.issuedOn, item.dueOn, item.paidOn ?? 'open']
      .concat([item.currency, formatMoney(item.amount)])
      .join(' '),
  );
}

describe('what only a preset can know', () => {
  test('SAP open items lose the tail of a float and keep their company and currency', () => {
    const found = items('open-items/sap-open-items.csv');
    expect(found[0]).toBe('1930571429 U001 2020-02-27 2020-03-13 open USD 8734.71');
    expect(found[3]).toBe('2960617001 CA02 2020-03-02 2020-03-13 open CAD 65001.10');
  });

  test('converted SAP amounts are dollars, rounded to the cent, each with a warning', () => {
    const { conversion } = takeIn(sampleTable('open-items/sap-open-items-dmy.csv'), {}, {});
    expect(items('open-items/sap-open-items-dmy.csv', { companyCurrency: 'EUR' })[4]).toBe(
      '2960618790 CA02 2020-03-06 2020-03-16 open USD 64982.59',
    );
    const rounded = conversion.warnings.filter(({ code }) => code === 'import.amount_rounded');
    expect(rounded.map(({ line }) => line)).toEqual([6, 7]);
  });

  test('a book with payments knows the day each invoice was paid', () => {
    expect(items('open-items/sap-book-known.csv').slice(2, 4)).toEqual([
      'HR00620 CA02 2018-12-14 2018-12-24 2019-01-23 CAD 155010.63',
      'HR44001 U001 2019-10-16 2019-11-08 open USD 1897.50',
    ]);
  });

  test('the IBM book has months first and its zeros', () => {
    expect(items('open-items/ibm-receivables.csv')[0]).toBe(
      '0000611365 - 2013-01-02 2013-02-01 2013-01-15 USD 55.94',
    );
  });

  test('disputes come with what became of them', () => {
    const disputes = itemsOf(takeIn(sampleTable('open-items/yellevate.csv')).conversion).map(
      (item) => item.dispute?.outcome,
    );
    expect(disputes).toEqual([undefined, undefined, 'Lost', 'Won']);
  });

  test('QuickBooks invoices stand with their open rest, credit memos as credits', () => {
    expect(items('quickbooks/invoices.csv')).toEqual([
      '40113 - 2021-01-19 2021-02-03 open USD 55650.00',
    ]);
    const whole = { companyCurrency: 'USD', withApplications: true };
    expect(items('quickbooks/invoices.csv', whole)[0]).toContain('USD 565214.00');
    expect(items('quickbooks/credit-memos.csv', whole)[0]).toBe(
      '2702 - 2017-11-13 2017-11-13 open USD -89051.00',
    );
  });

  test('QuickBooks payment lines are identified by payment and place', () => {
    const { conversion } = takeIn(sampleTable('quickbooks/payment-lines.csv'));
    expect(conversion.records[0]).toMatchObject({
      externalId: '24360-0',
      source: { kind: 'payment', id: '24360' },
      documentId: '23488',
      amount: { minor: 2_254_757n },
    });
  });

  test('Sage invoices paid in part stand with what is due', () => {
    expect(items('sage-intacct/invoices.csv')).toEqual([
      '43743 - 2021-02-18 2021-03-05 open USD 10000.09',
      '75404 N-407 2021-05-05 2021-05-19 open USD 7797.00',
    ]);
  });

  test('the neutral book is in cents, and how a customer was invented is not read', () => {
    const { detection, conversion } = takeIn(sampleTable('neutral-book/customers.csv'), {}, {});
    expect(conversion.records[0]).toMatchObject({
      number: 'C000001',
      payerNumber: 'C000001',
      creditLimit: { minor: 1_250_000n, currency: 'USD' },
      taxExempt: false,
    });
    expect(
      detection.choices.find(({ column }) => column === 'hidden_profile')?.field,
    ).toBeUndefined();
    expect(
      JSON.stringify(conversion.records[0], (_, value: unknown) => String(value)),
    ).not.toContain('slow');
  });
});

describe('presets are sound', () => {
  const all = [...neutralPresets, ...openBookPresets, ...accountingPresets];

  test.each(all)('$name $kind', (preset) => {
    const names = Object.keys(preset.columns).map(plainName);
    const left = (preset.leftOut ?? []).map(plainName);
    for (const field of Object.values(preset.columns)) {
      expect(fieldNames(preset.kind)).toContain(field);
    }
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => left.includes(name))).toEqual([]);
    expect(findPreset([...preset.signature, ...Object.keys(preset.columns)])).toBe(preset);
  });

  test('a preset is only found for the kind that is asked for', () => {
    const signature = neutralPresets[0]?.signature ?? [];
    expect(findPreset(signature, 'customers')?.name).toBe('neutral-customers');
    expect(findPreset(signature, 'items')).toBeUndefined();
    expect(findPreset(['Colour'])).toBeUndefined();
    expect(findPartialTable(['Colour'])).toBeUndefined();
  });
});
