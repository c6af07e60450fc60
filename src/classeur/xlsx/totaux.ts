/** La ligne de total d'un tableau d'Excel, telle que sa partie (`table1.xml`) la déclare. */
import { lirePlage, type Plage } from '../../dossier/formes/adresses';
import { refus } from './phrases';
import type { Balise, Receveur } from './xml';

/** Une ligne de total, et une seule, dans tout classeur d'Excel ; le fichier pourrait en annoncer davantage. */
const TOTAUX_MAX = 100;

export class LecteurTotaux implements Receveur {
  /** Numéros Excel des lignes de total. */
  readonly lignes: number[] = [];

  /** `totalsRowShown` dit seulement qu'une ligne de total a existé un jour : seul `totalsRowCount` compte. */
  ouvre(balise: Balise): void {
    if (balise.niveau !== 1) return;
    const nombre = Number(balise.attribut('totalsRowCount') ?? 0);
    if (!(nombre >= 1)) return;
    const { ligne1, ligne2 } = plageLue(balise.attribut('ref') ?? '');
    if (nombre > TOTAUX_MAX || !Number.isInteger(nombre)) throw refus('adresse');
    for (let n = Math.max(ligne1 + 1, ligne2 - nombre + 1); n <= ligne2; n++) this.lignes.push(n);
  }
}

/** « A1:G40 », ou un refus. */
export function plageLue(texte: string): Plage {
  try {
    return lirePlage(texte);
  } catch {
    throw refus('adresse');
  }
}
