/** What a person may do with a message where it stands now. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  approveMessage,
  cancelMessage,
  releaseMessage,
  sendDraft,
  settleMessage,
  type WireMessageLine,
} from '#areas/correspondence/contract/messages.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

type Message = Pick<WireMessageLine, 'accountId' | 'messageId' | 'state'>;

const waiting = ['draft', 'checked', 'approved', 'queued', 'held'];

export function MessageActions({ message }: { message: Message }) {
  const t = useWords(words);
  const may = useMay();
  const queries = useQueryClient();
  const { accountId, messageId, state } = message;
  const act = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['account', accountId] });
      void queries.invalidateQueries({ queryKey: ['outbox'] });
    },
  });
  const params = { accountId, messageId };
  const reason = t('by_hand');
  const write = may('messages.write');
  const settle = (found: 'sent' | 'not_sent'): void =>
    act.mutate(() =>
      call(settleMessage, {
        params,
        body: { found, reason: t(found === 'sent' ? 'arrived' : 'not_arrived') },
      }),
    );
  return (
    <span className="mt-1 flex flex-wrap gap-2">
      {state === 'unknown' && <Settle because={write} onFound={settle} />}
      {state === 'draft' && (
        <Button
          tone="main"
          because={write}
          onClick={() => act.mutate(() => call(sendDraft, { params, body: { reason } }))}
        >
          {t('send_now')}
        </Button>
      )}
      {state === 'checked' && (
        <Button
          tone="main"
          because={may('messages.approve')}
          onClick={() => act.mutate(() => call(approveMessage, { params, body: { reason } }))}
        >
          {t('approve')}
        </Button>
      )}
      {(state === 'held' || state === 'failed') && (
        <Button
          because={write}
          onClick={() => act.mutate(() => call(releaseMessage, { params, body: { reason } }))}
        >
          {t('try_now')}
        </Button>
      )}
      {waiting.includes(state) && (
        <Button
          because={write}
          onClick={() => act.mutate(() => call(cancelMessage, { params, body: { reason } }))}
        >
          {t('take_back')}
        </Button>
      )}
      <RefusalNote error={act.error} words={areaWords} />
    </span>
  );
}

type SettleProps = {
  because: string | undefined;
  onFound: (found: 'sent' | 'not_sent') => void;
};

/** What became of one whose sending broke off, once somebody knows. */
function Settle({ because, onFound }: SettleProps) {
  const t = useWords(words);
  return (
    <>
      <Button because={because} onClick={() => onFound('sent')}>
        {t('arrived')}
      </Button>
      <Button because={because} onClick={() => onFound('not_sent')}>
        {t('not_arrived')}
      </Button>
    </>
  );
}
