/** One day's cash: the four figures, every row that keeps them apart, and the signature. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CashDay, cashDay, type Difference } from '#areas/cash/contract/closing.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay, useReader } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { CashTabs } from '../CashTabs.tsx';
import { DayFigures } from './DayFigures.tsx';
import { DifferenceNarrow, useDifferenceColumns } from './difference-columns.tsx';
import { HeldOver } from './HeldOver.tsx';
import { HoldForm } from './HoldForm.tsx';
import { Reviews } from './Reviews.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { SignForm } from './SignForm.tsx';
import { words } from './words.ts';

const keyOf = (row: Difference): string => `${row.kind} ${row.id}`;
const narrow = (row: Difference) => <DifferenceNarrow row={row} />;
const mayWait = (row: Difference | undefined): boolean =>
  row !== undefined && !row.heldOver && (row.kind === 'not_deposited' || row.kind === 'not_posted');

export function DailyCloseScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const [search, setSearch] = useSearchState(cashDay);
  const read = useQuery({
    queryKey: ['cash-day', search],
    queryFn: ({ signal }) => call(cashDay, { query: search, signal }),
    placeholderData: (before) => before,
  });
  const day = read.data;
  const [at, setAt] = useState<string | null>(null);
  const here = day?.differences.find((row) => keyOf(row) === at) ?? day?.differences[0];
  const [open, setOpen] = useState<Open>(null);
  const columns = useDifferenceColumns();
  const signOff = useSignOff(day);
  const holdOff = useMay()('cash.apply') ?? (mayWait(here) ? undefined : t('hold_not'));
  const sign = { key: 'y', phrase: t('sign'), run: () => setOpen('sign') };
  const hold = { key: 'z', phrase: t('hold'), run: () => setOpen(here ?? null) };
  useKeys([...(signOff === undefined ? [sign] : []), ...(holdOff === undefined ? [hold] : [])]);
  return (
    <Page
      title={t('title')}
      sub={day && t('of_day', { company: day.company, day: figures.longDay(day.day) })}
      actions={
        day && (
          <DayActions
            day={day}
            signOff={signOff}
            holdOff={holdOff}
            onDay={(next) => setSearch({ day: next })}
            onSign={() => setOpen('sign')}
            onHold={() => setOpen(here ?? null)}
            onSettings={() => setOpen('settings')}
          />
        )
      }
    >
      <CashTabs />
      {read.isPending && <Bones lines={10} />}
      {read.isError && <Failed why={why(read.error)} onRetry={() => void read.refetch()} />}
      {day && (
        <div className="grid grid-cols-1 gap-5 pb-10">
          <DayFigures day={day} />
          <section aria-label={t('differences')}>
            <h2 className="mb-2 font-[600]">{t('differences')}</h2>
            <Grid
              label={t('differences')}
              columns={columns}
              rows={day.differences}
              rowKey={keyOf}
              at={here === undefined ? null : keyOf(here)}
              onMove={setAt}
              narrow={narrow}
              quiet={(row) => row.heldOver}
              active={open === null}
              empty={<Empty title={t('none')} />}
            />
          </section>
          <HeldOver day={day} />
          <Reviews day={day} />
        </div>
      )}
      {day && <Asked open={open} day={day} onClose={() => setOpen(null)} />}
    </Page>
  );
}

type Open = 'sign' | 'settings' | Difference | null;

function Asked({ open, day, onClose }: { open: Open; day: CashDay; onClose: () => void }) {
  if (open === null) return null;
  if (open === 'sign') return <SignForm day={day} onClose={onClose} />;
  if (open === 'settings') return <SettingsForm company={day.company} onClose={onClose} />;
  return <HoldForm row={open} company={day.company} onClose={onClose} />;
}

type ActionsProps = {
  day: CashDay;
  signOff: string | undefined;
  holdOff: string | undefined;
  onDay: (day: string | undefined) => void;
  onSign: () => void;
  onHold: () => void;
  onSettings: () => void;
};

function DayActions(props: ActionsProps) {
  const t = useWords(words);
  const { day, signOff, holdOff, onDay, onSign, onHold, onSettings } = props;
  return (
    <>
      <Button onClick={onSettings}>{t('settings')}</Button>
      <Button onClick={() => onDay(day.before)}>{t('before')}</Button>
      <Button
        because={day.after === null ? t('no_later') : undefined}
        onClick={() => onDay(day.after ?? undefined)}
      >
        {t('after')}
      </Button>
      <Button keys="z" because={holdOff} onClick={onHold}>
        {t('hold')}
      </Button>
      <Button tone="main" keys="y" because={signOff} onClick={onSign}>
        {t(day.signatures.length > 0 ? 'sign_again' : 'sign')}
      </Button>
    </>
  );
}

/** Why the reader may not sign now; undefined when they may. */
function useSignOff(day: CashDay | undefined): string | undefined {
  const t = useWords(words);
  const { memberId } = useReader();
  const may = useMay()('cash.reconcile');
  if (day === undefined || may !== undefined) return may ?? '';
  if (day.signatures.length > 0 && day.lateArrivals === 0) return t('signed');
  if (day.differences.some(({ heldOver }) => !heldOver)) return t('balance_first');
  const own = day.workedOnBy.includes(`member:${memberId}`);
  return day.secondPerson && own ? t('second_person') : undefined;
}
