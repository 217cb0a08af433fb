/**
 * Reads the records of an image cash letter into what they say, or refuses by the record
 * that cannot be where it is. What its trailers state is kept beside it and judged apart.
 */
import { type Day, dayOf } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type BankFileRefusal } from '../reader.ts';
import {
  type Bundle,
  type CashLetter,
  type CashLetterFile,
  type Check,
  type Credit,
  type Deposit,
  type ReturnedCheck,
  type Totals,
} from './cash-letter.ts';
import * as layout from './layout.ts';
import { readFields } from './layout.ts';
import { type CheckRecord, type Framing, framingOf, recordsOf } from './records.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenBundle = Open<Bundle> & { checks: Open<Check>[]; returns: Open<ReturnedCheck>[] };
type OpenLetter = Open<CashLetter> & {
  credits: Credit[];
  unreadCredits: number[];
  bundles: OpenBundle[];
};

/** What has been read, and what is open, while the records go by. */
type Reading = {
  header?: ReturnType<typeof readHeader> & object;
  letters: OpenLetter[];
  letter?: OpenLetter | undefined;
  bundle?: OpenBundle | undefined;
  item?: Open<Check> | Open<ReturnedCheck> | undefined;
  /** The side that the last 50 announced: the image in the next 52 is of it. */
  side: string;
  stated?: CashLetterFile['stated'];
};

/** Reads a file; refused by the first record that is no record or stands in a wrong place. */
export function readCashLetters(bytes: Uint8Array): Outcome<CashLetterFile, BankFileRefusal> {
  const framing = framingOf(bytes);
  if (framing === undefined) return expected(1, 'a file header (01)');
  const reading: Reading = { letters: [], side: '0' };
  let number = 0;
  for (const record of recordsOf(bytes, framing)) {
    number += 1;
    if (record === undefined) return expected(number, 'a whole record of X9.37');
    const wanted = take(reading, record);
    if (wanted !== undefined) return expected(number, wanted);
  }
  return finish(reading, framing, number);
}

function finish(
  { header, letters, stated }: Reading,
  { encoding }: Framing,
  records: number,
): Outcome<CashLetterFile, BankFileRefusal> {
  if (header === undefined) return expected(1, 'a file header (01)');
  if (stated === undefined) return expected(records, 'a file control (99) at the end');
  return accept({ encoding, records, ...header, cashLetters: letters, stated });
}

function expected(record: number, wanted: string): Outcome<never, BankFileRefusal> {
  return refuse('read.bad_record', { record, reason: `expected ${wanted}` });
}

/** Takes one record; answers what was expected in its stead when it cannot be here. */
function take(reading: Reading, record: CheckRecord): string | undefined {
  const { letter, bundle, item } = reading;
  if (reading.stated) return 'the end of the file after its control (99)';
  switch (record.type) {
    case '01':
      return openFile(reading, record);
    case '10':
      return letter ? 'the control (90) of the cash letter before' : openLetter(reading, record);
    case '20':
      if (bundle) return 'the control (70) of the bundle before';
      return letter ? openBundle(reading, letter, record) : 'a cash letter (10)';
    case '25':
    case '31':
      return bundle ? openItem(reading, bundle, record) : 'a bundle (20)';
    case '26':
    case '32':
    case '33':
      return item ? describe(item, record) : 'a check (25) or a return (31)';
    case '50':
      reading.side = readFields(layout.imageDetail, record.text).side;
      return item ? undefined : 'a check (25) or a return (31)';
    case '52':
      if (item) addImage(item, reading.side, record.image);
      return item ? undefined : 'a check (25) or a return (31)';
    case '61':
    case '62':
      return letter ? addCredit(letter, record) : 'a cash letter (10)';
    case '70':
      return bundle ? closeBundle(reading, bundle, record) : 'an open bundle (20)';
    case '90':
      return letter && !bundle ? closeLetter(reading, letter, record) : 'an open cash letter (10)';
    case '99':
      return letter ? 'the control (90) of the cash letter' : closeFile(reading, record);
    default:
      return undefined;
  }
}

function openFile(reading: Reading, record: CheckRecord): string | undefined {
  const header = readHeader(record);
  if (reading.header || header === undefined) return 'one file header (01) with its day';
  reading.header = header;
  return undefined;
}

function readHeader({ text }: CheckRecord) {
  const fields = readFields(layout.fileHeader, text);
  const createdOn = asDay(fields.createdOn);
  if (createdOn === undefined) return undefined;
  return {
    isTest: fields.use === 'T',
    destination: { routing: fields.destination, name: fields.destinationName },
    origin: { routing: fields.origin, name: fields.originName },
    createdOn,
    createdAt: fields.createdAt,
    modifier: fields.modifier,
  };
}

const unstated = { items: '', total: '', images: '', creditIncluded: '' };

function openLetter(reading: Reading, { text, number }: CheckRecord): string | undefined {
  const fields = readFields(layout.cashLetterHeader, text);
  const businessOn = asDay(fields.businessOn) ?? reading.header?.createdOn;
  if (businessOn === undefined) return 'the day of the cash letter';
  const { id, collectionType, destination, institution, contactName, contactPhone } = fields;
  const letter: OpenLetter = {
    record: number,
    id,
    businessOn,
    collectionType,
    destination,
    institution,
    contactName,
    contactPhone,
    credits: [],
    unreadCredits: [],
    bundles: [],
    stated: { record: number, ...unstated, bundles: '' },
  };
  reading.letter = letter;
  reading.letters.push(letter);
  return undefined;
}

