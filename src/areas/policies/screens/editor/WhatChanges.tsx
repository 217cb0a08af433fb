/** What a text changes in meaning of what counts now, in words; its layout changes nothing. */
import type { ReactNode } from 'react';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = {
  /** The version that it is held against. */
  inForce: number | null;
  /** What it is held against where no version is in force. */
  without?: string;
  children: ReactNode;
};

export function WhatChanges({ inForce, without, children }: Props) {
  const t = useWords(words);
  const against = inForce === null ? without : t('against', { version: inForce });
  return (
    <section>
      <h2 className="mb-1.5">
        {t('changes')}{' '}
        {against !== undefined && <span className="text-sm font-normal text-ink-2">{against}</span>}
      </h2>
      {children}
    </section>
  );
}

type Change = { readonly key: string; readonly says: ReactNode };

export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const t = useWords(words);
  if (changes.length === 0) return <p className="text-ink-2">{t('no_change')}</p>;
  return (
    <ul className="grid list-disc gap-1 pl-5">
      {changes.map(({ key, says }) => (
        <li key={key} className="text-pretty">
          {says}
        </li>
      ))}
    </ul>
  );
}
