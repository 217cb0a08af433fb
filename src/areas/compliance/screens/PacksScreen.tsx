/** The rules of contact: what each pack asks, where it is written, whether counsel has looked. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type WirePack, compliancePacks } from '#areas/compliance/contract/packs.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { ContactTabs } from './ContactTabs.tsx';
import { FirmPolicy } from './policy/FirmPolicy.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import { words } from './words.ts';

export function PacksScreen() {
  const t = useWords(words);
  const why = useWhy();
  const known = useQuery({
    queryKey: ['compliance', 'packs'],
    queryFn: ({ signal }) => call(compliancePacks, { signal }),
  });
  return (
    <Page title={t('contact_rules')}>
      <ContactTabs />
      <p className="mb-4 max-w-prose text-ink-2">{t('packs_note')}</p>
      {known.isPending && <Bones lines={10} gap={14} />}
      {known.error !== null && (
        <Failed why={why(known.error)} onRetry={() => void known.refetch()} />
      )}
      {known.isSuccess && (
        <>
          <FirmPolicy />
          <ul className="grid gap-3">
            {known.data.rows.map((pack) => (
              <PackCard key={pack.id} pack={pack} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function PackCard({ pack }: { pack: WirePack }) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const [reviewing, setReviewing] = useState(false);
  const { enabled, source, citation, effectiveFrom, review } = pack;
  const reviewed = review?.reviewed === true;
  return (
    <li className="rounded-md border border-line px-3 py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2>{pack.name}</h2>
        <span className="text-sm text-ink-3">{pack.id}</span>
        <span className="flex-1" />
        <Tag tone={source === 'found' ? 'good' : source === 'recalled' ? 'warn' : 'plain'}>
          {t(`source_${source}`)}
        </Tag>
        <Tag tone={reviewed ? 'good' : 'warn'}>
          {reviewed
            ? t('reviewed_by', { who: review.reviewer, day: figures.day(review.reviewedOn) })
            : t('not_reviewed')}
        </Tag>
        {may('compliance.rule') === undefined && (
          <Button onClick={() => setReviewing(true)}>{t('review')}</Button>
        )}
      </div>
      <p className="text-sm text-ink-2">
        {citation} · {enabled ? t('since', { day: figures.day(effectiveFrom) }) : t('off')}
      </p>
      <Rules rules={pack.rules} />
      {reviewing && <ReviewForm pack={pack} onClose={() => setReviewing(false)} />}
    </li>
  );
}

function Rules({ rules }: Pick<WirePack, 'rules'>) {
  return (
    <ul className="mt-1.5 grid gap-1 text-sm">
      {rules.map((rule) => (
        <li key={rule.id}>
          <span className="font-[550]">{rule.id}</span> {rule.text}{' '}
          <span className="text-ink-3">
            {rule.citation} ·{' '}
            {Object.entries(rule.parameters)
              .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(' ') : value}`)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
