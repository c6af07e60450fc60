/** Ce qui se paie et se recouvre au jour examiné : chaque nature, chaque attente, et rien qui se compense. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireXlsx } from '../../src/classeur/xlsx';
import { COLONNES_ECRITURES_PASSEES } from '../../src/dossier/colonnes/ecrituresPassees';
import { paiementsDe } from '../../src/dossier/restitution/sorties/paiements';
import { ZERO, somme } from '../../src/valeurs/montant';
import { clasSurPlace, dossierProvisoire, exemple, jsonDe } from '../cli/clas';
import {
  examen,
  feuille,
  jour,
  projet,
  tableau,
  versement,
  type Ligne,
  type Reglages,
} from '../dossier/fabrique';

const dossier = dossierProvisoire();
const SANS_BONUS: Ligne = { bonusEnfants: null, bonusParents: null };

/** Un dossier soldé : deux acomptes, le solde de chaque gestion, les bonus avec lui. */
const SOLDE = [
  versement({ nature: 'acompte', gestion: 'N', date: jour('2021-11-20'), montant: 1000 }),
  versement({ nature: 'solde', gestion: 'N', date: jour('2022-10-01'), montant: 1340 }),
  versement({ nature: 'solde', gestion: 'N+1', date: jour('2022-10-01'), montant: 3510 }),
  versement({ nature: 'bonus', gestion: 'N+1', date: jour('2022-10-01'), montant: 600 }),
];

const lignes = (
  change: Ligne,
  versements: readonly Ligne[] = [],
  au = '2022-12-31',
  reste: Reglages = {},
): readonly [readonly string[], readonly string[]] => {
  const { paiements, enAttente } = paiementsDe(
    examen({ projets: [projet(change)], versements, au, ...reste }),
  );
  return [
    paiements.map((x) => `${x.nature} ${x.gestion} ${x.montant.toFixed(2)} ${x.compte}`),
    enAttente.map((x) => x.motif.replace(/\s/g, ' ')),
  ];
};

test('avant la fin de N : l’acompte N, et lui seul', () => {
  expect(lignes({}, [versement({ montant: 1000 })], '2021-12-01')).toEqual([
    ['acompte 2021 638.00 SF 6562322410'],
    [],
  ]);
});

test('à partir du 1er janvier N+1 : l’acompte N+1, et lui seul', () => {
  expect(lignes({}, [versement({ montant: 1000 })], '2022-01-01')).toEqual([
    ['acompte 2022 2457.00 SF 6562322410'],
    [],
  ]);
});

test('sans numéro de dossier, rien ne se paie : inscrit au journal, un versement ne serait celui de personne', () => {
  expect(lignes({ dossier: null }, [], '2021-12-01')).toEqual([
    [],
    [expect.stringMatching(/^anomalie bloquante en Projets!.*\(C-ID-01\)$/)],
  ]);
});

const SOLDES = ['solde 2021 1340.00 SF 65623224191', 'solde 2022 3510.00 SF 6562322410'];
const LIQUIDE: Ligne = { coutReel: 18000 };
const ACOMPTE = [versement({ montant: 1000 })];

test('le compte de résultat reçu : les soldes, et le bonus avec eux', () => {
  expect(lignes(LIQUIDE, ACOMPTE)).toEqual([[...SOLDES, 'bonus 2022 600.00 SF 6562322410'], []]);
});

test('liquidé en N : rien ne se paie encore sur N+1, ni le bonus', () => {
  expect(lignes(LIQUIDE, ACOMPTE, '2021-12-31')).toEqual([
    ['solde 2021 1340.00 SF 6562322410'],
    [
      'solde : rien ne se paie sur 2022 avant le 01/01/2022',
      'bonus : rien ne se paie sur 2022 avant le 01/01/2022',
    ],
  ]);
});

test('le bonus sans solde attend le 1er juin ; le solde déjà payé, il se paie', () => {
  const soldee: readonly Ligne[] = SOLDE.slice(0, 3).map((v) => ({ ...v, date: jour('2022-04-01') }));
  expect(lignes(LIQUIDE, soldee, '2022-04-01')).toEqual([['bonus 2022 600.00 SF 6562322410'], []]);
  const ailleurs = soldee.map((v) => ({
    ...v,
    nature: v['nature'] === 'solde' ? 'rappel' : (v['nature'] ?? null),
  }));
  expect(lignes(LIQUIDE, ailleurs, '2022-05-31')).toEqual([
    [],
    ['bonus : avec le solde de N+1, ou à partir du 01/06/2022'],
  ]);
  expect(lignes(LIQUIDE, ailleurs, '2022-06-01')).toEqual([['bonus 2022 600.00 SF 6562322410'], []]);
});

test('un indu se recouvre, et le bonus se paie à côté', () => {
  expect(lignes({ coutReel: 3000, autresRecettes: 3000 }, [versement({ montant: 1600 })])).toEqual([
    ['indu 2021 625.00 SF 65623224191', 'bonus 2022 600.00 SF 6562322410'],
    [],
  ]);
});

