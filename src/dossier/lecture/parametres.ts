/** Feuille Paramètres : Caf, année scolaire, arrondi, barème. */
import { anomalie, type Anomalie, type Lieu } from '../anomalies/anomalie';
import { autreCafNommee, cafDesignee, cafsDuCode } from '../cafs';
import type { Colonne } from '../colonnes/colonne';
import { ErreurClasseur } from '../formes/erreurs';
import type { Feuille } from '../formes/grille';
import { lireAnnee } from '../../reglement/annee';
import { ARRONDIS } from '../../reglement/arrondis';
import { indexDe } from '../../valeurs/choix';
import type { Bareme } from '../../reglement/bareme';
import type { ArrondiPs } from '../../reglement/ps';
import { anneeDeCellule, anneesIllisibles, lireBareme, lireLignesBareme, type LigneBareme } from './bareme';
import { BILAN_VIDE, type BilanTable } from './bilan';
import { lireCellule } from './cellule';
import { LIBELLES, lireLibelles, type CelluleTrouvee, type Libelle } from './libelles';
import type { Decimal } from '../../valeurs/montant';
import { normaliser, pleine, texteDe } from '../../valeurs/texte';

export interface Parametres {
  /** N, année d'ouverture. */
  readonly annee: number;
  /** Code du département (« 45 », « 2A ») ; `null` si absent ou inconnu. */
  readonly caf: string | null;
  readonly nomCaf: string | null;
  readonly codeOrganisme: string | null;
  readonly arrondi: ArrondiPs;
  readonly contact: string | null;
  /** La Ps liquidée ne dépasse pas le montant accordé ; oui sans choix de l'agent, `null` : la cellule est illisible. */
  readonly limiterAuMontantAccorde: boolean | null;
  /** Enveloppes notifiées des années civiles N et N+1 ; `null` : non renseignée, ou illisible. */
  readonly enveloppeN: Decimal | null;
  readonly enveloppeN1: Decimal | null;
  /** Siret de la Caf, pour les données ouvertes ; tel que saisi. */
  readonly siretCaf: string | null;
  /** Barème de N, du classeur sinon publié ; `null` : absent. */
  readonly bareme: Bareme | null;
  /** Barème de N-1, pour les bonus qu'il paie ; de la même provenance. */
  readonly baremePrecedent: Bareme | null;
}

/** « 1 », 1, « 01 » donnent « 01 » ; « 2a » donne « 2A ». */
export function lireCodeCaf(texte: string): string | null {
  const code = texte
    .trim()
    .toUpperCase()
    .replace(/^CAF\s*/, '')
    .padStart(2, '0')
    .replace(/^0(?=\d{2}$)/, '');
  return cafsDuCode(code).length > 0 ? code : null;
}

/** Plusieurs valeurs différentes d'un libellé, ou plusieurs codes dans la cellule : une remontée n'en porte qu'une. */
function melange(
  cellules: readonly CelluleTrouvee[],
  decouper: (texte: string) => readonly string[],
): readonly string[] {
  const valeurs = new Set(cellules.flatMap(({ valeur }) => decouper(texteDe(valeur) ?? '')));
  return valeurs.size > 1 ? [...valeurs] : [];
}

const codesDeCaf = (texte: string): string[] =>
  texte.split(/[\s,;/+]/).flatMap((mot) => lireCodeCaf(mot) ?? []);
const annees = (texte: string): string[] => {
  const annee = lireAnnee(texte);
  return annee === undefined ? [] : [String(annee)];
};

const SANS_ANNEE =
  'Année scolaire absente ou illisible : la saisir dans la feuille Paramètres, par exemple 2021-2022.';

/** Les lignes du barème : celles d'une année, et celles dont l'année ne se lit pas. */
const bilanDuBareme = (
  lignes: readonly LigneBareme[],
): { readonly lues: readonly number[]; readonly lignesIgnorees: BilanTable['lignesIgnorees'] } => ({
  lues: lignes.flatMap(({ ligne, annee }) => (annee === undefined ? [] : ligne)),
  lignesIgnorees: lignes.flatMap(({ ligne, annee }) =>
    annee === undefined ? { ligne, derniere: ligne, motif: 'barème dont l’année ne se lit pas' } : [],
  ),
});

const bilanAPart = (lignes: readonly LigneBareme[]): BilanTable => {
  const { lues, lignesIgnorees } = bilanDuBareme(lignes);
  return { ...BILAN_VIDE, lignesLues: lues.length, lignesIgnorees };
};

interface ParametresLus extends Parametres {
  readonly anomalies: readonly Anomalie[];
  readonly bilan: BilanTable;
  /** La feuille du barème, quand l'agent ne le tient pas dans Paramètres. */
  readonly baremeAPart: { readonly feuille: Feuille; readonly bilan: BilanTable } | null;
}

