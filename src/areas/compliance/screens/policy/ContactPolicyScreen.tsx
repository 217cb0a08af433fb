/** The contact policy in work: any of its versions, or a first text that says what counts now. */
import { Link } from '@tanstack/react-router';
import {
  type EditorProps,
  OnePolicy,
  RulesEditor,
  usePolicies,
} from '#areas/policies/screens/index.ts';
import { paths } from '#web/paths.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { contactDesk, useContactPolicy } from './policy-data.ts';
import { words } from './words.ts';

export function ContactPolicyScreen() {
  const t = useWords(words);
  const why = useWhy();
  const counts = useContactPolicy();
  const documents = usePolicies('contact');
  if (counts.data === undefined || documents.data === undefined) {
    const [failed] = [counts, documents].filter(({ isError }) => isError);
    return (
      <Page title={t('policy')}>
        {failed === undefined ? (
          <Bones lines={12} gap={16} />
        ) : (
          <Failed why={why(failed.error)} onRetry={() => void failed.refetch()} />
        )}
      </Page>
    );
  }
  const [document] = documents.data.rows;
  if (document === undefined) {
    const first = { title: t('policy'), saved: counts.data.template, isNew: true };
    return <Editor {...first} onProposed={() => void documents.refetch()} />;
  }
  const back = (
    <Link to={paths.contactRules} className="link">
      {t('back')}
    </Link>
  );
  return (
    <OnePolicy kind="contact" only={document.key} title={t('policy')} gone={t('gone')} back={back}>
      {(editor) => <Editor {...editor} />}
    </OnePolicy>
  );
}

function Editor(props: EditorProps) {
  const t = useWords(words);
  return <RulesEditor {...props} desk={contactDesk} hint={t('hint')} />;
}
