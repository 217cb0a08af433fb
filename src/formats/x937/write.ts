/**
 * Writes a deposit of checks as an image cash letter (X9.100-187): one cash letter with its
 * credit, the checks in bundles, each check with its endorsement and both its images.
 *
 *   01 ─ 10 ─ 61 ─ 20 ─ 25 ─ 26 ─ 50 52 front ─ 50 52 rear ─ … ─ 70 ─ 90 ─ 99
 *
 * Each record follows its length in four bytes. Text is EBCDIC for most banks, ASCII for
 * some; an image is the same bytes in both. Totals hold the checks, not the credit.
 */
import { type Day } from '#kernel/day.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import {
  type CheckDeposit,
  type DepositRefusal,
  type DepositedCheck,
  judgeDeposit,
  totalOf,
} from './deposit.ts';
import { encodeEbcdic } from './ebcdic.ts';
import * as layout from './layout.ts';
import { writeFields } from './layout.ts';
import { type Encoding } from './records.ts';

/** A record before it becomes bytes. */
type Line = { readonly text: string; readonly image?: Uint8Array };

/** The file of a deposit; refused with the check that the bank would send back. */
export function writeDeposit(
  wanted: CheckDeposit,
  encoding: Encoding,
): Outcome<Uint8Array, DepositRefusal> {
  const judged = judgeDeposit(wanted);
  if (!judged.ok) return judged;
  const deposit = judged.value;
  const letter = [
    cashLetterHeader(deposit),
    credit(deposit),
    ...bundlesOf(deposit).flatMap((checks, at) => bundle(deposit, checks, at + 1)),
    cashLetterControl(deposit),
  ];
  const lines = [fileHeader(deposit), ...letter];
  return accept(frame([...lines, fileControl(deposit, lines.length + 1)], encoding));
}

function fileHeader(deposit: CheckDeposit): Line {
  const { destination, origin, createdOn, createdAt, modifier } = deposit;
  return line('01', layout.fileHeader, {
    standardLevel: '03',
    use: deposit.isTest ? 'T' : 'P',
    destination: destination.routing,
    origin: origin.routing,
    createdOn: compact(createdOn),
    createdAt,
    resend: 'N',
    destinationName: destination.name,
    originName: origin.name,
    modifier,
    country: 'US',
  });
}

function cashLetterHeader(deposit: CheckDeposit): Line {
  return line('10', layout.cashLetterHeader, {
    ...forward(deposit),
    createdAt: deposit.createdAt,
    recordType: 'I',
    documentation: 'G',
    id: deposit.id,
    contactName: deposit.contactName,
    contactPhone: deposit.contactPhone.replaceAll(/\D/gu, ''),
  });
}

/** What cash letter and bundle headers have in common; 01 is a forward presentment. */
function forward({ destination, origin, businessOn, createdOn }: CheckDeposit) {
  return {
    collectionType: '01',
    destination: destination.routing,
    institution: origin.routing,
    businessOn: compact(businessOn),
    createdOn: compact(createdOn),
  };
}

function credit(deposit: CheckDeposit): Line {
  return line('61', layout.credit, {
    routing: deposit.routing,
    account: deposit.account,
    amount: String(totalOf(deposit)),
    documentation: 'G',
  });
}

function bundlesOf({ checks, checksPerBundle }: CheckDeposit): DepositedCheck[][] {
  const count = Math.ceil(checks.length / checksPerBundle);
  return Array.from({ length: count }, (_, at) =>
    checks.slice(at * checksPerBundle, (at + 1) * checksPerBundle),
  );
}

function bundle(deposit: CheckDeposit, checks: readonly DepositedCheck[], number: number): Line[] {
  const total = String(totalOf({ checks }));
  const header = line('20', layout.bundleHeader, {
    ...forward(deposit),
    id: String(number),
    sequence: String(number).padStart(4, '0'),
    cycle,
  });
  const control = line('70', layout.bundleControl, {
    items: String(checks.length),
    total,
    micrTotal: total,
    images: String(checks.length * 2),
    creditIncluded: '0',
  });
  return [header, ...checks.flatMap((check) => checkLines(deposit, check)), control];
}

