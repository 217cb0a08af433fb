/** A credit policy in work: its text, and beside it what the text means and changes. */
import { type EditorProps, PolicyEditor } from '#areas/policies/screens/index.ts';
import { useWords } from '#web/ui/say.ts';
import { Changes, PolicyMeaning } from './PolicyMeaning.tsx';
import { creditDesk } from './policy-data.ts';
import { words } from './words.ts';

export function CreditPolicyEditor(props: EditorProps) {
  const t = useWords(words);
  return (
    <PolicyEditor {...props} desk={creditDesk} hint={t('hint')} Changes={Changes}>
      {({ field, check, isChecking }) => (
        <div className="grid items-start gap-5 xl:grid-cols-2">
          {field}
          {check !== undefined && <PolicyMeaning check={check} isChecking={isChecking} />}
        </div>
      )}
    </PolicyEditor>
  );
}
