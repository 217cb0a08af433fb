/**
 * Pictures of checks made black and white: what a bank takes, from what a scanner or a
 * telephone saved (TIFF of any compression, JPEG, PNG).
 *
 * Ink and paper are parted where they differ most in this very picture (Otsu 1979), so that a
 * grey photograph keeps its writing.
 */
import UTIF from 'utif2';
import { type Colours, openPng } from './open-png.ts';

export type Dots = {
  readonly width: number;
  readonly height: number;
  /** One byte a dot, row by row; 1 is black. */
  readonly dots: Uint8Array;
};

/** A check at 600 dots an inch is 8 million dots; whatever is far above is no check. */
const mostDots = 40_000_000;

/** The dots of a picture; undefined when it cannot be opened or is too large for a check. */
export function openPicture(bytes: Uint8Array): Dots | undefined {
  try {
    const colours = coloursOf(bytes);
    return colours && partInk(colours);
  } catch {
    // Decoders throw on damaged pictures, each in its own way.
    return undefined;
  }
}

function coloursOf(bytes: Uint8Array): Colours | undefined {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return openPng(bytes, mostDots);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? openJpeg(bytes) : openTiff(bytes);
}

function openTiff(bytes: Uint8Array): Colours | undefined {
  const buffer = Buffer.from(bytes);
  const [page] = UTIF.decode(buffer);
  if (page === undefined) return undefined;
  const [[width = 0], [height = 0]] = [tag(page['t256']), tag(page['t257'])];
  if (width * height === 0 || width * height > mostDots) return undefined;
  UTIF.decodeImage(buffer, page);
  return { width: page.width, height: page.height, rgba: UTIF.toRGBA8(page) };
}

function tag(values: unknown): number[] {
  return Array.isArray(values) ? values.map(Number) : [];
}

type JpegDecoder = {
  readonly width: number;
  readonly height: number;
  parse(bytes: Uint8Array): void;
  getData(wanted: { width: number; height: number; forceRGB: true }): Uint8ClampedArray;
};

// The library brings this decoder for JPEG within TIFF; its types leave it out.
const { JpegDecoder } = UTIF as unknown as { JpegDecoder: new () => JpegDecoder };

function openJpeg(bytes: Uint8Array): Colours | undefined {
  if (dotsOfJpeg(bytes) > mostDots) return undefined;
  const decoder = new JpegDecoder();
  decoder.parse(bytes);
  const { width, height } = decoder;
  const rgb = decoder.getData({ width, height, forceRGB: true });
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let dot = 0; dot < width * height; dot += 1) {
    rgba.set(rgb.subarray(dot * 3, dot * 3 + 3), dot * 4);
  }
  return { width, height, rgba };
}

/** Height times width, as the frame header says before anything is unpacked. */
function dotsOfJpeg(bytes: Uint8Array): number {
  const word = (at: number) => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) return word(at + 5) * word(at + 7);
    at += 2 + word(at + 2);
  }
  return Infinity;
}

function partInk({ width, height, rgba }: Colours): Dots {
  const greys = Uint8Array.from({ length: width * height }, (_, dot) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = rgba.subarray(dot * 4, dot * 4 + 4);
    const grey = (red * 299 + green * 587 + blue * 114) / 1000;
    // What can be seen through is paper.
    return Math.round(255 - ((255 - grey) * alpha) / 255);
  });
  const border = borderOf(greys);
  return { width, height, dots: greys.map((grey) => (grey <= border ? 1 : 0)) };
}

/** The grey that parts the darker from the lighter dots with the least spread in both. */
function borderOf(greys: Uint8Array): number {
  const counts = Array.from({ length: 256 }, () => 0);
  for (const grey of greys) counts[grey] = (counts[grey] ?? 0) + 1;
  const all = counts.reduce((sum, count, grey) => sum + count * grey, 0);
  let best = { border: 127, spread: -1 };
  let dark = 0;
  let darkSum = 0;
  for (const [grey, count] of counts.entries()) {
    dark += count;
    darkSum += count * grey;
    const light = greys.length - dark;
    if (dark === 0 || light === 0) continue;
    const spread = dark * light * (darkSum / dark - (all - darkSum) / light) ** 2;
    if (spread > best.spread) best = { border: grey, spread };
  }
  return best.border;
}
