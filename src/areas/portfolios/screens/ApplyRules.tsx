/** What the saved rules would move, and moving it. */
import { useState } from 'react';
import { applyRules, type WireRule } from '#areas/portfolios/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call, rehearse } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWords } from '#web/ui/say.ts';
import { EffectPanel } from './EffectPanel.tsx';
import { type Last, usePreview } from './preview.ts';
import { words } from './words.ts';

type Wish = Pick<BodyOf<typeof applyRules>, 'company' | 'only'>;
type Props = { company: string; rules: readonly WireRule[]; because: string | undefined };

export function ApplyRules({ company, rules, because }: Props) {
  const t = useWords(words);
  const [only, setOnly] = useState<Wish['only']>('all');
  const [asked, setAsked] = useState<Wish | null>(null);
  const wish = because === undefined ? asked : null;
  const preview = usePreview('rules', wish, (tried) =>
    rehearse(applyRules, { body: { ...tried, reason: 'preview' } }),
  );
  const choices = (['all', 'unassigned'] as const).map((value) => ({
    value,
    name: t(`rules_only_${value}`),
  }));
  return (
    <section className="mt-6">
      <div className="no-print mb-3 flex flex-wrap items-center gap-2">
        <Picker
          label={t('rules_only')}
          on={only}
          choices={choices}
          onPick={(value) => {
            setOnly(value);
            setAsked(null);
          }}
        />
        <Button
          tone={wish === null ? 'main' : 'plain'}
          because={because}
          onClick={() => setAsked({ company, only })}
        >
          {t('rules_preview')}
        </Button>
      </div>
      {wish !== null && (
        <EffectPanel
          preview={preview}
          ruleName={(rule) => t('rule_part', { rule, name: rules[rule - 1]?.name ?? '' })}
          apply={(last: Last) => call(applyRules, { body: { ...wish, ...last } })}
          onDone={() => setAsked(null)}
        />
      )}
    </section>
  );
}