/** @param baremes les feuilles où l'agent peut tenir le barème ; celui de Paramètres l'emporte */
export function lireParametres(
  feuille: Feuille | undefined,
  dates1904 = false,
  baremes: readonly Feuille[] = [],
): ParametresLus {
  if (!feuille) throw new ErreurClasseur(`Feuille « Paramètres » introuvable. ${SANS_ANNEE}`);
  const libelles = lireLibelles(feuille);
  const premiere = (cle: Libelle): CelluleTrouvee | undefined => libelles.get(cle)?.[0];
  const texte = (cle: Libelle): string | null => texteDe(premiere(cle)?.valeur ?? null);
  const lieu = (cle: Libelle): Lieu =>
    premiere(cle)?.lieu ?? {
      feuille: feuille.nom,
      ligne: null,
      colonne: null,
      champ: cle,
      valeur: null,
    };
  const saisie = premiere('annee');
  const annee = saisie && anneeDeCellule(saisie.valeur, saisie.format, dates1904);
  if (annee === undefined) throw new ErreurClasseur(SANS_ANNEE);

  const anomalies: Anomalie[] = [];
  for (const [cle, decouper, nom] of [
    ['caf', codesDeCaf, 'les Caf'],
    ['annee', annees, 'les années'],
  ] as const) {
    const valeurs = melange(libelles.get(cle) ?? [], decouper);
    if (valeurs.length > 0)
      anomalies.push(
        anomalie('remontee.caf-ou-annee-melangees', lieu(cle), { liste: `${nom} ${valeurs.join(' et ')}` }),
      );
  }
  const saisi = texte('caf');
  const caf = saisi === null ? null : lireCodeCaf(saisi);
  const nomCaf = texte('nomCaf');
  const codeOrganisme = texte('codeOrganisme');
  const inconnue = (v: string): Anomalie => anomalie('parametres.caf-inconnue', lieu('caf'), { v });
  if (caf === null) {
    if (anomalies.length === 0) anomalies.push(inconnue(saisi === null ? '' : ` (« ${saisi} »)`));
  } else {
    const autre = autreCafNommee({ caf, nomCaf });
    if (autre !== null) anomalies.push(inconnue(` (code ${caf}, mais nom de la Caf ${autre.code})`));
    else if (cafDesignee({ caf, nomCaf }) === null) anomalies.push(inconnue(` (deux Caf dans le ${caf})`));
  }

  const arrondiSaisi = texte('arrondi');
  const arrondi = arrondiSaisi === null ? 'bareme' : indexDe(ARRONDIS).get(normaliser(arrondiSaisi));
  if (arrondi === undefined)
    anomalies.push(
      anomalie('cellule.valeur-illisible', lieu('arrondi'), {
        v: arrondiSaisi ?? '',
        col: LIBELLES.arrondi[0],
        parametre: true,
        attendu: 'choisir barème publié, centime ou euro',
      }),
    );

  /** Une cellule facultative, lue comme celles d'un tableau ; vide : la valeur par défaut. */
  const lire = <V>(cle: Libelle, definition: Omit<Colonne, 'exigence' | 'synonymes' | 'aide'>, defaut: V) => {
    const { valeur: saisi, format } = premiere(cle) ?? {};
    const brut = pleine(saisi);
    if (brut === null) return defaut;
    const { valeur, anomalie: dite } = lireCellule(
      brut,
      { ...definition, exigence: 'non', synonymes: [], aide: '' },
      { lieu: lieu(cle), dates1904, format },
    );
    // une rangée n'est pas une colonne, et sa phrase le dit
    if (dite) anomalies.push({ ...dite, parametres: { ...dite.parametres, parametre: true } });
    return valeur as V | null;
  };
  const limiterAuMontantAccorde = lire<boolean>(
    'limiterAuMontantAccorde',
    { entete: LIBELLES.limiterAuMontantAccorde[0], type: 'ouiNon' },
    true,
  );
  const enveloppe = (cle: 'enveloppeN' | 'enveloppeN1') =>
    lire<Decimal | null>(cle, { entete: LIBELLES[cle][0], type: 'montant' }, null);
  const enveloppeN = enveloppe('enveloppeN');
  const enveloppeN1 = enveloppe('enveloppeN1');

  const siennes = lireLignesBareme(feuille, dates1904);
  const aPart =
    siennes.length > 0
      ? undefined
      : baremes
          .map((f) => ({ feuille: f, lignes: lireLignesBareme(f, dates1904) }))
          .find((b) => b.lignes.length > 0);
  const lignes = aPart?.lignes ?? siennes;
  const lu = lireBareme(feuille, lignes, annee, dates1904);
  const illisibles = anneesIllisibles(lignes);
  const utiles = new Set(
    [...libelles.values()].flatMap((cellules) => cellules.map(({ lieu: l }) => l.ligne)),
  );
  const duBareme = bilanDuBareme(siennes);
  for (const ligne of duBareme.lues) utiles.add(ligne);
  return {
    annee,
    caf,
    nomCaf,
    codeOrganisme,
    arrondi: (arrondi ?? 'bareme') as ArrondiPs,
    contact: texte('contact'),
    limiterAuMontantAccorde,
    enveloppeN,
    enveloppeN1,
    siretCaf: texte('siretCaf'),
    bareme: lu.bareme,
    // ses anomalies n'en sont pas pour l'année du classeur
    baremePrecedent: lireBareme(feuille, lignes, annee - 1, dates1904).bareme,
    anomalies: [...anomalies, ...illisibles, ...lu.anomalies],
    baremeAPart: aPart ? { feuille: aPart.feuille, bilan: bilanAPart(aPart.lignes) } : null,
    bilan: {
      ...BILAN_VIDE,
      lignesLues: utiles.size,
      lignesIgnorees: duBareme.lignesIgnorees,
    },
  };
}
