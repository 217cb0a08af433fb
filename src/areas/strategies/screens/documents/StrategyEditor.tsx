/** A strategy in work: the form, the text beside it, and below what the desk says of it. */
import type { ReactNode } from 'react';
import { type EditorProps, PolicyEditor } from '#areas/policies/screens/index.ts';
import { formOf } from '#areas/strategies/rules/editing.ts';
import { useWords } from '#web/ui/say.ts';
import { CheckResults, Differences } from './CheckResults.tsx';
import { strategyDesk } from './editor-data.ts';
import { StrategyForm } from './StrategyForm.tsx';
import { words } from './words.ts';

type Props = EditorProps & {
  /** What stands below the results. */
  below?: ReactNode;
};

export function StrategyEditor({ below, ...props }: Props) {
  const t = useWords(words);
  return (
    <PolicyEditor {...props} desk={strategyDesk} hint={t('text_hint')} Changes={Differences}>
      {({ field, text, forbidden, check, isChecking, onChange }) => (
        <>
          <div className="grid items-start gap-5 xl:grid-cols-2">
            <StrategyForm
              form={formOf(text)}
              text={text}
              forbidden={forbidden}
              onChange={onChange}
            />
            {field}
          </div>
          {check !== undefined && <CheckResults check={check} isChecking={isChecking} />}
          {below}
        </>
      )}
    </PolicyEditor>
  );
}
