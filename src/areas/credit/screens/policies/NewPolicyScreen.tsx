/** A first credit policy: the standard written out, to be changed and proposed. */
import { useNavigate } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { useCreditPolicies } from './policy-data.ts';
import { CreditPolicyEditor } from './CreditPolicyEditor.tsx';
import { words } from './words.ts';

export function NewPolicyScreen() {
  const t = useWords(words);
  const why = useWhy();
  const navigate = useNavigate();
  const asked = useCreditPolicies();
  if (asked.data === undefined) {
    return (
      <Page title={t('new')}>
        {asked.isError ? (
          <Failed why={why(asked.error)} onRetry={() => void asked.refetch()} />
        ) : (
          <Bones lines={12} gap={16} />
        )}
      </Page>
    );
  }
  return (
    <CreditPolicyEditor
      title={t('new')}
      saved={asked.data.template}
      isNew
      onProposed={({ key }) => void navigate({ to: paths.creditPolicy, params: { key } })}
    />
  );
}
