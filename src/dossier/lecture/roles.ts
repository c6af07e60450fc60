/** Qui tient quel rôle, parmi les feuilles du classeur : ce que l'agent a désigné, un nom, des intitulés, une année. */
import { valeurEn } from '../formes/grille';
import { s } from '../../valeurs/pluriel';
import { normaliser } from '../../valeurs/texte';
import { anneeScolaire } from '../../reglement/annee';
import { anomalie, type Anomalie } from '../anomalies/anomalie';
import type { Colonnes } from '../colonnes/colonne';
import { ErreurClasseur } from '../formes/erreurs';
import {
  estGeneree,
  estPage,
  estUneSortie,
  FEUILLES_AGENT,
  feuillesCandidates,
  LISTES,
  MENTION,
  porteLeNom,
  type CleFeuille,
} from '../feuilles';
import type { ClasseurLu, Feuille } from '../formes/grille';
import { BILAN_VIDE, type BilanTable, type FeuilleLue } from './bilan';
import { trouverEntetes, type Pointage } from './entetes';
import { lireLibelles } from './libelles';
import { feuillesRessemblantes } from './ressemblantes';
import { TABLES } from './tables';
import { anneeDuTitre } from './titres';

/** Ce que l'agent désigne à la main : feuilles par leur nom, colonnes par leur intitulé. */
export interface Designations {
  readonly feuilles?: Partial<Record<CleFeuille, string>> | undefined;
  readonly colonnes?: Partial<Record<CleFeuille, Pointage>> | undefined;
  /** Intitulés dont l'agent dit que « ce n'est pas une colonne de Clas », et feuilles qui n'en sont pas non plus. */
  readonly ignorees?: readonly string[] | undefined;
}

/** Feuilles dont les lignes sont de l'année scolaire du classeur ; les autres en ont d'avant, ou de plusieurs. */
export const DUNE_ANNEE: ReadonlySet<CleFeuille> = new Set<CleFeuille>([
  'projets',
  'collectifs',
  'versements',
  'avenants',
]);

/** « Versements 2020-2021 » n'est pas le journal de 2021-2022. */
export const estDUneAutreAnnee = ({ nom }: Feuille, cle: CleFeuille, annee: number): boolean =>
  DUNE_ANNEE.has(cle) && anneeDuTitre(nom, annee) === 'autre';

/** Le journal se reconnaît à sa nature ou à sa gestion ; les autres feuilles, à une colonne obligatoire. */
function ressembleA(feuille: Feuille, cle: CleFeuille, annee: number, dates1904: boolean): boolean {
  if (cle === 'parametres') return lireLibelles(feuille).size > 0;
  const lues = trouverEntetes(feuille, TABLES[cle], { annee, dates1904 });
  const a = (champ: string): boolean =>
    lues?.colonnes.has(champ) === true || lues?.doubles.has(champ) === true;
  if (cle === 'versements') return a('nature') || a('gestion');
  return Object.entries<Colonnes[string]>(TABLES[cle]).some(([champ, c]) => c.exigence === 'oui' && a(champ));
}

/** Une page que Clas a écrite là (« Paiements ») n'est pas une donnée de l'agent. */
const estPageLue = (feuille: Feuille): boolean =>
  estPage(feuille.nom, valeurEn(feuille, MENTION.ligne, MENTION.colonne));

const sontLesListes = ({ nom, lignes: [premiere] }: Feuille): boolean =>
  nom === LISTES.nom && premiere?.[0] === LISTES.premierIntitule;

/** Au-delà, la phrase ne se lirait plus. */
const FEUILLES_NOMMEES_MAX = 10;

function nommer(feuilles: readonly Feuille[]): string {
  const noms = feuilles.slice(0, FEUILLES_NOMMEES_MAX).map((f) => `« ${f.nom} »`);
  const autres = feuilles.length - noms.length;
  return noms.join(', ') + (autres > 0 ? ` et ${autres} autre${s(autres)}` : '');
}
const introuvable = (nom: string, feuilles: readonly Feuille[]): ErreurClasseur =>
  new ErreurClasseur(
    `Feuille « ${nom} » introuvable (feuilles du classeur : ${nommer(feuilles) || 'aucune'}). Désigner l’une d’elles.`,
  );

export const lieuDe = ({ nom }: Feuille) => ({
  feuille: nom,
  ligne: null,
  colonne: null,
  champ: null,
  valeur: null,
});

interface Choix {
  readonly feuille: Feuille | undefined;
  /** Feuilles entre lesquelles rien ne tranche. */
  readonly doute: readonly Feuille[];
}

