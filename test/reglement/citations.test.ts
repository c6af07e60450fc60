/** Les règles citent, expliquent, ne contiennent pas de nombre et ne touchent à rien d'extérieur. */
import ts from 'typescript';
import * as R from '../../src/reglement';
import { BAREME_2021, d } from './outils';
import { FICHIERS, fonctionsExportees, parcourir } from './sources';

/** Une citation porte sur une section, ou plusieurs : « § 2.2 et 3.3 ». */
const CITATIONS = /§ ?(\d+(?:\.\d+)*)(?:(?: et |, )(\d+\.\d+))?/g;
/** Ni règle ni calcul : rien à citer. */
const SANS_CITATION = ['annee.ts', 'arrondis.ts', 'siret.ts', 'montant.ts', 'explication.ts', 'index.ts'];

describe('Citations', () => {
  const citations = FICHIERS.flatMap(({ nom, texte }) =>
    [...texte.matchAll(CITATIONS)].flatMap((m) =>
      m.slice(1).flatMap((section) => (section ? [{ nom, section }] : [])),
    ),
  );

  test('chaque section citée existe', () => {
    expect(citations.length).toBeGreaterThan(20);
    expect(citations.filter(({ section }) => !(section in R.SECTIONS))).toEqual([]);
  });

  test.each(FICHIERS.map((f) => f.nom).filter((nom) => !SANS_CITATION.includes(nom)))(
    '%s cite la circulaire',
    (nom) => {
      expect(citations.filter((c) => c.nom === nom)).not.toEqual([]);
    },
  );
});

/** Un appel de chaque fonction qui rend un résultat expliqué ; la Ps par chacun de ses chemins. */
const APPELS: Record<string, () => readonly R.Resultat[]> = {
  ps: () => [
    R.ps(d(6000), 1, BAREME_2021),
    R.ps(d(9000), 1, BAREME_2021),
    R.ps(d(9000), 1, BAREME_2021, 'centime'),
    R.ps(d(9000), 2, BAREME_2021, 'euro'),
    R.ps(d(9000), 0, BAREME_2021),
  ],
  bonusDe: () => [R.bonusDe('enfants', 2, d(300))],
  bonus: () => [R.bonus(1, 2, d(300), d(300))],
  sansBonus: () => [R.sansBonus('Bonus', 'agrément en attente')],
  partN: () => [R.partN(d(100))],
  partN1: () => [R.partN1(d(100))],
  acompteMaxN: () => [R.acompteMaxN(d(100))],
  acompteMaxN1: () => [R.acompteMaxN1(d(100))],
  chargeAPayer: () => [R.chargeAPayer(d(100), d(10))],
  tropVerseN: () => [R.tropVerseN(d(100), d(50))],
  engagement: () => [R.engagement(d(100))],
  ecartChargeAPayer: () => [R.ecartChargeAPayer(d(100), d(90))],
  soldeN: () => [R.soldeN(d(100), d(10))],
  soldeN1: () => [R.soldeN1(d(100), d(10))],
  soldePs: () => [R.soldePs(d(100), d(10), d(10))],
  aPayer: () => [R.aPayer(d(100), d(300))],
  indu: () => [R.indu(d(-100))],
  ecartControle: () => [R.ecartControle(d(100), d(90))],
  excedent80: () => [R.excedent80(d(100), d(90))],
  brancheFamille: () => [R.brancheFamille({ Ps: d(100) }, d(100))],
  psRetenue: () => [
    R.psRetenue(R.ps(d(6000), 1, BAREME_2021), d(100)),
    R.psRetenue(R.ps(d(6000), 1, BAREME_2021), null),
  ],
  psLiquidee: () => [R.psLiquidee(R.ps(d(6000), 1, BAREME_2021), null)],
  psControlee: () => [R.psControlee(R.ps(d(6000), 1, BAREME_2021), null)],
  sommeVersee: () => [
    R.sommeVersee('Versé', []),
    R.sommeVersee('Versé', [{ nom: 'acompte', nature: 'acompte', montant: d(10) }]),
  ],
  acompteDisponible: () => [R.acompteDisponible('N', d(100), d(10))],
  induRefuse: () => [R.induRefuse(d(10), d(20))],
  resteGestion: () => [R.resteGestion('N', R.partN(d(100)), d(10))],
  resteAPayer: () => [R.resteAPayer('Ps', d(100), d(10))],
  resteARecouvrer: () => [R.resteARecouvrer('Ps', d(10), d(100))],
};

