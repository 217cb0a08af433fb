import { describe, expect, test } from 'vitest';
import { sampleTable, tableOf } from '#test/support/imports.ts';
import { detect } from './detect.ts';

const header = 'Customer,Invoice No,Date,Due Date,Amount';
const usd = { companyCurrency: 'USD' };

function asked(lines: readonly string[], settings = {}, around = usd): string {
  const { questions } = detect(tableOf(...lines), settings, around);
  return questions.map(({ code, option }) => `${code} ${option}`).join('; ');
}

describe('what the file does not tell is asked, and one setting answers it', () => {
  const open = [header, 'C1,1,03/04/2026,05/06/2026,5.00', 'C2,2,04/05/2026,07/08/2026,6.00'];

  test('the order of dates', () => {
    expect(asked(open)).toBe('import.date_order_unknown dateOrder');
    expect(asked(open, { dateOrder: 'dmy' })).toBe('');
    const [question] = detect(tableOf(...open), {}, usd).questions;
    expect(question).toMatchObject({
      facts: { columns: 'Date, Due Date', example: '03/04/2026' },
      choices: ['dmy', 'mdy'],
    });
  });

  test('the decimal mark', () => {
    const lines = [header, 'C1,1,2026-01-05,2026-02-04,"1,234"', 'C2,2,2026-01-05,2026-02-04,12'];
    expect(asked(lines)).toBe('import.decimal_mark_unknown decimalMark');
    expect(asked(lines, { decimalMark: '.' })).toBe('');
  });

  test('the currency, when neither file nor company has one', () => {
    const lines = [header, 'C1,1,2026-01-05,2026-02-04,5.00'];
    expect(asked(lines, {}, { companyCurrency: '' })).toBe('import.currency_unknown currency');
    expect(asked(lines, { currency: 'EUR' }, { companyCurrency: '' })).toBe('');
  });

  test('the kind', () => {
    expect(asked(['Number,Customer,Date,Amount', '1,C1,2026-01-05,5.00'])).toBe(
      'import.kind_unknown kind',
    );
    expect(asked(['Number,Customer,Date,Amount', '1,C1,2026-01-05,5.00'], { kind: 'items' })).toBe(
      '',
    );
  });

  test('a column that is needed', () => {
    const lines = ['Customer,Invoice No,Date,Worth', 'C1,1,2026-01-05,5.00'];
    const { questions } = detect(tableOf(...lines), { kind: 'items' }, usd);
    expect(questions).toEqual([
      {
        code: 'import.column_missing',
        facts: { field: 'original' },
        option: 'mapping',
        choices: ['Worth'],
      },
    ]);
    expect(asked(lines, { kind: 'items', mapping: { original: 'Worth' } })).toBe('');
  });

  test('a column that is called right and holds something else', () => {
    const lines = [
      'Invoice No,Customer,Amount,Due',
      '1,C1,5.00,2026-13-01',
      '2,C1,5.00,2026-13-45',
    ];
    const { questions, notes } = detect(tableOf(...lines), {}, usd);
    // Neither day is taken for the other where both are missing.
    expect(notes.map(({ code }) => code)).toEqual([
      'import.currency_assumed',
      'import.columns_left_out',
    ]);
    expect(questions).toEqual([
      {
        code: 'import.column_holds_else',
        facts: { field: 'dueOn', column: 'Due', value: '2026-13-01' },
        option: 'mapping',
        choices: ['Due'],
      },
    ]);
  });

  test('which of two columns', () => {
    const lines = [`${header},Total`, 'C1,1,2026-01-05,2026-02-04,5.00,6.00'];
    expect(asked(lines)).toBe('import.column_ambiguous mapping');
    expect(asked(lines, { mapping: { original: 'Total' } })).toBe('');
  });

  test('a column in the settings that the file lacks', () => {
    const lines = [header, 'C1,1,2026-01-05,2026-02-04,5.00'];
    expect(asked(lines, { mapping: { tax: 'IVA' } })).toBe('import.column_not_in_file mapping');
  });

  test('a table that holds only parts of documents', () => {
    const { questions, plan } = detect(sampleTable('quickbooks/invoice-lines.csv'), {}, usd);
    expect(questions.map(({ code }) => code)).toEqual(['import.lines_not_documents']);
    expect(plan).toBeUndefined();
  });
});

describe('what was settled without asking is noted', () => {
  const notes = (...lines: readonly string[]): string[] =>
    detect(tableOf(...lines), {}, usd).notes.map(({ code }) => code);

  test.each([
    [[header, 'C1,1,2026-01-05,2026-02-04,5.00'], ['import.currency_assumed']],
    [
      ['Customer,Invoice No,Date,Due Date,Amount (EUR)', 'C1,1,2026-01-05,2026-02-04,5.00'],
      ['import.currency_from_header'],
    ],
    [
      ['Customer Name,Invoice No,Date,Currency,Balance', 'Acme Inc,1,2026-01-05,USD,5.00'],
      ['import.names_as_numbers', 'import.open_as_original', 'import.due_when_issued'],
    ],
    [
      ['Customer,Invoice No,Due Date,Currency,Amount', 'C1,1,2026-01-05,USD,5.00'],
      ['import.issued_when_due'],
    ],
    [
      ['Customer,Invoice No,Date,Net Days,Currency,Amount,Colour', 'C1,1,2026-01-05,30,USD,5,red'],
      ['import.due_from_terms', 'import.columns_left_out'],
    ],
    [
      ['Customer,Invoice No,Type,Date,Due,Currency,Amount', 'C1,1,CM,2026-01-05,2026-01-05,USD,5'],
      ['import.credits_unsigned'],
    ],
  ])('%j', (lines, codes) => {
    expect(notes(...lines)).toEqual(codes);
  });

  test('a missing header is noted and the file is asked about', () => {
    const found = detect(tableOf('C1,1,2026-01-05,5.00', 'C2,2,2026-01-06,6.00'), {}, usd);
    expect(found.notes.map(({ code }) => code)).toEqual(['import.header_missing']);
    expect(found.questions.map(({ code }) => code)).toEqual(['import.kind_unknown']);
  });

  test('and such a file can be read once its columns are named', () => {
    const mapping = {
      customerNumber: 'column 1',
      number: 'column 2',
      issuedOn: 'column 3',
      original: 'column 4',
    };
    const table = tableOf('C1,1,2026-01-05,5.00', 'C2,2,2026-01-06,6.00');
    expect(detect(table, { kind: 'items', mapping }, usd).plan).toBeDefined();
  });
});

test('settings win over the preset, and the rest of the preset stays', () => {
  const table = sampleTable('open-items/ibm-receivables.csv');
  const found = detect(table, { mapping: { reference: 'PaperlessBill', country: '' } }, usd);
  expect(found.preset).toBe('ibm-receivables');
  const choice = (column: string): unknown =>
    found.choices.find((each) => each.column === column)?.field;
  expect(choice('PaperlessBill')).toBe('reference');
  expect(choice('countryCode')).toBeUndefined();
  expect(choice('InvoiceDate')).toBe('issuedOn');
});
