/**
 * The sender's own words, sentence by sentence, each with its place in the mail.
 *
 * What is quoted below an answer was said by somebody else, often by us: an intent is never read
 * from it. A line that was only wrapped does not end a sentence.
 */
export type Sentence = { readonly from: number; readonly to: number; readonly text: string };

/** Where quoting begins, in the programs that customers write with. */
const quoteStarts: readonly RegExp[] = [
  /^-{2,} ?(?:original message|forwarded message|mensaje original|mensaje reenviado)/imu,
  /^(?:on|el) [^\n]{5,120}(?:\n[^\n]{0,80})?(?:wrote|escribi[oó]):\s*$/imu,
  /^_{10,}\s*$/mu,
  /^(?:from|de): [^\n]{1,200}\n(?:(?:sent|enviado|date|fecha|to|para)(?: el)?: )/imu,
  /^>/mu,
  /^-- ?$/mu,
  /^(?:sent from my|enviado desde mi) /imu,
];

/** Where the sender's own words end. A forwarded mail's words count: they are why it was sent. */
export function ownEnd(body: string, forwarded: boolean): number {
  const starts = quoteStarts
    .filter((_, at) => !forwarded || at >= 4)
    .flatMap((pattern) => pattern.exec(body)?.index ?? []);
  const first = Math.min(body.length, ...starts);
  // A mail that is nothing but a quotation is read whole.
  return body.slice(0, first).trim() === '' ? body.length : first;
}

const wrapped = 55;

/** The sentences of a text; places are those in the text. */
export function sentencesOf(text: string): Sentence[] {
  const flat = unwrapped(text);
  const found: Sentence[] = [];
  for (const match of flat.matchAll(/[^.!?;\n]+(?:[.,!?;](?=\S)[^.!?;\n]*)*[.!?;]*/gu)) {
    const lead = match[0].search(/\S/u);
    if (lead < 0) continue;
    const from = match.index + lead;
    const words = match[0].trim();
    found.push({ from, to: from + words.length, text: words });
  }
  return found;
}

/** The same length, with the ends of wrapped lines made blanks. */
function unwrapped(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, at) => {
      const next = lines[at + 1] ?? '';
      const runsOn = line.length >= wrapped && /^\s?[\p{Ll}\d$("'“]/u.test(next);
      return at === lines.length - 1 ? line : line + (runsOn ? ' ' : '\n');
    })
    .join('')
    .replaceAll('\r', ' ');
}
