/**
 * Draws letters as one file for the printer: on the letterhead, some at a time, and papers that
 * were made before as they are.
 */
import path from 'node:path';
import type { Day } from '#kernel/day.ts';
import { writtenDay } from '#kernel/written.ts';
import { pdfJoiner } from '#platform/pdf/join.ts';
import { intelligentMailBars } from '#platform/pdf/intelligent-mail.ts';
import { renderMarked } from '#platform/pdf/typst.ts';
import type { DrawLetters, DrawnLetter } from '../../actions/letters/print-letters.ts';
import type { Sender } from '../../store/letters.ts';

const template = path.join(import.meta.dirname, 'letter.typ');

/** More at once are not faster and cost memory. */
const atOnce = 25;

/** Draws with the day of the letters in their own language; `today` is a business day. */
export function drawLettersOn(today: Day): DrawLetters {
  return async (letters, sender) => {
    const joined = pdfJoiner();
    const pages: number[] = [];
    for (const group of grouped(letters)) {
      const [first] = group;
      if (first && first.papers.length > 0) {
        first.papers.forEach(joined.add);
        pages.push(first.papers.reduce((sum, paper) => sum + pagesIn(paper), 0));
        continue;
      }
      const data = {
        title: sender.name,
        language: first?.letter.language ?? 'en',
        letters: group.map((drawn) => laidOut(drawn, sender, today)),
      };
      const { bytes, firstPages } = await renderMarked(template, data);
      joined.add(bytes);
      const end = pagesIn(bytes) + 1;
      pages.push(...firstPages.map((page, index) => (firstPages[index + 1] ?? end) - page));
    }
    return { file: joined.finish(), pages };
  };
}

/** Runs of letters that are drawn together; one that is a paper already stands alone. */
function grouped(letters: readonly DrawnLetter[]): DrawnLetter[][] {
  const groups: DrawnLetter[][] = [];
  for (const letter of letters) {
    const last = groups.at(-1);
    const fits = last !== undefined && last.length < atOnce && last[0]?.papers.length === 0;
    if (fits && letter.papers.length === 0) last.push(letter);
    else groups.push([letter]);
  }
  return groups;
}

function laidOut({ letter, address, tracking }: DrawnLetter, sender: Sender, today: Day) {
  const { language, account, subject, text } = letter;
  return {
    language,
    from: { name: sender.name, lines: sender.lines },
    address,
    code: tracking === null ? null : intelligentMailBars(tracking),
    date: writtenDay(today, language),
    account,
    subject,
    paragraphs: text
      .trim()
      .split(/\n\s*\n/u)
      .map((paragraph) => paragraph.split('\n')),
  };
}

/** Each page of a file of our own is one such object. */
function pagesIn(bytes: Uint8Array): number {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 1
  );
}
