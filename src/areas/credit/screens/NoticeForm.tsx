/** How a notice was sent: what will be shown when somebody asks for it later. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sendNotice, type WireNotice } from '#areas/credit/contract/notices.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function NoticeForm({ notice, onClose }: { notice: WireNotice; onClose: () => void }) {
  const t = useWords(words);
  const [missing, setMissing] = useState(false);
  const { accountId, clockId } = notice;
  const send = useMutation({
    mutationFn: (reason: string) =>
      call(sendNotice, { params: { accountId, clockId }, body: { reason } }),
    onSuccess: ({ late }) => {
      say({ text: t(late ? 'notice_late' : 'notice_done') });
      onClose();
    },
  });
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const said = new FormData(event.currentTarget).get('reason');
    const reason = typeof said === 'string' ? said.trim() : '';
    setMissing(reason === '');
    if (reason === '') event.currentTarget.querySelector('input')?.focus();
    else send.mutate(reason);
  }
  return (
    <Dialog title={t('notice_sent')} sub={notice.name} onClose={onClose} shape="middle">
      <form noValidate onSubmit={submit} className="grid gap-3.5">
        <TextField
          label={t('notice_how')}
          name="reason"
          autoFocus
          autoComplete="off"
          maxLength={500}
          error={missing ? t('notice_how') : undefined}
        />
        <RefusalNote error={send.error} words={areaWords} />
        <Button type="submit" tone="main" busy={send.isPending}>
          {t('notice_sent')}
        </Button>
      </form>
    </Dialog>
  );
}
