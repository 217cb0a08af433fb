/** Takes a printed letter back, with the reason; says which pages are not to be mailed. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { withdrawLetter, type WireLetter } from '#areas/correspondence/contract/letters.ts';
import { isUnknown } from '#areas/correspondence/rules/letters/handing.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

/** Nothing once it left the house, or while nobody knows whether it did. */
export function WithdrawLetter({ letter }: { letter: WireLetter }) {
  const t = useWords(words);
  const forbidden = useMay()('letters.print');
  const [asking, setAsking] = useState(false);
  if (letter.state !== 'printed' || isUnknown(letter.handed?.event ?? null)) return null;
  return (
    <>
      <Button
        because={forbidden}
        aria-label={t('withdraw_of', { name: letter.name })}
        onClick={() => setAsking(true)}
      >
        {t('withdraw')}
      </Button>
      {asking && <WithdrawForm letter={letter} onClose={() => setAsking(false)} />}
    </>
  );
}

function WithdrawForm({ letter, onClose }: { letter: WireLetter; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { accountId, messageId, name, firstPage } = letter;
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof withdrawLetter>) =>
      call(withdrawLetter, { params: { accountId, messageId }, body }),
    onSuccess: () => {
      say({ text: t('withdrawn_now') });
      void queries.invalidateQueries({ queryKey: ['letters'] });
      onClose();
    },
  });
  const form = useForm(withdrawLetter, (body) => save.mutate(body));
  return (
    <Dialog
      title={t('withdraw_of', { name })}
      sub={t('withdraw_why', { page: firstPage })}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField label={t('why')} name="reason" autoFocus error={form.errors.reason} />
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('withdraw')}
        </Button>
      </form>
    </Dialog>
  );
}
