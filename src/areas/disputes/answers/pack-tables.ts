/** The tables of a research pack: what is disputed, paid, answered, and what happened. */
import { formatMoney, money } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';
import type { Phrase } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CaseRef } from '../actions/step-case.ts';
import type { WireCaseFile } from '../contract/case.ts';
import { type DocumentLine, accountNotes, documentLines } from '../store/research.ts';
import { eventNames, verdictNames } from '../words/names.ts';

export type Say = (name: string, facts?: Facts) => string;
export type Words = { readonly t: Say; readonly named: (phrase: Phrase) => string };
export type Column = { readonly header: string; readonly right: boolean };
type Table = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
};

export function column(header: string, right = false): Column {
  return { header, right };
}

export async function tablesOf(
  db: Queries,
  { accountId, caseId }: CaseRef,
  found: WireCaseFile,
  words: Words,
): Promise<Table[]> {
  const [lines, notes] = await Promise.all([
    documentLines(db, accountId, caseId),
    accountNotes(db, accountId, found.openedOn),
  ]);
  const { t } = words;
  return [
    itemTable(found, t),
    lineTable(lines, found.currency, t),
    paymentTable(found, t),
    ...saidTables(found, words),
    {
      name: t('notes'),
      columns: [column(t('on')), column(t('who')), column(t('text'))],
      rows: notes.map(({ on, by, text }) => [on, by, text]),
    },
  ];
}

function itemTable({ items }: WireCaseFile, t: Say): Table {
  return {
    name: t('items'),
    columns: [
      column(t('document')),
      column(t('disputed'), true),
      column(t('open'), true),
      column(t('total'), true),
    ],
    rows: items.map((item) => [item.document, item.said, item.open, item.total]),
  };
}

function lineTable(lines: readonly DocumentLine[], currency: string, t: Say): Table {
  return {
    name: t('lines'),
    columns: [
      column(t('document')),
      column(t('line')),
      column(t('text')),
      column(t('amount'), true),
    ],
    rows: lines.map(({ number, lineNo, description, net }) => [
      number,
      String(lineNo),
      description,
      formatMoney(money(net, currency)),
    ]),
  };
}

function paymentTable({ deductions }: WireCaseFile, t: Say): Table {
  return {
    name: t('payments'),
    columns: [
      column(t('on')),
      column(t('payer')),
      column(t('reference')),
      column(t('code')),
      column(t('amount'), true),
    ],
    rows: deductions.map((each) => [
      each.receivedOn,
      each.payer,
      each.reference,
      each.code ?? '',
      each.amount,
    ]),
  };
}

function saidTables({ answers, events }: WireCaseFile, { t, named }: Words): Table[] {
  const columns = [column(t('on')), column(t('who')), column(t('what')), column(t('text'))];
  return [
    {
      name: t('answers'),
      columns,
      rows: answers.map(({ at, by, verdict, answer }) => [
        at.slice(0, 10),
        by,
        named(verdictNames[verdict]),
        answer,
      ]),
    },
    {
      name: t('events'),
      columns,
      rows: events.map(({ on, by, kind, note }) => {
        const phrase = eventNames[kind];
        return [on, by, phrase ? named(phrase) : kind, note];
      }),
    },
  ];
}
