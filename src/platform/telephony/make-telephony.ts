/** The desk's telephone as its settings say; without a provider it dials and does not text. */
import type { TelephonySettings } from './settings.ts';
import type { Telephony } from './telephony.ts';
import { makeTexter } from './twilio.ts';

export function makeTelephony({ dialLink, callerNumber, texts }: TelephonySettings): Telephony {
  return { dialLink, callerNumber, texter: texts && makeTexter(texts) };
}
