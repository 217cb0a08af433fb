/** To whom the accounts go, whether they stay there, and what that does. */
import { useState } from 'react';
import { reassignAccounts } from '#areas/portfolios/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call, rehearse } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { CheckField } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { EffectPanel } from './EffectPanel.tsx';
import { type Last, usePreview } from './preview.ts';
import { useTakers } from './takers.ts';
import { turned } from './turned.ts';
import { words } from './words.ts';

type Wish = Pick<BodyOf<typeof reassignAccounts>, 'company' | 'filter' | 'memberIds' | 'pin'>;
type Props = { company: string; accountIds: readonly string[]; onDone: () => void };

export function ReassignWork({ company, accountIds, onDone }: Props) {
  const t = useWords(words);
  const people = useTakers();
  const [takers, setTakers] = useState<ReadonlySet<string>>(new Set());
  const [pin, setPin] = useState(true);
  const [asked, setAsked] = useState<Wish | null>(null);
  const preview = usePreview('reassign', asked, (wish) =>
    rehearse(reassignAccounts, { body: { ...wish, reason: 'preview' } }),
  );
  const changed = (change: () => void): void => {
    change();
    setAsked(null);
  };
  const filter = { accountIds: [...accountIds] };
  return (
    <>
      <fieldset>
        <legend className="text-sm font-[550] text-ink-2">{t('give_to')}</legend>
        <div className="grid sm:grid-cols-2">
          {people.map(({ memberId, name }) => (
            <CheckField
              key={memberId}
              checked={takers.has(memberId)}
              onChange={() => changed(() => setTakers(turned(takers, memberId)))}
              label={name}
            />
          ))}
        </div>
      </fieldset>
      <CheckField checked={pin} onChange={() => changed(() => setPin(!pin))} label={t('pin')} />
      <div>
        <Button
          tone={asked === null ? 'main' : 'plain'}
          because={takers.size === 0 ? t('pick_people') : undefined}
          onClick={() => setAsked({ company, filter, memberIds: [...takers], pin })}
        >
          {t('show_effect')}
        </Button>
      </div>
      {asked !== null && (
        <EffectPanel
          preview={preview}
          apply={(last: Last) => call(reassignAccounts, { body: { ...asked, ...last } })}
          onDone={onDone}
        />
      )}
    </>
  );
}
