import { expect, test } from 'vitest';
import { signatureOf } from './signature.ts';

test('files of one source have one signature', () => {
  expect(signatureOf(['Invoice No.', 'Due Date'])).toBe(signatureOf(['invoice_no', 'DueDate']));
  expect(signatureOf(['a', 'b'])).not.toBe(signatureOf(['b', 'a']));
});
