/** What is done with a mail from the screen; everything that shows mails is asked again after. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  assignMail,
  changeIntent,
  settleMail,
  type WireMail,
} from '#areas/correspondence/contract/mailbox.ts';
import { call } from '#web/api.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export type WireIntent = WireMail['intents'][number];

/** Digits one to nine, as the screen shows them. */
export const keyedIntents = [
  'promise',
  'dispute',
  'remittance',
  'copy_request',
  'w9_request',
  'already_paid',
  'complaint',
  'opt_out',
  'other',
] as const satisfies readonly WireIntent[];

export function useMailsChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['mails'] });
    void queries.invalidateQueries({ queryKey: ['mail'] });
    void queries.invalidateQueries({ queryKey: ['account'] });
  };
}

type Saying = { onDone?: (() => void) | undefined };

export function useSettle(mail: WireMail, { onDone }: Saying = {}) {
  const t = useWords(words);
  const why = useWhy();
  const changed = useMailsChanged();
  const { mailId, subject } = mail;
  return useMutation({
    mutationFn: (to: 'done' | 'open') =>
      call(settleMail, {
        params: { mailId },
        body: { to, reason: t(to === 'done' ? 'done_reason' : 'open_reason') },
      }),
    onSuccess: ({ state }) => {
      changed();
      if (state !== 'done') return;
      say({ text: t('done_said', { subject }) });
      onDone?.();
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
}

export function useIntent({ mailId }: WireMail) {
  const why = useWhy();
  const changed = useMailsChanged();
  return useMutation({
    mutationFn: (intent: WireIntent) =>
      call(changeIntent, { params: { mailId }, body: { intent } }),
    onSuccess: changed,
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
}

export function useAssign({ mailId }: WireMail) {
  const t = useWords(words);
  const why = useWhy();
  const changed = useMailsChanged();
  return useMutation({
    mutationFn: ({ memberId }: { memberId: string | null; name: string }) =>
      call(assignMail, { params: { mailId }, body: { assigneeId: memberId } }),
    onSuccess: (_, { name }) => {
      changed();
      say({ text: t('given', { name }) });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
}
