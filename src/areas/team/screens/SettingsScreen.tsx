/** What the reader decides for themselves: language, theme, keys, password, API keys. */
import { Page } from '#web/ui/Page.tsx';
import { useWords } from '#web/ui/say.ts';
import { ApiKeys } from './ApiKeys.tsx';
import { KeySettings } from './KeySettings.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { Reading } from './Reading.tsx';
import { words } from './words.ts';

export function SettingsScreen() {
  const t = useWords(words);
  return (
    <Page title={t('settings')}>
      <div className="grid max-w-[760px] gap-8">
        <Reading />
        <KeySettings />
        <PasswordForm />
        <ApiKeys />
      </div>
    </Page>
  );
}