test('un bonus payé de plus que dû se recouvre sans attendre le compte de résultat', () => {
  const paye = [versement({ nature: 'bonus', gestion: 'N+1', date: jour('2022-06-10'), montant: 700 })];
  expect(lignes({}, paye, '2022-07-01')).toEqual([
    ['acompte 2022 2457.00 SF 6562322410', 'indu bonus 2022 100.00 SF 6562322410'],
    [],
  ]);
  const plein = [...paye, versement({ gestion: 'N+1', date: jour('2022-03-01'), montant: 2457 })];
  expect(lignes({}, plein, '2022-07-01')).toEqual([
    ['indu bonus 2022 100.00 SF 6562322410'],
    ['compte de résultat attendu'],
  ]);
});

describe('après un contrôle', () => {
  /** 19 000 € contrôlés : Ps 6 175 €, soit 130 € et 195 € de plus que les 5 850 € liquidés. */
  const CONTROLE: Ligne = { coutReel: 18000, coutControle: 19000 };

  test('rien n’était soldé : le solde de la liquidation, et le rappel de ce que le contrôle ajoute', () => {
    expect(lignes(CONTROLE, ACOMPTE)[0]).toEqual([
      ...SOLDES,
      'rappel 2021 130.00 SF 65623224191',
      'rappel 2022 195.00 SF 6562322410',
      'bonus 2022 600.00 SF 6562322410',
    ]);
  });

  test('tout était soldé : le rappel seul', () => {
    expect(lignes(CONTROLE, SOLDE)).toEqual([
      ['rappel 2021 130.00 SF 65623224191', 'rappel 2022 195.00 SF 6562322410'],
      [],
    ]);
  });

  test('il retranche : un solde moindre, ou un indu', () => {
    const moindre = { coutReel: 18000, coutControle: 17000 };
    expect(lignes(moindre, ACOMPTE)[0].slice(0, 2)).toEqual([
      'solde 2021 1210.00 SF 65623224191',
      'solde 2022 3315.00 SF 6562322410',
    ]);
    expect(lignes(moindre, SOLDE)[0]).toEqual([
      'indu 2021 130.00 SF 65623224191',
      'indu 2022 195.00 SF 6562322410',
    ]);
  });

  test('un collectif de plus au contrôle : un rappel de bonus, à côté', () => {
    const deux: Ligne = {
      coutReel: 18000,
      collectifsReels: 1,
      bonusEnfants: 2,
      bonusParents: 0,
      autresRecettes: 11550,
    };
    const paye = [versement({ nature: 'bonus', gestion: 'N+1', date: jour('2022-10-01'), montant: 300 })];
    const bonus = (versements: readonly Ligne[]): readonly string[] =>
      lignes({ ...deux, collectifsControles: 2 }, versements)[0].filter((l) => l.includes('bonus'));
    expect(bonus(paye)).toEqual(['rappel bonus 2022 300.00 SF 6562322410']);
    expect(bonus([])).toEqual(['bonus 2022 300.00 SF 6562322410', 'rappel bonus 2022 300.00 SF 6562322410']);
  });
});

/** Une charge à payer de 1 300 €, passée. */
function figee(credit: Ligne[string]): NonNullable<Reglages['autres']> {
  const passe = (compte: string, debit: number | null, auCredit: Ligne[string]): Ligne => ({
    mois: 13,
    exercice: 2021,
    compte,
    libelle: null,
    debit,
    credit: auCredit,
    dossier: 'P-1',
  });
  return [
    feuille(
      'Écritures passées',
      tableau(COLONNES_ECRITURES_PASSEES, [
        passe('SF 6562322410', 1300, null),
        passe('T 408143111', null, credit),
      ]),
    ),
  ];
}

test('une charge passée qui ne se lit pas ne donne pas de compte : le dossier attend', () => {
  expect(lignes(LIQUIDE, ACOMPTE, '2022-12-31', { autres: figee('à voir') })).toEqual([
    [],
    ["anomalie bloquante en 'Écritures passées'!F3 (C-FMT-02)"],
  ]);
});

test('la charge passée se consomme d’abord, une seule fois', () => {
  const autres = figee(1300);
  const surN = (change: Ligne, versements: readonly Ligne[]): readonly string[] =>
    lignes(change, versements, '2022-12-31', { autres })[0].filter((l) => l.includes('2021'));
  expect(surN(LIQUIDE, ACOMPTE)).toEqual([
    'solde 2021 1300.00 T 408143111',
    'solde 2021 40.00 SF 65623224191',
  ]);
  const deja = versement({ nature: 'solde', date: jour('2022-09-01'), montant: 1200 });
  expect(surN(LIQUIDE, [...ACOMPTE, deja])).toEqual([
    'solde 2021 100.00 T 408143111',
    'solde 2021 40.00 SF 65623224191',
  ]);
  expect(surN({ coutReel: 17500, coutControle: 19000 }, ACOMPTE)).toEqual([
    'solde 2021 1275.00 T 408143111',
    'rappel 2021 25.00 T 408143111',
    'rappel 2021 170.00 SF 65623224191',
  ]);
});

