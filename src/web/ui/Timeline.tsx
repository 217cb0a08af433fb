/** What happened, newest first: a day at the left, what it was, who did it. */
import type { ReactNode } from 'react';
import { useFigures } from './figures.ts';

export type Moment = {
  id: string;
  on: string;
  what: ReactNode;
  /** What a person wrote. */
  text?: string | null;
  who?: string;
};

export function Timeline({ moments }: { moments: readonly Moment[] }) {
  const figures = useFigures();
  const otherYear = moments.some(({ on }) => figures.day(on).length > 8);
  const tracks = otherYear ? 'grid-cols-[76px_1fr]' : 'grid-cols-[58px_1fr]';
  return (
    <ol className="grid gap-2.5">
      {moments.map((moment) => (
        <li key={moment.id} className={`grid ${tracks} gap-2 text-sm`}>
          <time dateTime={moment.on} className="text-ink-3">
            {figures.day(moment.on)}
          </time>
          <span className="min-w-0">
            <span>{moment.what}</span>
            {moment.who !== undefined && <span className="text-ink-3"> · {moment.who}</span>}
            {moment.text !== undefined && moment.text !== null && moment.text !== '' && (
              <q className="block break-words text-ink-2 before:content-none after:content-none">
                {moment.text}
              </q>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
