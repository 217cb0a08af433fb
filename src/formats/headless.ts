/**
 * The rest of a file whose beginning is missing: a download that was taken up again in the
 * middle, a mail's text cut above.
 *
 * Such a piece ends like X12, EDIFACT or OFX and begins like none of them. Read as the lines
 * of an advice it would give amounts of elements that mean something else, so it is refused.
 */
import { refuse } from '#kernel/outcome.ts';
import { decodeText } from './csv/encoding.ts';
import { type BankReader } from './reader.ts';

const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[^A-Za-z0-9])(?:SE|GE|IEA)([*|^])\d{1,10}\1[A-Za-z0-9]{1,9}[~'\s]*$/u, 'X12 (ISA or ST)'],
  [/(?:^|['\s])UN[TZ]\+\d{1,10}\+[^'+:]{1,35}'\s*$/u, 'EDIFACT (UNB or UNH)'],
  [/<\/OFX>\s*$/iu, 'OFX (the tag OFX)'],
];

/** Asked after every format that is known by its beginning. */
export const headless: BankReader = {
  format: 'headless',
  recognises: ({ bytes, start }) => !isMail(start) && headerOf(bytes) !== undefined,
  read(bytes) {
    const header = headerOf(bytes) ?? 'a file';
    return refuse('read.bad_record', {
      record: 1,
      reason: `the beginning of ${header} is missing`,
    });
  },
};

/** What should stand at the beginning of a file that ends so. */
function headerOf(bytes: Uint8Array): string | undefined {
  const { text } = decodeText(bytes.subarray(Math.max(0, bytes.length - 512)));
  return endings.find(([ending]) => ending.test(text))?.[1];
}

/** A mail may end with what its writer pasted. */
function isMail(start: string): boolean {
  return /^[A-Za-z][A-Za-z-]{1,40}: /u.test(start);
}
