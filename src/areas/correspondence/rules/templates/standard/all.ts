/** The templates that come with the program, until a company puts its own in their place. */
import type { Template } from '../template.ts';
import { answers } from './answers.ts';
import { callTexts } from './calls.ts';
import { complaintTexts } from './complaints.ts';
import { creditTexts } from './credit.ts';
import { mailAnswers } from './mail-answers.ts';
import { paperTexts } from './papers.ts';
import { refundTexts } from './refunds.ts';
import { reminders } from './reminders.ts';
import { spoken } from './spoken.ts';

export const standardTemplates: readonly Template[] = [
  ...reminders,
  ...answers,
  ...mailAnswers,
  ...callTexts,
  ...refundTexts,
  ...complaintTexts,
  ...creditTexts,
  ...paperTexts,
  ...spoken,
];

export function standardTemplate(key: string): Template | undefined {
  return standardTemplates.find((each) => each.key === key);
}
