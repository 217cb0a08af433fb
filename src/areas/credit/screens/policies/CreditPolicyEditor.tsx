/** A credit policy in work: its text, and beside it what the text means and changes. */
import { type EditorProps, RulesEditor } from '#areas/policies/screens/index.ts';
import { useWords } from '#web/ui/say.ts';
import { creditDesk } from './policy-data.ts';
import { words } from './words.ts';

export function CreditPolicyEditor(props: EditorProps) {
  const t = useWords(words);
  return <RulesEditor {...props} desk={creditDesk} hint={t('hint')} />;
}
