/**
 * While you were out: the figures of an absence, each opening to its rows, account by account,
 * and taking the work back.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Brief, type BriefKind, brief } from '#areas/worklist/contract.ts';
import { handBack } from '#areas/team/screens/index.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Chips } from '#web/ui/Chips.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { say } from '#web/ui/said.ts';
import { words } from './brief-words.ts';
import { BriefAccounts } from './BriefAccounts.tsx';

export function BriefScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const told = useQuery({
    queryKey: ['worklist', 'brief'],
    queryFn: ({ signal }) => call(brief, { query: {}, signal }),
  });
  const absence = told.data?.absence;
  const days = absence && {
    from: figures.day(absence.from),
    day: figures.day(absence.lastOn),
    names: absence.covers.join(', ') || t('nobody'),
  };
  return (
    <Page
      title={t('brief')}
      sub={days && t('brief_sub', days)}
      actions={absence && <TakeBack absence={absence} />}
    >
      {told.isPending && <Bones lines={10} gap={14} />}
      {told.isError && <Failed why={why(told.error)} onRetry={() => void told.refetch()} />}
      {told.data !== undefined && <Told told={told.data} />}
    </Page>
  );
}

function Told({ told }: { told: Brief }) {
  const t = useWords(words);
  const [kind, setKind] = useState<BriefKind | undefined>(undefined);
  if (told.absence === null) return <Empty title={t('never_away')} why={t('never_away_why')} />;
  const accounts = told.accounts
    .map((account) => ({
      ...account,
      lines: account.lines.filter((line) => kind === undefined || line.kind === kind),
    }))
    .filter((account) => account.lines.length > 0 || (kind === undefined && account.due));
  return (
    <>
      <p className="mb-2 font-[550]">{t('due', { count: told.due })}</p>
      {told.totals.length === 0 ? (
        <Empty title={t('nothing')} why={t('nothing_why')} />
      ) : (
        <Totals totals={told.totals} on={kind} onPick={setKind} />
      )}
      <BriefAccounts accounts={accounts} reader={told.member.name} />
    </>
  );
}

type TotalsProps = {
  totals: Brief['totals'];
  on: BriefKind | undefined;
  onPick: (kind: BriefKind | undefined) => void;
};

/** A figure is a filter: it opens to the rows that it counts. */
function Totals({ totals, on, onPick }: TotalsProps) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <div className="mb-3">
      <Chips
        label={t('figures')}
        on={on}
        onPick={onPick}
        chips={totals.map(({ kind, count, sums }) => ({
          value: kind,
          name: [
            t(`kind_${kind}`),
            ...sums.map(({ amount, currency }) => figures.money(amount, currency)),
          ].join(' '),
          count,
        }))}
      />
    </div>
  );
}

function TakeBack({ absence }: { absence: NonNullable<Brief['absence']> }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const back = useMutation({
    mutationFn: () => handBack(absence.absenceId),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['worklist'] });
      void queries.invalidateQueries({ queryKey: ['absences'] });
      say({ text: t('taken_back') });
    },
  });
  if (absence.handedBack) return <span className="text-sm text-good">{t('handed_back')}</span>;
  if (!absence.over) return null;
  return (
    <>
      <RefusalNote error={back.error} />
      <Button tone="main" busy={back.isPending} onClick={() => back.mutate()}>
        {t('take_back')}
      </Button>
    </>
  );
}
