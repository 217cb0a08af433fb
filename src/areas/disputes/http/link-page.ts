/**
 * What a link answers to somebody outside: the page, and what comes of the form on it.
 *
 * Nobody signs in here; the token in the address is all there is. Opening and answering are
 * writes of their own, in the audit under the link's name.
 */
import type { Language } from '#kernel/words.ts';
import { isLanguage } from '#kernel/words.ts';
import type { Refused } from '#kernel/outcome.ts';
import { type Desk, perform } from '#platform/action.ts';
import { countSignInTry } from '#platform/auth/sign-in-tries.ts';
import { hashToken, sameToken } from '#platform/auth/tokens.ts';
import { say } from '#platform/cli/say.ts';
import { answerByLink, openByLink } from '../actions/answer-by-link.ts';
import {
  type LinkView,
  formMark,
  linkView,
  pageSentence,
  questionPage,
  wordsPage,
} from '../answers/link-page.ts';
import { verdicts } from '../rules/link.ts';

export type LinkPage = { readonly status: number; readonly html: string };

export type Coming = {
  readonly token: string;
  /** As the address says; the language of the link without it. */
  readonly lang: string | undefined;
  /** Where it came from: tries are counted by it. */
  readonly address: string;
  /** The refusals' sentences. */
  readonly phrases: Parameters<typeof say>[0];
};

/** Requests from one address in a minute: far more than a person makes, fewer than a guesser. */
const mostTries = 30;
const longestToken = 200;

/** Shows the question, and notes that it was opened. */
export async function showLink(desk: Desk, coming: Coming): Promise<LinkPage> {
  const { view, language, stop } = await enter(desk, coming);
  if (stop || !view) return stop ?? unknown(coming, language);
  const { linkId, accountId } = view.link;
  const opened = await perform(
    desk,
    {
      action: 'disputes.open_link',
      actor: { ref: `link:${linkId}`, memberId: null },
      reason: 'opened by its link',
      input: { linkId },
      accountId,
    },
    (context) => openByLink(context, hashToken(coming.token)),
  );
  if (!opened.ok) return refused(coming, opened, language);
  const html = questionPage(view, { token: coming.token, language, note: '' });
  return { status: 200, html };
}

export type Form = {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The request came from a page of another site. */
  readonly foreign: boolean;
};

/** Takes an answer; what is wrong with it is said beside the form. */
export async function answerLink(
  desk: Desk,
  coming: Coming,
  { fields, files, foreign }: Form,
): Promise<LinkPage> {
  const { view, language, stop } = await enter(desk, coming);
  if (stop || !view) return stop ?? unknown(coming, language);
  if (foreign || !sameToken(fields['mark'] ?? '', formMark(coming.token))) {
    return { status: 403, html: wordsPage(language, pageSentence('not_from_here', language)) };
  }
  const { linkId, accountId } = view.link;
  const verdict = verdicts.find((each) => each === fields['verdict']) ?? 'need_more';
  const answer = (fields['answer'] ?? '').slice(0, 4000);
  const done = await perform(
    desk,
    {
      action: 'disputes.answer_link',
      actor: { ref: `link:${linkId}`, memberId: null },
      reason: 'answered by its link',
      input: { linkId, verdict, answer, files: files.map(({ name }) => name) },
      accountId,
    },
    (context) =>
      answerByLink(context, { tokenHash: hashToken(coming.token), verdict, answer, files }),
  );
  if (done.ok) {
    return { status: 200, html: wordsPage(language, pageSentence('sent', language)) };
  }
  if (done.refusal.startsWith('dispute.link_')) return refused(coming, done, language);
  const note = say(coming.phrases, done.refusal, done.facts, language);
  return { status: 422, html: questionPage(view, { token: coming.token, language, note }) };
}

type Entered = {
  readonly view: LinkView | undefined;
  readonly language: Language;
  readonly stop: LinkPage | undefined;
};

/** Counts the try, then reads what the token opens. */
async function enter(desk: Desk, { token, lang, address }: Coming): Promise<Entered> {
  const asked = lang !== undefined && isLanguage(lang) ? lang : undefined;
  const { tries } = await countSignInTry(desk.db, `link ${address}`, desk.clock.now());
  if (tries > mostTries) {
    const language = asked ?? 'en';
    const html = wordsPage(language, pageSentence('too_often', language));
    return { view: undefined, language, stop: { status: 429, html } };
  }
  const view = token.length > longestToken ? undefined : await linkView(desk.db, token);
  return { view, language: asked ?? view?.link.language ?? 'en', stop: undefined };
}

function unknown({ phrases }: Coming, language: Language): LinkPage {
  return {
    status: 404,
    html: wordsPage(language, say(phrases, 'dispute.link_unknown', {}, language)),
  };
}

function refused(
  { phrases }: Coming,
  { refusal, facts }: Refused<string>,
  language: Language,
): LinkPage {
  return { status: 410, html: wordsPage(language, say(phrases, refusal, facts, language)) };
}
