/** What a bulk act would do, in one sentence and in full, and the step that does it. */
import type { ComponentProps } from 'react';
import { useFigures } from '#web/ui/figures.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { words as areaWords } from '../words.ts';
import { ApplyForm } from './ApplyForm.tsx';
import { EffectTable } from './EffectTable.tsx';
import { MoveList } from './MoveList.tsx';
import type { Effect, usePreview } from './preview.ts';
import { words } from './words.ts';

type Props = Pick<ComponentProps<typeof MoveList>, 'ruleName' | 'pick'> &
  Pick<ComponentProps<typeof EffectTable>, 'measure'> &
  Pick<ComponentProps<typeof ApplyForm>, 'apply' | 'onDone'> & {
    preview: ReturnType<typeof usePreview>;
    /** The list as it was first proposed, when single moves were taken out of it since. */
    proposal?: Effect | undefined;
  };

export function EffectPanel({ preview, proposal, apply, onDone, measure, ...list }: Props) {
  const t = useWords(words);
  const effect = preview.data;
  const listed = proposal ?? effect;
  return (
    <section aria-label={t('preview')} aria-live="polite" className="max-w-[900px]">
      {preview.isLoading && <Bones lines={6} />}
      <RefusalNote error={preview.error} words={areaWords} />
      {effect !== undefined && preview.error === null && (
        <>
          <Summary effect={effect} />
          <EffectTable effect={effect} {...(measure === undefined ? {} : { measure })} />
        </>
      )}
      {listed !== undefined && (
        <MoveList
          moves={listed.moves}
          count={listed.accounts}
          currency={listed.currency}
          {...list}
        />
      )}
      {effect !== undefined && preview.error === null && (
        <ApplyForm effect={effect} apply={apply} onDone={onDone} />
      )}
    </section>
  );
}

function Summary({ effect }: { effect: Effect }) {
  const t = useWords(words);
  const figures = useFigures();
  const { accounts, balance, overdue, currency } = effect;
  return (
    <p className="mb-3 rounded-md bg-sunk px-3 py-2">
      <b className="font-[600]">{t('would_move', { count: accounts })}</b>{' '}
      {t('would_move_sums', {
        balance: figures.money(balance, currency),
        overdue: figures.money(overdue, currency),
      })}
    </p>
  );
}
