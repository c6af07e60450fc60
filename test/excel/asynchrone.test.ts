/** Le volet sur un Excel dont les fonctions répondent après coup : les vraies fonctions, par le moteur authentique. */
import { creerPortExcel } from '../../src/classeur/excel';
import type { Valeur } from '../../src/valeurs/valeur';
import { controleDe } from '../../src/volet/etat';
import { creerSession, type Session } from '../../src/volet/session';
import { lireFonctions } from '../../webpack/fonctions-declarees.js';
import type { FonctionDeclaree } from '../../atelier/hote/fonctions';
import { ouvrirHote, type CelluleTest, type ExcelOuvert } from '../../outils/excel';
import { jusqua } from '../outils/attente';
import { ENTETES, PARAMETRES, projet } from '../volet/port';

const RACINE = `${__dirname}/../..`;
const PS = '=CLAS.PS_BAREME(N2,H2,0.325,7885,2563)';

let ouvert: ExcelOuvert;
afterEach(() => ouvert.fermer());

async function ouvrir(pendantLeCalcul: 'occupe' | 'ancienne'): Promise<Session> {
  const { json } = await lireFonctions(RACINE, 'https://clas.example.fr/');
  const { functions } = JSON.parse(json) as { functions: FonctionDeclaree[] };
  ouvert = await ouvrirHote({
    feuilles: [
      { nom: 'Paramètres', lignes: PARAMETRES as CelluleTest[][] },
      {
        nom: 'Projets',
        lignes: [
          [...ENTETES, 'Ps'],
          [...(projet('D-1') as CelluleTest[]), { formule: PS }],
        ],
      },
    ],
    fonctions: functions,
    erreursPermises: true,
    pendantLeCalcul,
    // à partir de là, le contrôle à la frappe est d'office
    ensembles: { SharedRuntime: '1.1', CustomFunctionsRuntime: '1.3', ExcelApi: '1.19' },
  });
  jest.resetModules();
  await import('../../src/fonctions/associer');
  await ouvert.hote.repos();
  const session = creerSession({ port: creerPortExcel(), aujourdhui: () => '2022-03-01', attente: 20 });
  await session.demarrer();
  return session;
}

const psCalculee = (session: Session): number | undefined =>
  controleDe(session.etat())?.examen.totaux.psPrevisionnelle.montant?.toNumber();
const psDeLaFeuille = (session: Session): Valeur | undefined =>
  controleDe(session.etat())?.examen.lecture.projets.feuille.lignes[1]?.[ENTETES.length];

test.each([
  ['montre #OCCUPÉ!', 'occupe'],
  ['garde l’ancien résultat', 'ancienne'],
] as const)('après une frappe, la cellule %s : rien ne se dit, puis la réponse se lit', async (_, mode) => {
  const session = await ouvrir(mode);
  expect(psCalculee(session)).toBe(7_689);
  const dits: string[] = [];
  session.sabonner(() => {
    for (const { erreur } of session.etat().formules) dits.push(erreur);
    for (const { code } of controleDe(session.etat())?.examen.anomalies ?? [])
      if (code === 'ps.montant-saisi-different') dits.push(code);
  });
  await ouvert.hote.saisir('Projets!N2', 12_000);
  await jusqua(() => psDeLaFeuille(session) === 3_900);
  expect(psCalculee(session)).toBe(3_900);
  expect(dits).toEqual([]);
});
