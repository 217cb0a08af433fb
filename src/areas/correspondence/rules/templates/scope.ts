/**
 * What a template is handed about one account: every field of fields.ts, written for the reader.
 *
 * A group that does not apply (no promise, no dispute) is left out: `{% if promise %}` asks for
 * it, and naming a part of it without asking is an error.
 */
import type { Day } from '#kernel/day.ts';
import { type Currency, type Money, sum } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { writtenDay, writtenMoney } from '#kernel/written.ts';
import { type TableItem, itemsTable } from './items-table.ts';
import { type Block, markOf, plainValue } from './layout.ts';

/** What the caller knows beyond the account. */
export type TemplateExtra = {
  /** What is asked in each currency, where it is less than the items add up to. */
  readonly totals?: readonly Money[];
  /** What is asked of an item, where part of it is disputed. */
  readonly asked?: ReadonlyMap<string, Money>;
  readonly charges?: { readonly interest: Money; readonly fees: Money };
  readonly replyBy?: Day;
  readonly promise?: { readonly amount: Money; readonly dueOn: Day };
  readonly dispute?: { readonly number: string; readonly reason: string };
  readonly payment?: { readonly amount: Money; readonly on: Day; readonly reference: string };
  readonly complaint?: {
    readonly subject: string;
    readonly receivedOn: Day;
    readonly words: string;
  };
  readonly credit?: { readonly act: string; readonly on: Day; readonly reasons: string };
  /** The statement or the invoices that go with it, as the papers say. */
  readonly paper?: {
    readonly on: Day;
    readonly balances: readonly Money[];
    readonly enclosed: readonly { readonly number: string; readonly amounts: readonly Money[] }[];
  };
  /** What was agreed on the telephone: each amount with its day. */
  readonly agreed?: readonly { readonly amounts: readonly Money[]; readonly dueOn: Day }[];
  /** What is disputed and not asked for until it is answered. */
  readonly contested?: readonly Money[];
  /** Numbers of the originals that go with the message. */
  readonly documents?: readonly string[];
  readonly sender?: { readonly name: string; readonly phone: string };
};

export type TemplateFacts = {
  readonly account: { readonly number: string; readonly name: string };
  readonly contact: { readonly name: string };
  readonly company: {
    readonly name: string;
    readonly signature: string;
    readonly replyTo: string;
  };
  readonly today: Day;
  readonly items: readonly TableItem[];
  readonly extra: TemplateExtra;
};

type Scope = Readonly<Record<string, unknown>>;

/** The names of a template with their values, and the blocks that marks stand for. */
export function scopeFor(
  facts: TemplateFacts,
  language: Language,
): { readonly scope: Scope; readonly blocks: Readonly<Record<string, Block>> } {
  const { items, extra } = facts;
  const totals = extra.totals ?? totalsOf(items);
  const cash = (amount: Money): string => writtenMoney(amount, language);
  const scope = {
    account: plain(facts.account),
    contact: plain(facts.contact),
    company: {
      name: plainValue(facts.company.name),
      signature: facts.company.signature.split('\n').map(plainValue).join('\n'),
      reply_to: plainValue(facts.company.replyTo),
    },
    today: writtenDay(facts.today, language),
    items: items.map((item) => rowOf(item, language)),
    totals: totals.map((total) => ({ currency: total.currency, amount: cash(total) })),
    items_table: markOf('items_table'),
    numbers: items.map(({ number }) => plainValue(number)).join(', '),
    count: items.length,
    oldest_days: Math.max(0, ...items.map(({ daysLate }) => daysLate)),
    amount_due: totals.map(cash).join(' + '),
    ...groups(extra, language),
  };
  return { scope, blocks: { items_table: itemsTable(items, totals, language) } };
}

function groups(extra: TemplateExtra, language: Language): Scope {
  const { charges, promise, dispute, payment, sender, replyBy, complaint, credit } = extra;
  const { agreed, contested = [], documents, paper } = extra;
  const day = (on: Day): string => writtenDay(on, language);
  const cash = (amount: Money): string => writtenMoney(amount, language);
  return {
    ...(sender && { sender: plain(sender) }),
    ...(replyBy && { reply_by: day(replyBy) }),
    ...(promise && { promise: { amount: cash(promise.amount), due: day(promise.dueOn) } }),
    ...(dispute && { dispute: plain(dispute) }),
    ...(payment && {
      payment: {
        amount: cash(payment.amount),
        on: day(payment.on),
        reference: plainValue(payment.reference),
      },
    }),
    ...(complaint && {
      complaint: {
        subject: plainValue(complaint.subject),
        received: day(complaint.receivedOn),
        words: lines(complaint.words),
      },
    }),
    ...(credit && {
      credit: {
        act: plainValue(credit.act),
        on: day(credit.on),
        reasons: lines(credit.reasons),
      },
    }),
    ...(paper && {
      paper: {
        on: day(paper.on),
        balances: paper.balances.map(cash).join('; '),
        enclosed: paper.enclosed
          .map(({ number, amounts }) => `${plainValue(number)}  ${amounts.map(cash).join('; ')}`)
          .join('\n'),
      },
    }),
    ...(agreed && {
      agreed: agreed.map(({ amounts, dueOn }) => ({
        amount: amounts.map(cash).join(' + '),
        due: day(dueOn),
      })),
    }),
    ...(contested.length > 0 && { contested: contested.map(cash).join(', ') }),
    ...(documents && { documents: plainValue([...new Set(documents)].join(', ')) }),
    ...(charges && { charges: { interest: cash(charges.interest), fees: cash(charges.fees) } }),
  };
}

function lines(text: string): string {
  return text.split('\n').map(plainValue).join('\n');
}

function rowOf(item: TableItem, language: Language): Scope {
  return {
    number: plainValue(item.number),
    po: plainValue(item.po),
    issued: writtenDay(item.issuedOn, language),
    due: writtenDay(item.dueOn, language),
    days_late: item.daysLate,
    amount: writtenMoney(item.amount, language),
    open: writtenMoney(item.open, language),
  };
}

function totalsOf(items: readonly TableItem[]): Money[] {
  const currencies = [...new Set<Currency>(items.map(({ open }) => open.currency))].toSorted();
  return currencies.map((code) =>
    sum(
      items.map(({ open }) => open).filter((open) => open.currency === code),
      code,
    ),
  );
}

function plain(values: Readonly<Record<string, string>>): Scope {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, plainValue(value)]),
  );
}
