/** Les erreurs d'Excel : les fichiers et Office.js les disent en anglais, l'agent les voit en français. */
const AFFICHEES: ReadonlyMap<string, string> = new Map([
  ['#VALUE!', '#VALEUR!'],
  ['#NAME?', '#NOM?'],
  ['#NUM!', '#NOMBRE!'],
  ['#NULL!', '#NUL!'],
  ['#SPILL!', '#PROPAGATION!'],
  ['#BUSY!', '#OCCUPÉ!'],
  ['#FIELD!', '#CHAMP!'],
  ['#GETTING_DATA', '#OCCUPÉ!'],
]);

/** « #VALUE! » devient « #VALEUR! » ; ce qui s'écrit de même partout reste. */
export const erreurAffichee = (erreur: string): string => AFFICHEES.get(erreur) ?? erreur;
