/**
 * Where the fields of X9.37 records stand (X9.37-2003 and X9.100-187): data, read and
 * written by the same table.
 *
 * Places count from 1, both ends included, in rising order. `text` is padded with blanks on
 * its right, `micr` on its left as it stands on the check, `number` with zeros on its left.
 * A field that is not here is left blank.
 */

export type FieldKind = 'text' | 'micr' | 'number';
export type Field = readonly [from: number, to: number, kind: FieldKind];
export type Layout = Readonly<Record<string, Field>>;

export const fileHeader = {
  standardLevel: [3, 4, 'number'],
  use: [5, 5, 'text'],
  destination: [6, 14, 'text'],
  origin: [15, 23, 'text'],
  createdOn: [24, 31, 'text'],
  createdAt: [32, 35, 'text'],
  resend: [36, 36, 'text'],
  destinationName: [37, 54, 'text'],
  originName: [55, 72, 'text'],
  modifier: [73, 73, 'text'],
  country: [74, 75, 'text'],
} as const satisfies Layout;

export const cashLetterHeader = {
  collectionType: [3, 4, 'number'],
  destination: [5, 13, 'text'],
  institution: [14, 22, 'text'],
  businessOn: [23, 30, 'text'],
  createdOn: [31, 38, 'text'],
  createdAt: [39, 42, 'text'],
  recordType: [43, 43, 'text'],
  documentation: [44, 44, 'text'],
  id: [45, 52, 'text'],
  contactName: [53, 66, 'text'],
  contactPhone: [67, 76, 'text'],
  workType: [77, 77, 'text'],
} as const satisfies Layout;

export const bundleHeader = {
  collectionType: [3, 4, 'number'],
  destination: [5, 13, 'text'],
  institution: [14, 22, 'text'],
  businessOn: [23, 30, 'text'],
  createdOn: [31, 38, 'text'],
  id: [39, 48, 'text'],
  sequence: [49, 52, 'text'],
  cycle: [53, 54, 'text'],
} as const satisfies Layout;

export const checkDetail = {
  auxiliaryOnUs: [3, 17, 'micr'],
  processing: [18, 18, 'text'],
  routing: [19, 27, 'text'],
  onUs: [28, 47, 'micr'],
  amount: [48, 57, 'number'],
  sequence: [58, 72, 'text'],
  documentation: [73, 73, 'text'],
  returnAcceptance: [74, 74, 'text'],
  micrValid: [75, 75, 'text'],
  firstDeposit: [76, 76, 'text'],
  addenda: [77, 78, 'number'],
  correction: [79, 79, 'text'],
  archive: [80, 80, 'text'],
} as const satisfies Layout;

/** 26 of a check and 32 of a return: the endorsement of the bank of first deposit. */
export const endorsement = {
  number: [3, 3, 'number'],
  routing: [4, 12, 'text'],
  endorsedOn: [13, 20, 'text'],
  sequence: [21, 35, 'text'],
  depositAccount: [36, 53, 'text'],
  branch: [54, 58, 'text'],
  payee: [59, 73, 'text'],
  truncation: [74, 74, 'text'],
  conversion: [75, 75, 'text'],
  correction: [76, 76, 'text'],
} as const satisfies Layout;

export const returnDetail = {
  routing: [3, 11, 'text'],
  onUs: [12, 31, 'micr'],
  amount: [32, 41, 'number'],
  reason: [42, 42, 'text'],
  addenda: [43, 44, 'number'],
  documentation: [45, 45, 'text'],
  forwardedOn: [46, 53, 'text'],
  sequence: [54, 68, 'text'],
  processing: [69, 69, 'text'],
  notification: [70, 70, 'text'],
  timesReturned: [72, 72, 'text'],
} as const satisfies Layout;

