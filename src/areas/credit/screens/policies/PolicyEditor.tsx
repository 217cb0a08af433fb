/** A credit policy in work: its text, and beside it what the text means and changes. */
import { type ReactNode, useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Failed } from '#web/ui/states.tsx';
import { WrittenText } from '#web/ui/WrittenText.tsx';
import { PolicyMeaning } from './PolicyMeaning.tsx';
import { type Proposed, useCheck } from './policy-data.ts';
import { ProposePolicyForm } from './ProposePolicyForm.tsx';
import { words } from './words.ts';

type Props = {
  title: string;
  sub?: string;
  /** The text as it is stored; a new one is the template. */
  saved: string;
  isNew?: boolean;
  aside?: ReactNode;
  onProposed: (made: Proposed) => void;
};

export function PolicyEditor({ title, sub, saved, isNew = false, aside, onProposed }: Props) {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('policies.propose');
  const [text, setText] = useState(saved);
  const [asking, setAsking] = useState(false);
  const check = useCheck(text);
  const problems = (check.data?.problems ?? []).map(({ says, ...at }) => ({
    ...at,
    message: says,
  }));
  const isChanged = text !== saved;
  const because =
    forbidden ??
    (!isNew && !isChanged ? t('unchanged') : problems.length > 0 ? t('first_mend') : undefined);
  return (
    <Page
      title={title}
      sub={isChanged ? t('changed') : sub}
      actions={
        <>
          {isChanged && <Button onClick={() => setText(saved)}>{t('undo')}</Button>}
          <Button tone="main" because={because} onClick={() => setAsking(true)}>
            {t('propose')}
          </Button>
        </>
      }
      {...(aside === undefined ? {} : { aside, asideLabel: t('policy'), folds: true })}
    >
      <p className="mb-3 text-sm text-ink-2 text-pretty">{t('hint')}</p>
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <WrittenText
          label={t('text')}
          text={text}
          problems={problems}
          forbidden={forbidden}
          onChange={setText}
        />
        {check.isError && <Failed why={why(check.error)} onRetry={() => void check.refetch()} />}
        {check.data !== undefined && (
          <PolicyMeaning check={check.data} isChecking={check.isPlaceholderData} />
        )}
      </div>
      {asking && check.data !== undefined && (
        <ProposePolicyForm
          written={text}
          check={check.data}
          onClose={() => setAsking(false)}
          onProposed={onProposed}
        />
      )}
    </Page>
  );
}
