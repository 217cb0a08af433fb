/** The boxes that the desk looks at: how each stands, one more registered, one closed. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  closeMailbox,
  fetchMailbox,
  mailboxes,
  type WireMailbox,
} from '#areas/correspondence/contract/mailboxes.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { BoxForm } from './BoxForm.tsx';
import { words } from './box-words.ts';

export const boxesKey = ['mailboxes'] as const;

export function useBoxes() {
  return useQuery({
    queryKey: boxesKey,
    queryFn: ({ signal }) => call(mailboxes, { signal }),
  });
}

export function BoxesSheet({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const forbidden = useMay()('mailboxes.manage');
  const [adding, setAdding] = useState(false);
  const rows = useBoxes().data?.rows ?? [];
  return (
    <Dialog title={t('boxes')} sub={t('boxes_why')} shape="wide" onClose={onClose}>
      {rows.length === 0 && <p className="mb-3 text-ink-2">{t('no_boxes')}</p>}
      <ul className="mb-4 grid gap-3">
        {rows.map((box) => (
          <BoxRow key={box.mailboxId} box={box} />
        ))}
      </ul>
      {adding ? (
        <BoxForm onDone={() => setAdding(false)} />
      ) : (
        <Button because={forbidden} autoFocus onClick={() => setAdding(true)}>
          {t('add_box')}
        </Button>
      )}
    </Dialog>
  );
}

function BoxRow({ box }: { box: WireMailbox }) {
  const t = useWords(words);
  const figures = useFigures();
  const { server, problem, remedy, detail, workedAt } = box;
  const place = server === null ? t('of_settings') : `${server.user} · ${server.host}`;
  return (
    <li className="rounded-md border border-line px-3 py-2">
      <p className="flex flex-wrap gap-x-3">
        <span className="font-[600]">{box.name}</span>
        <span className="text-ink-2">{box.address}</span>
        <span className="text-ink-3">{box.company}</span>
      </p>
      <p className="text-sm text-ink-2">
        {place}
        {' · '}
        {t('answer_within', { minutes: box.answerMinutes })}
        {' · '}
        {workedAt === null ? t('never_looked') : t('looked_at', { at: figures.moment(workedAt) })}
      </p>
      {problem !== null && (
        <p className="text-sm text-late">
          {remedy} <span className="text-ink-3">{detail}</span>
        </p>
      )}
      <BoxActions box={box} />
    </li>
  );
}

function BoxActions({ box: { mailboxId, name } }: { box: WireMailbox }) {
  const t = useWords(words);
  const may = useMay();
  const queries = useQueryClient();
  const [closing, setClosing] = useState(false);
  const again = (): void => void queries.invalidateQueries({ queryKey: boxesKey });
  const params = { mailboxId };
  const look = useMutation({
    mutationFn: () => call(fetchMailbox, { params, body: {} }),
    onSuccess: ({ taken }) => {
      again();
      void queries.invalidateQueries({ queryKey: ['mails'] });
      say({ text: t('looked', { taken }) });
    },
  });
  const close = useMutation({
    mutationFn: (reason: string) => call(closeMailbox, { params, body: { reason } }),
    onSuccess: () => {
      again();
      say({ text: t('closed', { name }) });
    },
  });
  return (
    <div className="mt-2 flex flex-wrap items-end gap-2">
      <Button
        because={may('mail.work')}
        busy={look.isPending}
        aria-label={t('look_at', { name })}
        onClick={() => look.mutate()}
      >
        {t('look')}
      </Button>
      <Button
        tone="danger"
        because={may('mailboxes.manage')}
        aria-label={t('close_of', { name })}
        onClick={() => setClosing(!closing)}
      >
        {t('close')}
      </Button>
      {closing && (
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const reason = new FormData(event.currentTarget).get('reason');
            close.mutate(typeof reason === 'string' && reason !== '' ? reason : t('close'));
          }}
        >
          <TextField label={t('close_why')} name="reason" autoFocus autoComplete="off" />
          <Button type="submit" busy={close.isPending}>
            {t('close_now')}
          </Button>
        </form>
      )}
      <RefusalNote error={look.error ?? close.error} words={areaWords} />
    </div>
  );
}
