/**
 * A policy in work: its text, checked as one types, and the button that proposes it. The text is
 * the document; what stands around it (a form, its meaning) reads and writes that text only.
 */
import { type ComponentType, type ReactNode, useState } from 'react';
import { Button } from '#web/ui/Button.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Failed } from '#web/ui/states.tsx';
import { WrittenText } from '#web/ui/WrittenText.tsx';
import { ProposeForm } from './ProposeForm.tsx';
import { type Checked, type PolicyDesk, type Proposed, useCheck } from './text-work.ts';
import { words } from './words.ts';

/** Which text is worked on, where it stands, and who hears of a new version. */
export type EditorProps = {
  title: string;
  sub?: string;
  /** The text as it is stored; a new one is what it starts from. */
  saved: string;
  isNew?: boolean;
  aside?: ReactNode;
  asideLabel?: string;
  onProposed: (made: Proposed) => void;
};

/** The work as what stands around the text sees it. */
type Work<C extends Checked> = {
  /** The field with the text. */
  readonly field: ReactNode;
  readonly text: string;
  readonly forbidden: string | undefined;
  readonly check: C | undefined;
  readonly isChecking: boolean;
  readonly onChange: (text: string) => void;
};

type Props<C extends Checked> = EditorProps & {
  desk: PolicyDesk<C>;
  hint: string;
  /** What a text changes, in words. */
  Changes: ComponentType<{ check: C }>;
  children: (work: Work<C>) => ReactNode;
};

export function PolicyEditor<C extends Checked>(props: Props<C>) {
  const { title, sub, saved, isNew = false, onProposed, desk } = props;
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('policies.propose');
  const [text, setText] = useState(saved);
  const [asking, setAsking] = useState(false);
  const check = useCheck(desk, text);
  const problems = check.data?.problems ?? [];
  const isChanged = text !== saved;
  const idle = !isNew && !isChanged ? t('unchanged') : undefined;
  const because = forbidden ?? idle ?? (problems.length > 0 ? t('first_mend') : undefined);
  const work = { text, forbidden, onChange: setText };
  const { aside, asideLabel } = props;
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
      {...(aside === undefined ? {} : { aside, asideLabel, folds: true })}
    >
      <p className="mb-3 text-sm text-ink-2 text-pretty">{props.hint}</p>
      {check.isError && <Failed why={why(check.error)} onRetry={() => void check.refetch()} />}
      {props.children({
        ...work,
        field: <WrittenText label={t('text')} problems={problems} {...work} />,
        check: check.data,
        isChecking: check.isPlaceholderData,
      })}
      {asking && check.data !== undefined && (
        <ProposeForm
          desk={desk}
          written={text}
          check={check.data}
          Changes={props.Changes}
          onClose={() => setAsking(false)}
          onProposed={onProposed}
        />
      )}
    </Page>
  );
}