function openBundle(reading: Reading, letter: OpenLetter, { text, number }: CheckRecord) {
  const fields = readFields(layout.bundleHeader, text);
  const bundle: OpenBundle = {
    record: number,
    id: fields.id,
    sequence: fields.sequence,
    businessOn: asDay(fields.businessOn) ?? letter.businessOn,
    checks: [],
    returns: [],
    stated: { record: number, ...unstated },
  };
  reading.bundle = bundle;
  letter.bundles.push(bundle);
  return undefined;
}

const nowhere: Deposit = { routing: '', account: '', payee: '' };

function openItem(reading: Reading, bundle: OpenBundle, record: CheckRecord): string | undefined {
  return record.type === '25'
    ? openCheck(reading, bundle, record)
    : openReturn(reading, bundle, record);
}

function openCheck(reading: Reading, bundle: OpenBundle, { text, number }: CheckRecord) {
  const { auxiliaryOnUs, routing, onUs, amount, sequence } = readFields(layout.checkDetail, text);
  const amountMinor = asAmount(amount);
  if (amountMinor === undefined) return 'an amount in the check (25)';
  const check = {
    record: number,
    auxiliaryOnUs,
    routing,
    onUs,
    amountMinor,
    sequence,
    deposit: nowhere,
    views: 0,
  };
  bundle.checks.push(check);
  reading.item = check;
  return undefined;
}

function openReturn(reading: Reading, bundle: OpenBundle, { text, number }: CheckRecord) {
  const fields = readFields(layout.returnDetail, text);
  const amountMinor = asAmount(fields.amount);
  if (amountMinor === undefined) return 'an amount in the return (31)';
  const forwardedOn = asDay(fields.forwardedOn);
  const returned = {
    record: number,
    auxiliaryOnUs: '',
    routing: fields.routing,
    onUs: fields.onUs,
    amountMinor,
    reason: fields.reason,
    sequence: fields.sequence,
    ...(forwardedOn ? { forwardedOn } : {}),
    accountName: '',
    deposit: nowhere,
    views: 0,
  };
  bundle.returns.push(returned);
  reading.item = returned;
  return undefined;
}

/** 26 and 32 say where the item was deposited, 33 what the returning bank knows of it. */
function describe(item: Open<Check> | Open<ReturnedCheck>, { type, text }: CheckRecord): undefined {
  if (type === '33') {
    const { auxiliaryOnUs, accountName } = readFields(layout.returningBank, text);
    if ('accountName' in item) Object.assign(item, { auxiliaryOnUs, accountName });
    return;
  }
  // The first endorsement is that of the bank of first deposit; later ones travelled it on.
  if (item.deposit !== nowhere) return;
  const { routing, depositAccount, payee } = readFields(layout.endorsement, text);
  item.deposit = { routing, account: depositAccount, payee };
}

function addImage(
  item: Open<Check> | Open<ReturnedCheck>,
  side: string,
  image: Uint8Array | undefined,
): void {
  item.views += 1;
  if (image === undefined || image.length === 0) return;
  if (side === '1') item.rear ??= image;
  else item.front ??= image;
}

/** Producers lay a credit out in two ways and more; one that fits neither is only noted. */
function addCredit(letter: OpenLetter, { type, text, number }: CheckRecord): undefined {
  const layouts: readonly layout.Layout[] =
    type === '61' ? [layout.credit, layout.longCredit] : [layout.longCredit, layout.credit];
  for (const places of layouts) {
    const { routing = '', account = '', amount = '' } = readFields(places, text);
    const amountMinor = asAmount(amount);
    if (amountMinor === undefined || !/^\d{9}$/u.test(routing)) continue;
    letter.credits.push({ record: number, routing, account, amountMinor });
    return;
  }
  letter.unreadCredits.push(number);
}

function closeBundle(reading: Reading, bundle: OpenBundle, { text, number }: CheckRecord) {
  bundle.stated = totals(number, readFields(layout.bundleControl, text));
  reading.bundle = undefined;
  reading.item = undefined;
  return undefined;
}

function closeLetter(reading: Reading, letter: OpenLetter, { text, number }: CheckRecord) {
  const fields = readFields(layout.cashLetterControl, text);
  letter.stated = { ...totals(number, fields), bundles: fields.bundles };
  reading.letter = undefined;
  return undefined;
}

function closeFile(reading: Reading, { text, number }: CheckRecord) {
  const { cashLetters, records, ...fields } = readFields(layout.fileControl, text);
  reading.stated = { ...totals(number, { ...fields, images: '' }), cashLetters, records };
  return undefined;
}

function totals(record: number, fields: Omit<Totals, 'record'>): Totals {
  const { items, total, images, creditIncluded } = fields;
  return { record, items, total, images, creditIncluded };
}

function asDay(text: string): Day | undefined {
  if (!/^\d{8}$/u.test(text)) return undefined;
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
}

function asAmount(text: string): bigint | undefined {
  return /^\d+$/u.test(text) ? BigInt(text) : undefined;
}
