/**
 * A desk that hands out workbooks and takes them back: two accounts with items, unapplied cash, a
 * promise, a case, a contact and a task, and a hand that edits a sheet as a spreadsheet would.
 */
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Actor, type Desk, accepted, perform } from '#platform/action.ts';
import { permissionsOf } from '#platform/auth/roles.ts';
import { makeSeal } from '#platform/auth/sealing.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { addNote, saveContact } from '#areas/customers/index.ts';
import { openDispute } from '#areas/disputes/index.ts';
import { makePromise } from '#areas/promises/index.ts';
import { standardPromisePolicy } from '#areas/promises/rules/promise.ts';
import { makeTask } from '#areas/tasks/actions/make-task.ts';
import { type AppliedWorkbook, applyWorkbook } from '#areas/workbooks/actions/apply-workbook.ts';
import type { Applier } from '#areas/workbooks/actions/doing.ts';
import { issueWorkbook } from '#areas/workbooks/actions/issue-workbook.ts';
import { takeInWorkbook } from '#areas/workbooks/actions/take-in-workbook.ts';
import { type BookAsked, makeBook } from '#areas/workbooks/answers/make-book.ts';
import { openBook, openUpload, reviewOf, wishOf } from '#areas/workbooks/answers/review.ts';
import type { WireReview } from '#areas/workbooks/contract.ts';
import type { Choice, Otherwise } from '#areas/workbooks/rules/edits.ts';
import type { WorkbookKind } from '#areas/workbooks/rules/kinds.ts';
import { rebuildAccounts } from '#areas/worklist/actions/build-worklist.ts';
import { type Story, deskOn, usd } from './builders.ts';

/** On Friday, 20 November 2026. */
export async function workbookDesk() {
  const story: Story = await deskOn('2026-11-20');
  const desk: Story & Required<Pick<Desk, 'seal'>> = { ...story, seal: makeSeal('a test key') };
  const collector = await desk.member('collector');
  const manager = await desk.member('manager');
  const made = await fill(desk, collector);
  const as = (actor: Actor, role: 'collector' | 'manager'): Applier & { actor: Actor } => ({
    actor,
    permissions: permissionsOf([role]),
    companies: 'all',
    language: 'en',
  });
  const byManager = as(manager, 'manager');
  return {
    ...desk,
    ...made,
    collector,
    manager,
    byManager,
    byCollector: as(collector, 'collector'),
    out: (kind: WorkbookKind, asked: Partial<BookAsked> = {}) => handOut(desk, kind, asked),
    back: (bytes: Uint8Array, by = byManager) => bringBack(desk, bytes, by),
    apply: (uploadId: Id, by = byManager, how: Deciding = {}) => applyIt(desk, uploadId, by, how),
    note: (accountId: Id, text: string) =>
      desk.done((context) => addNote(context, { accountId, text }), collector),
  };
}

async function fill(desk: Story, collector: Actor) {
  const north = await desk.account('NORTH');
  const south = await desk.account('SOUTH');
  const told = { issued: '2026-09-01', due: '2026-10-01' };
  const first = await desk.invoice(north, { ...told, amount: '500.10', number: 'I-1' });
  await desk.invoice(north, { amount: '300.20', issued: '2026-11-01', number: 'I-2' });
  const third = await desk.invoice(south, { ...told, amount: '80', number: 'I-3' });
  await desk.receipt(south, { amount: '120', on: '2026-11-02', reference: 'CHK 7' });
  const promiseWish = {
    accountId: north,
    amount: usd('200'),
    dueOn: day('2026-11-27'),
    saidBy: 'Ms Orr',
    method: null,
    itemIds: [first],
    supersedes: [],
    note: '',
  };
  const { promiseId } = await desk.done(
    (context) => makePromise(context, promiseWish, standardPromisePolicy),
    collector,
  );
  const { caseId } = await desk.done(
    (context) =>
      openDispute(context, {
        accountId: south,
        items: [{ itemId: third, amount: usd('30'), lineNo: null }],
        reason: 'price',
        part: 'amount',
        note: 'The price list says less.',
        saidBy: 'Ana Orr',
        ownerId: null,
      }),
    collector,
  );
  const contact = {
    role: 'accounts_payable',
    name: 'Ana Orr',
    email: 'ana@north.example',
    phone: '555 123 4567',
    language: 'en',
    zone: null,
  } as const;
  const { contactId } = await desk.done((context) =>
    saveContact(context, { accountId: north, contactId: undefined, contact, verified: true }),
  );
  const { taskId } = await desk.done(
    (context) => makeTask(context, taskFor(north), { leads: true, companies: 'all' }),
    collector,
  );
  await desk.act(async (context) => {
    await rebuildAccounts(context, [north, south]);
    return { ok: true, value: null };
  });
  return { north, south, first, promiseId, caseId, contactId, taskId };
}

