/**
 * Relire un fichier de remontée. Rien n'y est cru : les lignes suivent le Table Schema et s'accordent entre elles, tout
 * le reste (totaux, empreintes, feuille Données, feuille Contrôle, formules) est recalculé d'elles et comparé.
 */
import { CATALOGUE, GRAVITES, type Code, type Gravite } from '../../anomalies/catalogue';
import { SITUATIONS } from '../../anomalies/messages';
import { ErreurClasseur } from '../../formes/erreurs';
import type { ClasseurLu } from '../../formes/grille';
import { lireCodeCaf } from '../../lecture/parametres';
import { FEUILLES_CLAS } from '../../feuilles';
import { anneeScolaire, lireAnnee } from '../../../reglement/annee';
import { baremePublie } from '../../../reglement/bareme';
import { bonusExistent } from '../../../reglement/bonus';
import { enFrancais, euros } from '../../../reglement/explication';
import { ZERO, montant, type Decimal } from '../../../valeurs/montant';
import { siretValide } from '../../../valeurs/siret';
import { cleDossier } from '../../../valeurs/texte';
import { comparer } from './comparaison';
import type { DonneesRemontee, DossierEcarte, LigneResume, Remontee } from './donnees';
import { empreinteDe } from './empreinte';
import { FeuilleRelue, refus } from './feuilleRelue';
import { CONTROLE, ENTETES_ECARTES, ENTETES_RESUME, FEUILLE_CONTROLE, sceauDe } from './planControle';
import { FEUILLE_DONNEES } from './planDonnees';
import { planRemontee } from './planRemontee';
import { LIBELLE_TOTAL } from './planRemonteeFeuille';
import {
  BLOCS,
  CLES_LIGNE,
  CLES_TOTAL,
  COLONNES_REMONTEE,
  IDENTITE,
  PRESENTATION,
  TITRE_TOTAUX,
  TOTAUX,
  rangDe,
  type Bloc,
  type CleTotal,
  type LigneRemontee,
} from './presentation';
import { VERSION_REGLES } from '../../../reglement/sources';
import { champsRefuses } from './schema';
import { totauxDe } from './totaux';

const VALEUR = 2;

function lireLigne(feuille: FeuilleRelue, ligne: number, bloc: Bloc): LigneRemontee {
  const lus = CLES_LIGNE.map((cle) => {
    const { type, blocs, obligatoire, entete } = COLONNES_REMONTEE[cle];
    const colonne = rangDe(cle);
    const lu = type === 'texte' ? feuille.texte(ligne, colonne) : feuille.nombre(ligne, colonne);
    if (type === 'montant' && lu !== null && (lu as Decimal).decimalPlaces() > 2)
      throw refus(`Cellule ${feuille.ou(ligne, colonne)} : plus de deux décimales (${entete}).`);
    if (lu === null && obligatoire && blocs.includes(bloc))
      throw refus(`Cellule ${feuille.ou(ligne, colonne)} vide (${entete}).`);
    return [cle, type === 'entier' && lu !== null ? Number(lu) : lu] as const;
  });
  return Object.fromEntries(lus) as unknown as LigneRemontee;
}

function lireBloc(feuille: FeuilleRelue, bloc: Bloc, annee: number): LigneRemontee[] {
  const debut = feuille.ligneDe(BLOCS[bloc].titre(annee)) + 1;
  if (feuille.texte(debut, 1) === BLOCS[bloc].neant) return [];
  // le total est la dernière ligne du bloc : un dossier nommé « Total » resterait une ligne
  let fin = feuille.ligneDe(LIBELLE_TOTAL, debut);
  while (feuille.texte(fin + 1, 1) !== null) fin = feuille.ligneDe(LIBELLE_TOTAL, fin + 1);
  return Array.from({ length: fin - debut }, (_, i) => lireLigne(feuille, debut + i, bloc));
}

