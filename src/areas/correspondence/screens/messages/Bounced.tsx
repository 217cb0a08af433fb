/** Addresses of the account that mail comes back from: given a new one, or said to work again. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { bouncedAddresses, settleBounce } from '#areas/correspondence/contract/sending.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Answer, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './bounce-words.ts';

type Bounce = Answer<typeof bouncedAddresses>['rows'][number];

export function Bounced({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('messages.write');
  const [open, setOpen] = useState<Bounce | null>(null);
  const known = useQuery({
    queryKey: ['account', accountId, 'bounces'],
    queryFn: ({ signal }) => call(bouncedAddresses, { params: { accountId }, signal }),
  });
  const rows = known.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('bounced')}>
      <ul className="grid gap-2">
        {rows.map((row) => (
          <li key={row.address} className="rounded-md bg-late-soft px-2.5 py-1.5 text-sm">
            <p className="font-[600] text-late">
              {t('comes_back', { to: row.address, day: figures.day(row.since) })}
            </p>
            <p className="mb-1.5 break-words text-ink-2">{row.detail}</p>
            <Button because={forbidden} onClick={() => setOpen(row)}>
              {t('mend')}
            </Button>
          </li>
        ))}
      </ul>
      {open !== null && (
        <MendForm accountId={accountId} bounce={open} onClose={() => setOpen(null)} />
      )}
    </section>
  );
}

type MendProps = { accountId: string; bounce: Bounce; onClose: () => void };

function MendForm({ accountId, bounce: { address }, onClose }: MendProps) {
  const t = useWords(words);
  const queries = useQueryClient();
  const mayChange = useMay()('accounts.edit') === undefined;
  const mend = useMutation({
    mutationFn: (body: BodyOf<typeof settleBounce>) =>
      call(settleBounce, { params: { accountId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['account', accountId] });
      say({ text: t('mended') });
      onClose();
    },
  });
  return (
    <Dialog title={t('mend')} sub={address} onClose={onClose} shape="middle">
      <form
        noValidate
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          const said = new FormData(event.currentTarget);
          const newAddress = textOf(said.get('newAddress'));
          const reason = textOf(said.get('reason')) || t(newAddress ? 'was_new' : 'was_well');
          mend.mutate({ address, reason, ...(newAddress === '' ? {} : { newAddress }) });
        }}
      >
        {mayChange && (
          <TextField
            label={t('new_address')}
            name="newAddress"
            type="email"
            autoComplete="off"
            autoFocus
            hint={t('new_hint')}
          />
        )}
        <TextField label={t('reason')} name="reason" autoComplete="off" />
        <RefusalNote error={mend.error} words={areaWords} />
        <Button type="submit" tone="main" keys="Enter" busy={mend.isPending}>
          {t('lift')}
        </Button>
      </form>
    </Dialog>
  );
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : '';
}
