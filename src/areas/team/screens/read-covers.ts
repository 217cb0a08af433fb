/** The parts of a cover as the form of an absence states them. */
import type { coverWorks } from '#areas/team/contract.ts';

type Part = {
  work: (typeof coverWorks)[number];
  coverId: string;
  letters?: { from: string; to: string };
};

/** Initials at which a list can be split in two: the second half begins with it. */
export const splitLetters = 'BCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** `text` reads a field: `cover`, `second` with `letter`, and `tasks` and `approvals`. */
export function partsFrom(text: (field: string) => string): Part[] {
  const cover = text('cover');
  const others = (['tasks', 'approvals'] as const).flatMap((work): Part[] => {
    const coverId = text(work) === 'same' ? cover : text(work);
    return coverId === '' ? [] : [{ work, coverId }];
  });
  return [...listFrom(cover, text('second'), text('letter')), ...others];
}

function listFrom(cover: string, second: string, letter: string): Part[] {
  const work = 'worklist';
  if (cover === '') return [];
  if (second === '') return [{ work, coverId: cover }];
  const before = String.fromCharCode(letter.charCodeAt(0) - 1);
  return [
    { work, coverId: cover, letters: { from: 'A', to: before } },
    { work, coverId: second, letters: { from: letter, to: 'Z' } },
  ];
}
