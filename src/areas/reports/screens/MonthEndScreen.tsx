/** A period against the general ledger: what differs and why, what is left to do, who signed. */
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { exportMonthEnd, type MonthEnd, monthEnd } from '#areas/reports/contract/month-end.ts';
import { call, hrefOf } from '#web/api.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { AfterClose } from './AfterClose.tsx';
import { Checklist } from './Checklist.tsx';
import { GlLine } from './GlLine.tsx';
import { words } from './month-words.ts';
import { Signature, SignOff } from './SignOff.tsx';

const tones = { open: 'plain', soft: 'warn', hard: 'good' } as const;

type Props = {
  /** Closing and opening, which is the ledger's. */
  Closing: ComponentType<{ month: MonthEnd }>;
  /** The journal's accounts over the period, which speak the ledger's words. */
  Books: ComponentType<{ month: MonthEnd }>;
};

export function MonthEndScreen({ Closing, Books }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(monthEnd);
  const read = useQuery<MonthEnd>({
    queryKey: ['month-end', search],
    placeholderData: (before) => before,
    queryFn: ({ signal }) => call(monthEnd, { query: search, signal }),
  });
  const month = read.data;
  return (
    <Page
      title={t('month_end')}
      sub={month && <Heading month={month} />}
      actions={
        month && (
          <>
            <Button onClick={() => setSearch({ period: month.before })}>{t('before')}</Button>
            <Button
              because={month.after === null ? t('lies_ahead') : undefined}
              onClick={() => setSearch({ period: month.after ?? undefined })}
            >
              {t('after')}
            </Button>
            <Closing month={month} />
          </>
        )
      }
    >
      {read.isError && <Failed why={why(read.error)} onRetry={() => void read.refetch()} />}
      {read.isPending && <Bones lines={12} />}
      {month && (
        <div className="grid grid-cols-1 gap-6 pb-10">
          {month.signed !== null && <Signature signed={month.signed} />}
          {month.lines.map((line) => (
            <GlLine key={`${line.currency} ${line.inBase}`} line={line} month={month} />
          ))}
          <AfterClose month={month} />
          <Checklist month={month} />
          {month.signed === null && <SignOff month={month} />}
          <Books month={month} />
          <Downloads month={month} />
        </div>
      )}
    </Page>
  );
}

function Heading({ month }: { month: MonthEnd }) {
  const t = useWords(words);
  const figures = useFigures();
  const { companyName, period, state } = month;
  const days = t('days', { from: figures.day(period.firstOn), to: figures.day(period.lastOn) });
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span>
        {companyName} · {period.name} · {days}
      </span>
      <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>
    </span>
  );
}

function Downloads({ month }: { month: MonthEnd }) {
  const t = useWords(words);
  const params = { period: month.period.name };
  const { company } = month;
  return (
    <p className="no-print flex flex-wrap gap-2">
      {(['xlsx', 'pdf', 'csv'] as const).map((format) => (
        <a
          key={format}
          className={linkLook}
          href={hrefOf(exportMonthEnd, { params, query: { company, format } })}
        >
          {t(`as_${format}`)}
        </a>
      ))}
    </p>
  );
}
