import { expect, test } from 'vitest';
import { intelligentMailBars } from './intelligent-mail.ts';

test('the bars are those of the example in USPS-B-3200', () => {
  expect(intelligentMailBars('0123456709498765432101234567891')).toBe(
    'AADTFFDFTDADTAADAATFDTDDAAADDTDTTDAFADADDDTFFFDDTTTADFAAADFTDAADA',
  );
  expect(intelligentMailBars('01234567094987654321')).toBe(
    'ATTFATTDTTADTAATTDTDTATTDAFDDFADFDFTFFFFFTATFAAAATDFFTDAADFTFDTDT',
  );
});
