/** Les rangées « libellé | valeur » de la feuille Paramètres, où qu'elles soient. */
import { lettres, numeroColonne } from '../formes/adresses';
import type { Lieu } from '../anomalies/anomalie';
import type { Feuille } from '../formes/grille';
import type { Valeur } from '../../valeurs/valeur';
import { ligneDeBareme } from './enteteBareme';
import { normaliser } from '../../valeurs/texte';

export const LIBELLES = {
  caf: ['Caf', 'code caf', 'département', 'code département', 'code de la caf'],
  nomCaf: ['Nom de la Caf', 'nom caf', 'caisse'],
  codeOrganisme: ['Code organisme', 'organisme'],
  annee: ['Année scolaire', 'campagne', 'année'],
  arrondi: ['Arrondi Ps', 'arrondi'],
  limiterAuMontantAccorde: ['Limiter la Ps au montant accordé'],
  siretCaf: ['Siret de la Caf', 'siret caf'],
  enveloppeN: ['Enveloppe notifiée N', 'enveloppe n'],
  enveloppeN1: ['Enveloppe notifiée N+1', 'enveloppe n+1'],
  contact: ['Contact', 'courriel', 'référent'],
} as const;

export type Libelle = keyof typeof LIBELLES;

export interface CelluleTrouvee {
  readonly valeur: Valeur;
  readonly lieu: Lieu;
}

const FORMES = new Map(
  Object.entries(LIBELLES).flatMap(([cle, formes]) =>
    formes.map((f) => [normaliser(f), cle as Libelle] as const),
  ),
);

/** Indice de la cellule à droite du libellé, toute sa fusion passée. */
function apresFusion({ fusions, premiereLigne, premiereColonne }: Feuille, l: number, c: number): number {
  const coin = `${lettres(premiereColonne + c)}${premiereLigne + l}:`;
  const fusion = fusions.find((plage) => plage.startsWith(coin))?.slice(coin.length);
  const derniere = /^[A-Z]{1,3}/.exec(fusion ?? '')?.[0];
  return derniere === undefined ? c + 1 : numeroColonne(derniere) - premiereColonne + 1;
}

/** Chaque libellé trouvé et ses valeurs, à sa droite ; plusieurs si le libellé est répété. */
export function lireLibelles(feuille: Feuille): ReadonlyMap<Libelle, readonly CelluleTrouvee[]> {
  const trouves = new Map<Libelle, CelluleTrouvee[]>();
  feuille.lignes.forEach((ligne, l) => {
    for (let c = 0; c < ligne.length; c++) {
      const libelle = ligne[c];
      const cle = typeof libelle === 'string' ? FORMES.get(normaliser(libelle)) : undefined;
      // la valeur d'un intitulé de barème (« Année N ») est dessous, pas à droite
      if (cle === undefined || ligneDeBareme(ligne) === c) continue;
      c = apresFusion(feuille, l, c);
      const valeur = ligne[c] ?? null;
      const lieu = {
        feuille: feuille.nom,
        ligne: feuille.premiereLigne + l,
        colonne: feuille.premiereColonne + c,
        champ: cle,
        valeur,
      };
      trouves.set(cle, [...(trouves.get(cle) ?? []), { valeur, lieu }]);
    }
  });
  return trouves;
}
