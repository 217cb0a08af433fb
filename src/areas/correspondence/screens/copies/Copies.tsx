/** The latest copies of an account; one of unknown end is settled here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { accountCopies, type WireCopy } from '#areas/correspondence/contract/copies.ts';
import { settleMessage } from '#areas/correspondence/contract/messages.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../../words.ts';
import { stateTones } from '../messages/state-words.ts';
import { words } from './words.ts';

const shown = 5;

export function Copies({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const sent = useQuery({
    queryKey: ['account', accountId, 'copies'],
    queryFn: ({ signal }) => call(accountCopies, { params: { accountId }, signal }),
  });
  const rows = sent.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('copies')}</h2>
      <ul className="grid gap-1.5 text-sm">
        {rows.slice(0, shown).map((copy) => (
          <CopyLine key={copy.messageId} accountId={accountId} copy={copy} />
        ))}
      </ul>
    </section>
  );
}

function CopyLine({ accountId, copy }: { accountId: string; copy: WireCopy }) {
  const t = useWords(words);
  const may = useMay();
  const queries = useQueryClient();
  const { messageId, state } = copy;
  const settle = useMutation({
    mutationFn: (found: 'sent' | 'not_sent') =>
      call(settleMessage, {
        params: { accountId, messageId },
        body: { found, reason: t(found === 'sent' ? 'arrived' : 'not_arrived') },
      }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['account', accountId] }),
  });
  return (
    <li>
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate">{copy.toAddress}</span>
        <Tag tone={stateTones[state]}>{t(`state_${state}`)}</Tag>
      </span>
      <span className="block truncate text-ink-2">{copy.files.join(', ')}</span>
      {state === 'unknown' && (
        <span className="mt-1 flex gap-2">
          <Button because={may('copies.send')} onClick={() => settle.mutate('sent')}>
            {t('arrived')}
          </Button>
          <Button because={may('copies.send')} onClick={() => settle.mutate('not_sent')}>
            {t('not_arrived')}
          </Button>
        </span>
      )}
      <RefusalNote error={settle.error} words={areaWords} />
    </li>
  );
}