test('ce qui attend dit pourquoi', () => {
  expect(lignes({ agrement: 'en attente', ...SANS_BONUS })).toEqual([[], ['agrément en attente']]);
  expect(lignes({ agrement: 'ajourné', ...SANS_BONUS })).toEqual([[], ['agrément ajourné']]);
  // déjà payé sans avis : c'est l'avis qui manque, pas une cellule à corriger
  expect(lignes({ agrement: null, ...SANS_BONUS }, ACOMPTE)).toEqual([[], ['agrément en attente']]);
  expect(lignes({ misAlEcart: 'litige' })).toEqual([[], ['mis à l’écart : litige']]);
  expect(lignes({}, [versement({ montant: 2457, gestion: 'N+1', date: jour('2022-03-01') })])).toEqual([
    [],
    ['compte de résultat attendu'],
  ]);
  expect(lignes({ axeParents: 'non' })[1]).toEqual(['anomalie bloquante en Projets!O2 (C-ELI-04)']);
  expect(lignes({ coutPrevisionnel: null, psSaisie: null })[1]).toHaveLength(1);
});

test('au-delà des 80 %, rien ne se paie, et ce qui est de trop se recouvre', () => {
  const trop: Ligne = { fondsLocaux: 12000, autresRecettes: 0 };
  expect(lignes(trop)[1]).toEqual(['financements de la branche Famille au-delà de 80 % du coût']);
  expect(lignes({ ...trop, coutReel: 12000 }, SOLDE)).toEqual([
    ['indu 2021 780.00 SF 65623224191', 'indu 2022 1170.00 SF 6562322410'],
    ['financements de la branche Famille au-delà de 80 % du coût'],
  ]);
});

test('refusé et payé : l’indu ; refusé et jamais payé : rien', () => {
  expect(lignes({ agrement: 'refusé', ...SANS_BONUS }, ACOMPTE)).toEqual([
    ['indu 2021 1000.00 SF 65623224191'],
    [],
  ]);
  expect(lignes({ agrement: 'refusé', ...SANS_BONUS })).toEqual([[], []]);
});

test('rien n’est proposé deux fois : payé, il ne reste rien', () => {
  expect(lignes(LIQUIDE, SOLDE)).toEqual([[], []]);
});

test('propriété : ce qui est proposé est ce qui reste, par nature et par gestion, au centime', () => {
  const centimes = (max: number) => fc.integer({ min: 0, max }).map((n) => n / 100);
  fc.assert(
    fc.property(
      fc.record({
        coutReel: centimes(2_400_000),
        coutControle: fc.option(centimes(2_400_000)),
        acompte: centimes(163_800),
        soldeN: centimes(200_000),
        soldeN1: centimes(400_000),
      }),
      ({ coutReel, coutControle, acompte, soldeN, soldeN1 }) => {
        const e = examen({
          projets: [projet({ coutReel, coutControle, ...SANS_BONUS })],
          versements: [
            versement({ montant: acompte }),
            versement({ nature: 'solde', date: jour('2022-10-01'), montant: soldeN }),
            versement({ nature: 'solde', gestion: 'N+1', date: jour('2022-10-01'), montant: soldeN1 }),
          ],
          au: '2023-01-20',
        });
        fc.pre(e.valide);
        const { paiements } = paiementsDe(e);
        const total = (...natures: readonly string[]) =>
          somme(paiements.filter((p) => natures.includes(p.nature)).map((p) => p.montant)).toFixed(2);
        const m = e.calculs[0]?.montants;
        expect(total('solde', 'rappel')).toBe((m?.resteAPayerPs.montant ?? ZERO).toFixed(2));
        expect(total('indu')).toBe((m?.resteARecouvrerPs.montant ?? ZERO).toFixed(2));
        expect(paiements.every((p) => p.montant.gt(0))).toBe(true);
        // un rappel n'excède jamais ce que le contrôle a ajouté
        expect(Number(total('rappel'))).toBeLessThanOrEqual(
          Math.max(0, m?.controlePs.montant?.toNumber() ?? 0),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('--sortie : la même chose, seule dans son classeur', async () => {
  const sortie = join(dossier, 'paiements.xlsx');
  const demande = ['paiements', exemple('cycle-de-vie.xlsx'), '--au', '2022-10-15', '--json'];
  const sans = await clasSurPlace(demande);
  const avec = await clasSurPlace([...demande, '--sortie', sortie]);
  expect(jsonDe(avec)).toEqual(jsonDe(sans));
  const { feuilles } = await lireXlsx(readFileSync(sortie));
  expect(feuilles.map(({ nom }) => nom)).toEqual(['Paiements']);
  const cellules = feuilles[0]?.lignes.flat().map(String) ?? [];
  for (const p of jsonDe<{ paiements: { dossier: string; montant: string }[] }>(sans).paiements)
    expect(cellules).toEqual(expect.arrayContaining([p.dossier, String(Number(p.montant))]));
});
