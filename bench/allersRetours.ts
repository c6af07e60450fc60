/** « Vérifier » et « Écrire la feuille Anomalies », par la session du volet, sur l'Office.js authentique : échanges et durée. */
import { creerPortExcel } from '../src/classeur/excel';
import { controleDe } from '../src/volet/etat';
import { creerSession } from '../src/volet/session';
import { ouvrirHote } from '../outils/excel';
import { alterner } from './chronometre';
import { fautif, feuillesPourExcel } from './classeurs';
import { ms, tableau } from '../outils/rapport';
import type { Mesure } from './synthese';

const TAILLES = [40, 1_000, 5_000] as const;
const TOURS = 5;
const ECHANGES_MAX = 3;

async function mesurerTaille(
  n: number,
): Promise<{ echanges: number[]; durees: number[]; anomalies: number }> {
  const { hote, fermer } = await ouvrirHote({ feuilles: feuillesPourExcel(fautif(n)) });
  const session = creerSession({ port: creerPortExcel(), aujourdhui: () => '2022-01-20' });
  const faire = async (geste: () => Promise<boolean>): Promise<void> => {
    if (!(await geste())) throw new Error(session.etat().annonce?.texte ?? 'Geste refusé.');
  };
  const gestes = {
    verifier: () => faire(session.verifier),
    ecrire: () => faire(session.ecrireAnomalies),
  };
  const echanges: number[] = [];
  for (const geste of Object.values(gestes)) echanges.push((await hote.pendant(geste)).length);
  const durees = await alterner(gestes, TOURS);
  const anomalies = controleDe(session.etat())?.examen.anomalies.length ?? 0;
  fermer();
  return { echanges, durees: [durees.verifier, durees.ecrire], anomalies };
}

export async function mesurerAllersRetours(): Promise<Mesure> {
  const mesures = [];
  for (const n of TAILLES) mesures.push({ n, ...(await mesurerTaille(n)) });
  const pire = Math.max(...mesures.flatMap(({ echanges }) => echanges));
  const plusGrand = mesures.at(-1);
  return {
    texte: [
      `Les deux gestes, par la session du volet et la bibliothèque Office.js authentique, sur l’hôte émulé : un projet et un collectif par ligne, une anomalie au moins par projet. Durées de bout en bout, contrôle compris ; médianes de ${TOURS} tours alternés. Le temps propre d’Excel n’y est pas : le nombre d’échanges, lui, est celui d’Excel.`,
      tableau(
        ['Lignes', 'Anomalies', '« Vérifier »', '', '« Écrire la feuille Anomalies »', ''],
        mesures.map(({ n, anomalies, echanges: [lire, ecrire], durees: [d = NaN, e = NaN] }) => [
          n.toLocaleString('fr-FR'),
          anomalies.toLocaleString('fr-FR'),
          `${lire} échanges`,
          ms(d),
          `${ecrire} échanges`,
          ms(e),
        ]),
      ),
    ].join('\n\n'),
    synthese: [
      {
        mesure: 'Échanges avec Excel, de 40 à 5 000 lignes, lecture et écriture comprises',
        clas: `${pire}`,
        objectif: `≤ ${ECHANGES_MAX}`,
        tenu: pire <= ECHANGES_MAX,
      },
      { mesure: '« Vérifier » 5 000 lignes', clas: ms(plusGrand?.durees[0] ?? NaN) },
    ],
  };
}
