/** Why an account pays late, as somebody found out last; nothing where nobody said so. */
import { useQuery } from '@tanstack/react-query';
import { accountLateCauses } from '#areas/disputes/contract/causes.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { causeNames } from '../../words/names.ts';
import { words } from './words.ts';

export function LateCause({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  const known = useQuery({
    queryKey: ['account', accountId, 'late-causes'],
    queryFn: ({ signal }) => call(accountLateCauses, { params: { accountId }, signal }),
  });
  const latest = known.data?.rows[0];
  if (latest === undefined || latest.cause === null) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('late_cause')}</h2>
      <p className="font-[600]">{causeNames[latest.cause][language]}</p>
      {latest.note !== '' && <p className="text-sm">{latest.note}</p>}
      <p className="text-sm text-ink-3">
        {t('said_line', { by: latest.by, day: figures.day(latest.on) })}
      </p>
    </section>
  );
}
