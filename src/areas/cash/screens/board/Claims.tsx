/** A payment of claims on the board: how many, what became of each, and the one act, all of it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { claimPayment, postClaims } from '#areas/cash/contract/claims.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { useCashChanged } from './board-data.ts';
import { words } from './standing-words.ts';

export function Claims({ remittanceId }: { remittanceId: string }) {
  const t = useWords(words);
  const forbidden = useMay()('cash.post');
  const changed = useCashChanged();
  const read = useQuery({
    queryKey: ['cash', 'claims', remittanceId],
    queryFn: ({ signal }) => call(claimPayment, { params: { remittanceId }, signal }),
  });
  const post = useMutation({
    mutationFn: () => call(postClaims, { params: { remittanceId }, body: {} }),
    onSuccess: ({ posted, claims }) => {
      changed();
      say({ text: posted ? t('claims_posted', { count: claims }) : t('claims_asked') });
    },
  });
  if (!read.data) return null;
  const { payment, claims } = read.data;
  return (
    <section aria-label={t('claims')} className="mt-4 grid gap-2">
      <h3 className="font-[600]">{t('claims')}</h3>
      <p className="text-sm text-ink-2">{t('claims_total', { count: payment.claims })}</p>
      <ul className="grid gap-0.5 text-sm">
        {claims.map(({ claim, status, paid, reductions }) => (
          <li key={`${claim} ${status}`} className="flex justify-between gap-3">
            <span>
              <b className="font-[600]">{claim}</b> {status === '22' && `${t('claim_taken_back')} `}
              {reductions.map(({ reason, amount }) => `${reason} ${amount}`).join(' · ')}
            </span>
            <Amount value={paid} currency={payment.currency} />
          </li>
        ))}
      </ul>
      <RefusalNote error={post.error} words={areaWords} />
      {payment.state === 'ready' && (
        <div>
          <Button because={forbidden} busy={post.isPending} onClick={() => post.mutate()}>
            {t('claims_post')}
          </Button>
        </div>
      )}
    </section>
  );
}
