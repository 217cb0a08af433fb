/** The dry run and its totals, and the button that takes the file in. */
import { useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { CheckField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { ControlTotals } from './ControlTotals.tsx';
import { Problems } from './Problems.tsx';
import { SnapshotAsk, SnapshotTotals } from './SnapshotTotals.tsx';
import { words as snapshotWords } from './words/snapshot.ts';
import type { Outcome } from './upload-data.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = {
  outcome: Outcome | undefined;
  questions: number;
  busy: boolean;
  error: unknown;
  onDryRun: () => void;
  onTakeIn: (how: { acceptGood: boolean; confirmClosing?: number | undefined }) => void;
};

export function RunPanel({ outcome, questions, busy, error, onDryRun, onTakeIn }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const [acceptGood, setAcceptGood] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const ts = useWords(snapshotWords);
  const snapshot = outcome?.snapshot ?? undefined;
  const asked = questions > 0 ? t('answer_first') : undefined;
  const bad = outcome?.problemCount ?? 0;
  const notYet = outcome === undefined ? t('take_in_first') : undefined;
  const blocked = snapshot && blockedBy(snapshot.asks?.code, confirmed);
  const unclean = bad > 0 && !acceptGood ? t('problems_first') : undefined;
  return (
    <div className="grid gap-4">
      <section>
        <h2 className="mb-1">{t('dry_run')}</h2>
        <p className="mb-2 text-sm text-ink-2">{t('dry_run_why')}</p>
        <Button because={asked} busy={busy} onClick={onDryRun} tone={outcome ? 'plain' : 'main'}>
          {t('dry_run')}
        </Button>
        {asked !== undefined && <p className="mt-1 text-sm text-warn">{asked}</p>}
      </section>
      {outcome !== undefined && <Totals outcome={outcome} />}
      {snapshot !== undefined && <SnapshotTotals snapshot={snapshot} />}
      {snapshot !== undefined && (
        <SnapshotAsk snapshot={snapshot} confirmed={confirmed} onConfirm={setConfirmed} />
      )}
      {outcome !== undefined && <Problems outcome={outcome} />}
      <RefusalNote error={error} words={areaWords} />
      {bad > 0 && outcome !== undefined && outcome.accepted > 0 && (
        <CheckField
          checked={acceptGood}
          onChange={(event) => setAcceptGood(event.target.checked)}
          label={t('accept_good', { count: figures.number(outcome.accepted) })}
        />
      )}
      {outcome !== undefined && (
        <Button
          tone="main"
          busy={busy}
          because={may('imports.run') ?? asked ?? notYet ?? unclean ?? (blocked && ts(blocked))}
          onClick={() =>
            onTakeIn({ acceptGood, confirmClosing: confirmed ? snapshot?.closes : undefined })
          }
        >
          {t('take_in')}
        </Button>
      )}
      {unclean !== undefined && <p className="-mt-3 text-sm text-ink-2">{unclean}</p>}
    </div>
  );
}

/** Why a snapshot cannot be taken in yet; the dry run has accepted the good rows. */
function blockedBy(code: string | undefined, confirmed: boolean) {
  if (code === undefined || code === 'import.problems_found') return undefined;
  if (code !== 'snapshot.closes_too_much') return 'not_like_this' as const;
  return confirmed ? undefined : ('confirm_first' as const);
}

function Totals({ outcome }: { outcome: Outcome }) {
  const t = useWords(words);
  const figures = useFigures();
  const { created } = outcome;
  return (
    <section className="grid gap-3">
      <h2>{t('outcome')}</h2>
      <KeyValue
        facts={[
          { name: t('outcome_rows'), value: figures.number(outcome.rows) },
          { name: t('outcome_accepted'), value: <b>{figures.number(outcome.accepted)}</b> },
          { name: t('outcome_duplicates'), value: figures.number(outcome.duplicates) },
          { name: t('outcome_skipped'), value: figures.number(outcome.skipped) },
          { name: t('outcome_problems'), value: figures.number(outcome.problemCount) },
        ]}
      />
      <ControlTotals totals={outcome.controlTotals} />
      <p className="text-sm text-ink-2">
        {t('created')}: {t('created_text', created)}
      </p>
    </section>
  );
}
