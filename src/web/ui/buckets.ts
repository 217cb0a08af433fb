/** The ages of what is owed: their names in the reader's language and their colours. */
import { useCallback } from 'react';
import { words } from './words.ts';
import { useWords } from './say.ts';

/** Six colours from cool to hot; more buckets share the hottest. */
const colours = ['bg-b0', 'bg-b1', 'bg-b2', 'bg-b3', 'bg-b4', 'bg-b5'] as const;

/** The colour class of the nth bucket, 0 being not due. */
export function bucketColour(index: number): string {
  return colours[Math.min(index, colours.length - 1)] ?? 'bg-b5';
}

/** Writes `not_due`, `1-30`, `121+` for a reader. */
export function useBucketName(): (label: string) => string {
  const t = useWords(words);
  return useCallback(
    (label: string) => {
      if (label === 'not_due') return t('bucket_not_due');
      const over = /^(\d+)\+$/u.exec(label) ?? /^>\s?(\d+)$/u.exec(label);
      if (over?.[1] !== undefined) {
        const last = label.endsWith('+') ? Number(over[1]) - 1 : Number(over[1]);
        return t('bucket_over', { days: last });
      }
      return label.replace('-', '–');
    },
    [t],
  );
}
