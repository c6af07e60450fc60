/** « Pourquoi ce montant ? » va jusqu'aux cellules ; « Et si » est le calcul d'un classeur où la cellule vaut autre chose. */
import fc from 'fast-check';
import { examiner } from '../../src/dossier/examiner';
import { CLES_MONTANTS } from '../../src/dossier/calcul/montants';
import { lieuDOrigine, lieuDuManque } from '../../src/dossier/calcul/origines';
import { CHAMPS_SUPPOSES, supposer, type Supposition } from '../../src/dossier/calcul/supposer';
import { creerContexte } from '../../src/dossier/controle/contexte';
import { cascadeBonus, cascadePs } from '../../src/dossier/restitution/cascade';
import { expliquerDossier } from '../../src/dossier/restitution/sorties/explication';
import { montant } from '../../src/valeurs/montant';
import { PROJET, classeur, jour, type Ligne } from './fabrique';

const euros = fc.integer({ min: 0, max: 40_000 }).map((n) => n / 100 + n);
const nombre = fc.integer({ min: 0, max: 6 });
const ligne = fc.record({
  agrement: fc.constantFrom('favorable', 'favorable', 'refusé', 'en attente'),
  coutPrevisionnel: fc.option(euros),
  coutReel: fc.option(euros),
  coutControle: fc.option(euros),
  collectifsAgrees: nombre,
  collectifsReels: fc.option(nombre),
  collectifsControles: fc.option(nombre),
  montantAccorde: fc.option(euros),
  fondsLocaux: fc.option(euros),
  autresBrancheFamille: fc.option(euros),
  bonusEnfants: fc.option(nombre),
  bonusParents: fc.option(nombre),
  bonusEnfantsReels: fc.option(nombre),
  bonusParentsReels: fc.option(nombre),
  acomptesN: fc.option(euros),
  acomptesN1: fc.option(euros),
});
const versement = fc.record({
  dossier: fc.constant('P-1'),
  nature: fc.constantFrom('acompte', 'reversement', 'solde', 'rappel', 'indu', 'bonus', 'indu bonus'),
  gestion: fc.constantFrom('N', 'N+1'),
  date: fc.constantFrom(jour('2021-11-20'), jour('2022-03-01'), null),
  montant: euros,
  reference: fc.constant(null),
});
const versements = fc.option(fc.array(versement, { maxLength: 5 }), { nil: undefined });

const lire = (projet: Ligne, verses: readonly Ligne[] | undefined) =>
  classeur({ projets: [{ ...PROJET, ...projet }], ...(verses && { versements: verses }) });

test('la cellule où mène une entrée contient ce nombre', () => {
  fc.assert(
    fc.property(ligne, versements, (projet, verses) => {
      const { lecture, calculs } = examiner(lire(projet, verses), { au: '2022-11-02' });
      for (const { projet: p, montants, brancheFamille } of calculs)
        for (const m of [...CLES_MONTANTS.map((cle) => montants[cle]), brancheFamille])
          for (const etape of m.montant === null ? [] : m.etapes)
            for (const [nom, origine] of Object.entries(etape.origines ?? {})) {
              const cellule = lieuDOrigine(lecture, p.ligne, origine)?.valeur;
              expect([etape.etape, nom, montant((cellule ?? 0) as number).toString()]).toEqual([
                etape.etape,
                nom,
                String(etape.entrees[nom]),
              ]);
            }
    }),
  );
});

/** Ce que seul le classeur ou le barème sait : tout autre nombre d'une étape est le résultat d'une étape d'avant. */
const DU_BAREME = /^(taux|prix plafond|montant maximal publié|bonus)$/;

test('aucun nombre d’une explication ne vient de nulle part', () => {
  fc.assert(
    fc.property(ligne, versements, (projet, verses) => {
      const { calculs } = examiner(lire(projet, verses), { au: '2022-11-02' });
      for (const { montants } of calculs)
        for (const cle of CLES_MONTANTS) {
          const m = montants[cle];
          if (m.montant === null) continue;
          const connus = new Set<string>(['0']);
          for (const { etape, entrees, origines = {}, montant: fait } of m.etapes) {
            for (const [nom, valeur] of Object.entries(entrees))
              if (!DU_BAREME.test(nom) && !(nom in origines))
                // un montant positif pris à l'envers, ou le partage d'une étape d'avant
                expect([cle, etape, nom, connus.has(String(valeur)) || /^part/.test(nom)]).toEqual([
                  cle,
                  etape,
                  nom,
                  true,
                ]);
            connus.add(fait.toString());
          }
        }
    }),
  );
});

