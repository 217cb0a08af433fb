/**
 * Yes and no as systems write them, in English and Spanish.
 *
 * A word that is neither is not taken for no: it is answered with undefined.
 */
const yes = new Set(
  (
    'y,yes,true,t,1,x,s,si,verdadero,v,on,disputed,in dispute,en disputa,disputada,' +
    'deleted,void,voided,anulado,anulada'
  ).split(','),
);
const no = new Set(
  (
    ',n,no,false,f,0,falso,off,not disputed,undisputed,none,sin disputa,no disputada,' +
    'active,activo'
  ).split(','),
);

/** True, false, or undefined for a word that is neither; nothing at all is no. */
export function readFlag(text: string): boolean | undefined {
  const word = text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}
