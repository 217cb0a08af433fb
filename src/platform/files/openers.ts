/** Everything that opens a file with the help of a library, handed to those who read. */
import { openMail } from './open-mail.ts';
import { openEnclosed, openPdf } from './open-pdf.ts';
import { openXlsx } from './open-xlsx.ts';

export const openers = {
  sheet: openXlsx,
  pdf: openPdf,
  enclosed: openEnclosed,
  mail: openMail,
} as const;
