/**
 * Relire un fichier de remontée. Il doit être tel que Clas l'a écrit : totaux égaux à la somme des lignes,
 * empreinte égale à celle des données, et chaque cellule égale à celle que le plan récrirait.
 */
import { z } from 'zod/mini';
import type { Gravite } from '../../anomalies/catalogue';
import type { ClasseurLu } from '../../formes/grille';
import { lireCodeCaf } from '../../lecture/parametres';
import { FEUILLES_CLAS } from '../../feuilles';
import { lireAnnee } from '../../../reglement/annee';
import { enFrancais, euros } from '../../../reglement/explication';
import { ZERO, montant, type Decimal } from '../../../valeurs/montant';
import { comparer } from './comparaison';
import { estNeant, totauxDe } from './donnees';
import { empreinteDe, type DonneesRemontee } from './empreinte';
import { FeuilleRelue, refus } from './feuilleRelue';
import { nomFichier } from './identite';
import { CONTROLE, ENTETES_RESUME, FEUILLE_CONTROLE } from './planControle';
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
import type { LigneResume, Remontee } from './remontee';

/** Une remontée relue a tout ce qu'avait celle qui a été écrite. */
export type RemonteeLue = Remontee;

const VALEUR = 2;

function lireLigne(feuille: FeuilleRelue, ligne: number, bloc: Bloc): LigneRemontee {
  const lus = CLES_LIGNE.map((cle) => {
    const { type, blocs, obligatoire, entete } = COLONNES_REMONTEE[cle];
    const colonne = rangDe(cle);
    const lu = type === 'texte' ? feuille.texte(ligne, colonne) : feuille.nombre(ligne, colonne);
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
    TOTAUX[cle].calcul === 'somme' && COLONNES_REMONTEE[TOTAUX[cle].colonne].type === 'montant'
      ? euros(n)
      : enFrancais(n, n.decimalPlaces());
  for (const cle of CLES_TOTAL) {
    const lu = feuille.nombre(feuille.ligneDe(TOTAUX[cle].libelle, debut), VALEUR) ?? ZERO;
    const attendu = montant(totaux[cle]);
    if (!lu.eq(attendu))
      throw refus(
        `Total de contrôle « ${TOTAUX[cle].libelle} » ${ecrire(cle, lu)} ≠ somme des lignes ${ecrire(cle, attendu)}.`,
      );
  }
}

/** Une ligne du résumé des anomalies, telle qu'un fichier venu d'ailleurs doit l'avoir. */
const LIGNE_RESUME = z.object({
  reference: z.string().check(z.regex(/^C-[A-Z]+-\d{2}$/)),
  gravite: z.enum(['bloquante', 'alerte', 'information']),
  situation: z.string().check(z.minLength(1)),
  nombre: z.int().check(z.positive()),
});

function lireResume(controle: FeuilleRelue): LigneResume[] {
  const resume: LigneResume[] = [];
  for (let l = controle.ligneDe(ENTETES_RESUME[0]) + 1; controle.texte(l, 1) !== null; l++) {
    const lue = LIGNE_RESUME.safeParse({
      reference: controle.texte(l, 1),
      gravite: controle.texte(l, 2),
      situation: controle.texte(l, 3),
      nombre: Number(controle.nombre(l, 4) ?? 0),
    });
    if (!lue.success) throw refus(`Ligne ${l} de la feuille « ${FEUILLE_CONTROLE} » illisible.`);
    resume.push(lue.data);
  }
  return resume;
}

/** @throws ErreurClasseur quand ce n'est pas une remontée, ou qu'elle a été modifiée. */
export async function lireRemontee(classeur: ClasseurLu): Promise<RemonteeLue> {
  const feuille = FeuilleRelue.de(classeur, FEUILLES_CLAS.remontee);
  const controle = FeuilleRelue.de(classeur, FEUILLE_CONTROLE);
  const presentation = controle.nombre(controle.ligneDe(CONTROLE.presentation), VALEUR);
  if (!presentation?.eq(PRESENTATION))
    throw refus(
      `Présentation ${presentation?.toString() ?? 'inconnue'} du fichier, alors que cette version de Clas lit la présentation ${PRESENTATION}.`,
    );
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
    totaux: totauxDe(accordes, verses),
  };
  verifierTotaux(feuille, donnees.totaux);

  const information = (cle: keyof typeof CONTROLE): string =>
    controle.texte(controle.ligneDe(CONTROLE[cle]), VALEUR) ?? '';
  const nombre = (cle: Gravite): number =>
    Number(controle.nombre(controle.ligneDe(CONTROLE[cle]), VALEUR) ?? 0);
  const empreinte = await empreinteDe(donnees);
  if (information('empreinte') !== empreinte)
    throw refus('L’empreinte ne correspond pas aux données : le fichier a été modifié après sa génération.');
  const remontee: RemonteeLue = {
    ...donnees,
    neant: estNeant(donnees),
    anomalies: {
      compte: {
        bloquante: nombre('bloquante'),
        alerte: nombre('alerte'),
        information: nombre('information'),
      },
      resume: lireResume(controle),
    },
    versionRegles: information('versionRegles'),
    bareme: information('bareme'),
    empreinte,
    fichier: nomFichier(annee, donnees),
  };
  for (const plan of planRemontee(remontee).feuilles) comparer(FeuilleRelue.de(classeur, plan.nom), plan);
  return remontee;
}
