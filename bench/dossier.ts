/** `CLAS.DOSSIER` sur 5 000 lignes, à côté des formules qu'elle remplace, volet fermé et volet ouvert, par le moteur authentique des fonctions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { FonctionDeclaree } from '../atelier/hote/fonctions';
import type { Entree } from '../atelier/hote/grille/types';
import type { Hote } from '../atelier/hote/hote';
import { Hasard } from '../scripts/exemples/noms';
import { propre } from '../scripts/exemples/propre';
import { creerPortExcel } from '../src/classeur/excel';
import { creerSession, type Session } from '../src/volet/session';
import { complementConstruit } from '../outils/construction';
import { ouvrirHote } from '../outils/excel';
import { alternerTours, medianes, rapportMedian } from './chronometre';
import { feuillesPourExcel } from './classeurs';
import { fois, ms, tableau } from '../outils/rapport';
import type { Mesure } from './synthese';

const LIGNES = 5000;
const TOURS = 3;
/** Après un envoi, la bibliothèque garde les résultats suivants jusqu'à deux secondes : chaque mesure part du repos. */
const REPOS = 2_100;
const DELAI = 120_000;
const RAPPORT_MIN = 20;
const VIDE = Array.from({ length: 8 }, () => null);

/** Coût, collectifs, bonus enfants, bonus parents, acomptes N, acomptes N+1. */
export function lignesDeProjets(n: number): number[][] {
  const hasard = new Hasard(2021);
  return Array.from({ length: n }, () => {
    const nb = hasard.entre(1, 5);
    const cout = nb * hasard.entre(4_600, 8_300) + hasard.entre(0, 9_999) / 100;
    return [cout, nb, hasard.entre(0, nb), hasard.entre(0, nb), hasard.entre(0, 20) * 100, 0];
  });
}

/** Les huit formules d'une ligne ; la Ps, en A, sert aux sept autres. */
const formules = (ligne: number): { formule: string }[] =>
  [
    `PS(Montants!A${ligne},Montants!B${ligne})`,
    `PART_N(A${ligne})`,
    `PART_N1(A${ligne})`,
    `ACOMPTE_N(A${ligne})`,
    `ACOMPTE_N1(A${ligne})`,
    `CAP(A${ligne},Montants!E${ligne})`,
    `ENGAGEMENT(A${ligne})`,
    `BONUS(Montants!C${ligne},Montants!D${ligne})`,
  ].map((appel) => ({ formule: `=CLAS.${appel}` }));

async function ecrire(hote: Hote, feuille: string, entrees: readonly (readonly Entree[])[]): Promise<void> {
  const { feuille: cible, rect } = hote.plage(`${feuille}!A1`);
  const plage = { ...rect, lignes: entrees.length, colonnes: entrees[0]?.length ?? 0 };
  hote.classeur.grille.ecrire(cible.id, plage, entrees);
  hote.classeur.marquerPerime();
  await hote.repos(DELAI);
}

async function ouvrir(): Promise<{ hote: Hote; session: Session }> {
  const dist = await complementConstruit();
  const { functions } = JSON.parse(readFileSync(join(dist, 'fonctions.json'), 'utf8')) as {
    functions: FonctionDeclaree[];
  };
  const { hote } = await ouvrirHote({
    feuilles: [
      ...feuillesPourExcel(propre()),
      { nom: 'Montants', lignes: lignesDeProjets(LIGNES) },
      { nom: 'Formules', lignes: [] },
      { nom: 'Dossier', lignes: [] },
    ],
    fonctions: functions,
    // un Excel d'aujourd'hui : le contrôle à la frappe y est en marche
    ensembles: { SharedRuntime: '1.1', CustomFunctionsRuntime: '1.3', ExcelApi: '1.20' },
  });
  // le script publié, tel qu'Excel le charge
  new Script(readFileSync(join(dist, 'fonctions.js'), 'utf8')).runInThisContext();
  const session = creerSession({ port: creerPortExcel(), aujourdhui: () => '2022-03-01' });
  await session.demarrer();
  return { hote, session };
}

export async function mesurerDossier(): Promise<Mesure> {
  const { hote, session } = await ouvrir();
  const rangs = Array.from({ length: LIGNES }, (_, i) => i + 1);
  const montants = (feuille: string): string =>
    JSON.stringify(hote.lire(`${feuille}!A1:H${LIGNES}`).map((l) => l.map((c) => c.valeur)));
  const lus: Record<string, string> = {};
  const echanges = { formules: 0, dossier: 0 };
  const travaux = {
    formules: () => ecrire(hote, 'Formules', rangs.map(formules)),
    dossier: () => ecrire(hote, 'Dossier', [[{ formule: `=CLAS.DOSSIER(Montants!A1:F${LIGNES})` }]]),
  };
  const voletOuvert = (nom: keyof typeof travaux) => async (): Promise<void> => {
    session.montrer(true);
    echanges[nom] = (await hote.pendant(travaux[nom])).length;
  };
  const tours = await alternerTours(
    { ...travaux, formulesVolet: voletOuvert('formules'), dossierVolet: voletOuvert('dossier') },
    TOURS,
    async () => {
      session.montrer(false);
      for (const feuille of ['Formules', 'Dossier']) {
        if (hote.lire(`${feuille}!A1`)[0]?.[0]?.valeur !== null) lus[feuille] = montants(feuille);
        await ecrire(
          hote,
          feuille,
          rangs.map(() => VIDE),
        );
      }
      hote.fonctions.oublier();
      await new Promise((suite) => setTimeout(suite, REPOS));
    },
  );
  hote.fermer();
  if (lus['Formules'] !== lus['Dossier'])
    throw new Error('Les deux calculs devaient rendre les mêmes montants.');
  const t = medianes(tours);
  const rapport = rapportMedian(tours.formules, tours.dossier);
  return {
    texte: [
      `Les montants de ${LIGNES.toLocaleString('fr-FR')} projets, de l’écriture des formules à la dernière valeur, par le moteur authentique des fonctions personnalisées d’Office.js sur l’hôte émulé, ses attentes comprises. D’un côté huit formules par ligne (${(LIGNES * 8).toLocaleString('fr-FR')}, dont sept attendent la Ps), de l’autre une seule, \`CLAS.DOSSIER\`, qui déborde. Médianes de ${TOURS} tours alternés, chacun parti du repos ; mêmes montants des deux côtés. Volet ouvert, Clas relit et recontrôle le classeur à chaque fin de calcul, dans la page même qui calcule.`,
      tableau(
        ['Formules', 'Volet fermé', 'Volet ouvert', 'Échanges du volet'],
        [
          [
            `${(LIGNES * 8).toLocaleString('fr-FR')} formules CLAS`,
            ms(t.formules),
            ms(t.formulesVolet),
            String(echanges.formules),
          ],
          [
            'Une formule `CLAS.DOSSIER`',
            `**${ms(t.dossier)}**`,
            `**${ms(t.dossierVolet)}**`,
            String(echanges.dossier),
          ],
        ],
      ),
      `Rapport, volet fermé : **${fois(rapport)}** (médiane des rapports de chaque tour ; objectif : ${RAPPORT_MIN} au moins).`,
    ].join('\n\n'),
    synthese: [
      {
        mesure: `Une formule pour ${LIGNES.toLocaleString('fr-FR')} projets`,
        clas: ms(t.dossier),
        aCote: `${ms(t.formules)} (formules une à une) : ${fois(rapport)}`,
        objectif: `≥ ${RAPPORT_MIN} fois plus vite`,
        tenu: rapport >= RAPPORT_MIN,
      },
    ],
  };
}
