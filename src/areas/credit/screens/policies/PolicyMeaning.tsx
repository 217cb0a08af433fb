/** What a text means: what it changes of what counts now, its examples, and all its rules. */
import { ChangeList, ExampleResults, WhatChanges } from '#areas/policies/screens/index.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { Rules } from './PoliciesScreen.tsx';
import type { CheckedPolicy } from './policy-data.ts';
import { words } from './words.ts';

type Props = { check: CheckedPolicy; isChecking: boolean };

export function PolicyMeaning({ check, isChecking }: Props) {
  const t = useWords(words);
  const { key, inForce, results, rules } = check;
  if (key === null) return null;
  return (
    <div className="grid min-w-0 gap-5" aria-busy={isChecking}>
      <WhatChanges inForce={inForce} without={t('against_standard')}>
        <Changes check={check} />
      </WhatChanges>
      <ExampleResults results={results} />
      <section>
        <h2 className="mb-1.5">{t('rules')}</h2>
        <Rules rules={rules} />
      </section>
    </div>
  );
}

/** Each change as the sentence that will count, with the one that counted. */
export function Changes({ check }: { check: CheckedPolicy }) {
  return (
    <ChangeList
      changes={check.changes.map((change) => ({
        key: `${change.before} ${change.after}`,
        says: <OneChange {...change} />,
      }))}
    />
  );
}

function OneChange({ before, after }: CheckedPolicy['changes'][number]) {
  const t = useWords(words);
  return (
    <>
      {before === null && <Tag tone="good">{t('is_new')}</Tag>}
      {after === null && <Tag tone="late">{t('is_gone')}</Tag>} {after ?? before}
      {before !== null && after !== null && (
        <span className="block text-sm text-ink-2">{t('was', { rule: before })}</span>
      )}
    </>
  );
}
