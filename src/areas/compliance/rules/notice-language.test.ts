/** Where the law wants a second language, and where it does not. */
import { expect, test } from 'vitest';
import { noticeLanguages } from './notice-language.ts';

test.each`
  state   | actor            | notice                | spoken  | brought  | languages       | before
  ${'DC'} | ${'third_party'} | ${'dc_rights_notice'} | ${'en'} | ${false} | ${['en', 'es']} | ${false}
  ${'DC'} | ${'first_party'} | ${'dc_rights_notice'} | ${'en'} | ${false} | ${['en']}       | ${false}
  ${'CA'} | ${'first_party'} | ${'payment_plan'}     | ${'vi'} | ${false} | ${['en', 'vi']} | ${true}
  ${'CA'} | ${'first_party'} | ${'credit_agreement'} | ${'es'} | ${true}  | ${['en']}       | ${false}
  ${'CA'} | ${'first_party'} | ${'payment_plan'}     | ${'fr'} | ${false} | ${['en']}       | ${false}
  ${'CA'} | ${'first_party'} | ${'reminder'}         | ${'es'} | ${false} | ${['en']}       | ${false}
  ${'TX'} | ${'first_party'} | ${'payment_plan'}     | ${'es'} | ${false} | ${['en']}       | ${false}
`('$notice in $state by a $actor', ({ languages, before, spoken, brought, ...facts }) => {
  const notice = { ...facts, negotiatedIn: spoken, hasInterpreter: brought };
  expect(noticeLanguages(notice)).toEqual({ languages, deliverBeforeSignature: before });
});
