/**
 * Field 86: what was said about a line, in the three ways that banks write it.
 *
 *   166?00CREDIT?20EREF+INV-7?21SVWZ+Invoice 7?31IBAN?32NAME      numbered subfields
 *   /EREF/INV-7//CNTP/IBAN/BIC/NAME///REMI/USTD//Invoice 7/       codes between slashes
 *   anything else                                                  words
 *
 * A line break in the first two is the bank's wrapping in the middle of a word and is taken
 * out; in words it is kept.
 */
import { saidInText } from '../bank-text.ts';
import { stated } from '../references.ts';

export type Purpose = {
  readonly text: string;
  readonly references: readonly string[];
  readonly payerName?: string;
  readonly payerAccount?: string;
  /** Why an earlier payment came back. */
  readonly returned?: string;
  readonly checkNumber?: string;
  /** Three digits of the German banks for the kind of business. */
  readonly businessCode?: string;
};

/** Reads field 86; its lines as they stand in the file. */
export function readPurpose(lines: readonly string[]): Purpose {
  const joined = lines.join('');
  const numbered = /^\s*(\d{3})([^A-Za-z\d\s])(?=\d\d)/u.exec(joined);
  if (numbered) return fromNumbered(joined, numbered[1] ?? '', numbered[2] ?? '?');
  if (/^\s*\/[A-Z]{2,4}\//u.test(joined)) return fromSlashes(joined);
  if (/(?:^|\s)(?:EREF|SVWZ|KREF)\+/u.test(joined)) return fromWords(joined, plusCodes(joined));
  return fromProse(lines);
}

/** Dutch banks label what the others put into fields: `REK: NL65…/NAAM: PICQER`. */
const accountLabel = /\b(?:IBAN|REK)\s*:\s*([A-Z]{2}\d{2}[A-Z\d]{11,30})\b/u;
const nameLabel = /\bNA(?:A)?ME?\s*:\s*(.+?)(?=\s{2,}|\n|$)/iu;

function fromProse(lines: readonly string[]): Purpose {
  const text = lines.map((line) => line.trim()).join('\n');
  const said = saidInText(text.slice(0, longestProse));
  const name = said.payerName ?? nameLabel.exec(text)?.[1];
  const account = said.payerAccount ?? accountLabel.exec(text)?.[1];
  return {
    text: tidy(text),
    references: stated(said.references),
    ...(name ? { payerName: tidy(name) } : {}),
    ...(account ? { payerAccount: account } : {}),
    ...(said.returnReason ? { returned: said.returnReason } : {}),
    ...(said.checkNumber ? { checkNumber: said.checkNumber } : {}),
  };
}

/** Field 86 has six lines of 65 characters; whoever writes more is read so far. */
const longestProse = 4000;

/** The codes that banks put into the text before a plus sign. */
const plusCode =
  /\b(?:(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|RREF)\+|MTLG:)/gu;
const fullWidth = 27;

function fromNumbered(joined: string, businessCode: string, mark: string): Purpose {
  const parts = subfields(joined, mark);
  const at = (wanted: RegExp) => parts.filter(([number]) => wanted.test(number));
  const said = glue(at(/^(?:2\d|6[0-3])$/u).map(([, value]) => value));
  const name = tidy(glue(at(/^3[23]$/u).map(([, value]) => value)));
  const account = first(at(/^38$/u)) || first(at(/^31$/u));
  const booking = first(at(/^00$/u));
  const codes = plusCodes(said);
  const key = first(at(/^34$/u));
  const words = fromWords(said, codes);
  return {
    ...words,
    text: tidy([booking, words.text].filter((part) => part !== '').join('\n')),
    businessCode,
    ...(name === '' ? {} : { payerName: name }),
    ...(account === '' ? {} : { payerAccount: account.replaceAll(' ', '') }),
    ...(returns.has(businessCode) ? { returned: returnReasons[key] ?? (key || 'unknown') } : {}),
  };
}

/** Business codes of the German banks under which payments come back. */
const returns = new Set(['108', '109', '159', '181', '182', '183', '184']);
/** Their text keys that public files pair with a reason in words. */
const returnReasons: Readonly<Record<string, string>> = {
  '901': 'AC01',
  '903': 'AC06',
  '914': 'MS03',
};

function subfields(joined: string, mark: string): (readonly [string, string])[] {
  const pieces = joined.split(mark).slice(1);
  const found: (readonly [string, string])[] = [];
  for (const piece of pieces) {
    const number = /^\d\d/u.exec(piece)?.[0];
    const last = found.at(-1);
    if (number !== undefined) found.push([number, piece.slice(2)]);
    else if (last) found[found.length - 1] = [last[0], last[1] + mark + piece];
  }
  return found;
}

/** A piece of full width ran into the next one; a shorter one ended with a word. */
function glue(pieces: readonly string[]): string {
  return pieces.reduce((text, piece, at) => {
    const before = pieces[at - 1] ?? '';
    return at === 0 || before.length >= fullWidth ? text + piece : `${text} ${piece}`;
  }, '');
}

function plusCodes(text: string): ReadonlyMap<string, string> {
  const marks = [...text.matchAll(plusCode)];
  return new Map(
    marks.map((mark, at) => {
      const start = mark.index + mark[0].length;
      return [mark[1] ?? 'MTLG', tidy(text.slice(start, marks[at + 1]?.index))];
    }),
  );
}

function fromWords(text: string, codes: ReadonlyMap<string, string>): Purpose {
  const account = codes.get('IBAN');
  return {
    text: tidy(codes.get('SVWZ') ? `${codes.get('SVWZ')}\n${text}` : text),
    references: stated([codes.get('EREF')]),
    ...(account ? { payerAccount: account.replaceAll(' ', '') } : {}),
  };
}

const slashCode = new RegExp(
  `/(${[
    'ACCW|ADDR|BENM|BIC|BUSP|CHGS|CNTP|CSID|EREF|EXCH|IBAN|ID|IREF|ISDT|MARF',
    'NAME|OCMT|ORDP|PREF|PURP|REMI|RTRN|SVCL|TRCD|TRTP|UCRD|UDTR',
  ].join('|')})/`,
  'gu',
);

function fromSlashes(joined: string): Purpose {
  const codes = slashCodes(joined);
  const [account = '', , party = ''] = (codes.get('CNTP') ?? '').split('/');
  const name = tidy(party === '' ? (codes.get('NAME') ?? '') : party);
  const iban = account === '' ? (codes.get('IBAN') ?? '') : account;
  const [kind, issuer = '', ...rest] = (codes.get('REMI') ?? '').split('/');
  const structured = kind === 'STRD' ? rest.join('/') || issuer : undefined;
  const back = codes.get('RTRN');
  return {
    text: tidy(codes.get('REMI') ? remittance(codes.get('REMI') ?? '') : joined),
    references: stated([codes.get('EREF'), structured]),
    ...(name === '' ? {} : { payerName: name }),
    ...(iban === '' ? {} : { payerAccount: iban.replaceAll(' ', '') }),
    ...(back ? { returned: back } : {}),
  };
}

function slashCodes(joined: string): ReadonlyMap<string, string> {
  const marks = [...joined.matchAll(slashCode)];
  return new Map(
    marks.map((mark, at) => {
      const start = mark.index + mark[0].length;
      const value = joined.slice(start, marks[at + 1]?.index);
      return [mark[1] ?? '', value.replace(/^\/+|\/+$/gu, '').trim()];
    }),
  );
}

function remittance(value: string): string {
  return value.replace(/^(?:USTD|STRD)\/+(?:CUR\/)?/u, '');
}

function first(found: readonly (readonly [string, string])[]): string {
  return (found[0]?.[1] ?? '').trim();
}

function tidy(text: string): string {
  return text
    .replace(/[ \t]+/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .trim();
}
