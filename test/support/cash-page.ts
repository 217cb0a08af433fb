/**
 * The cash desk on screen for a test: a poster, accounts that owe, receipts that wait, each made
 * by the action that the product uses.
 *
 *     const desk = await cashPage(screens);
 *     const account = await desk.owed('Northwind', { 'I-1': '640' });
 *     await desk.receipt({ payer: 'NORTHWIND', amount: '640' });
 *     const page = await desk.open(paths.cash);
 */
import type { Page } from 'playwright-core';
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, type Context, perform } from '#platform/action.ts';
import { setPassword } from '#platform/auth/credentials.ts';
import type { Role } from '#platform/auth/roles.ts';
import { hashPassword } from '#platform/auth/passwords.ts';
import { decidePolicy, proposePolicy } from '#areas/cash/actions/decide-policy.ts';
import { matchReceipts } from '#areas/cash/actions/match-receipts.ts';
import {
  type PolicyDocument,
  standardDocument,
} from '#areas/cash/rules/receipts/policy-document.ts';
import { insertReceipts } from '#areas/cash/store/receipts.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { newId } from '#platform/ids.ts';
import { recordDocuments } from '#areas/invoices/index.ts';
import { postItem } from '#areas/ledger/index.ts';
import { addMember, companyByCode } from '#areas/team/index.ts';
import { documentWish, usd } from './builders.ts';
import type { LiveDesk } from './live-desk.ts';
import { type Screens, settled } from './screens.ts';

export type ReceiptShown = {
  readonly payer: string;
  readonly amount: string;
  readonly said?: string;
};

export type CashPage = {
  /** An account that owes these invoices; a credit memo has a minus. */
  owed(name: string, items: Readonly<Record<string, string>>): Promise<Id>;
  /** An account that owes one invoice with these lines. */
  billed(name: string, number: string, lines: Readonly<Record<string, string>>): Promise<Id>;
  /** Money that waits and was matched. */
  receipt(told: ReceiptShown): Promise<void>;
  /** A page of the poster. */
  open(address: string): Promise<Page>;
};

/** A poster at the company of the live desk. */
export async function cashPage(
  screens: Screens,
  policy: Partial<PolicyDocument> = {},
): Promise<CashPage> {
  const live = screens.live();
  const poster = await hireAt(live, 'Pat Okafor', ['poster']);
  const company = await companyByCode(live.desk.db, 'MAIN');
  if (!company) throw new Error('the live desk has no company');
  const { companyId } = company;
  await nothingByItself(live, companyId, policy);
  const does = <T>(work: (context: Context) => Promise<T>): Promise<T> => doing(live, work);
  return {
    owed: (name, items) => does((context) => owe(context, companyId, name, items)),
    billed: (name, number, lines) =>
      does(async (context) => {
        const accountId = await owe(context, companyId, name, {});
        await bill(context, accountId, number, lines);
        return accountId;
      }),
    async receipt(told) {
      await does((context) => arrive(context, companyId, told));
      await does((context) => matchReceipts(context, { companyId, receiptIds: 'all' }));
    },
    async open(address) {
      const page = await live.pageOf(screens.browser(), poster);
      await page.goto(address);
      await settled(page);
      return page;
    },
  };
}

async function doing<T>(live: LiveDesk, work: (context: Context) => Promise<T>): Promise<T> {
  const actor = { ref: 'job:test', memberId: null };
  const what = { action: 'test.cash', actor, reason: 'for the test', input: null };
  return accepted(await perform(live.desk, what, async (context) => accept(await work(context))))
    .answer;
}

/** A policy under which every receipt waits for a person, so that a test meets it on the desk. */
async function nothingByItself(
  live: LiveDesk,
  companyId: Id,
  policy: Partial<PolicyDocument>,
): Promise<void> {
  const document = { ...standardDocument, postFrom: 1, unexplained: 'ask', ...policy } as const;
  await doing(live, async (context) => {
    const { version } = accepted(await proposePolicy(context, companyId, document));
    const approver = { ...context, actor: { ref: 'job:approver', memberId: null } };
    accepted(await decidePolicy(approver, { companyId, version, act: 'approved' }));
  });
}

/** Somebody with these roles, who reads English. */
export async function hireAt(live: LiveDesk, name: string, roles: readonly Role[]) {
  const password = 'a tall tree by the river';
  const hash = await hashPassword(password);
  const email = `${name.toLowerCase().replaceAll(/\W/gu, '')}@desk.example`;
  const person = { name, email, password };
  const wish = { ...person, language: 'en', roles, companies: [] } as const;
  await doing(live, async (context) => {
    const { memberId } = accepted(await addMember(context, wish, 'all'));
    await setPassword(context.tx, memberId, hash, context.at);
  });
  return person;
}

async function owe(
  context: Context,
  companyId: Id,
  name: string,
  items: Readonly<Record<string, string>>,
): Promise<Id> {
  const stated = { customerNumber: name.slice(0, 30), name };
  const made = await ensureAccounts(context, companyId, [stated], { source: 'test' });
  const accountId = made.get(stated.customerNumber)?.accountId;
  if (!accountId) throw new Error(`no account for ${name}`);
  for (const [number, amount] of Object.entries(items)) {
    const kind = amount.startsWith('-') ? 'credit_memo' : 'invoice';
    const told = {
      amount: amount.replace('-', ''),
      number,
      issued: plusDays(context.today, -40),
      due: plusDays(context.today, -10),
    };
    accepted(await postItem(context, documentWish(accountId, kind, told)));
  }
  return accountId;
}

async function bill(
  context: Context,
  accountId: Id,
  number: string,
  lines: Readonly<Record<string, string>>,
): Promise<void> {
  const amounts = Object.entries(lines).map(([description, amount]) => ({
    description,
    net: usd(amount).minor,
    taxCode: null,
    tax: 0n,
  }));
  const net = amounts.reduce((sum, line) => sum + line.net, 0n);
  const documentId = newId();
  const issuedOn = plusDays(context.today, -40);
  const none = { poNumber: null, orderNumber: null, termsCode: null, credits: null };
  const document = {
    ...none,
    accountId,
    documentId,
    kind: 'invoice',
    number,
    issuedOn,
    currency: currency('USD'),
    net,
    tax: 0n,
    discountOn: null,
    discount: null,
    lines: amounts,
  } as const;
  await recordDocuments(context.tx, [document], context.at);
  const told = { amount: formatMoney(money(net, 'USD')), number, issued: issuedOn };
  const wish = { ...documentWish(accountId, 'invoice', told), documentId };
  accepted(await postItem(context, wish));
}

async function arrive(context: Context, companyId: Id, told: ReceiptShown): Promise<void> {
  await insertReceipts(context, [
    {
      receiptId: context.newId(),
      companyId,
      batchId: null,
      lineId: null,
      source: 'bank',
      bankAccountId: null,
      bank: null,
      state: 'unposted',
      method: 'wire',
      amount: usd(told.amount),
      receivedOn: context.today,
      payerName: told.payer,
      payerAccount: '',
      checkNumber: '',
      reference: '',
      said: told.said ?? '',
      refs: [],
      remittance: [],
      statedAccount: null,
    },
  ]);
}
