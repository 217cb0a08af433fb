/**
 * EBCDIC as the banks’ mainframes write it: code page 037, one byte a character.
 *
 * Every character of it exists in Latin-1, so both ways are a table of 256 bytes.
 */

/** Latin-1 codes of the bytes 0 to 255, two hexadecimal digits each. */
const table =
  '000102039c09867f978d8e0b0c0d0e0f101112139d8508871819928f1c1d1e1f' +
  '80818283840a171b88898a8b8c050607909116939495960498999a9b14159e1a' +
  '20a0e2e4e0e1e3e5e7f1a22e3c282b7c26e9eaebe8edeeefecdf21242a293bac' +
  '2d2fc2c4c0c1c3c5c7d1a62c255f3e3ff8c9cacbc8cdcecfcc603a2340273d22' +
  'd8616263646566676869abbbf0fdfeb1b06a6b6c6d6e6f707172aabae6b8c6a4' +
  'b57e737475767778797aa1bfd0dddeae5ea3a5b7a9a7b6bcbdbe5b5dafa8b4d7' +
  '7b414243444546474849adf4f6f2f3f57d4a4b4c4d4e4f505152b9fbfcf9faff' +
  '5cf7535455565758595ab2d4d6d2d3d530313233343536373839b3dbdcd9da9f';

const latinOf = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number.parseInt(table.slice(byte * 2, byte * 2 + 2), 16),
);

const ebcdicOf = new Uint8Array(256);
for (const [byte, latin] of latinOf.entries()) ebcdicOf[latin] = byte;

const substitute = 0x6f;

/** The text in bytes of code page 037. */
export function decodeEbcdic(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.map((byte) => latinOf[byte] ?? 0x3f));
}

/** The bytes of a text; what the code page does not have becomes a question mark. */
export function encodeEbcdic(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return code < 256 ? (ebcdicOf[code] ?? substitute) : substitute;
  });
}
