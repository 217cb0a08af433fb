/** What came of the call: ten keys, the rest beside them, and what was added so far. */
import { useState } from 'react';
import {
  callOutcomes,
  type CallContact,
  type CallOutcome,
  type CallPrep,
  type Came,
} from '#areas/correspondence/contract/calls.ts';
import { outcomeRow, untoldOutcomes } from '#areas/correspondence/rules/calls/outcome.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { type Begun, type EndBody, useEnd } from './call-data.ts';
import { plainOutcomes } from './came-of.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import { words } from './words.ts';

type Props = {
  accountId: string;
  prep: CallPrep;
  contact: CallContact | undefined;
  direction: 'out' | 'in';
  begun: Begun | null;
  /** False: the caller may be told nothing. */
  told?: boolean;
  onEnded: () => void;
};

export type Extra = Pick<EndBody, 'note' | 'confirm'>;

export function Outcomes(props: Props) {
  const { accountId, prep, contact, direction, begun, told = true, onEnded } = props;
  const t = useWords(words);
  const [open, setOpen] = useState<CallOutcome | null>(null);
  const [sofar, setSofar] = useState<readonly Came[]>([]);
  const end = useEnd(accountId, onEnded);
  const finish = (came: readonly Came[], extra: Extra): void => {
    if (begun === null) return;
    const seconds = Math.max(0, Math.round((Date.now() - begun.at) / 1000));
    end.mutate({ callId: begun.callId, body: { came: [...came], seconds, ...extra } });
  };
  const pick = (outcome: CallOutcome): void => {
    if (plainOutcomes.has(outcome) && sofar.length === 0 && outcome !== 'refuses') {
      // The contract's plain outcomes carry nothing but their name.
      finish([{ outcome } as Came], { note: '', confirm: 'none' });
    } else setOpen(outcome);
  };
  const offered = callOutcomes.filter(
    (each) => outcomeRow(each).directions.includes(direction) && (told || untoldOutcomes.has(each)),
  );
  return (
    <section aria-label={t('outcome')} className="grid gap-2">
      <h2>{t('outcome')}</h2>
      <OutcomeKeys offered={offered} because={begun ? undefined : t('outcome_off')} onPick={pick} />
      <SoFar sofar={sofar} onDrop={(drop) => setSofar(sofar.filter((_, i) => i !== drop))} />
      {sofar.length > 0 && (
        <Button
          tone="main"
          busy={end.isPending}
          onClick={() => finish(sofar, { note: '', confirm: 'draft' })}
        >
          {t('save_call')}
        </Button>
      )}
      {open === null && <RefusalNote error={end.error} words={areaWords} />}
      {open !== null && (
        <OutcomeForm
          accountId={accountId}
          outcome={open}
          prep={prep}
          contact={contact}
          sofar={sofar}
          error={end.error}
          busy={end.isPending}
          onAdd={(came) => {
            setSofar([...sofar, came]);
            setOpen(null);
          }}
          onSave={(came, extra) => finish([...sofar, came], extra)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

type KeysProps = {
  offered: readonly CallOutcome[];
  because: string | undefined;
  onPick: (outcome: CallOutcome) => void;
};

function OutcomeKeys({ offered, because, onPick }: KeysProps) {
  const t = useWords(words);
  useKeys(
    offered.flatMap((outcome) => {
      const { key } = outcomeRow(outcome);
      if (key === null || because !== undefined) return [];
      return [{ key, phrase: t(`outcome_${outcome}`), run: () => onPick(outcome) }];
    }),
  );
  return (
    <div className="flex flex-wrap gap-1.5">
      {because !== undefined && <p className="basis-full text-sm text-ink-2">{because}</p>}
      {offered.map((outcome) => {
        const { key } = outcomeRow(outcome);
        return (
          <Button
            key={outcome}
            because={because}
            onClick={() => onPick(outcome)}
            {...(key === null ? {} : { keys: key })}
          >
            {t(`outcome_${outcome}`)}
          </Button>
        );
      })}
    </div>
  );
}

type SoFarProps = { sofar: readonly Came[]; onDrop: (index: number) => void };

function SoFar({ sofar, onDrop }: SoFarProps) {
  const t = useWords(words);
  const figures = useFigures();
  if (sofar.length === 0) return null;
  const amountOf = (came: Came): string => {
    if (came.outcome === 'dispute') {
      const [first] = came.items;
      return first?.amount ? figures.money(first.amount, came.currency) : t('part_whole');
    }
    return 'amount' in came ? figures.money(came.amount, came.currency) : '';
  };
  return (
    <ul aria-label={t('so_far')} className="grid gap-1 rounded-md bg-sunk px-3 py-2">
      {sofar.map((came, index) => (
        <li key={`${came.outcome}${amountOf(came)}`} className="flex items-center gap-2">
          <span className="min-w-0 flex-1">
            {t(`outcome_${came.outcome}`)} {amountOf(came)}
          </span>
          <Button tone="quiet" onClick={() => onDrop(index)}>
            {t('take_out')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
