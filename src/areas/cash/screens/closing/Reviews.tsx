/** What people signed alone, for a second person to look over; nobody signs their own. */
import { useQuery } from '@tanstack/react-query';
import {
  type CashDay,
  reviews,
  signReview,
  type WireReview,
} from '#areas/cash/contract/closing.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from './cash-write.ts';
import { words } from './words.ts';

export function Reviews({ day }: { day: CashDay }) {
  const t = useWords(words);
  const { company } = day;
  const read = useQuery({
    queryKey: ['cash-day', 'reviews', company, day.day],
    queryFn: ({ signal }) => call(reviews, { query: { company, day: day.day }, signal }),
  });
  const sign = useCashWrite(
    (reviewId: string) => call(signReview, { params: { reviewId }, body: { company } }),
    () => say({ text: t('review_done') }),
  );
  const rows = read.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('reviews')}>
      <h2 className="mb-1 font-[600]">{t('reviews')}</h2>
      <p className="mb-2 text-sm text-ink-2">{t('reviews_why')}</p>
      <ul className="grid gap-3">
        {rows.map((row) => (
          <ReviewCard
            key={row.reviewId}
            row={row}
            busy={sign.isPending}
            onSign={() => sign.mutate(row.reviewId)}
          />
        ))}
      </ul>
      <RefusalNote error={sign.error} words={areaWords} />
    </section>
  );
}

type CardProps = { row: WireReview; busy: boolean; onSign: () => void };

function ReviewCard({ row, busy, onSign }: CardProps) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('cash.review');
  const because = row.mine ? t('review_own') : forbidden;
  return (
    <li className="rounded-lg border border-line p-3">
      <p className="flex flex-wrap items-center gap-2">
        <b className="font-[600]">
          {t(`review_of_${row.about}`, { by: row.by, day: figures.day(row.day) })}
        </b>
        {row.signed ? (
          <Tag tone="good">{t('review_signed', { by: row.signed.by })}</Tag>
        ) : (
          <Tag tone={row.overdue ? 'late' : 'warn'}>
            {t('review_due', { day: figures.day(row.dueOn) })}
          </Tag>
        )}
        {!row.signed && (
          <Button because={because} busy={busy} onClick={onSign}>
            {t('review_sign')}
          </Button>
        )}
      </p>
      <ul className="mt-2 grid gap-0.5 text-sm">
        {row.rows.map((act, at) => (
          <li key={`${act.act} ${act.id} ${at}`} className="flex justify-between gap-3">
            <span>
              {t(`act_${act.act}`)} {act.who} <span className="text-ink-2">{act.reason}</span>
            </span>
            <Amount value={act.amount} currency={act.currency} named />
          </li>
        ))}
      </ul>
    </li>
  );
}
