/** What the screen of experiments says beside the area's words. */
import type { Catalogue } from '#kernel/words.ts';
import { runWords } from '../../words/run.ts';

export const words = {
  ...runWords,
  experiments: { en: 'Experiments', es: 'Experimentos' },
  none: { en: 'No experiment in force', es: 'Ningún experimento vigente' },
  none_why: {
    en: 'A strategy that names a challenger, a share of its accounts and its days shows up here once it is published.',
    es: 'Una estrategia que nombra una retadora, una parte de sus cuentas y sus días aparece aquí cuando se publica.',
  },
  strategies: { en: 'Strategies', es: 'Estrategias' },
  against: { en: '{strategy} against {challenger}', es: '{strategy} frente a {challenger}' },
  split: {
    en: '{share} % of the accounts go to {challenger}, {from} to {to}',
    es: 'El {share} % de las cuentas va a {challenger}, del {from} al {to}',
  },
  state_off: { en: 'off', es: 'inactivo' },
  state_waits: { en: 'on, not begun', es: 'activo, sin comenzar' },
  state_runs: { en: 'running', es: 'en curso' },
  state_over: { en: 'over', es: 'terminado' },
  state_no_challenger: { en: 'the challenger is not in force', es: 'la retadora no está vigente' },
  side: { en: 'Side', es: 'Lado' },
  accounts: { en: 'Accounts', es: 'Cuentas' },
  collected: { en: 'Collected of what was owed', es: 'Cobrado de lo debido' },
  champion: { en: '{strategy}, in force', es: '{strategy}, vigente' },
  challenger: { en: '{challenger}, tried', es: '{challenger}, a prueba' },
  difference: {
    en: 'Difference {difference}, 95 % between {from} and {to}',
    es: 'Diferencia {difference}, 95 % entre {from} y {to}',
  },
  no_interval: {
    en: 'Too few accounts to say: each side needs two.',
    es: 'Muy pocas cuentas para decirlo: cada lado necesita dos.',
  },
  better_champion: {
    en: '{strategy} collects more, beyond chance.',
    es: '{strategy} cobra más, más allá del azar.',
  },
  better_challenger: {
    en: '{challenger} collects more, beyond chance.',
    es: '{challenger} cobra más, más allá del azar.',
  },
  better_nobody: {
    en: 'Which is better nobody knows yet.',
    es: 'Cuál es mejor aún no se sabe.',
  },
  start: { en: 'Start', es: 'Iniciar' },
  stop: { en: 'Stop', es: 'Detener' },
  start_of: {
    en: 'Start the experiment of {strategy}',
    es: 'Iniciar el experimento de {strategy}',
  },
  stop_of: { en: 'Stop the experiment of {strategy}', es: 'Detener el experimento de {strategy}' },
  stop_why: {
    en: 'From the next run all accounts go with {strategy}. What came of it so far is kept.',
    es: 'Desde la próxima ejecución todas las cuentas siguen con {strategy}. Lo obtenido se conserva.',
  },
  start_why: {
    en: 'From the next run accounts are split by chance; each stays on its side.',
    es: 'Desde la próxima ejecución las cuentas se reparten al azar; cada una se queda en su lado.',
  },
  reason: { en: 'Reason', es: 'Motivo' },
  is_over: { en: 'Its last day has passed.', es: 'Su último día ya pasó.' },
  switched: { en: 'Switched.', es: 'Cambiado.' },
  last_word: { en: '{by}, {at}: {reason}', es: '{by}, {at}: {reason}' },
} satisfies Catalogue;
