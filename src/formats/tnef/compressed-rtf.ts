/**
 * Rich text as Outlook packs it into a mail (LZFu): a window of 4096 bytes that begins with the
 * words every RTF begins with, and runs of literals and of references into it.
 *
 * The reader is total: what breaks off gives what was unpacked before, no length in it is
 * trusted, and it never unpacks to more than `mostBytes`.
 *
 * Source: Microsoft, [MS-OXRTFCP] Rich Text Format (RTF) Compression Algorithm.
 */
const packed = 0x75_46_5a_4c;
const plain = 0x41_4c_45_4d;
const headBytes = 16;
const windowBytes = 4096;
const mostBytes = 4_000_000;

const begin = [
  String.raw`{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}`,
  String.raw`{\f0\fnil \froman \fswiss \fmodern \fscript `,
  String.raw`\fdecor MS Sans SerifSymbolArialTimes New Roman`,
  String.raw`Courier{\colortbl\red0\green0\blue0`,
  '\r\n',
  String.raw`\par \pard\plain\f0\fs20\b\i\u\tab\tx`,
].join('');

/** Empty when it is no packed RTF at all. */
export function unpackRtf(bytes: Uint8Array): Uint8Array {
  if (bytes.length < headBytes) return new Uint8Array();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint32(8, true);
  const body = bytes.subarray(headBytes);
  if (kind === plain) return body.subarray(0, view.getUint32(4, true));
  return kind === packed ? unpacked(body) : new Uint8Array();
}

function unpacked(body: Uint8Array): Uint8Array {
  const window = new Uint8Array(windowBytes);
  for (let at = 0; at < begin.length; at += 1) window[at] = begin.charCodeAt(at);
  let write = begin.length;
  const out: number[] = [];
  const put = (byte: number): void => {
    out.push(byte);
    window[write] = byte;
    write = (write + 1) % windowBytes;
  };
  let at = 0;
  while (at < body.length && out.length < mostBytes) {
    const control = body[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < body.length; bit += 1) {
      if (((control >> bit) & 1) === 0) {
        put(body[at] ?? 0);
        at += 1;
        continue;
      }
      const reference = ((body[at] ?? 0) << 8) | (body[at + 1] ?? 0);
      at += 2;
      const from = reference >> 4;
      // A reference to where the next byte goes is the end.
      if (from === write || at > body.length) return Uint8Array.from(out);
      const length = (reference & 15) + 2;
      for (let step = 0; step < length; step += 1) put(window[(from + step) % windowBytes] ?? 0);
    }
  }
  return Uint8Array.from(out);
}
