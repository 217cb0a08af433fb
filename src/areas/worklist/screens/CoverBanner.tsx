/** Whose account it is while they are away, and what they left for the cover, above everything. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type AccountCover, accountCover, readHandOver } from '#areas/worklist/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { type Say, useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './cover-words.ts';
import { HandOverForm } from './HandOverForm.tsx';

type Props = { accountId: string; name: string };

export function CoverBanner({ accountId, name }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const [writing, setWriting] = useState(false);
  const cover = useQuery({
    queryKey: ['account', accountId, 'cover'],
    queryFn: ({ signal }) => call(accountCover, { params: { accountId }, signal }),
  });
  const { absence, note, mayWrite, covering } = cover.data ?? {};
  if (cover.data === undefined || !absence) return null;
  const days = { owner: absence.owner, from: figures.day(absence.from) };
  const away = { ...days, day: figures.day(absence.lastOn) };
  return (
    <section
      aria-label={t('write_note')}
      className="mb-3 rounded-md border border-line bg-warn-soft px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 font-[550] text-warn">
          {t(absence.begun ? 'away' : 'away_soon', away)}
          {absence.begun && ` ${whoCovers(cover.data, t)}`}
        </p>
        {mayWrite && <Button onClick={() => setWriting(true)}>{t('write_note')}</Button>}
      </div>
      {note && <Note accountId={accountId} note={note} covering={covering ?? false} />}
      {writing && (
        <HandOverForm
          accountId={accountId}
          name={name}
          before={note ?? undefined}
          onClose={() => setWriting(false)}
        />
      )}
    </section>
  );
}

function whoCovers({ cover, covering }: AccountCover, t: Say<typeof words>): string {
  if (covering) return t('covered_by_you');
  return cover === null ? t('covered_by_nobody') : t('covered_by', { name: cover.name });
}

type NoteProps = {
  accountId: string;
  note: NonNullable<AccountCover['note']>;
  covering: boolean;
};

function Note({ accountId, note, covering }: NoteProps) {
  const t = useWords(words);
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: () => call(readHandOver, { params: { accountId, noteId: note.noteId }, body: {} }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['account', accountId] });
      void queries.invalidateQueries({ queryKey: ['worklist'] });
    },
  });
  const parts = [
    ['next_step', note.nextStep],
    ['avoid', note.avoid],
    ['said', note.said],
  ] as const;
  return (
    <div className="mt-2 border-t border-line pt-2">
      <h2 className="mb-1">{t('note_of', { name: note.by })}</h2>
      <dl className="grid gap-x-3 gap-y-1 sm:grid-cols-[130px_1fr]">
        {parts
          .filter(([, text]) => text !== '')
          .map(([part, text]) => (
            <div key={part} className="contents">
              <dt className="text-sm text-ink-2">{t(part)}</dt>
              <dd className="m-0 break-words whitespace-pre-line">{text}</dd>
            </div>
          ))}
      </dl>
      <div className="mt-2 flex flex-wrap items-center gap-2 text-sm text-ink-2">
        {covering && !note.read && (
          <Button busy={read.isPending} onClick={() => read.mutate()}>
            {t('read_it')}
          </Button>
        )}
        <span>
          {note.readBy.length === 0
            ? t('not_read')
            : t('read_by', { names: note.readBy.join(', ') })}
        </span>
      </div>
      <RefusalNote error={read.error} words={areaWords} />
    </div>
  );
}
