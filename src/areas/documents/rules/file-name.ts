/**
 * What the name of a file says about the document inside: its number, and whether it is the
 * invoice or the proof of delivery.
 *
 * `INV-1004.pdf`, `1004_POD.pdf`, `NORTH invoice 1004 v2.pdf`. Names are decorated by people and
 * by systems; the longest number that a document really has wins, and a name that holds a longer
 * number than the one found speaks of another document. Nothing is ever linked by a guess.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type OriginalKind = 'invoice' | 'delivery';

export type NameReading = {
  readonly kind: OriginalKind;
  /** Numbers that the document may have, as they may be written in the book. */
  readonly candidates: readonly string[];
  /** Letters and digits of the whole name, for account numbers inside it. */
  readonly plain: string;
  /** Runs of digits that are no version, page or day. */
  readonly runs: readonly string[];
};

export type NameRefusal = 'documents.name_unfit';

/** A document whose number is one of the candidates. */
export type NamedDocument = {
  readonly accountId: Id;
  readonly documentId: Id;
  readonly number: string;
  readonly account: string;
  readonly company: string;
};

export type LinkRefusal = 'documents.number_unknown' | 'documents.number_ambiguous';

/** As long as a file system lets a name be. */
const longestName = 255;
const mostTokens = 16;
const longestSpan = 6;
const separators = ['', '-', '_', '/', ' ', '.'];

/** Reads a name; refused when it is none: a path, too long, or with signs that cannot be seen. */
export function readFileName(fileName: string): Outcome<NameReading, NameRefusal> {
  const name = fileName.normalize('NFC');
  const shown = printable(name);
  if (name === '' || name.length > longestName || shown !== name) {
    return refuse('documents.name_unfit', { file: shown.slice(0, 80) });
  }
  if (/[/\\]/u.test(name) || /^\.+$/u.test(name)) {
    return refuse('documents.name_unfit', { file: name });
  }
  const stem = name.replace(/\.[A-Za-z]{3,4}$/u, '');
  const tokens = tokensOf(stem).slice(0, mostTokens);
  const bare = tokens.filter((token) => !token.decoration);
  return accept({
    kind: tokens.some(({ text }) => deliveryWords.has(folded(text))) ? 'delivery' : 'invoice',
    candidates: [...new Set(spansOf(stem, tokens))],
    plain: plain(stem),
    runs: bare.map(({ text }) => text).filter((text) => /^\d+$/u.test(text)),
  });
}

/** The one document that a name means; refused by name when there is none, or more than one. */
export function linkByName(
  reading: NameReading,
  found: readonly NamedDocument[],
): Outcome<NamedDocument, LinkRefusal> {
  const fitting = found.filter((each) => !namesAnother(reading, each));
  const sure = longest(fitting.filter((each) => confirmed(reading, each)));
  const [only, ...others] = sure.length === 1 ? sure : longest(fitting);
  if (only === undefined) {
    return refuse('documents.number_unknown', { numbers: reading.runs.join(', ') || '—' });
  }
  if (others.length === 0) return accept(only);
  const choices = [only, ...others].map((each) => `${each.company} ${each.account}`);
  return refuse('documents.number_ambiguous', {
    number: only.number,
    accounts: choices.slice(0, 5).join(', '),
  });
}

function longest(found: readonly NamedDocument[]): NamedDocument[] {
  const size = Math.max(0, ...found.map(({ number }) => plain(number).length));
  return found.filter(({ number }) => plain(number).length === size);
}

/** The account's own number, or its company's code, stands in the name beside the document's. */
function confirmed({ plain: whole }: NameReading, { number, account, company }: NamedDocument) {
  const rest = whole.replace(plain(number), '|');
  return [account, company].some((each) => plain(each).length > 1 && rest.includes(plain(each)));
}

/** A longer run of digits that is neither part of the number nor of the account's. */
function namesAnother({ runs }: NameReading, { number, account, company }: NamedDocument) {
  const own = plain(number);
  const size = Math.max(0, ...(own.match(/\d+/gu) ?? []).map((run) => run.length));
  return runs.some(
    (run) =>
      run.length > size &&
      !own.includes(run) &&
      !plain(account).includes(run) &&
      !plain(company).includes(run),
  );
}

type Token = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly decoration: boolean;
};

function tokensOf(stem: string): Token[] {
  const matches = [...stem.matchAll(/\p{L}+|[0-9]+/gu)];
  return matches.map((match, at) => {
    const text = match[0];
    const before = matches[at - 1]?.[0] ?? '';
    const inBrackets = stem[match.index - 1] === '(' && stem[match.index + text.length] === ')';
    return {
      text,
      from: match.index,
      to: match.index + text.length,
      decoration: isDecoration(text, before, inBrackets),
    };
  });
}

function isDecoration(text: string, before: string, inBrackets: boolean): boolean {
  const word = folded(text);
  if (deliveryWords.has(word) || harmlessWords.has(word) || countingWords.has(word)) return true;
  if (!/^\d+$/u.test(text)) return false;
  if (text.length <= 3 && (inBrackets || countingWords.has(folded(before)))) return true;
  return isCompactDay(text);
}

/** `20260301` after the number is the day of the print, not a number of its own. */
function isCompactDay(text: string): boolean {
  return /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u.test(text);
}

/** Every run of tokens with a digit in it, as written and with each usual separator. */
function spansOf(stem: string, tokens: readonly Token[]): string[] {
  return tokens.flatMap((first, start) =>
    tokens.slice(start, start + longestSpan).flatMap((last, length) => {
      const span = tokens.slice(start, start + length + 1);
      const bare = span.some(({ text, decoration }) => !decoration && /\d/u.test(text));
      const compact = span.length === 1 && isCompactDay(first.text);
      if (!bare && !compact) return [];
      const written = stem.slice(first.from, last.to);
      const joined = separators.map((sign) => span.map(({ text }) => text).join(sign));
      return [written, ...joined].flatMap((each) => [each, each.toUpperCase()]);
    }),
  );
}

/** Letters and digits only, in capitals. */
function plain(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}0-9]/gu, '');
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The name without signs that steer a terminal or turn the direction of writing. */
function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '');
}

const deliveryWords = new Set(
  (
    'pod,delivery,delivered,bol,lading,waybill,awb,packing,entrega,entregado,albaran,remito,' +
    'remision,guia,acuse,recibido,conduce'
  ).split(','),
);
const harmlessWords = new Set(
  'final,signed,firmado,firmada,scan,scanned,escaneado,original,duplicate,duplicado'.split(','),
);
const countingWords = new Set('v,ver,version,rev,revision,copy,copia,page,pag,pagina,p'.split(','));
