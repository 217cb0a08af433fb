/** In which languages a notice must go out, beside the language of the contract. */

export type NoticeFacts = {
  readonly state: string;
  readonly actor: 'first_party' | 'third_party';
  readonly notice: string;
  /** In which the contract was negotiated, in the main. */
  readonly negotiatedIn: string;
  /** An interpreter of the consumer's own, of age and fluent in both. */
  readonly hasInterpreter: boolean;
};

export type NoticeLanguages = {
  /** English first. */
  readonly languages: readonly string[];
  /** The translation is in the consumer's hands before anything is signed. */
  readonly deliverBeforeSignature: boolean;
};

/** Cal. Civ. Code 1632(b): Spanish, Chinese, Tagalog, Vietnamese, Korean. */
const californian: ReadonlySet<string> = new Set(['es', 'zh', 'tl', 'vi', 'ko']);

/**
 * The District of Columbia wants its rights notice in English and Spanish from collectors (D.C.
 * Code 28-3814(m)(2)(C)); California wants a contract that was negotiated in one of five
 * languages translated whole before it is signed, unless the consumer brought an interpreter
 * (Civ. Code 1632(b), (h)).
 */
export function noticeLanguages(facts: NoticeFacts): NoticeLanguages {
  const { state, actor, notice, negotiatedIn, hasInterpreter } = facts;
  if (state === 'DC' && notice === 'dc_rights_notice' && actor === 'third_party') {
    return { languages: ['en', 'es'], deliverBeforeSignature: false };
  }
  const isSigned = /contract|plan|agreement|settlement/u.test(notice);
  const isTranslated =
    state === 'CA' && isSigned && !hasInterpreter && californian.has(negotiatedIn);
  return {
    languages: isTranslated ? ['en', negotiatedIn] : ['en'],
    deliverBeforeSignature: isTranslated,
  };
}
