/** Answering an early warning with what is done about it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type AlertWire, acknowledgeAlerts } from '#areas/forecast/contract/accounts.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { alert: AlertWire; onClose: () => void };

export function AlertAnswer({ alert, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const { accountId, alertId, name, kind, facts } = alert;
  const answer = useMutation({
    mutationFn: () =>
      call(acknowledgeAlerts, { body: { alerts: [{ accountId, alertId }], reason } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['forecast'] });
      say({ text: t('answered') });
      onClose();
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim().length >= 3) answer.mutate();
  };
  return (
    <Dialog title={t('answer_title', { name })} onClose={onClose} shape="middle">
      <form noValidate onSubmit={onSubmit} className="grid gap-3.5">
        <p>{t(`say_${kind}`, facts)}</p>
        <p className="text-ink-2">{t('answer_why')}</p>
        <TextField
          label={t('reason')}
          name="reason"
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <RefusalNote error={answer.error} words={areaWords} />
        <div className="flex items-center gap-3">
          <Button type="submit" busy={answer.isPending}>
            {t('answer')}
          </Button>
          <Link to={paths.account} params={{ accountId }} className={linkLook}>
            {t('go_account')}
          </Link>
        </div>
      </form>
    </Dialog>
  );
}
