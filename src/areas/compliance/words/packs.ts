/** What the packs are called. */
import type { Language, Phrase } from '#kernel/words.ts';

export const packNames: Readonly<Record<string, Phrase>> = {
  'US.STAY': { en: 'Bankruptcy stay', es: 'Suspensión por quiebra' },
  'POLICY-HOLDS': { en: 'Holds of the firm', es: 'Bloqueos de la empresa' },
  'US-FED-REGF': {
    en: 'FDCPA and Regulation F (hired collectors)',
    es: 'FDCPA y Regulación F (cobradores contratados)',
  },
  'US-TCPA': { en: 'Calls and texts by machine', es: 'Llamadas y mensajes automáticos' },
  'POLICY-INSTRUCTIONS': { en: 'What a person said', es: 'Lo que dijo la persona' },
  'POLICY-B2B': { en: 'Business customers', es: 'Clientes empresariales' },
  'POLICY-CONSUMER': { en: 'The firm’s own consumers', es: 'Consumidores propios' },
  'US-MA-940CMR7': { en: 'Massachusetts', es: 'Massachusetts' },
  'US-DC-28-3814': { en: 'District of Columbia', es: 'Distrito de Columbia' },
  'US-NYC-5-77': { en: 'New York City', es: 'Ciudad de Nueva York' },
  'US-FL-559.72': { en: 'Florida', es: 'Florida' },
  'US-WV-46A-2': { en: 'West Virginia', es: 'Virginia Occidental' },
  'US-CA-ROSENTHAL': { en: 'California: consumers', es: 'California: consumidores' },
  'US-CA-ROSENTHAL-COMMERCIAL': {
    en: 'California: business debts of persons',
    es: 'California: deudas comerciales de personas',
  },
  'US-MD-14-202': { en: 'Maryland', es: 'Maryland' },
  'US-TX-392': { en: 'Texas', es: 'Texas' },
  'US-NC-75-50': { en: 'North Carolina', es: 'Carolina del Norte' },
  'US-PA-2270': { en: 'Pennsylvania', es: 'Pensilvania' },
  'US-MI-445.251': { en: 'Michigan', es: 'Míchigan' },
  'US-WI-427': { en: 'Wisconsin', es: 'Wisconsin' },
  'US-IA-537.7103': { en: 'Iowa', es: 'Iowa' },
  'US-CT-36A-645': { en: 'Connecticut', es: 'Connecticut' },
  'US-NH-358-C': { en: 'New Hampshire', es: 'Nuevo Hampshire' },
  'US-OR-646.639': { en: 'Oregon', es: 'Oregón' },
  'US-SC-37-5-108': { en: 'South Carolina', es: 'Carolina del Sur' },
  'US-HI-480D': { en: 'Hawaii', es: 'Hawái' },
  'US-LA-9-3510': { en: 'Louisiana', es: 'Luisiana' },
  'US-VT-CP104': { en: 'Vermont', es: 'Vermont' },
  'US-WA-19.16': { en: 'Washington', es: 'Washington' },
};

export function packName(id: string, language: Language): string {
  return packNames[id]?.[language] ?? id;
}
