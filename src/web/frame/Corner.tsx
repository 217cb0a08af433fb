/** The reader's own corner: name, language, theme, the way out. */
import { useReader } from '../ui/reader.tsx';
import { useLanguage } from '../ui/language.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useWords } from '../ui/say.ts';
import { setTheme, themes, useTheme } from '../ui/theme.ts';
import { words } from '../words.ts';
import { useSpeak, useSignOut } from './reader-choices.ts';

const look =
  'flex min-h-8 items-center justify-between gap-2 rounded-md px-2.5 text-left text-sm ' +
  'text-ink-2 hover:bg-surface/60 hover:text-ink';

export function Corner() {
  const t = useWords(words);
  const reader = useReader();
  const signOut = useSignOut();
  return (
    <div className="grid gap-0.5 border-t border-line pt-2">
      <div className="truncate px-2.5 py-1 text-sm font-[600]">{reader.name}</div>
      <LanguageMenu />
      <ThemeMenu />
      <button type="button" className={look} onClick={signOut}>
        {t('sign_out')}
      </button>
    </div>
  );
}

function LanguageMenu() {
  const t = useWords(words);
  const language = useLanguage();
  const speak = useSpeak();
  return (
    <Menu
      on={language}
      onPick={(value) => speak(value === 'es' ? 'es' : 'en')}
      choices={[
        { value: 'en', name: 'English' },
        { value: 'es', name: 'Español' },
      ]}
      className={look}
    >
      {t('language')}
      <span className="text-ink-3">{language === 'es' ? 'Español' : 'English'}</span>
    </Menu>
  );
}

function ThemeMenu() {
  const t = useWords(words);
  const theme = useTheme();
  return (
    <Menu
      on={theme}
      onPick={(value) => setTheme(themes.find((known) => known === value) ?? 'system')}
      choices={themes.map((value) => ({ value, name: t(`theme_${value}`) }))}
      className={look}
    >
      {t('theme')}
      <span className="truncate text-ink-3">{t(`theme_${theme}`)}</span>
    </Menu>
  );
}
