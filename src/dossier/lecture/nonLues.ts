/** Les colonnes remplies que Clas ne lit pas, et celles des siennes, absentes, auxquelles chacune ressemble. */
import { anomalie, type Anomalie } from '../anomalies/anomalie';
import type { Colonne, Colonnes } from '../colonnes/colonne';
import type { Feuille } from '../formes/grille';
import { estVide, normaliser } from '../../valeurs/texte';
import { contenuVa, type Entetes, type OptionsEntetes } from './entetes';
import { ressemblances } from './intitules';

export interface NonLue {
  readonly i: number;
  readonly entete: string;
  readonly valeurs: number;
  readonly proches: readonly string[];
}

interface OptionsNonLues extends Pick<OptionsEntetes, 'annee' | 'dates1904' | 'ignorees'> {
  /** Colonnes qu'une autre feuille dispense de trouver : rien ne leur ressemble. */
  readonly dispensees?: ReadonlySet<string> | undefined;
}

export function colonnesNonLues(
  feuille: Feuille,
  definitions: Colonnes,
  { indice, intitules, colonnes, doubles }: Entetes,
  { annee, dates1904, ignorees = [], dispensees }: OptionsNonLues,
): readonly NonLue[] {
  const lues = new Set(colonnes.values());
  const valeurs: number[] = [];
  for (const ligne of feuille.lignes.slice(indice + 1))
    ligne.forEach((v, i) => {
      if (!lues.has(i) && !estVide(v)) valeurs[i] = (valeurs[i] ?? 0) + 1;
    });
  const laissees = new Set(ignorees.map(normaliser));
  // une colonne en double est d'abord celle de son nom
  const enDouble = new Set([...doubles.values()].flat());
  const absente = (cle: string): boolean =>
    !colonnes.has(cle) && !doubles.has(cle) && dispensees?.has(cle) !== true;
  // une colonne sans valeur ne laisse rien ; `valeurs` n'en a pas la case
  return Object.keys(valeurs).map((rang): NonLue => {
    const i = Number(rang);
    const entete = intitules[i] ?? '';
    const proches =
      laissees.has(normaliser(entete)) || enDouble.has(i)
        ? []
        : ressemblances(entete, definitions, absente, annee).filter((cle) => {
            const definition = definitions[cle];
            return definition && contenuVa(feuille, indice + 1, i, definition, dates1904);
          });
    return { i, entete, valeurs: valeurs[i] ?? 0, proches };
  });
}

/** Ce qui ressemble à une colonne absente : son contenu reste inconnu tant que l'agent ne l'a pas dit. */
export const direSemblables = (
  { nom, premiereLigne, premiereColonne }: Feuille,
  definitions: Colonnes,
  { indice }: Entetes,
  nonLues: readonly NonLue[],
): readonly Anomalie[] =>
  nonLues
    .filter(({ proches }) => proches.length > 0)
    .map(({ i, entete, proches }) =>
      anomalie(
        'colonne.non-lue',
        {
          feuille: nom,
          ligne: premiereLigne + indice,
          colonne: premiereColonne + i,
          champ: proches[0] ?? null,
          valeur: entete,
        },
        { entete, col: proches.map((cle) => (definitions[cle] as Colonne).entete).join(' » ou « ') },
      ),
    );
