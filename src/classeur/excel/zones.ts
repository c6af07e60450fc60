/** Réunir des cellules de même rôle en adresses : quelques ordres à Excel au lieu d'un par cellule. */
import { adresseDe } from '../../dossier/formes/adresses';

/** Excel n'accepte pas d'adresse multiple plus longue. */
const ADRESSE_MAX = 8_000;

interface Zone {
  readonly ligne: number;
  readonly colonne: number;
  readonly fin: number;
  hauteur: number;
}

/** Cellules (lignes et colonnes à partir de 1) par clé → adresses multiples, « A1:F1,A3 ». */
export class Zones<C extends string> {
  private readonly cellules = new Map<C, Map<number, number[]>>();

  ajouter(cle: C, ligne: number, colonne: number): void {
    const lignes = this.cellules.get(cle) ?? new Map<number, number[]>();
    this.cellules.set(cle, lignes);
    const colonnes = lignes.get(ligne);
    if (colonnes) colonnes.push(colonne);
    else lignes.set(ligne, [colonne]);
  }

  adresses(): [cle: C, adresses: string[]][] {
    return [...this.cellules].map(([cle, lignes]) => [cle, joindre(reunir(lignes))]);
  }
}

/** D'abord les suites d'une ligne, puis les mêmes suites de lignes qui se suivent. */
function reunir(lignes: ReadonlyMap<number, readonly number[]>): Zone[] {
  const zones: Zone[] = [];
  let dessus = new Map<string, Zone>();
  let precedente = 0;
  for (const ligne of [...lignes.keys()].sort((a, b) => a - b)) {
    const ici = new Map<string, Zone>();
    for (const [colonne, fin] of suites(lignes.get(ligne) ?? [])) {
      const cle = `${String(colonne)}:${String(fin)}`;
      const suite = ligne === precedente + 1 ? dessus.get(cle) : undefined;
      const zone = suite ?? { ligne, colonne, fin, hauteur: 0 };
      zone.hauteur++;
      if (!suite) zones.push(zone);
      ici.set(cle, zone);
    }
    dessus = ici;
    precedente = ligne;
  }
  return zones;
}

function suites(colonnes: readonly number[]): [debut: number, fin: number][] {
  const trouvees: [number, number][] = [];
  for (const colonne of [...colonnes].sort((a, b) => a - b)) {
    const derniere = trouvees.at(-1);
    if (derniere && colonne <= derniere[1] + 1) derniere[1] = colonne;
    else trouvees.push([colonne, colonne]);
  }
  return trouvees;
}

function joindre(zones: readonly Zone[]): string[] {
  const textes: string[] = [];
  for (const { ligne, colonne, fin, hauteur } of zones) {
    const debut = adresseDe(ligne, colonne);
    const seule = hauteur === 1 && fin === colonne;
    const zone = seule ? debut : `${debut}:${adresseDe(ligne + hauteur - 1, fin)}`;
    const dernier = textes.at(-1);
    if (dernier !== undefined && dernier.length + zone.length < ADRESSE_MAX)
      textes[textes.length - 1] = `${dernier},${zone}`;
    else textes.push(zone);
  }
  return textes;
}
