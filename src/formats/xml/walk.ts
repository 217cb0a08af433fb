/**
 * Walks through an XML file of any size and hands out the pieces that were asked for.
 *
 *   bytes ──▶ pieces of text ──▶ events ──▶ one piece at a time, forgotten after use
 *
 * A document type is refused, and with it every entity of a file's own: an XML file of a
 * bank has none, and one can grow to any size.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type BankFileRefusal } from '../reader.ts';
import { type XmlNode } from './node.ts';

/** Decoding in pieces, by the Encoding standard; see csv/encoding.ts on declaring it. */
declare const TextDecoder: new (label: string) => {
  decode(bytes: Uint8Array, options?: { readonly stream?: boolean }): string;
};

export type XmlVisitor = {
  /** An element begins; `collect` asks for all of it as one piece. */
  open(
    name: string,
    path: readonly string[],
    attributes: Readonly<Record<string, string>>,
  ): 'collect' | 'walk';
  /** A piece that was asked for; a refusal ends the walk. */
  piece(node: XmlNode, path: readonly string[]): XmlRefusal | undefined;
  /** An element that was walked through ends. */
  close?(name: string, path: readonly string[]): XmlRefusal | undefined;
};

export type XmlRefusal = {
  readonly ok: false;
  readonly refusal: BankFileRefusal;
  readonly facts: Readonly<Record<string, string | number>>;
};

type OpenNode = {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
};

const pieceBytes = 65_536;
const deepest = 100;

/** Walks the whole file; refused at what is no XML, or where the visitor refused. */
export function walkXml(
  bytes: Uint8Array,
  visitor: XmlVisitor,
): Outcome<undefined, BankFileRefusal> {
  const steps = stepsThroughXml(bytes, visitor);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same in steps of a few pages, for whoever hands on what was found before walking on. */
export function* stepsThroughXml(
  bytes: Uint8Array,
  visitor: XmlVisitor,
): Generator<undefined, Outcome<undefined, BankFileRefusal>> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let stopped: XmlRefusal | undefined;
  const stop = (refusal: XmlRefusal): never => {
    stopped = refusal;
    throw new Error('the walk has ended');
  };
  listen(parser, visitor, stop);
  const written = (piece: string | undefined): string | undefined => {
    try {
      if (piece === undefined) parser.close();
      else parser.write(piece);
      return undefined;
    } catch (error) {
      // The parser throws for what is no XML, this file to stop it; nothing else runs in here.
      return error instanceof Error ? error.message : String(error);
    }
  };
  for (const piece of withEnd(textPieces(bytes))) {
    const reason = written(piece);
    if (reason !== undefined) {
      return stopped ?? refuse('read.bad_record', { record: parser.line, reason });
    }
    yield;
  }
  return accept(undefined);
}

function listen(
  parser: SaxesParser,
  visitor: XmlVisitor,
  stop: (refusal: XmlRefusal) => never,
): void {
  const path: string[] = [];
  const open: OpenNode[] = [];
  const notAllowed = (reason: string) =>
    stop(refuse('read.bad_record', { record: parser.line, reason }));
  parser.on('doctype', () => notAllowed('a document type is not allowed'));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const name = localName(tag.name);
    if (path.length >= deepest) notAllowed('elements are nested too deep');
    const collecting = open.length > 0 || visitor.open(name, path, tag.attributes) === 'collect';
    path.push(name);
    if (collecting) open.push({ name, attributes: tag.attributes, children: [], text: '' });
  });
  const text = (piece: string) => {
    const node = open.at(-1);
    if (node) node.text += piece;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const name = path.pop() ?? '';
    const node = open.pop();
    if (node === undefined) {
      const refusal = visitor.close?.(name, path);
      if (refusal) stop(refusal);
    } else if (open.length > 0) {
      open.at(-1)?.children.push(node);
    } else {
      const refusal = visitor.piece(node, path);
      if (refusal) stop(refusal);
    }
  });
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The pieces, and undefined after the last. */
function* withEnd(pieces: Iterable<string>): Generator<string | undefined> {
  yield* pieces;
  yield undefined;
}

/** The text in pieces, decoded as its mark or its first line says; UTF-8 otherwise. */
function* textPieces(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    const piece = decoder.decode(bytes.subarray(start, start + pieceBytes), { stream: true });
    // Blanks before the first line are no XML, yet mail programs put them there.
    yield start === 0 ? piece.replace(/^\s+/u, '') : piece;
  }
  yield decoder.decode(new Uint8Array(0));
}

function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/u.exec(start)?.[1] ?? '';
  return /^(?:iso-?8859-?1|latin-?1|windows-1252|cp1252)$/iu.test(declared)
    ? 'windows-1252'
    : (otherEncodings.find((known) => known === declared.toLowerCase()) ?? 'utf-8');
}

const otherEncodings = ['iso-8859-2', 'iso-8859-15', 'windows-1250'];
