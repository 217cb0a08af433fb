/**
 * A NACHA file as notices of single payments, signed from the side of the account named in
 * each entry; what came back stands under the company whose payment it was.
 *
 * Notices of change, prenotes and accounting advices move no money.
 */
import { type Day, earlier, later, plusDays } from '#kernel/day.ts';
import { type Currency, currency } from '#kernel/money.ts';
import {
  type BankTransaction,
  type FileProblem,
  type Remittance,
  type Statement,
} from '../neutral.ts';
import { stated } from '../references.ts';
import { dayOfYmd } from '../short-day.ts';
import { remittancesIn } from '../x12-820/addenda.ts';
import {
  type Changed,
  type Returned,
  addendaType,
  changeOf,
  isDishonored,
  paymentText,
  returnOf,
} from './addenda.ts';
import { columnsOf, isCredit, isPrenote } from './entry-columns.ts';
import { type BatchHead, type Entry, type FileHead, nachaParts } from './parts.ts';
import { type NachaRecord, field } from './records.ts';

const dollars: Currency = currency('USD');

/** What a batch says of all its entries. */
export type Place = {
  readonly companyName: string;
  readonly companyId: string;
  readonly description: string;
  readonly sec: string;
  readonly bookedOn: Day | undefined;
  readonly settledOn: Day | undefined;
};
type Open = Omit<Statement, 'transactions' | 'from' | 'to'> & {
  from: Day;
  to: Day;
  transactions: BankTransaction[];
};

/** One list of notices for each account of ours that the file speaks of. */
export function nachaNotices(bytes: Uint8Array): {
  readonly statements: readonly Statement[];
  readonly problems: readonly FileProblem[];
} {
  const statements = new Map<string, Open>();
  const problems: FileProblem[] = [];
  let createdOn: Day | undefined;
  let place: Place | undefined;
  for (const part of nachaParts(bytes)) {
    if (part.kind === 'file') createdOn = createdOnOf(part);
    if (part.kind === 'batch') place = placeOf(part, createdOn);
    if (part.kind !== 'entry' || !place) continue;
    const on = place.bookedOn;
    problems.push(...problemsOf(part, place));
    if (on === undefined) continue;
    const account = accountOf(part, place);
    const open = statements.get(account) ?? openStatement(account, on);
    statements.set(account, open);
    open.from = earlier(open.from, on);
    open.to = later(open.to, on);
    open.transactions.push(noticeOf(part, place, on));
  }
  return { statements: [...statements.values()], problems };
}

/** The day that the file's header names. */
export function createdOnOf({ at }: FileHead): Day | undefined {
  return dayOfYmd(field(at, 24, 29));
}

/** What a batch header says; a file's day stands in for a missing one. */
export function placeOf({ at, sec }: BatchHead, createdOn: Day | undefined): Place {
  const international = sec === 'IAT' || field(at, 5, 20) === 'IATCOR';
  const effectiveOn = dayOfYmd(field(at, 70, 75));
  const bookedOn = effectiveOn ?? createdOn;
  return {
    companyName: international ? '' : field(at, 5, 20),
    companyId: field(at, 41, 50),
    description: field(at, 54, 63),
    sec,
    bookedOn,
    settledOn: bookedOn && julian(field(at, 76, 78), bookedOn),
  };
}

/** The settlement day is a day of the year, near the day the batch is of. */
function julian(digits: string, near: Day): Day | undefined {
  const dayOfYear = Number(digits);
  if (!/^\d{3}$/u.test(digits) || dayOfYear < 1 || dayOfYear > 366) return undefined;
  const year = Number(near.slice(0, 4));
  const inYear = (wanted: number): Day | undefined => {
    const first = dayOfYmd(`${String(wanted).padStart(4, '0')}0101`);
    return first && plusDays(first, dayOfYear - 1);
  };
  const month = near.slice(5, 7);
  if (month === '12' && dayOfYear < 60) return inYear(year + 1);
  return inYear(month === '01' && dayOfYear > 300 ? year - 1 : year);
}

/** Whose notice an entry is: money that came back belongs to the company that had sent it out. */
export function accountOf(entry: Entry, { companyId }: Place): string {
  const back = entry.addenda.some((record) => ['98', '99'].includes(addendaType(record)));
  return back ? companyId : field(entry.at, ...columnsOf(entry.sec).account);
}

/** A list of notices before its first line. */
export function openStatement(account: string, on: Day): Open {
  return { account, currency: dollars, kind: 'notices', from: on, to: on, transactions: [] };
}