function choisir(
  { feuilles, dates1904 }: ClasseurLu,
  cle: CleFeuille,
  designee: string | undefined,
  annee: number,
): Choix {
  const deLAgent = designee === undefined ? feuilles.filter((f) => !estPageLue(f)) : feuilles;
  const candidates = feuillesCandidates(deLAgent, cle, designee);
  const [premiere] = candidates;
  if (designee !== undefined && !premiere) throw introuvable(designee, feuilles);
  if (designee !== undefined || (candidates.length === 1 && premiere && porteLeNom(premiere.nom, cle)))
    return { feuille: premiere, doute: [] };
  const ressemblantes = candidates.filter((f) => ressembleA(f, cle, annee, dates1904));
  // un onglet par année : le sien, s'il est seul à l'être
  const siennes = ressemblantes.filter((f) => !DUNE_ANNEE.has(cle) || !estDUneAutreAnnee(f, cle, annee));
  const semblables = siennes.length === 1 ? siennes : ressemblantes;
  // une seule feuille pour les projets ou les paramètres : mieux vaut dire ce qui lui manque que « introuvable »
  const admises =
    semblables.length === 0 && (cle === 'projets' || cle === 'parametres')
      ? candidates.slice(0, 1)
      : semblables;
  const [seule] = admises;
  if (admises.length === 1 && seule && cle !== 'projets' && estDUneAutreAnnee(seule, cle, annee))
    return { feuille: undefined, doute: [] };
  return { feuille: seule, doute: admises.length > 1 ? admises : [] };
}

export class Roles {
  readonly anomalies: Anomalie[] = [];
  private readonly tenus = new Map<Feuille, { readonly cle: CleFeuille; readonly bilan: BilanTable }>();
  private readonly douteux = new Set<CleFeuille>();
  private readonly ignorees: ReadonlySet<string>;

  constructor(
    private readonly classeur: ClasseurLu,
    private readonly designations: Designations,
  ) {
    this.ignorees = new Set(designations.ignorees?.map(normaliser));
  }

  /**
   * @throws ErreurClasseur quand aucune feuille ne peut être celle des projets : rien ne peut être dit du classeur
   */
  exigerProjets(): void {
    const { feuilles, dates1904 } = this.classeur;
    if (choisir(this.classeur, 'projets', this.designations.feuilles?.projets, 0).feuille) return;
    const probables = [...feuillesRessemblantes(feuilles, 'projets', { annee: 0, dates1904 })];
    const [premiere, seconde] = probables;
    const laquelle = seconde
      ? `${nommer(probables)} en ont les intitulés : nommer « Projets » la bonne`
      : premiere
        ? `${nommer(probables)} en a les intitulés : la nommer « Projets »`
        : 'Renommer la feuille des projets';
    throw new ErreurClasseur(
      `Feuille « Projets » introuvable (feuilles du classeur : ${nommer(feuilles) || 'aucune'}). ${laquelle}, ou la désigner.`,
    );
  }

  /** La feuille qui tient ce rôle ; ce qui fait hésiter se dit. */
  trouver(cle: CleFeuille, annee: number): Feuille | undefined {
    const designee = this.designations.feuilles?.[cle];
    const { feuille, doute } = choisir(this.classeur, cle, designee, annee);
    const [premiere] = doute;
    // la seule feuille des projets se lit, et rien ne se fait d'officiel tant que l'agent n'a pas dit que c'est elle
    if (feuille && designee === undefined && estDUneAutreAnnee(feuille, cle, annee))
      this.anomalies.push(
        anomalie('feuille.autre-annee', lieuDe(feuille), { v: feuille.nom, annee: anneeScolaire(annee) }),
      );
    if (premiere) {
      this.douteux.add(cle);
      this.anomalies.push(
        anomalie('feuille.en-double', lieuDe(premiere), {
          role: FEUILLES_AGENT[cle],
          feuilles: nommer(doute),
        }),
      );
    }
    return feuille;
  }

  /** Plusieurs feuilles peuvent tenir ce rôle, et rien ne tranche. */
  enDoute(cle: CleFeuille): boolean {
    return this.douteux.has(cle);
  }

  retenir(feuille: Feuille, cle: CleFeuille, bilan: BilanTable): void {
    this.tenus.set(feuille, { cle, bilan });
    if (feuille.visibilite === 'visible') return;
    const code = feuille.visibilite === 'masquee' ? 'feuille.masquee' : 'feuille.tres-masquee';
    this.anomalies.push(anomalie(code, lieuDe(feuille), { v: feuille.nom }));
  }

  /** Les feuilles de l'agent que personne ne lit. */
  sansRole(): readonly Feuille[] {
    return this.classeur.feuilles.filter(
      (f) =>
        !this.tenus.has(f) &&
        !estGeneree(f.nom) &&
        !estUneSortie(f.nom) &&
        !this.ignorees.has(normaliser(f.nom)),
    );
  }

  bilan(): readonly FeuilleLue[] {
    return this.classeur.feuilles.map((feuille) => {
      const tenu = this.tenus.get(feuille);
      const deClas = estGeneree(feuille.nom) || estPageLue(feuille) || sontLesListes(feuille);
      return {
        feuille: feuille.nom,
        role: tenu?.cle ?? (deClas ? 'generee' : null),
        visible: feuille.visibilite === 'visible',
        ...(tenu?.bilan ?? BILAN_VIDE),
      };
    });
  }
}
