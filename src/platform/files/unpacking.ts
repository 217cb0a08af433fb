/**
 * The work of unpacking that needs the machine's library: inflating, and checking what came
 * out. What is unpacked, and how far, formats/archive.ts decides.
 */
import { crc32, inflateRawSync } from 'node:zlib';

/** Handed to those who open archives. */
export const unpacking = {
  /** Undefined for torn bytes, or for more than `most` of them. */
  inflate(packed: Uint8Array, most: number): Uint8Array | undefined {
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) });
    } catch {
      // The library throws for both; neither is what the archive said it would be.
      return undefined;
    }
  },
  checksum(bytes: Uint8Array): number {
    return crc32(bytes);
  },
};
