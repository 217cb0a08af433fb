/**
 * A strategy in work: the form, the text beside it, and below what the desk says of it. The
 * text is the document; the form reads and writes parts of it.
 */
import { type ReactNode, useState } from 'react';
import { formOf } from '#areas/strategies/rules/editing.ts';
import { Button } from '#web/ui/Button.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Failed } from '#web/ui/states.tsx';
import { WrittenText } from '#web/ui/WrittenText.tsx';
import { CheckResults } from './CheckResults.tsx';
import { useCheck } from './editor-data.ts';
import { ProposeForm } from './ProposeForm.tsx';
import { StrategyForm } from './StrategyForm.tsx';
import { words } from './words.ts';

type Props = {
  title: string;
  sub?: string;
  /** The text as it is stored; a new one has nothing stored yet. */
  saved: string;
  isNew?: boolean;
  aside?: ReactNode;
  asideLabel?: string;
  /** What stands below the results. */
  below?: ReactNode;
  onProposed: (made: { key: string; version: number }) => void;
};

export function StrategyEditor(props: Props) {
  const { title, sub, saved, isNew = false, onProposed } = props;
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('policies.propose');
  const [text, setText] = useState(saved);
  const [asking, setAsking] = useState(false);
  const check = useCheck(text);
  const problems = check.data?.problems ?? [];
  const isChanged = text !== saved;
  const because =
    forbidden ??
    (!isNew && !isChanged ? t('unchanged') : problems.length > 0 ? t('first_mend') : undefined);
  const { aside, asideLabel } = props;
  return (
    <Page
      title={title}
      sub={isChanged ? t('changed') : sub}
      actions={
        <>
          {isChanged && <Button onClick={() => setText(saved)}>{t('back_to_saved')}</Button>}
          <Button tone="main" because={because} onClick={() => setAsking(true)}>
            {t('propose')}
          </Button>
        </>
      }
      {...(aside === undefined ? {} : { aside, asideLabel, folds: true })}
    >
      <p className="mb-3 text-sm text-ink-2">{t('text_hint')}</p>
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <StrategyForm form={formOf(text)} text={text} forbidden={forbidden} onChange={setText} />
        <WrittenText
          label={t('text')}
          text={text}
          problems={problems}
          forbidden={forbidden}
          onChange={setText}
        />
      </div>
      {check.isError && <Failed why={why(check.error)} onRetry={() => void check.refetch()} />}
      {check.data !== undefined && (
        <CheckResults check={check.data} isChecking={check.isPlaceholderData} />
      )}
      {props.below}
      {asking && check.data !== undefined && (
        <ProposeForm
          written={text}
          check={check.data}
          onClose={() => setAsking(false)}
          onProposed={onProposed}
        />
      )}
    </Page>
  );
}
