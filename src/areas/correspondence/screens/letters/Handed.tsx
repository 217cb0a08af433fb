/** What became of a letter at the provider; an unknown outcome is said by a person, once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { settleHanding, type WireLetter } from '#areas/correspondence/contract/letters.ts';
import { isUnknown } from '#areas/correspondence/rules/letters/handing.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

export function Handed({ letter }: { letter: WireLetter }) {
  const t = useWords(words);
  const forbidden = useMay()('letters.print');
  const [asking, setAsking] = useState(false);
  const figures = useFigures();
  const { handed, name, reported } = letter;
  if (handed === null) return null;
  const { event, provider, ref, detail } = handed;
  const open = isUnknown(event) && letter.state === 'printed';
  const why = detail === 'address_changed' ? t('address_changed') : detail;
  return (
    <span className="text-sm text-ink-2">
      {t(`handed_${event}`, { provider, ref: ref ?? '' })}
      {event === 'refused' && why !== '' && `: ${why}`}
      {reported !== null &&
        `, ${t(`reported_${reported.event}`)} ${figures.day(reported.happenedAt.slice(0, 10))}`}
      {open && (
        <Button
          because={forbidden}
          aria-label={t('found_of', { name, provider })}
          onClick={() => setAsking(true)}
        >
          {t('found')}
        </Button>
      )}
      {asking && <FoundForm letter={letter} onClose={() => setAsking(false)} />}
    </span>
  );
}

function FoundForm({ letter, onClose }: { letter: WireLetter; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { accountId, messageId, name, handed } = letter;
  const settle = useMutation({
    mutationFn: (there: boolean) =>
      call(settleHanding, {
        params: { accountId, messageId },
        body: { there, reason: t(there ? 'is_there' : 'is_not_there') },
      }),
    onSuccess: () => {
      say({ text: t('settled') });
      void queries.invalidateQueries({ queryKey: ['letters'] });
      onClose();
    },
  });
  const provider = handed?.provider ?? '';
  return (
    <Dialog title={t('found_of', { name, provider })} sub={t('found_why')} onClose={onClose}>
      <RefusalNote error={settle.error} words={areaWords} />
      <div className="flex flex-wrap gap-3">
        <Button tone="main" busy={settle.isPending} onClick={() => settle.mutate(true)}>
          {t('is_there')}
        </Button>
        <Button busy={settle.isPending} onClick={() => settle.mutate(false)}>
          {t('is_not_there')}
        </Button>
      </div>
    </Dialog>
  );
}