/** Total de contrôle ≠ somme des lignes (C-REM-02). */
function verifierTotaux(feuille: FeuilleRelue, totaux: Remontee['totaux']): void {
  const debut = feuille.ligneDe(TITRE_TOTAUX);
  const ecrire = (cle: CleTotal, n: Decimal): string =>
    TOTAUX[cle].unite === 'montant' ? euros(n) : enFrancais(n, n.decimalPlaces());
  for (const cle of CLES_TOTAL) {
    const lu = feuille.nombre(feuille.ligneDe(TOTAUX[cle].libelle, debut), VALEUR) ?? ZERO;
    const attendu = montant(totaux[cle]);
    if (!lu.eq(attendu))
      throw refus(
        `Total de contrôle « ${TOTAUX[cle].libelle} » ${ecrire(cle, lu)} ≠ somme des lignes ${ecrire(cle, attendu)}.`,
      );
  }
}

/** Chaque ligne de la feuille Données suit le Table Schema publié. */
function verifierSchema(donnees: FeuilleRelue): void {
  for (let l = 2; l <= donnees.derniere; l++) {
    const cellules = Array.from({ length: donnees.largeur(l) }, (_, i) => donnees.valeur(l, i + 1));
    const [champ] = champsRefuses(cellules);
    if (champ !== undefined)
      throw refus(`Ligne ${l} de la feuille « ${FEUILLE_DONNEES} » : « ${champ} » hors du schéma.`);
  }
}

/** Un dossier une fois par bloc, un Siret possible, des montants qui se refont de leurs nombres. */
function verifierLignes({ accordes, verses }: DonneesRemontee, bareme: Remontee['bareme']): void {
  for (const lignes of [accordes, verses]) {
    const vus = new Set<string>();
    for (const { dossier } of lignes) {
      const cle = cleDossier(dossier);
      if (vus.has(cle)) throw refus(`Dossier « ${dossier} » présent deux fois.`);
      vus.add(cle);
    }
  }
  for (const l of accordes) {
    if (l.siret !== null && !siretValide(l.siret))
      throw refus(`Dossier « ${l.dossier} » : Siret « ${l.siret} » impossible.`);
    const attendus = [
      ['bonus enfants', l.bonusEnfants, bareme.bonusEnfants, l.montantEnfants],
      ['bonus parents', l.bonusParents, bareme.bonusParents, l.montantParents],
    ] as const;
    if (!attendus.some(([, nombre]) => (nombre ?? 0) > 0))
      throw refus(`Dossier « ${l.dossier} » sans bonus.`);
    for (const [nom, nombre, unitaire, lu] of attendus)
      if (!(unitaire ?? ZERO).times(nombre ?? 0).eq(lu ?? ZERO))
        throw refus(
          `Dossier « ${l.dossier} » : le montant des ${nom} n’est pas leur nombre au montant du barème.`,
        );
    if (!(l.montantEnfants ?? ZERO).plus(l.montantParents ?? ZERO).eq(l.montant))
      throw refus(`Dossier « ${l.dossier} » : le montant des bonus n’est pas la somme de ses deux parts.`);
  }
}

const CODES = Object.keys(CATALOGUE) as Code[];

/** Celle du catalogue, ou l'alerte d'une bloquante adoucie. */
const estPossible = (code: Code, gravite: Gravite): boolean =>
  CATALOGUE[code].gravite === gravite || (gravite === 'alerte' && CATALOGUE[code].gravite === 'bloquante');

