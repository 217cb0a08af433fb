/**
 * Which check a picture shows, by its file's name: the check's own number and its side.
 *
 *   1042-front.tif   1042_back.tiff   1042F.tif   item 3 rear.tif
 *
 * A name that says less is refused; a picture is never put to a check by its place in a folder.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const imageSides = ['front', 'back'] as const;
export type ImageSide = (typeof imageSides)[number];

export type ImageNamed = {
  readonly side: ImageSide;
  /** The check's own number, or its place in the deposit. */
  readonly serial: string | null;
  readonly itemNo: number | null;
};

const words: Readonly<Record<string, ImageSide>> = {
  front: 'front',
  f: 'front',
  anverso: 'front',
  back: 'back',
  rear: 'back',
  b: 'back',
  r: 'back',
  reverso: 'back',
};

/** The check and the side that a file's name means. */
export function readImageName(name: string): Outcome<ImageNamed, 'cash.image_unnamed'> {
  const plain = name
    .replace(/^.*[\\/]/u, '')
    .replace(/\.[^.]*$/u, '')
    .toLowerCase();
  const found = /^(item[ _-]*)?0*(\d+)[ _-]*([a-z]+)$/u.exec(plain);
  const side = found && words[found[3] ?? ''];
  if (!found || !side) return refuse('cash.image_unnamed', { file: name });
  const number = found[2] ?? '';
  if (found[1] !== undefined) return accept({ side, serial: null, itemNo: Number(number) });
  return accept({ side, serial: number, itemNo: null });
}

const starts: readonly (readonly [readonly number[], string])[] = [
  [[0x49, 0x49, 0x2a, 0x00], 'image/tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image/tiff'],
  [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
];

/** The kind of picture, by its first bytes; the name is never believed. */
export function pictureType(bytes: Uint8Array): string | undefined {
  return starts.find(([start]) => start.every((byte, at) => bytes[at] === byte))?.[1];
}
