/** Écrire les paramètres que l'agent choisit dans le volet, là où la lecture les trouve : barème et fusions compris. */
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import { LIBELLES, lireLibelles, type Libelle } from '../../dossier/lecture/libelles';
import { normaliser } from '../../valeurs/texte';
import { corriger } from './corrections';
import { lireClasseurExcel } from './lecture';
import type { Correction } from './port';

/** Une clé (« annee ») ou un libellé (« Année scolaire ») → sa clé. */
const cleDe = (nom: string): Libelle | undefined => {
  const forme = normaliser(nom);
  return (Object.keys(LIBELLES) as Libelle[]).find(
    (cle) => cle === nom || LIBELLES[cle].some((libelle) => normaliser(libelle) === forme),
  );
};

export async function ecrireParametres(
  contexte: Excel.RequestContext,
  nom: string,
  valeurs: Readonly<Record<string, string>>,
): Promise<readonly Correction[]> {
  const { classeur } = await lireClasseurExcel(contexte);
  const feuille = classeur.feuilles.find((f) => f.nom === nom);
  if (!feuille) throw new ErreurClasseur(`Feuille « ${nom} » introuvable : vérifier de nouveau.`);
  const trouves = lireLibelles(feuille);
  // un libellé absent s'ajoute sous la feuille
  let suivante = feuille.premiereLigne + feuille.lignes.length;
  const corrections = Object.entries(valeurs).flatMap(([demande, apres]): Correction[] => {
    const cle = cleDe(demande);
    const lieu = cle && trouves.get(cle)?.[0]?.lieu;
    if (lieu && lieu.ligne !== null && lieu.colonne !== null)
      return [{ feuille: nom, ligne: lieu.ligne, colonne: lieu.colonne, avant: lieu.valeur, apres }];
    const ligne = suivante++;
    const colonne = feuille.premiereColonne;
    return [
      { feuille: nom, ligne, colonne, avant: null, apres: cle ? LIBELLES[cle][0] : demande },
      { feuille: nom, ligne, colonne: colonne + 1, avant: null, apres },
    ];
  });
  return corriger(contexte, corrections);
}