function lireResume(controle: FeuilleRelue): LigneResume[] {
  const resume: LigneResume[] = [];
  for (let l = controle.ligneDe(ENTETES_RESUME[0]) + 1; controle.texte(l, 1) !== null; l++) {
    if (controle.texte(l, 1) === ENTETES_ECARTES[0]) break;
    const [reference, lue, situation] = [1, 2, 3].map((c) => controle.texte(l, c));
    const nombre = controle.nombre(l, 4);
    const code = CODES.find((c) => CATALOGUE[c].reference === reference && SITUATIONS[c] === situation);
    const gravite = GRAVITES.find((g) => g === lue && code !== undefined && estPossible(code, g));
    if (code === undefined || gravite === undefined || !nombre?.isInteger() || nombre.lt(1))
      throw refus(
        `Ligne ${l} de la feuille « ${FEUILLE_CONTROLE} » changée : ce n’est pas une situation connue de Clas.`,
      );
    resume.push({
      reference: CATALOGUE[code].reference,
      gravite,
      situation: SITUATIONS[code],
      nombre: nombre.toNumber(),
    });
  }
  return resume;
}

function lireEcartes(controle: FeuilleRelue): DossierEcarte[] {
  const nombre = controle.nombre(controle.ligneDe(CONTROLE.ecartes), VALEUR) ?? ZERO;
  if (nombre.isZero()) return [];
  const debut = controle.ligneDe(ENTETES_ECARTES[0]) + 1;
  return Array.from({ length: Math.max(0, controle.derniere - debut + 1) }, (_, i) => ({
    dossier: controle.texte(debut + i, 1),
    gestionnaire: controle.texte(debut + i, 2),
    motif: controle.texte(debut + i, 3),
  }));
}

function lireJustifiees(controle: FeuilleRelue, alertes: number): number {
  const ligne = controle.ligneSi(CONTROLE.justifiees);
  if (ligne === null) return 0;
  const nombre = controle.nombre(ligne, VALEUR);
  if (!nombre?.isInteger() || nombre.lt(1) || nombre.gt(alertes))
    throw refus(
      `Ligne ${ligne} de la feuille « ${FEUILLE_CONTROLE} » changée : des alertes justifiées sont parmi les alertes.`,
    );
  return nombre.toNumber();
}

/** Ce que Clas n'écrit pas : un bonus avant qu'il existe, un barème publié à un autre montant sans l'alerte qui le dit. */
function verifierBareme(
  { annee, accordes }: DonneesRemontee,
  bareme: Remontee['bareme'],
  resume: readonly LigneResume[],
): void {
  if (accordes.length > 0 && !bonusExistent(annee))
    throw refus(`Bonus accordés pour ${anneeScolaire(annee)}, quand ils n’existaient pas.`);
  const publie = baremePublie(annee);
  if (!publie || resume.some(({ situation }) => situation === SITUATIONS['bareme.modifie'])) return;
  for (const cle of ['bonusEnfants', 'bonusParents'] as const)
    if (!publie[cle]?.eq(bareme[cle] ?? ZERO))
      throw refus(
        `${CONTROLE[cle]} : ce n’est pas le montant publié pour ${anneeScolaire(annee)}, et aucune alerte ne le dit.`,
      );
}

const compter = (resume: readonly LigneResume[], gravite: Gravite): number =>
  resume.reduce((n, l) => n + (l.gravite === gravite ? l.nombre : 0), 0);

/** Le fichier d'une autre version de Clas n'est pas suspect : il se refait, ou Clas se met à jour. */
function autrePresentation(presentation: Decimal | null): ErreurClasseur {
  const fait = `Présentation ${presentation?.toString() ?? 'inconnue'} du fichier, alors que cette version de Clas lit la présentation ${PRESENTATION}.`;
  if (presentation?.lt(PRESENTATION))
    return new ErreurClasseur(
      `${fait} Il vient d’une version plus ancienne : demander à la Caf de le générer de nouveau, avec la version à jour de Clas.`,
    );
  if (presentation?.gt(PRESENTATION))
    return new ErreurClasseur(`${fait} Il vient d’une version plus récente : mettre Clas à jour.`);
  return refus(fait);
}

