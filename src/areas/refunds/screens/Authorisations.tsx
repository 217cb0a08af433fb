/** What a customer said in writing of their credits: taken down, with its days, and revoked. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  authorisations,
  authorise,
  type WireAuthorisation,
} from '#areas/refunds/contract/rules.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { AuthoriseForm, RevokeForm } from './AuthoriseForm.tsx';
import { words } from './words/payback.ts';

export function Authorisations({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()(authorise.permission);
  const [taking, setTaking] = useState(false);
  const [revoking, setRevoking] = useState<WireAuthorisation | null>(null);
  const list = useQuery({
    queryKey: ['refunds', 'authorisations', accountId],
    queryFn: ({ signal }) => call(authorisations, { params: { accountId }, signal }),
  });
  return (
    <section aria-label={t('written')} className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2>{t('written')}</h2>
        <Button because={forbidden} onClick={() => setTaking(true)}>
          {t('take_down')}
        </Button>
      </div>
      {list.isPending && <Bones lines={2} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && <p className="text-ink-2">{t('written_none')}</p>}
      <ul className="grid gap-3">
        {(list.data?.rows ?? []).map((given) => (
          <li key={given.authorisationId} className="flex flex-wrap items-center gap-3">
            <Word given={given} />
            <Button because={forbidden} onClick={() => setRevoking(given)}>
              {t('revoke')}
            </Button>
          </li>
        ))}
      </ul>
      {taking && <AuthoriseForm accountId={accountId} onClose={() => setTaking(false)} />}
      {revoking && (
        <RevokeForm accountId={accountId} given={revoking} onClose={() => setRevoking(null)} />
      )}
    </section>
  );
}

function Word({ given }: { given: WireAuthorisation }) {
  const t = useWords(words);
  const figures = useFigures();
  const { kind, givenBy, givenOn, evidence, stands, daysLeft } = given;
  const line = { by: givenBy, day: figures.day(givenOn), paper: evidence };
  return (
    <span className="min-w-0 flex-auto">
      <span className="font-[550]">{t(`authorised_${kind}`)}</span>{' '}
      {!stands && <Tag tone="plain">{t('over')}</Tag>}
      {stands && (
        <Tag tone={daysLeft !== null && daysLeft <= 7 ? 'warn' : 'good'}>
          {daysLeft === null ? t('no_end') : t('days_left', { days: daysLeft })}
        </Tag>
      )}
      <span className="block break-words text-sm text-ink-2">{t('written_line', line)}</span>
    </span>
  );
}
