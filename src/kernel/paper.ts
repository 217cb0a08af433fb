/**
 * What a file is, by its first bytes: a PDF, or a picture of a paper.
 *
 * The name is never believed. What does not begin like one of the four kinds is refused by what
 * it is instead; nothing inside a file is ever unpacked or run.
 */
import { type Outcome, accept, refuse } from './outcome.ts';

export type MediaType = 'application/pdf' | 'image/png' | 'image/jpeg' | 'image/tiff';

export type PaperFault =
  | 'file_empty'
  | 'file_too_large'
  | 'not_an_original'
  | 'ending_disagrees'
  | 'pdf_cut_short';

/** The kind of file, or why it is not taken; `most` is the largest there may be, in bytes. */
export function paperKind(
  name: string,
  bytes: Uint8Array,
  most: number,
): Outcome<MediaType, PaperFault> {
  if (bytes.length === 0) return refuse('file_empty', { file: name });
  if (bytes.length > most) {
    const size = Math.ceil(bytes.length / megabyte);
    return refuse('file_too_large', { file: name, size, most: Math.floor(most / megabyte) });
  }
  const found = starts.find(({ start }) => startsWith(bytes, start))?.type;
  if (found === undefined) {
    return refuse('not_an_original', { file: name, found: whatElse(bytes) });
  }
  if (!endings[found].test(name)) {
    return refuse('ending_disagrees', { file: name, found });
  }
  // A transfer that broke off leaves a PDF without its end.
  if (found === 'application/pdf' && !tailOf(bytes).includes('%%EOF')) {
    return refuse('pdf_cut_short', { file: name });
  }
  return accept(found);
}

const megabyte = 1024 * 1024;

const starts: readonly { readonly start: readonly number[]; readonly type: MediaType }[] = [
  { start: [0x25, 0x50, 0x44, 0x46, 0x2d], type: 'application/pdf' },
  { start: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], type: 'image/png' },
  { start: [0xff, 0xd8, 0xff], type: 'image/jpeg' },
  { start: [0x49, 0x49, 0x2a, 0x00], type: 'image/tiff' },
  { start: [0x4d, 0x4d, 0x00, 0x2a], type: 'image/tiff' },
];

const endings: { readonly [T in MediaType]: RegExp } = {
  'application/pdf': /\.pdf$/iu,
  'image/png': /\.png$/iu,
  'image/jpeg': /\.jpe?g$/iu,
  'image/tiff': /\.tiff?$/iu,
};

/** What people most often drop by mistake, by its first bytes. */
function whatElse(bytes: Uint8Array): string {
  if (startsWith(bytes, [0x4d, 0x5a]) || startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46])) {
    return 'program';
  }
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip';
  if (startsWith(bytes, [0x1f, 0x8b])) return 'zip';
  if (/^\s*<(?:!doctype|html|svg|script)/iu.test(text(bytes.subarray(0, 64)))) return 'web_page';
  return 'other';
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** Where readers look for the end of a PDF. */
function tailOf(bytes: Uint8Array): string {
  return text(bytes.subarray(Math.max(0, bytes.length - 2048)));
}

function text(bytes: Uint8Array): string {
  return String.fromCodePoint(...bytes);
}