/** Un fichier de remontée, à en juger par ses feuilles : un classeur d'agent a ses projets. */
export const estUneRemontee = ({ feuilles }: ClasseurLu): boolean =>
  [FEUILLES_CLAS.remontee, FEUILLE_CONTROLE, FEUILLE_DONNEES].every((nom) =>
    feuilles.some((f) => f.nom === nom),
  );

/** @throws ErreurClasseur quand ce n'est pas une remontée, ou qu'elle a été modifiée. */
export async function lireRemontee(classeur: ClasseurLu): Promise<Remontee> {
  const feuille = FeuilleRelue.de(classeur, FEUILLES_CLAS.remontee);
  const controle = FeuilleRelue.de(classeur, FEUILLE_CONTROLE);
  const presentation = controle.nombre(controle.ligneDe(CONTROLE.presentation), VALEUR);
  if (!presentation?.eq(PRESENTATION)) throw autrePresentation(presentation);
  const information = (cle: keyof typeof CONTROLE): string | null =>
    controle.texte(controle.ligneDe(CONTROLE[cle]), VALEUR);
  if (information('versionRegles') !== VERSION_REGLES)
    throw refus(
      `Règles « ${information('versionRegles') ?? ''} » du fichier, alors que cette version de Clas applique « ${VERSION_REGLES} ».`,
    );
  const montantDe = (cle: keyof typeof CONTROLE): Decimal | null =>
    controle.nombre(controle.ligneDe(CONTROLE[cle]), VALEUR);
  const identite = (cle: keyof typeof IDENTITE): string | null =>
    feuille.texte(feuille.ligneDe(IDENTITE[cle]), VALEUR);
  const annee = lireAnnee(identite('annee'));
  if (annee === undefined) throw refus('Année scolaire absente ou illisible.');
  const caf = identite('caf');
  const accordes = lireBloc(feuille, 'accordes', annee);
  const verses = lireBloc(feuille, 'verses', annee);
  const donnees: DonneesRemontee = {
    caf: caf === null ? null : lireCodeCaf(caf),
    nomCaf: identite('nomCaf'),
    codeOrganisme: identite('codeOrganisme'),
    annee,
    accordes,
    verses,
    totaux: totauxDe({ accordes, verses }),
    ecartes: lireEcartes(controle),
  };
  verifierTotaux(feuille, donnees.totaux);
  const empreinte = await empreinteDe(donnees);
  if (information('empreinte') !== empreinte)
    throw refus('L’empreinte ne correspond pas aux données : le fichier a été modifié après sa génération.');
  const bareme = {
    bonusEnfants: montantDe('bonusEnfants'),
    bonusParents: montantDe('bonusParents'),
    source: information('source'),
  };
  const resume = lireResume(controle);
  const alertes = compter(resume, 'alerte');
  const relue: Omit<Remontee, 'sceau'> = {
    ...donnees,
    anomalies: {
      compte: {
        bloquante: compter(resume, 'bloquante'),
        alerte: alertes,
        information: compter(resume, 'information'),
      },
      justifiees: lireJustifiees(controle, alertes),
      resume,
    },
    versionRegles: VERSION_REGLES,
    bareme,
    empreinte,
  };
  if (relue.anomalies.compte.bloquante > 0)
    throw refus('Le fichier compte des anomalies bloquantes : Clas n’en génère pas.');
  const remontee = { ...relue, sceau: await sceauDe(relue) };
  const plan = planRemontee(remontee);
  const attendues = plan.feuilles.map(({ nom }) => nom);
  const etrangere = classeur.feuilles.find(({ nom }) => !attendues.includes(nom));
  if (etrangere) throw refus(`Feuille « ${etrangere.nom} » ajoutée après la génération.`);
  for (const attendue of plan.feuilles) comparer(FeuilleRelue.de(classeur, attendue.nom), attendue);
  verifierSchema(FeuilleRelue.de(classeur, FEUILLE_DONNEES));
  verifierLignes(donnees, bareme);
  verifierBareme(donnees, bareme, resume);
  return remontee;
}
