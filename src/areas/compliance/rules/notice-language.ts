/** In which languages a notice must go out, beside the language of the contract. */

export type NoticeFacts = {
  readonly state: string;
  readonly actor: 'first_party' | 'third_party';
  readonly notice: string;
  /** In which the contract was negotiated. */
  readonly contractLanguage: string;
};

/** Cal. Civ. Code 1632(b): Spanish, Chinese, Tagalog, Vietnamese, Korean. */
const californian: ReadonlySet<string> = new Set(['es', 'zh', 'tl', 'vi', 'ko']);

/**
 * English first. The District of Columbia wants its rights notice in English and Spanish from
 * collectors (D.C. Code 28-3814(m)(2)(C)); California wants a contract that was negotiated in
 * one of five languages translated whole before it is signed.
 */
export function noticeLanguages({ state, actor, notice, contractLanguage }: NoticeFacts): string[] {
  if (state === 'DC' && notice === 'dc_rights_notice' && actor === 'third_party') {
    return ['en', 'es'];
  }
  const signed = /contract|plan|agreement|settlement/u.test(notice);
  if (state === 'CA' && signed && californian.has(contractLanguage)) {
    return ['en', contractLanguage];
  }
  return ['en'];
}
