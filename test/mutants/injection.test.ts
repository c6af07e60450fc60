/**
 * Des textes qui voudraient être des formules, ou des noms de prototypes, suivis dans toute la chaîne : dans chaque
 * fichier que Clas écrit, relu par exceljs, ils restent des textes, et ne changent aucun montant.
 */
import { phraseDe } from '../../src/dossier/anomalies/anomalie';
import ExcelJS from 'exceljs';
import { ecrireXlsx, lireXlsx } from '../../src/classeur/xlsx';
import { planAnomalies } from '../../src/dossier/restitution/feuilles/planAnomalies';
import { planCalculs } from '../../src/dossier/restitution/feuilles/planCalculs';
import { creerCloture } from '../../src/dossier/restitution/arrete/arrete';
import { consolider } from '../../src/dossier/restitution/bilan/consolider';
import { jsonCalculer } from '../../src/dossier/restitution/json';
import { planBilan } from '../../src/dossier/restitution/bilan/planBilan';
import { planEcritures } from '../../src/dossier/restitution/arrete/planEcritures';
import { planRemontee } from '../../src/dossier/restitution/remontee/planRemontee';
import { lireRemontee } from '../../src/dossier/restitution/remontee/relecture';
import { creerRemontee } from '../../src/dossier/restitution/remontee/remontee';
import { examiner } from '../../src/dossier/examiner';
import { classeur, projet } from '../restitution/outils';
import { FORMULES_D_ATTAQUE } from './valeurs';

const PROTOTYPES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const PLEINE_CHASSE = ['＝1+1', '＋1', '－1', '＠A1'];
const HOSTILES = [...FORMULES_D_ATTAQUE, ...PLEINE_CHASSE, ...PROTOTYPES];

/** Un projet par texte hostile, dans toutes ses cellules de texte ; les noms de prototypes sont aussi des en-têtes. */
function hostile() {
  const source = classeur({
    nomCaf: '=1+1',
    projets: HOSTILES.map((texte, i) => {
      const dossier = PROTOTYPES.includes(texte) ? texte : `${texte} ${i}`;
      return projet(dossier, { Gestionnaire: texte, Action: texte, Commune: texte, Siret: null });
    }),
  });
  const feuilles = source.feuilles.map((feuille) =>
    feuille.nom === 'Projets'
      ? { ...feuille, lignes: feuille.lignes.map((l) => [...l, ...PROTOTYPES.map((nom) => `${nom}`)]) }
      : feuille,
  );
  return examiner({ ...source, feuilles }, { au: '2022-01-20' });
}

const examen = hostile();
const proprietes = { titre: '=1+1', sujet: '@A1', auteur: '+1' };

const FICHIERS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'Anomalies et Calculs': () =>
    ecrireXlsx({ proprietes, feuilles: [planAnomalies(examen), planCalculs(examen)] }),
  'la remontée': async () => ecrireXlsx(planRemontee(await creerRemontee(examen))),
  'les écritures': () => ecrireXlsx(planEcritures(creerCloture(examen))),
  'le bilan': async () => {
    const octets = await ecrireXlsx(planRemontee(await creerRemontee(examen)));
    const relue = await lireRemontee(await lireXlsx(octets));
    return ecrireXlsx(planBilan(await consolider([{ fichier: '=CMD.xlsx', remontee: relue }])));
  },
};

test('chaque projet garde ses montants : rien ne se perd, rien ne se mêle', () => {
  expect(examen.valide).toBe(true);
  const { projets } = jsonCalculer(examen);
  expect(projets).toHaveLength(HOSTILES.length);
  expect(projets.map((p) => [p['psPrevisionnelle'], p['bonus']])).toEqual(
    HOSTILES.map(() => ['7689.00', '1500.00']),
  );
  expect(projets.map((p) => p.dossier)).toEqual(expect.arrayContaining(PROTOTYPES));
});

test('une cellule démesurée, ou pleine de retours à la ligne, n’est citée que par son début, sur une ligne', () => {
  const projets = [
    projet('A', {
      'Coût prévisionnel': `12\n${'x'.repeat(32_000)}`,
      'Collectifs agréés': { illisible: '=\n=1+1' },
    }),
  ];
  const { anomalies } = examiner(classeur({ projets }), { au: '2022-01-20' });
  const citees = anomalies.filter(({ valeur }) => valeur !== null).map(phraseDe);
  expect(citees.length).toBeGreaterThanOrEqual(2);
  for (const message of citees) {
    expect(message.length).toBeLessThan(1_000);
    expect(message).not.toContain('\n');
  }
});

/** Nos seules formules : des sommes, des comptes et des produits de cellules. */
const NATIVE =
  /^(?:ROUND|SUM|SUMIF|SUMPRODUCT|COUNTA?|COUNTIF|IF|SUBTOTAL)\([A-Z0-9$:,;.'!+*\-/()"<>=& éàôÉ’]*\)$/i;

test.each(Object.entries(FICHIERS))('%s : du texte, jamais une formule', async (_, octets) => {
  const relu = new ExcelJS.Workbook();
  await relu.xlsx.load((await octets()).buffer as ArrayBuffer);
  const textes: string[] = [];
  const fautes: string[] = [];
  relu.eachSheet((feuille) =>
    feuille.eachRow((ligne) =>
      ligne.eachCell((cellule) => {
        const { type, formula, text, numFmt } = cellule;
        if (type === ExcelJS.ValueType.Formula) {
          if (!NATIVE.test(formula)) fautes.push(`${feuille.name}!${cellule.address} : formule ${formula}`);
          return;
        }
        if (type === ExcelJS.ValueType.Hyperlink || type === ExcelJS.ValueType.Error)
          fautes.push(`${feuille.name}!${cellule.address} : ${type}`);
        if (typeof cellule.value !== 'string') return;
        textes.push(text);
        if (/^\s*[=+\-@＝＋－＠]/.test(text) && numFmt !== '@')
          fautes.push(`${feuille.name}!${cellule.address} : « ${text} » sans format texte`);
      }),
    ),
  );
  expect(fautes).toEqual([]);
  // les textes hostiles y sont bien : le fichier les montre tels quels
  expect(textes.filter((t) => HOSTILES.some((h) => t.includes(h.trim()))).length).toBeGreaterThan(0);
});
