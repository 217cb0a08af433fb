/** The questions of the policy interview. */
import type { Catalogue } from '#kernel/words.ts';

export const words = {
  interview: { en: 'Policy interview', es: 'Entrevista de política' },
  intro: {
    en: 'Each question has the usual answer. They become a policy with its own tests.',
    es: 'Cada pregunta trae la respuesta habitual. Forman una política con sus pruebas.',
  },
  nameEn: { en: 'Its name in English', es: 'Su nombre en inglés' },
  nameEs: { en: 'Its name in Spanish', es: 'Su nombre en español' },
  key: { en: 'Its key (small letters)', es: 'Su clave (minúsculas)' },
  kind: { en: 'Whom is it for?', es: '¿Para quién es?' },
  kind_trade: { en: 'business customers', es: 'clientes comerciales' },
  kind_public: { en: 'public bodies', es: 'entidades públicas' },
  kind_consumer: { en: 'consumers', es: 'consumidores' },
  kind_student: { en: 'students', es: 'estudiantes' },
  kind_insurer: { en: 'insurers', es: 'aseguradoras' },
  kind_matter: { en: 'matters of a law firm', es: 'asuntos de un bufete' },
  order: { en: 'Its place among the others (lower goes first)', es: 'Su lugar (primero el menor)' },
  currency: { en: 'In which currency?', es: '¿En qué moneda?' },
  minimum: {
    en: 'Below what amount is nobody written to?',
    es: '¿Bajo qué importe no se escribe?',
  },
  between: { en: 'How many days between two notices?', es: '¿Cuántos días entre dos avisos?' },
  approveAbove: {
    en: 'Above what amount does a letter wait for a person?',
    es: '¿Sobre qué importe una carta espera a una persona?',
  },
  ladder: { en: 'When is what done?', es: '¿Cuándo se hace qué?' },
  ladder_hint: {
    en: 'Days after the due day; empty leaves the step out.',
    es: 'Días después del vencimiento; vacío omite el paso.',
  },
  courtesy: { en: 'Courtesy e-mail, days before', es: 'Correo de cortesía, días antes' },
  first: { en: 'First reminder, days after', es: 'Primer recordatorio, días después' },
  second: { en: 'Second reminder, days after', es: 'Segundo recordatorio, días después' },
  call: { en: 'Telephone call, days after', es: 'Llamada, días después' },
  letter: { en: 'Letter, days after', es: 'Carta, días después' },
  final: { en: 'Final demand, days after', es: 'Requerimiento final, días después' },
  write: { en: 'Write the policy', es: 'Escribir la política' },
} satisfies Catalogue;
