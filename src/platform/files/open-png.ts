/**
 * PNG pictures as bytes of colour: what a scanner or a telephone saves beside TIFF and JPEG.
 *
 * Interlaced ones are not opened: no scanner writes them.
 */
import { inflateSync } from 'node:zlib';

export type Colours = {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha of every dot. */
  readonly rgba: Uint8Array;
};

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The colours of a PNG; undefined when it is damaged, interlaced or larger than so many dots. */
export function openPng(bytes: Uint8Array, mostDots: number): Colours | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth = 0, colourType = 0, , , interlaced] = bytes.subarray(24, 29);
  const channels = channelsOf[colourType];
  if (channels === undefined || interlaced !== 0 || width * height > mostDots) return undefined;

  const rowBytes = Math.ceil((width * channels * depth) / 8);
  const { data, palette } = chunksOf(bytes, view);
  const most = (rowBytes + 1) * height;
  const packed = inflateSync(data, { maxOutputLength: most });
  if (packed.length < most) return undefined;
  const rows = unfilter(packed, { rowBytes, height, step: Math.max(1, (channels * depth) >> 3) });
  const sample = (row: number, at: number) => sampleAt(rows, row * rowBytes, at, depth);
  const rgba = new Uint8Array(width * height * 4);
  for (let dot = 0; dot < width * height; dot += 1) {
    const row = Math.floor(dot / width);
    const from = (dot % width) * channels;
    const values = Array.from({ length: channels }, (_, at) => sample(row, from + at));
    rgba.set(colourOf(values, colourType, depth, palette), dot * 4);
  }
  return { width, height, rgba };
}

function chunksOf(bytes: Uint8Array, view: DataView): { data: Uint8Array; palette: Uint8Array } {
  const data: Uint8Array[] = [];
  let palette: Uint8Array = new Uint8Array();
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'IDAT') data.push(content);
    if (name === 'PLTE') palette = content;
    at += 12 + length;
  }
  return { data: Buffer.concat(data), palette };
}

/** Rows without their filters (PNG specification, section 9). */
function unfilter(
  packed: Uint8Array,
  { rowBytes, height, step }: { rowBytes: number; height: number; step: number },
): Uint8Array {
  const rows = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    const filter = packed[row * (rowBytes + 1)] ?? 0;
    const from = row * (rowBytes + 1) + 1;
    const to = row * rowBytes;
    for (let at = 0; at < rowBytes; at += 1) {
      const left = at < step ? 0 : (rows[to + at - step] ?? 0);
      const up = row === 0 ? 0 : (rows[to + at - rowBytes] ?? 0);
      const corner = at < step || row === 0 ? 0 : (rows[to + at - rowBytes - step] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0;
      rows[to + at] = (packed[from + at] ?? 0) + guess;
    }
  }
  return rows;
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((each) => Math.abs(guess - each));
  if ((toLeft ?? 0) <= (toUp ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toUp ?? 0) <= (toCorner ?? 0) ? up : corner;
}

/** A sample in its own depth; of sixteen bits only the upper eight. */
function sampleAt(rows: Uint8Array, from: number, at: number, depth: number): number {
  if (depth === 8) return rows[from + at] ?? 0;
  if (depth === 16) return rows[from + at * 2] ?? 0;
  const byte = rows[from + ((at * depth) >> 3)] ?? 0;
  const shift = 8 - depth - ((at * depth) & 7);
  return (byte >> shift) & ((1 << depth) - 1);
}

function colourOf(
  values: readonly number[],
  colourType: number,
  depth: number,
  palette: Uint8Array,
): readonly [number, number, number, number] {
  const [first = 0, second = 0, third = 0, fourth = 255] = values;
  if (colourType === 3) {
    const [red = 0, green = 0, blue = 0] = palette.subarray(first * 3, first * 3 + 3);
    return [red, green, blue, 255];
  }
  if (colourType === 2) return [first, second, third, 255];
  if (colourType === 6) return [first, second, third, fourth];
  const grey = depth < 8 ? Math.round((first * 255) / ((1 << depth) - 1)) : first;
  return [grey, grey, grey, colourType === 4 ? second : 255];
}
