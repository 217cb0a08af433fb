/** The list of rules while it is worked on: its changes, saving them, and what they would move. */
import { useState } from 'react';
import type { assignmentRules, WireRule } from '#areas/portfolios/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Empty } from '#web/ui/states.tsx';
import { ApplyRules } from './ApplyRules.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RuleList } from './RuleList.tsx';
import { SaveRules } from './SaveRules.tsx';
import { words } from './words.ts';

export type SavedRules = AnswerOf<typeof assignmentRules>;
/** The place of the rule in the form; one beyond the last is a new one. */
type Editing = number | null;

export function RulesWork({ saved }: { saved: SavedRules }) {
  const t = useWords(words);
  const forbidden = useMay()('portfolio.manage');
  const [rules, setRules] = useState<readonly WireRule[]>(saved.rules);
  const [editing, setEditing] = useState<Editing>(null);
  const unsaved = JSON.stringify(rules) !== JSON.stringify(saved.rules);
  const keep = (place: number, rule: WireRule): void => {
    setRules([...rules.slice(0, place), rule, ...rules.slice(place + 1)]);
    setEditing(null);
  };
  return (
    <div className="max-w-[900px]">
      {rules.length === 0 && <Empty title={t('rules_none')} why={t('rules_none_why')} />}
      <RuleList
        rules={rules}
        currency={saved.currency}
        forbidden={forbidden}
        onChange={setRules}
        onEdit={setEditing}
      />
      {forbidden === undefined && (
        <div className="no-print mt-3 flex flex-wrap items-center gap-2">
          <Button onClick={() => setEditing(rules.length)}>{t('rule_add')}</Button>
          {rules.length > 1 && (
            <span className="text-sm text-ink-3 max-sm:hidden">{t('rule_keys')}</span>
          )}
        </div>
      )}
      {unsaved && <SaveRules saved={saved} rules={rules} onDrop={() => setRules(saved.rules)} />}
      {forbidden === undefined && (
        <ApplyRules
          company={saved.company}
          rules={saved.rules}
          because={
            unsaved
              ? t('rules_first_save')
              : saved.rules.length === 0
                ? t('rules_no_rules')
                : undefined
          }
        />
      )}
      {editing !== null && (
        <RuleForm
          rule={rules[editing]}
          currency={saved.currency}
          onKeep={(rule) => keep(editing, rule)}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
