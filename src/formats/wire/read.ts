/**
 * Fedwire: notices of single wires in the tags that the Reserve Banks used until 2025, and
 * that banks still hand on.
 *
 * A message may only ask for money, or speak about another message; those move nothing.
 */
import { type Day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { BadRecord, tooLarge, wholeOrRefused } from '../bad-record.ts';
import { decodeText } from '../csv/encoding.ts';
import {
  type BankTransaction,
  type FileProblem,
  type NeutralFile,
  type Statement,
} from '../neutral.ts';
import { type BankFileRefusal, type BankReader, type ReadFile, type Summary } from '../reader.ts';
import { stated } from '../references.ts';
import { dayOfYmd } from '../short-day.ts';
import { remittanceOf } from './remittance.ts';
import { type WireMessage, partsOf, valueOf, wireMessages } from './tags.ts';

export const wire: BankReader = {
  format: 'wire',
  recognises: ({ start }) =>
    /^\{\d{4}\}/u.test(start) && /\{(?:1510|1520|2000|3600)\}/u.test(start),
  read,
};

const dollars = currency('USD');

type Wire = {
  readonly message: WireMessage;
  /** Twelve digits as they stand. */
  readonly amount: string;
  readonly on: Day;
};

function read(bytes: Uint8Array): Outcome<ReadFile, BankFileRefusal> {
  const large = tooLarge(bytes);
  if (large) return large;
  const wires = wholeOrRefused(() => wiresOf(decodeText(bytes).text));
  if (!wires.ok) return wires;
  return accept({ summary: () => summaryOf(wires.value), neutral: () => neutralOf(wires.value) });
}

/** Every message with its amount and its day; throws BadRecord where one lacks either. */
function wiresOf(text: string): Wire[] {
  const messages = wireMessages(text);
  if (messages.length === 0) throw new BadRecord(1, 'the file holds no message');
  return messages.map((message) => {
    const amount = valueOf(message, '2000').trim();
    if (!/^\d{1,12}$/u.test(amount)) {
      throw new BadRecord(message.record, `tag 2000 holds "${amount.slice(0, 20)}", no amount`);
    }
    const on = dayOfYmd(valueOf(message, '1520').trim().slice(0, 8));
    if (!on) throw new BadRecord(message.record, 'tag 1520 holds no day');
    return { message, amount, on };
  });
}

function businessFunction(message: WireMessage): string {
  return valueOf(message, '3600').slice(0, 3).trim();
}

function summaryOf(wires: readonly Wire[]): Summary {
  const [first] = wires;
  if (!first) return { messages: 0 };
  return {
    amount: first.amount,
    businessFunction: businessFunction(first.message),
    imad: valueOf(first.message, '1520').trim(),
    messages: wires.length,
  };
}

function neutralOf(wires: readonly Wire[]): NeutralFile {
  const statements = new Map<string, Statement & { transactions: BankTransaction[] }>();
  for (const found of wires) {
    const account = identifierIn(valueOf(found.message, '4200'));
    const key = `${account} ${found.on}`;
    const open = statements.get(key) ?? {
      account,
      currency: dollars,
      kind: 'notices',
      from: found.on,
      to: found.on,
      transactions: [],
    };
    statements.set(key, open);
    open.transactions.push(noticeOf(found));
  }
  return {
    format: 'wire',
    statements: [...statements.values()],
    remittances: [],
    settlements: [],
    controls: [],
    problems: wires.flatMap(({ message }) => problemsOf(message)),
  };
}

/** Version, the sender's mark, then T for a test and P for money. */
function isTest(message: WireMessage): boolean {
  return valueOf(message, '1500').slice(10, 11) === 'T';
}

function problemsOf(message: WireMessage): FileProblem[] {
  if (!isTest(message)) return [];
  return [{ record: message.record, code: 'wire.test_message', facts: {} }];
}

/** Code, identifier, name, three lines of address. */
const partyWidths = [34, 35, 35, 35, 35] as const;

/** `D123456789*Name*…`: the letter says what the number is, and is no part of it. */
function identifierIn(value: string): string {
  return partsOf(value.slice(1), partyWidths)[0] ?? '';
}

function nameIn(value: string): string {
  return partsOf(value.slice(1), partyWidths)[1] ?? '';
}

const lines = [35, 35, 35, 35] as const;

function noticeOf({ message, amount, on }: Wire): BankTransaction {
  const originator = valueOf(message, '5000');
  const payerName = nameIn(originator) || senderName(message);
  const payerAccount = identifierIn(originator);
  const remittance = remittanceOf(message);
  const imad = valueOf(message, '1520').trim();
  const told = ['6000', '6500'].flatMap((tag) => partsOf(valueOf(message, tag), lines));
  return {
    record: message.record,
    externalId: imad,
    bookedOn: on,
    amount: { minor: BigInt(amount), currency: dollars },
    status: movesMoney(message) ? 'booked' : 'information',
    code: `fedwire:${businessFunction(message)}/${valueOf(message, '1510').trim()}`,
    channel: 'wire',
    ...(payerName ? { payerName } : {}),
    ...(payerAccount ? { payerAccount } : {}),
    references: stated([
      partsOf(valueOf(message, '4320'), [16])[0],
      partsOf(valueOf(message, '3320'), [16])[0],
      ...endToEnd(message),
      imad,
    ]),
    text: stated(told).join('\n'),
    ...(remittance && { remittance }),
  };
}

/** The bank itself pays where no originator is named. */
function senderName(message: WireMessage): string {
  return partsOf(valueOf(message, '3100').slice(9), [18])[0] ?? '';
}

/** In tag 3620 after the website and five ways to reach somebody. */
function endToEnd(message: WireMessage): string[] {
  return partsOf(valueOf(message, '3620'), []).slice(5, 6);
}

/** Tests, requests for money, drawdowns asked for and service messages settle nothing. */
function movesMoney(message: WireMessage): boolean {
  if (isTest(message)) return false;
  const kind = businessFunction(message);
  const subtype = valueOf(message, '1510').trim().slice(2, 4);
  if (['SVC', 'DRB', 'DRC'].includes(kind)) return subtype === '32';
  return ['00', '02', '08', '32'].includes(subtype);
}
