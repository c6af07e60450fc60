/** La ligne de total d'un tableau d'Excel, telle que sa partie (`table1.xml`) la déclare. */
import { lirePlage } from '../../dossier/formes/adresses';
import { refus } from './phrases';
import { type Receveur, attribut } from './xml';

/** Une ligne de total, et une seule, dans tout classeur d'Excel ; le fichier pourrait en annoncer davantage. */
const TOTAUX_MAX = 100;

export class LecteurTotaux implements Receveur {
  /** Numéros Excel des lignes de total. */
  readonly lignes: number[] = [];

  /** `totalsRowShown` dit seulement qu'une ligne de total a existé un jour : seul `totalsRowCount` compte. */
  ouvre(nom: string, s: string, debut: number, fin: number): void {
    if (nom !== 'table') return;
    const nombre = Number(attribut(s, debut, fin, 'totalsRowCount') ?? 0);
    if (!(nombre >= 1)) return;
    const { ligne1, ligne2 } = plage(attribut(s, debut, fin, 'ref') ?? '');
    if (nombre > TOTAUX_MAX || !Number.isInteger(nombre)) throw refus('adresse');
    for (let n = Math.max(ligne1 + 1, ligne2 - nombre + 1); n <= ligne2; n++) this.lignes.push(n);
  }

  ferme(): void {
    // rien à l'intérieur ne compte
  }

  texte(): void {
    // tout est dans les attributs
  }
}

function plage(ref: string): ReturnType<typeof lirePlage> {
  try {
    return lirePlage(ref);
  } catch {
    throw refus('adresse');
  }
}
