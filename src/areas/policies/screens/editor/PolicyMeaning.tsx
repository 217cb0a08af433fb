/** What a text means: what it changes of what counts now, its examples, and all its rules. */
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { ExampleResults } from './ExampleResults.tsx';
import { type EditorProps, PolicyEditor } from './PolicyEditor.tsx';
import type { Checked, PolicyDesk } from './text-work.ts';
import { ChangeList, WhatChanges } from './WhatChanges.tsx';
import { words } from './words.ts';

type Change = { readonly before: string | null; readonly after: string | null };

/** The check of a policy whose rules are sentences. */
export type CheckedRules = Checked & {
  readonly results: readonly {
    readonly name: string;
    readonly passed: boolean;
    readonly expected: string;
    readonly found: string;
  }[];
  readonly inForce: number | null;
  readonly rules: readonly string[];
  readonly changes: readonly Change[];
};

type Props = EditorProps & { desk: PolicyDesk<CheckedRules>; hint: string };

/** A policy of rules in work: its text, and beside it what the text means and changes. */
export function RulesEditor(props: Props) {
  return (
    <PolicyEditor {...props} Changes={Changes}>
      {({ field, check, isChecking }) => (
        <div className="grid items-start gap-5 xl:grid-cols-2">
          {field}
          {check !== undefined && <PolicyMeaning check={check} isChecking={isChecking} />}
        </div>
      )}
    </PolicyEditor>
  );
}

function PolicyMeaning({ check, isChecking }: { check: CheckedRules; isChecking: boolean }) {
  const t = useWords(words);
  const { inForce, results, rules, problems } = check;
  if (problems.length > 0) return null;
  return (
    <div className="grid min-w-0 gap-5" aria-busy={isChecking}>
      <WhatChanges inForce={inForce} without={t('against_standard')}>
        <Changes check={check} />
      </WhatChanges>
      <ExampleResults results={results} />
      <section>
        <h2 className="mb-1.5">{t('rules')}</h2>
        <RuleList rules={rules} />
      </section>
    </div>
  );
}

/** Sentences, one a rule. */
export function RuleList({ rules }: { rules: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-1 pl-5">
      {rules.map((rule) => (
        <li key={rule} className="text-pretty">
          {rule}
        </li>
      ))}
    </ul>
  );
}

/** Each change as the sentence that will count, with the one that counted. */
function Changes({ check }: { check: CheckedRules }) {
  return (
    <ChangeList
      changes={check.changes.map((change) => ({
        key: `${change.before} ${change.after}`,
        says: <OneChange {...change} />,
      }))}
    />
  );
}

function OneChange({ before, after }: Change) {
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
