/**
 * Writes a black-and-white picture as a PNG, which every browser shows; banks send TIFF, which
 * none does. One bit a dot, white where no dot is (PNG specification, 3rd edition).
 */
import { crc32, deflateSync } from 'node:zlib';

export type BlackAndWhite = {
  readonly width: number;
  readonly height: number;
  /** One byte a dot, row by row; 1 is black. */
  readonly dots: Uint8Array;
};

export function writePng({ width, height, dots }: BlackAndWhite): Uint8Array {
  const stride = 1 + Math.ceil(width / 8);
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dots[y * width + x] === 1) continue;
      const at = y * stride + 1 + Math.floor(x / 8);
      rows[at] = (rows[at] ?? 0) | (0x80 >> (x % 8));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