function taskFor(accountId: Id): Parameters<typeof makeTask>[1] {
  return {
    title: 'Send the statement',
    text: '',
    dueOn: day('2026-11-25'),
    dueMinutes: null,
    timeBoxMinutes: null,
    needs: [],
    lines: [],
    every: null,
    companyId: null,
    accountId,
    assigneeId: null,
    priority: 'normal',
  };
}

async function handOut(
  desk: Desk,
  kind: WorkbookKind,
  asked: Partial<BookAsked>,
): Promise<Uint8Array> {
  const wish = { kind, language: 'en', companies: 'all', ...asked } as const;
  const { issued, bytes } = accepted(await makeBook(desk, wish));
  const doing = { action: 'test.out', actor: job, reason: 'a workbook', input: null };
  accepted(await perform(desk, doing, (context) => issueWorkbook(context, issued)));
  return bytes;
}

const job: Actor = { ref: 'job:story', memberId: null };
type By = Applier & { readonly actor: Actor };

/** Takes the file in and answers what it would change; a refused file answers the refusal. */
async function bringBack(
  desk: Desk,
  bytes: Uint8Array,
  by: By,
): Promise<{ refusal: string } | { uploadId: Id; review: WireReview }> {
  const name = 'edited.xlsx';
  const opened = await openBook(desk, { name, bytes });
  if (!opened.ok) return { refusal: opened.refusal };
  const doing = { action: 'test.in', actor: by.actor, reason: 'a workbook', input: null };
  const file = { head: opened.value.head, name, sha256: fingerprint(bytes), bytes };
  const kept = await perform(desk, doing, (context) => takeInWorkbook(context, file));
  if (!kept.ok) return { refusal: kept.refusal };
  const { uploadId } = kept.value.answer;
  const again = accepted(await openUpload(desk, uploadId, by));
  return { uploadId, review: await reviewOf(desk, again, by) };
}

type Deciding = { readonly choices?: readonly Choice[]; readonly otherwise?: Otherwise };

async function applyIt(
  desk: Desk,
  uploadId: Id,
  by: By,
  { choices = [], otherwise = 'refuse' }: Deciding,
): Promise<AppliedWorkbook | { refusal: string }> {
  const opened = accepted(await openUpload(desk, uploadId, by));
  const doing = { action: 'test.apply', actor: by.actor, reason: 'a workbook', input: null };
  const wish = wishOf(opened, otherwise, choices);
  const done = await perform(desk, doing, (context) => applyWorkbook(context, wish, by));
  return done.ok ? done.value.answer : { refusal: done.refusal };
}

/** A sheet in the hand of somebody who edits it. */
export type Hand = {
  /** Rows of the table by their key, header by header. */
  readonly rows: CellValue[][];
  readonly headers: readonly string[];
  /** Puts a value under a header, in the row whose cells hold a text. */
  put(row: string, header: string, value: CellValue): void;
};

/** Edits the sheet that people work in and saves everything anew: no styles, no formulas. */
export async function edited(
  bytes: Uint8Array,
  work: (hand: Hand) => void,
  strings: 'shared' | 'inline' = 'inline',
): Promise<Uint8Array> {
  const book = await readXlsx(bytes);
  const sheets = book.sheets.map((sheet, at) => {
    const { name, rows } = sheet;
    if (at === 0) work(handOn(rows));
    return { name, rows, ...(sheet.veryHidden ? { hidden: true } : {}), columns: dated(rows) };
  });
  return writeXlsx({ sheets, stringMode: strings });
}

function handOn(rows: CellValue[][]): Hand {
  const at = rows.findIndex((cells) => cells.includes('Key (leave as it is)'));
  const headers = (rows[at] ?? []).map(String);
  return {
    rows,
    headers,
    put(row, header, value) {
      const cells = rows.slice(at + 1).find((each) => each.includes(row));
      const column = headers.indexOf(header);
      if (!cells || column === -1) throw new Error(`no ${header} of ${row}`);
      cells[column] = value;
    },
  };
}

/** Days stay days when a spreadsheet saves them; every other cell is as it is. */
function dated(rows: readonly (readonly CellValue[])[]): { width: number }[] {
  return Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, () => ({
    width: 12,
  }));
}
