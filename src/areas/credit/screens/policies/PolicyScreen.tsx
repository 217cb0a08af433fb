/** One credit policy: any of its versions in the editor, its life beside it. */
import { Link } from '@tanstack/react-router';
import { OnePolicy } from '#areas/policies/screens/index.ts';
import { paths } from '#web/paths.ts';
import { useWords } from '#web/ui/say.ts';
import { CreditPolicyEditor } from './CreditPolicyEditor.tsx';
import { words } from './words.ts';

export function PolicyScreen() {
  const t = useWords(words);
  const back = (
    <Link to={paths.creditPolicies} className="link">
      {t('back')}
    </Link>
  );
  return (
    <OnePolicy kind="credit" title={t('policy')} gone={t('gone')} back={back}>
      {(editor) => <CreditPolicyEditor {...editor} />}
    </OnePolicy>
  );
}