test('« Et si » donne ce que donnerait le classeur corrigé', () => {
  const cle = fc.constantFrom(...CHAMPS_SUPPOSES);
  fc.assert(
    fc.property(ligne, versements, fc.dictionary(cle, nombre), (projet, verses, supposition) => {
      const avant = examiner(lire(projet, verses), { au: '2022-11-02' });
      const apres = examiner(lire({ ...projet, ...supposition }, verses), { au: '2022-11-02' });
      const lue = Object.fromEntries(
        Object.entries(supposition).map(([c, n]) => [c, c.startsWith('cout') ? montant(n) : n]),
      ) as Supposition;
      const suppose = avant.calculs.map((c) =>
        supposer(c.projet, lue, creerContexte(avant.lecture, avant.au)),
      );
      const dits = (calculs: typeof suppose) =>
        calculs.map(({ montants }) => CLES_MONTANTS.map((c) => [c, montants[c].montant?.toFixed(2) ?? null]));
      expect(dits(suppose)).toEqual(dits([...apres.calculs]));
    }),
  );
});

const examen = (projet: Ligne, verses?: readonly Ligne[]) =>
  examiner(lire(projet, verses), { au: '2022-01-10' });
const escalier = (projet: Ligne, verses?: readonly Ligne[]) =>
  examen(projet, verses)
    .calculs.flatMap((c) => cascadePs(c))
    .map(({ intitule, montant: m }) => [intitule, m.montant?.toFixed(2) ?? null]);

test('l’escalier de la Ps, de la demande au reste', () => {
  const acompte = {
    dossier: 'P-1',
    nature: 'acompte',
    gestion: 'N',
    date: jour('2021-11-20'),
    montant: 1000,
  };
  const agree = { montantDemande: 6000, montantAccorde: 5000, coutReel: 18_000 };
  expect(escalier(agree, [acompte])).toEqual([
    ['Demandé', '6000.00'],
    ['Accordé', '5000.00'],
    ['Dû', '5000.00'],
    ['Versé', '1000.00'],
    ['Reste à payer', '4000.00'],
  ]);
  // refusé : rien n'est accordé, ce qui est versé se recouvre
  expect(escalier({ ...agree, agrement: 'refusé' }, [acompte])).toEqual([
    ['Demandé', '6000.00'],
    ['Accordé', '0.00'],
    ['Dû', '0.00'],
    ['Versé', '1000.00'],
    ['Reste à recouvrer', '1000.00'],
  ]);
  // pas encore décidé : rien ne se dit à la place
  expect(escalier({ agrement: 'en attente' })).toEqual([
    ['Demandé', null],
    ['Accordé', null],
    ['Dû', null],
    ['Versé', '0.00'],
    ['Reste à payer', null],
  ]);
});

test('les bonus ont le leur', () => {
  const [calcul] = examen({ coutReel: 18_000, bonusEnfantsReels: 0 }).calculs;
  expect(calcul && cascadeBonus(calcul).map((p) => [p.intitule, p.montant.montant?.toFixed(2)])).toEqual([
    ['Accordé', '600.00'],
    ['Dû', '300.00'],
    ['Versé', '0.00'],
    ['Reste à payer', '300.00'],
  ]);
});

test('la branche Famille montre ses étapes, et le manque sa cellule', () => {
  const vu = examen({ fondsLocaux: 100 });
  const [calcul] = vu.calculs;
  const famille = calcul?.brancheFamille;
  expect(famille?.montant === null ? [] : famille?.etapes.map((e) => e.etape)).toEqual([
    'Coût plafonné',
    'Ps',
    'Ps retenue',
    'Bonus enfants',
    'Bonus parents',
    'Bonus',
    'Branche Famille',
  ]);
  const manque = calcul?.montants.psReelle;
  expect(manque?.montant === null && manque.manque.map((m) => lieuDuManque(vu.lecture, 2, m)?.champ)).toEqual(
    ['coutReel'],
  );
});

test('l’explication à copier : chaque palier, ses chiffres, sa source et ses cellules', () => {
  const vu = examen({ montantAccorde: 5000 });
  const texte = vu.calculs.map((c) => expliquerDossier(c, vu)).join();
  const sans = texte.replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(sans).toContain('P-1 — Association Les Marronniers — Clas des Marronniers');
  expect(sans).toContain('Ps — Accordé : 5 000,00 €');
  expect(sans).toContain('5 850,00 €, au plus 5 000,00 € = 5 000,00 € (Circ. 2021-006, § 3.1 ; Projets!');
  expect(sans).toContain('Ps — Dû : inconnu\n  - Coût réel : à saisir');
});
