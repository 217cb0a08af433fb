/** The first day: twelve questions, and the strategy that their answers make, with its tests. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '#web/paths.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWords } from '#web/ui/say.ts';
import { InterviewForm } from './InterviewForm.tsx';
import { StrategyEditor } from './StrategyEditor.tsx';
import { words } from './words.ts';

export function NewStrategyScreen() {
  const t = useWords(words);
  const navigate = useNavigate();
  const [written, setWritten] = useState<string | null>(null);
  if (written === null) {
    return (
      <Page title={t('new')}>
        <InterviewForm onWritten={setWritten} />
      </Page>
    );
  }
  return (
    <StrategyEditor
      title={t('new')}
      saved={written}
      isNew
      onProposed={({ key }) => void navigate({ to: paths.strategy, params: { key } })}
    />
  );
}