/** 33: what the bank that returns the check adds. */
export const returningBank = {
  bankName: [3, 20, 'text'],
  auxiliaryOnUs: [21, 35, 'micr'],
  sequence: [36, 50, 'text'],
  businessOn: [51, 58, 'text'],
  accountName: [59, 80, 'text'],
} as const satisfies Layout;

export const imageDetail = {
  present: [3, 3, 'number'],
  creator: [4, 12, 'text'],
  createdOn: [13, 20, 'text'],
  format: [21, 22, 'text'],
  compression: [23, 24, 'text'],
  size: [25, 31, 'text'],
  side: [32, 32, 'number'],
  view: [33, 34, 'text'],
  signed: [35, 35, 'number'],
} as const satisfies Layout;

/** The fixed beginning of 52; a key, a signature and the image follow, each after its length. */
export const imageData = {
  institution: [3, 11, 'text'],
  businessOn: [12, 19, 'text'],
  cycle: [20, 21, 'text'],
  sequence: [22, 36, 'text'],
  clipping: [85, 85, 'text'],
  keyLength: [102, 105, 'number'],
} as const satisfies Layout;

/** 61: the deposit that the checks add up to. */
export const credit = {
  auxiliaryOnUs: [3, 17, 'micr'],
  processing: [18, 18, 'text'],
  routing: [19, 27, 'text'],
  account: [28, 47, 'micr'],
  amount: [48, 57, 'number'],
  sequence: [58, 72, 'text'],
  documentation: [73, 73, 'text'],
  accountType: [74, 74, 'text'],
  sourceOfWork: [75, 75, 'text'],
} as const satisfies Layout;

/** 62: the same in files of X9.100-187 with 100 characters. */
export const longCredit = {
  ...credit,
  amount: [48, 61, 'number'],
  sequence: [62, 76, 'text'],
  documentation: [77, 77, 'text'],
  accountType: [78, 78, 'text'],
  sourceOfWork: [79, 80, 'text'],
} as const satisfies Layout;

export const bundleControl = {
  items: [3, 6, 'number'],
  total: [7, 18, 'number'],
  micrTotal: [19, 30, 'number'],
  images: [31, 35, 'number'],
  creditIncluded: [56, 56, 'number'],
} as const satisfies Layout;

export const cashLetterControl = {
  bundles: [3, 8, 'number'],
  items: [9, 16, 'number'],
  total: [17, 30, 'number'],
  images: [31, 39, 'number'],
  institutionName: [40, 57, 'text'],
  settlementOn: [58, 65, 'text'],
  creditIncluded: [66, 66, 'number'],
} as const satisfies Layout;

export const fileControl = {
  cashLetters: [3, 8, 'number'],
  records: [9, 16, 'number'],
  items: [17, 24, 'number'],
  total: [25, 40, 'number'],
  contactName: [41, 54, 'text'],
  contactPhone: [55, 64, 'text'],
  creditIncluded: [65, 65, 'number'],
} as const satisfies Layout;

/** The fields of a record's text, without the blanks around them. */
export function readFields<L extends Layout>(layout: L, text: string): Record<keyof L, string> {
  const read = Object.entries(layout).map(([name, [from, to]]) => [
    name,
    text.slice(from - 1, to).trim(),
  ]);
  // The names are exactly those of the layout.
  return Object.fromEntries(read) as Record<keyof L, string>;
}

/** A record of 80 characters, or another length; what is too long for a field is cut. */
export function writeFields<L extends Layout>(
  type: string,
  layout: L,
  values: Partial<Record<keyof L, string>>,
  length = 80,
): string {
  const written = Object.entries(layout).reduce(
    (text, [name, field]) => text.padEnd(field[0] - 1) + pad(values[name] ?? '', field),
    type,
  );
  return written.padEnd(length);
}

function pad(value: string, [from, to, kind]: Field): string {
  const width = to - from + 1;
  if (value === '' || kind === 'text') return value.padEnd(width).slice(0, width);
  return value.padStart(width, kind === 'micr' ? ' ' : '0').slice(-width);
}
