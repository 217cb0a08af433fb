/** Hands a batch to the post; what may not go any more is named, to be taken out of the pile. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { mailBatch, type WireBatch } from '#areas/correspondence/contract/letters.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useServerWords } from '#web/ui/readable.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words as areaWords } from '../../words.ts';
import { words as messageWords } from '../messages/words.ts';
import { words } from './words.ts';

type Mailed = AnswerOf<typeof mailBatch>;

export function MailedButton({ batch }: { batch: WireBatch }) {
  const t = useWords(words);
  const figures = useFigures();
  const queries = useQueryClient();
  const forbidden = useMay()('letters.print');
  const [done, setDone] = useState<Mailed | null>(null);
  const mail = useMutation({
    mutationFn: () =>
      call(mailBatch, { params: { batchId: batch.batchId }, body: { certified: {} } }),
    onSuccess: (answer) => {
      if (answer.heldBack.length > 0) setDone(answer);
      else say({ text: t('mailed_now', { mailed: answer.mailed, held: 0 }) });
      void queries.invalidateQueries({ queryKey: ['letters'] });
    },
  });
  const gone = batch.mailed + batch.withdrawn >= batch.letters ? t('all_mailed') : undefined;
  return (
    <>
      <Button
        because={forbidden ?? gone}
        busy={mail.isPending}
        aria-label={t('mail_it_of', { day: figures.day(batch.printedOn) })}
        onClick={() => mail.mutate()}
      >
        {t('mail_it')}
      </Button>
      <RefusalNote error={mail.error} words={areaWords} />
      {done !== null && <StayHere done={done} onClose={() => setDone(null)} />}
    </>
  );
}

function StayHere({ done, onClose }: { done: Mailed; onClose: () => void }) {
  const t = useWords(words);
  const said = useServerWords(messageWords);
  const { mailed, heldBack } = done;
  return (
    <Dialog title={t('stay_here')} sub={t('stay_here_why')} onClose={onClose}>
      <p className="mb-3">{t('mailed_now', { mailed, held: heldBack.length })}</p>
      <WideTable label={t('stay_here')} framed look="ruled">
        <thead>
          <tr>
            <th className="figures">{t('page')}</th>
            <th>{t('account')}</th>
            <th>{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {heldBack.map(({ account, name, firstPage, pages, why }) => (
            <tr key={firstPage}>
              <td className="figures">
                {pages > 1 ? `${firstPage}–${firstPage + pages - 1}` : firstPage}
              </td>
              <td>
                {account} <span className="text-ink-2">{name}</span>
              </td>
              <td>{said(`why_${why}`) ?? why}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <Button className="mt-3" tone="main" autoFocus onClick={onClose}>
        {t('taken_out')}
      </Button>
    </Dialog>
  );
}
