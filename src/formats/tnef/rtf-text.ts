/**
 * The words of a rich text: what a person reads, with its lines, and none of its looks.
 *
 * Groups that are no words (fonts, colours, pictures, what a reader may skip) are left out; HTML
 * that Outlook wrapped into RTF stands in such groups, with its words beside them. The reader is
 * total: a group that is never closed, or closed twice, ends nothing.
 *
 * Source: Microsoft, Rich Text Format (RTF) Specification 1.9.1; [MS-OXRTFEX] for wrapped HTML.
 */
import { textOfBytes } from './text.ts';

type Group = { skips: boolean; fallback: number };
type Reading = {
  readonly groups: Group[];
  group: Group;
  codepage: number;
  /** Characters that stand for the last one of Unicode, still to be passed over. */
  passing: number;
  /** Bytes of the code page that wait to be read together. */
  readonly bytes: number[];
  readonly out: string[];
};

const notWords = [
  'fonttbl',
  'colortbl',
  'stylesheet',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'info',
  'pict',
  'object',
  'header',
  'footer',
  'footnote',
  'fldinst',
  'themedata',
];
const said: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': '\u00a0',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
};

/** One token: a hex byte, a control word with its number, a symbol, a bracket, or text. */
const token = /\\'([0-9a-f]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z])|([{}])|([^\\{}\r\n]+)/giu;

export function textOfRtf(rtf: Uint8Array): string {
  const source = textOfBytes(rtf, 1252);
  const first: Group = { skips: false, fallback: 1 };
  const reading: Reading = {
    groups: [],
    group: first,
    codepage: 1252,
    passing: 0,
    bytes: [],
    out: [],
  };
  let resume = 0;
  for (const match of source.matchAll(token)) {
    if (match.index < resume) continue;
    const [, hex, word, number, symbol, bracket, text] = match;
    if (hex !== undefined) takeByte(reading, Number.parseInt(hex, 16));
    else {
      flush(reading);
      if (word === 'bin') resume = match.index + match[0].length + Math.max(0, Number(number ?? 0));
      else if (word !== undefined) takeWord(reading, word.toLowerCase(), number);
      else if (symbol !== undefined) takeSymbol(reading, symbol);
      else if (bracket !== undefined) takeBracket(reading, bracket);
      else if (text !== undefined) say(reading, text);
    }
  }
  flush(reading);
  return reading.out
    .join('')
    .replaceAll(/[ \t\u00a0]+\n/gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}

function takeByte(reading: Reading, byte: number): void {
  if (reading.passing > 0) reading.passing -= 1;
  else if (!reading.group.skips) reading.bytes.push(byte);
}

function flush(reading: Reading): void {
  if (reading.bytes.length === 0) return;
  const bytes = Uint8Array.from(reading.bytes.splice(0));
  reading.out.push(textOfBytes(bytes, reading.codepage));
}

function takeWord(reading: Reading, word: string, number: string | undefined): void {
  const { group } = reading;
  const value = Number(number ?? 0);
  if (word === 'ansicpg') reading.codepage = value;
  else if (word === 'uc') group.fallback = Math.max(0, value);
  else if (word === 'u' && !group.skips) {
    // Written as a signed number of sixteen bits; pairs of them make the rarer characters.
    reading.out.push(String.fromCharCode(value & 0xff_ff));
    reading.passing = group.fallback;
  } else if (notWords.includes(word)) group.skips = true;
  else if (Object.hasOwn(said, word)) say(reading, said[word] ?? '');
}

function takeSymbol(reading: Reading, symbol: string): void {
  if (symbol === '*') reading.group.skips = true;
  else if (symbol === '\n' || symbol === '\r') say(reading, '\n');
  else if (Object.hasOwn(said, symbol)) say(reading, said[symbol] ?? '');
}

function takeBracket(reading: Reading, bracket: string): void {
  reading.passing = 0;
  if (bracket === '{') {
    reading.groups.push(reading.group);
    reading.group = { ...reading.group };
  } else reading.group = reading.groups.pop() ?? reading.group;
}

function say(reading: Reading, text: string): void {
  const passed = Math.min(reading.passing, text.length);
  reading.passing -= passed;
  if (!reading.group.skips) reading.out.push(text.slice(passed));
}
