/** Payments that somebody says were made: looked for, found or not; until then nobody asks. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { paidClaims, settleClaim, type WireClaim } from '#areas/correspondence/contract/calls.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

function useClaims() {
  return useQuery({
    queryKey: ['paid-claims'],
    queryFn: ({ signal }) => call(paidClaims, { query: {}, signal }),
  });
}

/** Everything that is looked for. */
export function ClaimsList() {
  const t = useWords(words);
  const rows = useClaims().data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2">{t('claims')}</h2>
      <ul className="grid max-w-2xl gap-2">
        {rows.map((claim) => (
          <ClaimLine key={claim.claimId} claim={claim} named />
        ))}
      </ul>
    </section>
  );
}

/** What is looked for on one account. */
export function AccountClaims({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const rows = useClaims().data?.rows.filter((claim) => claim.accountId === accountId) ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('claims')}</h2>
      <ul className="grid gap-2 text-sm">
        {rows.map((claim) => (
          <ClaimLine key={claim.claimId} claim={claim} />
        ))}
      </ul>
    </section>
  );
}

function ClaimLine({ claim, named = false }: { claim: WireClaim; named?: boolean }) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const queries = useQueryClient();
  const { accountId, claimId, amount, currency, method, reference, paidOn, searchBy } = claim;
  const settle = useMutation({
    mutationFn: (found: boolean) =>
      call(settleClaim, {
        params: { accountId, claimId },
        body: { found, reason: t(found ? 'found_reason' : 'not_found_reason') },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['paid-claims'] });
      void queries.invalidateQueries({ queryKey: ['account', accountId] });
    },
  });
  return (
    <li className="grid gap-1">
      {named && <strong>{claim.name}</strong>}
      <span>
        {t('claim_line', {
          amount: figures.money(amount, currency),
          method: t(`method_${method}`),
          reference,
          day: figures.day(paidOn),
          until: figures.day(searchBy),
        })}
      </span>
      <span className="flex gap-2">
        <Button because={may('accounts.note')} onClick={() => settle.mutate(true)}>
          {t('found')}
        </Button>
        <Button because={may('accounts.note')} onClick={() => settle.mutate(false)}>
          {t('not_found')}
        </Button>
      </span>
      <RefusalNote error={settle.error} words={areaWords} />
    </li>
  );
}
