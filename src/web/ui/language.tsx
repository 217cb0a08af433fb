/**
 * The reader's language and the business day, known to every part of the page.
 *
 * The language comes from the session; before sign-in it comes from the browser.
 */
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { type Day, day } from '#kernel/day.ts';
import { isLanguage, type Language } from '#kernel/words.ts';
import { keep, kept } from './kept.ts';

const LanguageContext = createContext<Language>('en');
const TodayContext = createContext<Day>(machineDay());

/** The language that sign-in speaks: the last one chosen here, else the browser's. */
export function firstLanguage(): Language {
  const stored = kept('language') ?? navigator.language.slice(0, 2);
  return isLanguage(stored) ? stored : 'en';
}

/** Gives the language to what is inside, and to the document for screen readers. */
export function Speaks({ language, children }: { language: Language; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language;
    keep('language', language);
  }, [language]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Gives the desk's business day to what is inside. */
export function IsToday({ today, children }: { today: Day | undefined; children: ReactNode }) {
  return <TodayContext value={today ?? machineDay()}>{children}</TodayContext>;
}

/** The desk's business day; the machine's own day until the desk has said. */
export function useToday(): Day {
  return useContext(TodayContext);
}

function machineDay(): Day {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return day(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}
