/** Les rangées « libellé | valeur » de la feuille Paramètres, où qu'elles soient. */
import { adresseDe, lirePlage } from '../formes/adresses';
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
  /** Code de format de la cellule, comme dans la feuille. */
  readonly format: string | undefined;
  readonly lieu: Lieu;
}

const FORMES = new Map(
  Object.entries(LIBELLES).flatMap(([cle, formes]) =>
    formes.map((f) => [normaliser(f), cle as Libelle] as const),
  ),
);

/** « Limiter la Ps au montant accordé (oui/non) » : ce qui est entre parenthèses explique le libellé. */
const libelleDe = (texte: string): Libelle | undefined =>
  FORMES.get(normaliser(texte)) ?? FORMES.get(normaliser(texte.replace(/\([^)]*\)/g, ' ')));

/** Dernière colonne de la fusion qui commence à chaque coin : « B2 » → 4. */
function finsDeFusion({ fusions }: Feuille): ReadonlyMap<string, number> {
  return new Map(
    fusions.map((plage) => {
      const { ligne1, colonne1, colonne2 } = lirePlage(plage);
      return [adresseDe(ligne1, colonne1), colonne2] as const;
    }),
  );
}

/** Chaque libellé trouvé et ses valeurs, à sa droite, toute sa fusion passée ; plusieurs si le libellé est répété. */
export function lireLibelles(feuille: Feuille): ReadonlyMap<Libelle, readonly CelluleTrouvee[]> {
  const trouves = new Map<Libelle, CelluleTrouvee[]>();
  const fins = finsDeFusion(feuille);
  const { nom, premiereLigne, premiereColonne } = feuille;
  feuille.lignes.forEach((ligne, l) => {
    const bareme = ligneDeBareme(ligne);
    for (let c = 0; c < ligne.length; c++) {
      const libelle = ligne[c];
      const cle = typeof libelle === 'string' ? libelleDe(libelle) : undefined;
      // la valeur d'un intitulé de barème (« Année N ») est dessous, pas à droite
      if (cle === undefined || bareme === c) continue;
      const fin = fins.get(adresseDe(premiereLigne + l, premiereColonne + c));
      c = fin === undefined ? c + 1 : fin - premiereColonne + 1;
      const valeur = ligne[c] ?? null;
      const lieu = {
        feuille: nom,
        ligne: premiereLigne + l,
        colonne: premiereColonne + c,
        champ: cle,
        valeur,
      };
      const trouve = { valeur, format: feuille.formats[l]?.[c], lieu };
      const deja = trouves.get(cle);
      if (deja) deja.push(trouve);
      else trouves.set(cle, [trouve]);
    }
  });
  return trouves;
}
