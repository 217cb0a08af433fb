/** Says what the customer's portal shows of an invoice; only a state that can follow is offered. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { notePortal, type WirePortalInvoice } from '#areas/statements/contract/portal.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { mayFollow, portalStates } from '../../rules/portal.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

type Props = { row: WirePortalInvoice; onClose: () => void };

export function PortalNote({ row, onClose }: Props) {
  const t = useWords(words);
  const { accountId, number, name, portal, portalUrl } = row;
  return (
    <Dialog title={t('note_of', { number })} sub={`${name} · ${portal}`} onClose={onClose}>
      <div className="mb-4 flex flex-wrap gap-2">
        <Link className={linkLook} to={paths.account} params={{ accountId }}>
          {t('open_account')}
        </Link>
        {portalUrl?.startsWith('https://') && (
          <a className={linkLook} href={portalUrl} target="_blank" rel="noreferrer">
            {t('open_portal')}
          </a>
        )}
      </div>
      {row.state === 'paid' ? <p>{t('ended')}</p> : <NoteForm row={row} onClose={onClose} />}
    </Dialog>
  );
}

function NoteForm({ row, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const forbidden = useMay()('accounts.note');
  const { accountId, documentId, number, reference } = row;
  const note = useMutation({
    mutationFn: (body: BodyOf<typeof notePortal>) =>
      call(notePortal, { params: { accountId, documentId }, body }),
    onSuccess: ({ state }) => {
      say({ text: t('noted', { number, state: t(`state_${state}`) }) });
      void queries.invalidateQueries({ queryKey: ['portal-register'] });
      onClose();
    },
  });
  const form = useForm(notePortal, (body) => note.mutate(body));
  const { errors } = form;
  const following = portalStates.filter((state) => mayFollow(row.state, state).ok);
  return (
    <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
      <SelectField
        label={t('now')}
        name="state"
        autoFocus
        error={errors.state}
        choices={following.map((value) => ({ value, name: t(`state_${value}`) }))}
      />
      <TextField label={t('reason')} name="reason" autoComplete="off" error={errors.reason} />
      <DayField label={t('on')} name="on" error={errors.on} />
      <TextField
        label={t('reference')}
        name="reference"
        autoComplete="off"
        defaultValue={reference ?? ''}
        error={errors.reference}
      />
      <RefusalNote error={note.error} words={areaWords} />
      <Button type="submit" tone="main" because={forbidden} busy={note.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}
