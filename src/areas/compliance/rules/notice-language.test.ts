/** Where the law wants a second language, and where it does not. */
import { expect, test } from 'vitest';
import { noticeLanguages } from './notice-language.ts';

test.each`
  state   | actor            | notice                | contract | languages
  ${'DC'} | ${'third_party'} | ${'dc_rights_notice'} | ${'en'}  | ${['en', 'es']}
  ${'DC'} | ${'first_party'} | ${'dc_rights_notice'} | ${'en'}  | ${['en']}
  ${'CA'} | ${'first_party'} | ${'payment_plan'}     | ${'vi'}  | ${['en', 'vi']}
  ${'CA'} | ${'first_party'} | ${'payment_plan'}     | ${'fr'}  | ${['en']}
  ${'CA'} | ${'first_party'} | ${'reminder'}         | ${'es'}  | ${['en']}
  ${'TX'} | ${'first_party'} | ${'payment_plan'}     | ${'es'}  | ${['en']}
`('$notice in $state by a $actor', ({ state, actor, notice, contract, languages }) => {
  const facts = { state, actor, notice, contractLanguage: contract };
  expect(noticeLanguages(facts)).toEqual(languages);
});
