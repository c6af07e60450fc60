/** Une heure de saisie dans le volet ouvert : trois mille projets, une cellule au hasard toutes les cinq secondes. */
import { creerPortExcel } from '../src/classeur/excel';
import { controleDe, type Controle } from '../src/volet/etat';
import { creerSession, type Session } from '../src/volet/session';
import { propre } from '../scripts/exemples/propre';
import { tirage } from '../outils/tirage';
import { ouvrirHote } from '../outils/excel';
import { ms, tableau } from '../outils/rapport';
import { feuillesPourExcel } from './classeurs';
import { mediane } from './chronometre';
import type { Mesure } from './synthese';

const PROJETS = 3_000;
const SAISIES = 720;
/** Un relevé de la mémoire toutes les sept minutes et demie. */
const RELEVE = 90;
/** Mo de plus, entre le premier relevé et le dernier, au-delà desquels la mémoire ne serait pas plate. */
const CROISSANCE_MAX = 10;
/** Une cellule récrite à l'identique ne s'annonce pas : passé ce délai (ms), rien n'a changé. */
const CALME = 500;
const COLONNES = ['B', 'F', 'G', 'I', 'K', 'L', 'S', 'U', 'Y', 'AB'];
const VALEURS = [
  0,
  3,
  12,
  24_000,
  12_345.67,
  '24 000,00 €',
  'favorable',
  'refusé',
  'oui',
  'collège',
  '?',
  '',
];

const memoire = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const dit = ({ examen }: Controle): string =>
  JSON.stringify([
    examen.compte,
    examen.anomalies.map(({ code, feuille, ligne, colonne }) => [code, feuille, ligne, colonne]),
    Object.entries(examen.totaux).map(([cle, { montant }]) => [cle, montant]),
  ]);

const controle = (session: Session): Controle => {
  const fait = controleDe(session.etat());
  if (!fait) throw new Error('Le volet devait avoir contrôlé le classeur.');
  return fait;
};

export async function mesurerSaisies(): Promise<Mesure> {
  const { hote, fermer } = await ouvrirHote({
    feuilles: feuillesPourExcel(propre({ nombre: PROJETS, collectifs: 2 })),
    ensembles: { SharedRuntime: '1.1', CustomFunctionsRuntime: '1.3', ExcelApi: '1.20' },
  });
  const session = creerSession({ port: creerPortExcel(), aujourdhui: () => '2022-01-20', attente: 0 });
  await session.demarrer();
  session.montrer(true);
  const hasard = tirage(2021);
  const un = <T>(choix: readonly T[]): T => choix[hasard(choix.length - 1)] as T;
  let annoncee = false;
  session.sabonner(() => {
    annoncee ||= session.etat().perime;
  });
  const durees: number[] = [];
  const releves: number[] = [];
  for (let i = 1; i <= SAISIES; i++) {
    const cellule = `Projets!${un(COLONNES)}${2 + hasard(PROJETS - 1)}`;
    const debut = performance.now();
    annoncee = false;
    await hote.saisir(cellule, un(VALEURS));
    while (session.etat().perime || (!annoncee && performance.now() - debut < CALME))
      await new Promise((suite) => setTimeout(suite, 1));
    if (annoncee) durees.push(performance.now() - debut);
    if (i % RELEVE === 0) releves.push(memoire());
  }
  const suivi = dit(controle(session));
  await session.verifier();
  if (dit(controle(session)) !== suivi)
    throw new Error('Contrôlé à la frappe, le classeur devait dire ce que dit une lecture entière.');
  fermer();
  const [premier = NaN, dernier = NaN] = [releves[0], releves.at(-1)];
  const mo = (n: number): string => `${Math.round(n)} Mo`;
  return {
    texte: [
      `Une heure d’un agent, en temps d’hôte : ${SAISIES} saisies au hasard (montants, textes, choix, cellules vidées) dans ${PROJETS.toLocaleString('fr-FR')} projets, contrôle à la frappe en marche, sur la bibliothèque Office.js authentique. À la fin, une lecture entière dit la même chose, anomalies et totaux compris. La mémoire est relevée toutes les ${RELEVE} saisies, ramasse-miettes passé ; l’hôte émulé, dans le même processus, y compte.`,
      tableau(
        ['De la saisie au contrôle refait', ''],
        [
          ['la plus longue', ms(Math.max(...durees))],
          ['médiane', ms(mediane(durees))],
          ['mémoire, de relevé en relevé', releves.map(mo).join(', ')],
        ],
      ),
    ].join('\n\n'),
    synthese: [
      {
        mesure: `Mémoire après une heure de saisie sur ${PROJETS.toLocaleString('fr-FR')} projets`,
        clas: `${dernier >= premier ? '+' : '−'}${Math.abs(Math.round(dernier - premier))} Mo`,
        objectif: `≤ ${CROISSANCE_MAX} Mo`,
        tenu: dernier - premier <= CROISSANCE_MAX,
      },
    ],
  };
}
