/**
 * Opens the text of a PDF, laid out as lines: what stands on one height is one line, and a
 * wide gap between two words is a tab.
 *
 * PDF itself is unpdf's work, behind this one door: no script runs, no font is fetched,
 * nothing is drawn. A scan has no text; that is an answer of its own, for a person must read it.
 */
import { getDocumentProxy } from 'unpdf';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type OpenPdfRefusal = 'read.bad_record' | 'read.too_large' | 'read.no_text';

/** An advice is a few pages; a catalogue is not read by mistake. */
const mostBytes = 20_000_000;
const mostPages = 200;

export type Enclosed = {
  readonly pages: number;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

/** The files inside a PDF, such as the invoice of a Factur-X, and how many pages it has. */
export async function openEnclosed(bytes: Uint8Array): Promise<Outcome<Enclosed, OpenPdfRefusal>> {
  if (bytes.length > mostBytes) {
    return refuse('read.too_large', { limit: mostBytes / 1_000_000, unit: 'megabytes' });
  }
  let document: Awaited<ReturnType<typeof getDocumentProxy>> | undefined;
  try {
    document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    const listed: unknown = await document.getAttachments();
    const files: { name: string; bytes: Uint8Array }[] = [];
    for (const name of listed instanceof Map ? listed.keys() : []) {
      const content: unknown = await document.getAttachmentContent(String(name));
      if (content instanceof Uint8Array) files.push({ name: String(name), bytes: content });
    }
    return accept({ pages: document.numPages, files });
  } catch (error) {
    // Only unpdf runs in here, and for torn or locked bytes it throws whatever its parts throw.
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('read.bad_record', { record: 1, reason });
  } finally {
    await document?.loadingTask.destroy();
  }
}

/** The text of a PDF, page after page. */
export async function openPdf(bytes: Uint8Array): Promise<Outcome<string, OpenPdfRefusal>> {
  if (bytes.length > mostBytes) {
    return refuse('read.too_large', { limit: mostBytes / 1_000_000, unit: 'megabytes' });
  }
  let document: Awaited<ReturnType<typeof getDocumentProxy>> | undefined;
  try {
    // The reader keeps what it is handed, so it is handed a copy.
    document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    if (document.numPages > mostPages) {
      return refuse('read.too_large', { limit: mostPages, unit: 'pages' });
    }
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      // One page after the other keeps the memory of one page.
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.flatMap((item) => ('str' in item ? [piece(item)] : []))));
      page.cleanup();
    }
    const text = pages.join('\n');
    return text.trim() === '' ? refuse('read.no_text') : accept(text);
  } catch (error) {
    // Only unpdf runs in here, and for torn or locked bytes it throws whatever its parts throw.
    const reason = error instanceof Error ? error.message : String(error);
    return refuse('read.bad_record', { record: 1, reason });
  } finally {
    await document?.loadingTask.destroy();
  }
}

type Piece = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
};

type TextItem = {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
};

/** Where a piece of text stands; the matrix ends with its place on the page. */
function piece({ str, transform, width, height }: TextItem): Piece {
  const [left, base] = [Number(transform[4]), Number(transform[5])];
  return { text: str, left, right: left + width, base, size: height };
}

/** Lines from the top of the page to its foot, each from left to right. */
function linesOf(pieces: readonly Piece[]): string {
  const lines: { base: number; pieces: Piece[] }[] = [];
  for (const each of pieces) {
    if (each.text === '') continue;
    const reach = Math.max(each.size, 4) / 2;
    const line = lines.findLast(({ base }) => Math.abs(base - each.base) < reach);
    if (line === undefined) lines.push({ base: each.base, pieces: [each] });
    else line.pieces.push(each);
  }
  return lines
    .toSorted((a, b) => b.base - a.base)
    .map((line) => textOf(line.pieces.toSorted((a, b) => a.left - b.left)))
    .join('\n');
}

function textOf(pieces: readonly Piece[]): string {
  let text = '';
  let right: number | undefined;
  for (const each of pieces) {
    if (each.text.trim() === '') continue;
    const size = Math.max(each.size, 4);
    const gap = right === undefined ? 0 : each.left - right;
    if (right !== undefined) text += gap > size ? '\t' : gap > size / 10 ? ' ' : '';
    text += each.text.trim();
    right = each.right;
  }
  return text;
}
