/** What a mail sets going beside its answer: a dispute over what it names, a colleague's task. */
import { useMutation } from '@tanstack/react-query';
import { askForTask, takeDispute, type WireMail } from '#areas/correspondence/contract/mailbox.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { useMailsChanged } from './mail-data.ts';
import { words } from './words.ts';

export function Asking({ mail }: { mail: WireMail }) {
  const t = useWords(words);
  const may = useMay();
  const why = useWhy();
  const changed = useMailsChanged();
  const { mailId, subject, findings } = mail;
  const refused = (error: unknown): void => say({ text: why(error), tone: 'refused' });
  const dispute = useMutation({
    mutationFn: () => call(takeDispute, { params: { mailId }, body: {} }),
    onSuccess: () => {
      changed();
      say({ text: t('dispute_opened') });
    },
    onError: refused,
  });
  const [first] = findings;
  const ask = useMutation({
    mutationFn: () =>
      call(askForTask, {
        params: { mailId },
        body: {
          title: t('task_title', { intent: t(`intent_${first?.intent ?? 'other'}`), subject }),
          text: first?.evidence ?? '',
        },
      }),
    onSuccess: () => {
      changed();
      say({ text: t('task_asked') });
    },
    onError: refused,
  });
  const forbidden = may('disputes.open');
  useKeys(
    forbidden === undefined
      ? [{ key: 'Shift+x', phrase: t('dispute_open'), run: () => dispute.mutate() }]
      : [],
  );
  return (
    <>
      <Button
        keys="X"
        busy={dispute.isPending}
        because={forbidden}
        onClick={() => dispute.mutate()}
      >
        {t('dispute_open')}
      </Button>
      <Button busy={ask.isPending} because={may('mail.work')} onClick={() => ask.mutate()}>
        {t('ask_task')}
      </Button>
    </>
  );
}
