/** Who is taken by which segments: several, or none; counted when somebody asks. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { strategyOverlap } from '#areas/strategies/contract/documents.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { overlapWords as words } from './words/overlap.ts';

export function OverlapPanel() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const [isAsked, setAsked] = useState(false);
  const asked = useQuery({
    queryKey: ['strategies', 'overlap'],
    queryFn: ({ signal }) => call(strategyOverlap, { query: {}, signal }),
    enabled: isAsked,
  });
  const overlap = asked.data;
  return (
    <section className="mt-6" aria-label={t('overlap')}>
      <h2 className="mb-1 text-md font-[650]">{t('overlap')}</h2>
      <p className="mb-2 text-sm text-ink-2">{t('overlap_sub')}</p>
      {!isAsked && <Button onClick={() => setAsked(true)}>{t('count')}</Button>}
      {asked.isFetching && <Bones lines={3} />}
      {asked.isError && <Failed why={why(asked.error)} onRetry={() => void asked.refetch()} />}
      {overlap && (
        <>
          <p className="mb-2" role="status">
            {t('found', {
              accounts: overlap.accounts,
              several: figures.number(overlap.inSeveral),
              none: figures.number(overlap.inNone),
            })}
          </p>
          <WideTable label={t('overlap')}>
            <thead>
              <tr className="text-left text-sm text-ink-2">
                <th scope="col" className="px-2 py-1">
                  {t('takes')}
                </th>
                <th scope="col" className="px-2 py-1">
                  {t('also')}
                </th>
                <th scope="col" className="px-2 py-1 text-right">
                  {t('accounts')}
                </th>
                <th scope="col" className="px-2 py-1">
                  {t('example')}
                </th>
              </tr>
            </thead>
            <tbody>
              {overlap.rows.map((row) => (
                <tr key={`${row.takes} ${row.also.join(' ')}`} className="border-t border-line">
                  <td className="px-2 py-1">{row.takes ?? t('nobody')}</td>
                  <td className="px-2 py-1">{row.also.join(', ')}</td>
                  <td className="figures px-2 py-1 text-right">{figures.number(row.accounts)}</td>
                  <td className="px-2 py-1">{row.example}</td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        </>
      )}
    </section>
  );
}