describe('Explications', () => {
  test('toute fonction qui rend un résultat expliqué est essayée ici', () => {
    const attendues = FICHIERS.filter((f) => f.nom !== 'explication.ts').flatMap((f) =>
      fonctionsExportees(f).flatMap((x) => (x.rend === 'Resultat' ? [x.nom] : [])),
    );
    expect(attendues.length).toBeGreaterThan(15);
    expect(Object.keys(APPELS).sort()).toEqual(attendues.sort());
  });

  test.each(Object.entries(APPELS))('%s : étapes nommées, formulées, sourcées', (_nom, appel) => {
    for (const { etapes, montant } of appel()) {
      expect(etapes.length).toBeGreaterThan(0);
      expect(etapes[etapes.length - 1]?.montant).toBe(montant);
      for (const e of etapes) {
        expect(e.etape).not.toBe('');
        expect(e.formule).not.toBe('');
        expect(Object.keys(R.SECTIONS).map((s) => R.circ(s as R.Section))).toContain(e.source);
        // chaque entrée sert dans la formule, chaque accolade a son entrée
        const noms = [...e.formule.matchAll(/\{([^}]+)\}/g)].map((m) => m[1]!);
        expect([...new Set(noms)].sort()).toEqual(Object.keys(e.entrees).sort());
      }
    }
  });

  test('une éligibilité cite aussi sa source', () => {
    expect(R.eligibilite({}).source).toBe(R.circ('2.1'));
  });
});

/** Nombres admis hors des paramètres : ni un taux, ni un plafond, ni une condition. */
const ADMIS: Record<string, readonly string[]> = {
  'annee.ts': ['2000', '1900', '2200', '4', '3'], // siècle, années plausibles, quatre chiffres
  'ecritures.ts': ['13', '12'], // mois comptables, nommés
  'eligibilite.ts': ['60'], // minutes d'une heure
  'explication.ts': ['100'], // pour cent
  'journal.ts': ['12'], // versements cités par une explication
  'montant.ts': ['40'], // chiffres significatifs
  'siret.ts': ['9', '10', '5', '13', '14', '356000000'], // clé de Luhn ; clé et Siren de La Poste
};
const PARAMETRES = ['bareme.ts', 'parametres.ts', 'comptes.ts'];

describe('Pureté', () => {
  test.each(FICHIERS.filter((f) => !PARAMETRES.includes(f.nom)).map((f) => [f.nom, f] as const))(
    '%s ne contient pas de nombre du règlement',
    (nom, { arbre }) => {
      const nombres: string[] = [];
      parcourir(arbre, (n) => {
        if (ts.isNumericLiteral(n)) nombres.push(n.text);
        // un nombre déguisé en texte en est un, sauf une section citée
        if (ts.isStringLiteral(n) && /^\d+([.,]\d+)?$/.test(n.text) && !(n.text in R.SECTIONS))
          nombres.push(n.text);
      });
      const admis = new Set(['0', '1', '2', ...(ADMIS[nom] ?? [])]);
      expect(nombres.filter((x) => !admis.has(x))).toEqual([]);
    },
  );

  test('la liste des nombres admis ne garde rien d’inutile', () => {
    for (const [nom, nombres] of Object.entries(ADMIS)) {
      const { texte } = FICHIERS.find((f) => f.nom === nom)!;
      expect(nombres.filter((x) => !new RegExp(`\\b${x}\\b`).test(texte))).toEqual([]);
    }
  });

  test.each(FICHIERS.map((f) => [f.nom, f] as const))(
    '%s n’importe que les règles et les valeurs, sans horloge ni hasard',
    (nom, { arbre }) => {
      const interdits: string[] = [];
      parcourir(arbre, (n) => {
        if (ts.isIdentifier(n) && ['Date', 'Intl', 'process', 'globalThis', 'console'].includes(n.text))
          interdits.push(n.text);
        if (ts.isPropertyAccessExpression(n) && n.getText() === 'Math.random') interdits.push(n.getText());
        const module = ts.isImportDeclaration(n) || ts.isExportDeclaration(n) ? n.moduleSpecifier : undefined;
        if (!module || !ts.isStringLiteral(module)) return;
        const admis =
          nom === 'montant.ts' ? /^decimal\.js$/ : /^(\.\/[a-zA-Z0-9]+|\.\.\/valeurs\/[a-zA-Z]+)$/;
        if (!admis.test(module.text)) interdits.push(module.text);
      });
      expect(interdits).toEqual([]);
    },
  );
});
