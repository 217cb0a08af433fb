/** The signature under a period, the last thing done to it, and the button that sets it. */
import { type MonthEnd, signMonthEnd } from '#areas/reports/contract/month-end.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { useMonthWrite } from './month-mutation.ts';
import { words } from './month-words.ts';

/** Who signed, when, and the moment at which the figures were cut. */
export function Signature({ signed }: { signed: NonNullable<MonthEnd['signed']> }) {
  const t = useWords(words);
  const figures = useFigures();
  const at = figures.moment(signed.at);
  const knownAt = figures.moment(signed.knownAt);
  return <p role="status">{t('signed', { by: signed.by, at, knownAt })}</p>;
}

export function SignOff({ month }: { month: MonthEnd }) {
  const t = useWords(words);
  const may = useMay()('month_end.sign');
  const { company, period, state } = month;
  const sign = useMonthWrite(
    () => call(signMonthEnd, { params: { period: period.name }, body: { company } }),
    () => undefined,
  );
  const because = may ?? (state === 'open' ? t('close_first') : undefined);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button
        tone="main"
        because={because}
        busy={sign.isPending}
        onClick={() => sign.mutate(undefined)}
      >
        {t('sign')}
      </Button>
      {because !== undefined && <p className="text-sm text-ink-2">{because}</p>}
      <RefusalNote error={sign.error} words={areaWords} />
    </div>
  );
}
