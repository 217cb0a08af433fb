/** Text inside TNEF: of the mail's code page, or in UTF-16; a closing zero belongs to neither. */

/** As in csv/encoding.ts: the decoder of the Encoding standard, declared for a pure room. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** Code pages of the Americas and of Europe; any other is read as the western one. */
const labels: Readonly<Record<number, string>> = {
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  28_591: 'windows-1252',
  65_001: 'utf-8',
};

export function textOfBytes(bytes: Uint8Array, codepage: number): string {
  return closed(new TextDecoder(labels[codepage] ?? 'windows-1252').decode(bytes));
}

export function wideText(bytes: Uint8Array): string {
  return closed(new TextDecoder('utf-16le').decode(bytes));
}

function closed(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