/** One file a cycle: the sequence numbers are unique without it. */
const cycle = '01';

function checkLines(deposit: CheckDeposit, check: DepositedCheck): Line[] {
  const detail = line('25', layout.checkDetail, {
    auxiliaryOnUs: check.auxiliaryOnUs,
    routing: check.routing,
    onUs: check.onUs,
    amount: String(check.amountMinor),
    sequence: check.sequence,
    documentation: 'G',
    micrValid: '1',
    firstDeposit: 'Y',
    addenda: '1',
    archive: 'B',
  });
  const endorsed = line('26', layout.endorsement, {
    number: '1',
    routing: deposit.routing,
    endorsedOn: compact(deposit.businessOn),
    sequence: check.sequence,
    depositAccount: deposit.account,
    payee: deposit.payee,
    truncation: 'Y',
    conversion: '2',
    correction: '0',
  });
  const images = [...view(deposit, check, '0'), ...view(deposit, check, '1')];
  return [detail, endorsed, ...images];
}

/** The two records of one side: what the picture is, and the picture. */
function view(deposit: CheckDeposit, check: DepositedCheck, side: '0' | '1'): Line[] {
  const image = side === '0' ? check.front : check.rear;
  const detail = line('50', layout.imageDetail, {
    present: '1',
    creator: deposit.origin.routing,
    createdOn: compact(deposit.businessOn),
    format: '00',
    compression: '00',
    side,
    view: '00',
    signed: '0',
  });
  const head = writeFields(
    '52',
    layout.imageData,
    {
      institution: deposit.origin.routing,
      businessOn: compact(deposit.businessOn),
      cycle,
      sequence: check.sequence,
      clipping: '0',
      keyLength: '0',
    },
    layout.imageData.keyLength[1],
  );
  const noSignature = '00000';
  const length = String(image.length).padStart(7, '0');
  return [detail, { text: `${head}${noSignature}${length}`, image }];
}

function cashLetterControl(deposit: CheckDeposit): Line {
  const { checks, origin, businessOn } = deposit;
  return line('90', layout.cashLetterControl, {
    bundles: String(bundlesOf(deposit).length),
    items: String(checks.length),
    total: String(totalOf(deposit)),
    images: String(checks.length * 2),
    institutionName: origin.name,
    settlementOn: compact(businessOn),
    creditIncluded: '0',
  });
}

function fileControl(deposit: CheckDeposit, records: number): Line {
  return line('99', layout.fileControl, {
    cashLetters: '1',
    records: String(records),
    items: String(deposit.checks.length),
    total: String(totalOf(deposit)),
    contactName: deposit.contactName,
    contactPhone: deposit.contactPhone.replaceAll(/\D/gu, ''),
    creditIncluded: '0',
  });
}

function line<L extends layout.Layout>(
  type: string,
  fields: L,
  values: Partial<Record<keyof L, string>>,
): Line {
  return { text: writeFields(type, fields, values) };
}

function compact(on: Day): string {
  return on.replaceAll('-', '');
}

/** Records in bytes, each behind its length. */
function frame(lines: readonly Line[], encoding: Encoding): Uint8Array {
  const parts = lines.map(({ text, image }) => ({ text: encode(text, encoding), image }));
  const size = parts.reduce(
    (sum, part) => sum + 4 + part.text.length + (part.image?.length ?? 0),
    0,
  );
  const file = new Uint8Array(size);
  let at = 0;
  for (const { text, image } of parts) {
    const length = text.length + (image?.length ?? 0);
    file.set([length >>> 24, length >>> 16, length >>> 8, length], at);
    file.set(text, at + 4);
    if (image) file.set(image, at + 4 + text.length);
    at += 4 + length;
  }
  return file;
}

function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'EBCDIC') return encodeEbcdic(text);
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return code < 128 ? code : 0x3f;
  });
}
