/** By which measure, without whom, and which of the proposed moves not: then the effect. */
import { useState } from 'react';
import { measures, rebalanceAccounts } from '#areas/portfolios/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call, rehearse } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { CheckField } from '#web/ui/Field.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { EffectPanel } from './EffectPanel.tsx';
import { type Last, usePreview } from './preview.ts';
import { turned } from './turned.ts';
import { words } from './words.ts';

type Body = BodyOf<typeof rebalanceAccounts>;
type Wish = Pick<Body, 'company' | 'measure' | 'leaveOut'>;
type Props = {
  company: string;
  people: readonly { memberId: string; name: string }[];
  away: ReadonlySet<string>;
};

export function RebalanceWork({ company, people, away }: Props) {
  const t = useWords(words);
  const forbidden = useMay()('portfolio.manage');
  const [measure, setMeasure] = useState<Body['measure']>('work');
  const [out, setOut] = useState<ReadonlySet<string>>(
    () => new Set(people.map(({ memberId }) => memberId).filter((each) => away.has(each))),
  );
  const [asked, setAsked] = useState<Wish | null>(null);
  const changed = (change: () => void): void => {
    change();
    setAsked(null);
  };
  return (
    <>
      <div className="no-print mb-4 grid max-w-[900px] gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <Picker
            label={t('even_out')}
            on={measure}
            choices={measures.map((value) => ({ value, name: t(`measure_${value}`) }))}
            onPick={(value) => changed(() => setMeasure(value))}
          />
          <Button
            tone={asked === null ? 'main' : 'plain'}
            because={forbidden}
            onClick={() => setAsked({ company, measure, leaveOut: [...out] })}
          >
            {t('propose')}
          </Button>
        </div>
        <fieldset>
          <legend className="text-sm font-[550] text-ink-2">{t('leave_out')}</legend>
          <div className="flex flex-wrap gap-x-5">
            {people.map(({ memberId, name }) => (
              <CheckField
                key={memberId}
                checked={out.has(memberId)}
                onChange={() => changed(() => setOut(turned(out, memberId)))}
                label={away.has(memberId) ? t('away_today', { name }) : name}
              />
            ))}
          </div>
        </fieldset>
      </div>
      {asked !== null && (
        <Proposal key={JSON.stringify(asked)} wish={asked} onDone={() => setAsked(null)} />
      )}
    </>
  );
}

/** The proposal and, once single moves are taken out of it, what is left of its effect. */
function Proposal({ wish, onDone }: { wish: Wish; onDone: () => void }) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const propose = (keep: readonly string[]) =>
    rehearse(rebalanceAccounts, { body: { ...wish, keep: [...keep], reason: 'preview' } });
  const whole = usePreview('rebalance', wish, () => propose([]));
  const less = kept.size === 0 || whole.data === undefined ? null : [...kept];
  const edited = usePreview('rebalance less', less && { ...wish, less }, () => propose(less ?? []));
  const apply = (last: Last) =>
    call(rebalanceAccounts, { body: { ...wish, keep: [...kept], ...last } });
  return (
    <EffectPanel
      preview={less === null ? whole : edited}
      proposal={whole.data}
      measure={wish.measure}
      pick={{ kept, onTurn: (accountId) => setKept(turned(kept, accountId)) }}
      apply={apply}
      onDone={onDone}
    />
  );
}