/** What is odd about an entry; one of no day is left out. */
export function problemsOf({ at, bank }: Entry, { bookedOn }: Place): FileProblem[] {
  if (bookedOn === undefined) return [{ record: at.record, code: 'ach.no_day', facts: {} }];
  if (/^\d{8}$/u.test(bank)) return [];
  return [{ record: at.record, code: 'ach.routing_unreadable', facts: { routing: bank } }];
}

/** An entry as a line, signed from the side of the account it names. */
export function noticeOf(entry: Entry, place: Place, bookedOn: Day): BankTransaction {
  const { at, amount, transactionCode, sec, addenda } = entry;
  const columns = columnsOf(sec);
  const back = addenda.find((record) => addendaType(record) === '99');
  const changed = addenda.find((record) => addendaType(record) === '98');
  const returned = back && returnOf(back);
  const change = changed && changeOf(changed);
  const trace = field(at, ...columns.trace);
  const texts = addenda.filter((record) => addendaType(record) === '05').map(paymentText);
  const remittance = remittanceIn(texts, at.record);
  const check = columns.check && field(at, ...columns.check).replace(/^0+(?=\d)/u, '');
  return {
    record: at.record,
    ...(trace ? { externalId: trace } : {}),
    bookedOn,
    ...(place.settledOn && { valueOn: place.settledOn }),
    amount: { minor: comesIn(entry, returned) ? amount : -amount, currency: dollars },
    status: movesMoney(entry, change) ? 'booked' : 'information',
    code: `ach:${sec}/${transactionCode}`,
    channel: 'ach',
    ...(returned && { returned: { reason: returned.reason, originalId: returned.originalTrace } }),
    ...payerOf(entry, place, returned ?? change),
    ...(check ? { checkNumber: check } : {}),
    references: stated([
      ...(returned ? [trace] : []),
      columns.id && field(at, ...columns.id),
      trace,
      returned?.dishonoredTrace,
      returned?.returnTrace,
      (returned ?? change)?.originalTrace,
    ]),
    text: textOf(place, texts, returned, change),
    ...(remittance && { remittance }),
  };
}

/**
 * A return bears the side of the account that it came from, as the entry before it did: a debit
 * of ours that came back takes money from us. When our bank does not accept that, the same entry
 * goes the other way round, and comes back once more when it is contested (Nacha Operating
 * Rules, subsections 2.13.6 and 3.8.5).
 */
function comesIn({ transactionCode, sec }: Entry, returned: Returned | undefined): boolean {
  const isIn = isCredit(transactionCode, sec);
  return returned && isDishonored(returned.reason) ? !isIn : isIn;
}

function movesMoney({ amount, transactionCode, sec }: Entry, change: Changed | undefined): boolean {
  return amount > 0n && sec !== 'ADV' && change === undefined && !isPrenote(transactionCode);
}

/** Who paid: the company that sent it, or the account's owner whose payment came back. */
function payerOf(
  { at, sec, addenda }: Entry,
  place: Place,
  back: Returned | Changed | undefined,
): Pick<BankTransaction, 'payerName' | 'payerAccount'> {
  const columns = columnsOf(sec);
  const name = sec === 'IAT' ? partyOf(addenda, '10') : field(at, ...columns.name);
  if (back) {
    const account = field(at, ...columns.account);
    const routing = field(at, 4, 12);
    return {
      ...(name ? { payerName: name } : {}),
      ...(account ? { payerAccount: `${routing} ${account}` } : {}),
    };
  }
  const originator = sec === 'IAT' ? partyOf(addenda, '11') : place.companyName;
  return originator ? { payerName: originator } : {};
}

/** A name in the addenda of an international entry: 10 the receiver's, 11 the originator's. */
function partyOf(addenda: readonly NachaRecord[], type: '10' | '11'): string {
  const record = addenda.find((each) => addendaType(each) === type);
  if (!record) return '';
  return type === '10' ? field(record, 47, 81) : field(record, 4, 38);
}

/** CTX breaks segments at 80 characters wherever they fall: nothing between may be trimmed. */
function remittanceIn(texts: readonly string[], record: number): Remittance | undefined {
  const [found] = remittancesIn(texts.join(''));
  return found && { ...found, record };
}

function textOf(
  { companyName, companyId, description }: Place,
  texts: readonly string[],
  returned: Returned | undefined,
  change: Changed | undefined,
): string {
  const said = texts.map((text) => text.trimEnd());
  const back = returned && `${returned.reason} ${returned.information}`.trim();
  const mend = change && `${change.code} ${change.corrected.trim()}`.trim();
  const head = [companyName, companyId, description].filter(Boolean).join(' ');
  return [head, ...said, back, mend].filter(Boolean).join('\n');
}
