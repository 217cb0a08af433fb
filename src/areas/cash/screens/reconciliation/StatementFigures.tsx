/** The figures of a statement beside ours, each proof with its word, and the signature. */
import { useState } from 'react';
import { signStatement, type StatementProof } from '#areas/cash/contract/reconciliation.ts';
import { call } from '#web/api.ts';
import { Amount, signOf } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay, useReader } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from '../closing/cash-write.ts';
import { words } from './words.ts';

type Props = { proof: StatementProof; company: string };

export function StatementFigures({ proof, company }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const [asking, setAsking] = useState(false);
  const because = useSignOff(proof);
  const { proof: proved, currency } = proof;
  const rows = [
    ['opening', proof.opening],
    ['movements', proof.movements],
    ['closing', proof.closing],
    ['book', proof.book],
    ['brought_forward', proved.broughtForward],
    ['adjusted_bank', proved.adjustedBank],
    ['adjusted_book', proved.adjustedBook],
  ] as const;
  const proofs = [
    ['arithmetic', proved.arithmetic],
    ['continuity', proved.continuity],
    ['difference', proved.difference],
  ] as const;
  return (
    <section aria-label={t('proof')} className="rounded-lg border border-line bg-surface p-4">
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-4">
        {rows.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-3">
            <dt className="text-ink-3">{t(name)}</dt>
            <dd>
              <Amount value={value} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line pt-3">
        {proofs.map(([name, value]) => (
          <span key={name} className="flex items-center gap-2">
            {t(name)} <Amount value={value} currency={currency} strong />
            <Tag tone={signOf(value) === 0 ? 'good' : 'late'}>
              {t(signOf(value) === 0 ? 'agrees' : 'off')}
            </Tag>
          </span>
        ))}
        <span className="ml-auto">
          {proof.signedBy === null ? (
            <Button tone="main" because={because} onClick={() => setAsking(true)}>
              {t('sign')}
            </Button>
          ) : (
            <span role="status">
              {t('is_signed', { by: proof.signedBy, at: figures.moment(proof.signedAt ?? '') })}
            </span>
          )}
        </span>
      </div>
      {asking && <SignQuestion proof={proof} company={company} onClose={() => setAsking(false)} />}
    </section>
  );
}

function SignQuestion({ proof, company, onClose }: Props & { onClose: () => void }) {
  const t = useWords(words);
  const { bankAccountId, statementId } = proof;
  const sign = useCashWrite(
    () => call(signStatement, { params: { bankAccountId, statementId }, body: { company } }),
    onClose,
  );
  return (
    <Dialog title={t('sign')} onClose={onClose} shape="middle">
      <div className="grid gap-3.5">
        <p className="text-ink-2 text-pretty">{t('sign_why')}</p>
        <RefusalNote error={sign.error} words={areaWords} />
        <Button tone="main" busy={sign.isPending} onClick={() => sign.mutate(undefined)}>
          {t('sign')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Why the reader may not sign now; undefined when they may. */
function useSignOff(proof: StatementProof): string | undefined {
  const t = useWords(words);
  const { memberId } = useReader();
  const may = useMay()('cash.reconcile');
  const { arithmetic, continuity, difference } = proof.proof;
  if (may !== undefined) return may;
  if (proof.unsignedBefore !== null) return t('earlier_first');
  if ([arithmetic, continuity, difference].some((value) => signOf(value) !== 0)) {
    return t('differs_still');
  }
  if (proof.untreated > 0) return t('rows_left');
  const own = proof.workedOnBy.includes(`member:${memberId}`);
  return proof.secondPerson && own ? t('second_person') : undefined;
}
