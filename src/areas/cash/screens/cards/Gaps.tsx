/** The gaps of a batch, four kinds in four colours: fee, timing, missing, chargeback. */
import { useState } from 'react';
import type { AnswerOf } from '#platform/contract/route.ts';
import { type cards, gapKinds, type WireBatch } from '#areas/cash/contract/cards.ts';
import { useFigures } from '#web/ui/figures.ts';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { ReturnForm } from '../board/ReturnForm.tsx';
import { words } from './words.ts';

type Gap = WireBatch['gaps'][number];

const tones: Readonly<Record<(typeof gapKinds)[number], Tone>> = {
  fee: 'plain',
  timing: 'warn',
  missing: 'late',
  chargeback: 'stop',
};

/** Which kinds a batch has, once each. */
export function GapTags({ batch }: { batch: WireBatch }) {
  const t = useWords(words);
  const kinds = gapKinds.filter((kind) => batch.gaps.some((gap) => gap.kind === kind));
  if (kinds.length === 0) {
    return <Tag tone="good">{t(batch.settled ? 'settled' : 'none_open')}</Tag>;
  }
  return (
    <span className="flex flex-wrap gap-1">
      {kinds.map((kind) => (
        <Tag key={kind} tone={tones[kind]}>
          {t(`gap_${kind}`)}
        </Tag>
      ))}
    </span>
  );
}

/** Every gap of one batch with its amount and the side that lacks it. */
export function BatchGaps({ batch }: { batch: WireBatch }) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('cash.post');
  const [asking, setAsking] = useState<Gap | null>(null);
  if (batch.gaps.length === 0) return null;
  return (
    <section aria-label={t('gaps')}>
      <h2 className="mb-2 font-[600]">
        {t('gaps')} · {batch.processor} {batch.batch}
      </h2>
      <ul className="grid gap-1">
        {batch.gaps.map((gap) => (
          <li
            key={`${gap.kind} ${gap.side} ${gap.reference}`}
            className="flex flex-wrap items-center gap-2"
          >
            <Tag tone={tones[gap.kind]}>{t(`gap_${gap.kind}`)}</Tag>
            {t('gap_line', {
              amount: figures.money(gap.amount, batch.currency),
              side: t(`side_${gap.side}`),
              day: figures.day(gap.on),
              reference: gap.reference,
            })}
            {gap.receipt && (
              <Button because={forbidden} onClick={() => setAsking(gap)}>
                {t('take_back', { who: gap.receipt.who })}
              </Button>
            )}
            {gap.kind === 'chargeback' && !gap.receipt && (
              <span className="text-sm text-ink-2">{t('whose_chargeback')}</span>
            )}
          </li>
        ))}
      </ul>
      {asking?.receipt && (
        <ReturnForm
          receipt={{ ...asking.receipt, currency: batch.currency, payerName: asking.receipt.who }}
          on={asking.on}
          because={t('chargeback_of', { reference: asking.reference })}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}

/** What we posted and no processor has captured. */
export function LooseGaps({ rows }: { rows: AnswerOf<typeof cards>['loose'] }) {
  const t = useWords(words);
  const figures = useFigures();
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('loose')}>
      <h2 className="mb-2 font-[600]">{t('loose')}</h2>
      <ul className="grid gap-1">
        {rows.map((gap) => (
          <li key={`${gap.who} ${gap.reference} ${gap.on}`} className="flex gap-2">
            <Tag tone={tones[gap.kind]}>{t(`gap_${gap.kind}`)}</Tag>
            {t('loose_line', {
              who: gap.who,
              amount: figures.money(gap.amount, gap.currency),
              day: figures.day(gap.on),
              reference: gap.reference,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
