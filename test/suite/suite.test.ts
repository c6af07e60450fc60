/** D'une année à l'autre : ce que le contrat attend d'un classeur partagé, puis trois années qui s'enchaînent. */
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lireXlsx, ecrireXlsx } from '../../src/classeur/xlsx';
import { phraseDe } from '../../src/dossier/anomalies/anomalie';
import { examiner, type Examen } from '../../src/dossier/examiner';
import { direRenumerote } from '../../src/dossier/restitution/suite/direComparaison';
import { comparer, comparerRemontees } from '../../src/dossier/restitution/suite/comparer';
import { suivreEnveloppe } from '../../src/dossier/restitution/suite/enveloppe';
import { direBonusInconnus, direReprise } from '../../src/dossier/restitution/suite/direReprise';
import { jsonComparer, jsonReprendre } from '../../src/dossier/restitution/json';
import { planReprise, reprendre } from '../../src/dossier/restitution/suite/reprendre';
import { avecPrecedent, bonusDuPrecedent } from '../../src/dossier/restitution/suite/precedent';
import { lireRemontee } from '../../src/dossier/restitution/remontee/relecture';
import { planRemontee } from '../../src/dossier/restitution/remontee/planRemontee';
import { creerRemontee } from '../../src/dossier/restitution/remontee/remontee';
import { montant } from '../../src/valeurs/montant';
import type { Ecran } from '../../src/cli/ecran';
import { resumeEnveloppe } from '../../src/cli/resume/enveloppe';
import { resumeMontants } from '../../src/cli/resume/montants';
import { resumeComparaison } from '../../src/cli/resume/comparaison';
import { clasSurPlace, jsonDe } from '../cli/clas';
import { examen, jour, projet, versement, type Ligne, type Reglages, SUIVANTE } from '../dossier/fabrique';
import { enFichier } from '../volet/excel';

interface Attendu {
  readonly type: string;
  readonly args: readonly string[];
  readonly exit: readonly number[];
  readonly json: Readonly<Record<string, unknown>>;
  readonly projets?: readonly string[];
  readonly liquider?: readonly string[];
  readonly lignes?: Readonly<Record<string, readonly unknown[]>>;
}
const EXEMPLES = join(__dirname, '../exemples');
const { commandes } = JSON.parse(readFileSync(join(EXEMPLES, 'annee-suivante.attendu.json'), 'utf8')) as {
  commandes: readonly Attendu[];
};
const attendu = (type: string): Attendu => commandes.find((c) => c.type === type)!;
const provisoire = (nom: string): string => join(mkdtempSync(join(tmpdir(), 'clas-')), nom);

/** Une valeur attendue, ou l'une de celles que le contrat laisse ouvertes. */
const parmi = (v: unknown): unknown[] =>
  typeof v === 'object' && v !== null && '$un' in v ? (v as { $un: unknown[] }).$un : [v];

describe('annee-suivante.xlsx', () => {
  const fichier = join(EXEMPLES, 'annee-suivante.xlsx');

  test('reprendre : projets, bonus versés, à liquider', async () => {
    const { json, args, projets, liquider, lignes } = attendu('reprendre');
    const sortie = provisoire('suivant.xlsx');
    const passage = await clasSurPlace([
      'reprendre',
      fichier,
      ...args.slice(1),
      '--sortie',
      sortie,
      '--json',
    ]);
    expect(passage.code).toBe(0);
    const lu = jsonDe(passage);
    for (const [cle, valeur] of Object.entries(json)) expect(parmi(valeur)).toContainEqual(lu[cle]);
    const { feuilles } = await lireXlsx(readFileSync(sortie));
    const textes = (nom: string): string[] =>
      feuilles.find((f) => f.nom === nom)!.lignes.map((l) => l.filter((v) => v !== null).join('|'));
    for (const dossier of projets!) expect(textes('Projets').join('\n')).toContain(dossier);
    for (const dossier of liquider!) expect(textes('À liquider').join('\n')).toContain(dossier);
    for (const [dossier, [enfants, parents, montant]] of Object.entries(lignes!))
      expect(textes('Bonus versés')).toContainEqual(
        expect.stringMatching(new RegExp(`^${dossier}\\|.*\\|${enfants}\\|${parents}\\|${Number(montant)}$`)),
      );
  });

  test('enveloppe', async () => {
    const { json, args } = attendu('enveloppe');
    const lu = jsonDe(await clasSurPlace(['enveloppe', fichier, ...args.slice(1), '--json']));
    for (const [cle, valeur] of Object.entries(json)) {
      if (cle === 'parts') expect(lu['parts']).toEqual([expect.objectContaining((valeur as object[])[0]!)]);
      else expect(parmi(valeur)).toContainEqual(lu[cle]);
    }
  });
});

/** Un dossier soldé : deux acomptes, le solde de chaque gestion, les bonus avec lui. */
const SOLDE = [
  versement({ nature: 'acompte', gestion: 'N', date: jour('2021-11-20'), montant: 1000 }),
  versement({ nature: 'solde', gestion: 'N', date: jour('2022-10-01'), montant: 1340 }),
  versement({ nature: 'solde', gestion: 'N+1', date: jour('2022-10-01'), montant: 3510 }),
  versement({ nature: 'bonus', gestion: 'N+1', date: jour('2022-10-01'), montant: 600 }),
];

describe('reprendre', () => {
  test('le classeur suivant se relit, et ne redemande que les numéros, les montants et le barème', async () => {
    const fini = examen({
      projets: [
        projet({ coutReel: 18000 }),
        projet({ dossier: 'P-2', agrement: 'refusé', bonusEnfants: null, bonusParents: null }),
      ],
      versements: SOLDE,
      parametres: { Contact: 'Mme Test' },
      au: '2022-12-31',
    });
    expect(fini.calculs[0]!.montants.resteAPayer.montant?.toFixed(2)).toBe('0.00');
    const plan = planReprise(fini);
    const relu = examiner(await lireXlsx(await ecrireXlsx(plan)), { au: '2022-12-31' });
    expect(relu.lecture.parametres).toMatchObject({ annee: 2022, caf: '45', contact: 'Mme Test' });
    expect(relu.lecture.projets.lignes.map((p) => [p.dossier, p.gestionnaire, p.dossierPrecedent])).toEqual([
      [null, 'Association Les Marronniers', 'P-1'],
    ]);
    expect(relu.lecture.bonusVerses!.lignes).toMatchObject([
      { dossier: 'P-1', bonusEnfants: 1, bonusParents: 1 },
    ]);
    expect(relu.lecture.bonusVerses!.lignes[0]!.montant!.toFixed(2)).toBe('600.00');
    expect(relu.lecture.parametres.baremePrecedent?.annee).toBe(2021);
    expect(relu.lecture.projets.lignes.every((p) => p.coutPrevisionnel === null)).toBe(true);
  });

  test.each([
    ['soldé', { coutReel: 18000 }, SOLDE, 0],
    ['sans compte de résultat', {}, SOLDE.slice(0, 1), 1],
    [
      'refusé après un acompte',
      { agrement: 'refusé', bonusEnfants: null, bonusParents: null },
      SOLDE.slice(0, 1),
      1,
    ],
    ['en attente, jamais payé', { agrement: 'en attente', bonusEnfants: null, bonusParents: null }, [], 0],
  ])('%s : à liquider ou non', (_, change, versements, nombre) => {
    const e = examen({ projets: [projet(change)], versements, au: '2022-12-31' });
    expect(reprendre(e).aLiquider).toHaveLength(nombre);
  });
});

describe('reprendre, quand un versement ne se lit pas', () => {
  const attente = { agrement: 'en attente', bonusEnfants: null, bonusParents: null };
  const BONUS = { nature: 'bonus', gestion: 'N+1', date: jour('2022-10-01') };
  const reglages: Reglages = {
    projets: [
      projet({ coutReel: 18000 }),
      projet({ dossier: 'P-2', ...attente }),
      projet({ dossier: 'P-3', ...attente }),
    ],
    versements: [
      versement({ ...BONUS, montant: 'à voir' }),
      versement({ dossier: 'P-2', montant: 'à voir' }),
      versement({ dossier: 'P-3', ...BONUS, montant: 300 }),
    ],
    au: '2022-12-31',
  };
  const e = examen(reglages);
  const reprise = reprendre(e);

  test('son bonus versé est inconnu, jamais absent ni nul', async () => {
    expect(reprise.bonusVerses.map((b) => [b.dossier, b.montant?.toFixed(2) ?? null])).toEqual([
      ['P-1', null],
      ['P-3', '300.00'],
    ]);
    expect(jsonReprendre(reprise).bonusVerses).toEqual({ lignes: 2, montant: null });
    expect(direReprise(reprise).join(' ')).toContain('2 dossiers, total inconnu');
    expect(direBonusInconnus(reprise)).toMatch(/^Bonus versé inconnu pour 1 dossier \(P-1\)/);
    const relu = examiner(await lireXlsx(await ecrireXlsx(planReprise(e))), { au: '2022-12-31' });
    expect(
      relu.anomalies.filter((a) => a.feuille === 'Bonus versés').map((a) => [a.reference, a.gravite]),
    ).toContainEqual(['C-ACO-08', 'bloquante']);
  });

  test('la ligne de commande le dit, code 1', async () => {
    const fichier = provisoire('n.xlsx');
    writeFileSync(fichier, await enFichier(reglages));
    const { code, erreur } = await clasSurPlace([
      'reprendre',
      fichier,
      '--au',
      '2022-12-31',
      '--sortie',
      provisoire('n1.xlsx'),
    ]);
    expect([code, erreur]).toEqual([1, expect.stringMatching(/P-1.*Bonus versés/)]);
  });

  test('en attente, payé sans qu’on sache combien ou d’un seul bonus : à liquider', () => {
    expect(reprise.aLiquider.map(({ dossier }) => dossier)).toEqual(['P-1', 'P-2', 'P-3']);
  });
});

describe('enveloppe', () => {
  const n = examen({ versements: SOLDE, projets: [projet({ coutReel: 18000 })], au: '2022-12-31' });
  const n1 = examen({
    parametres: { 'Année scolaire': '2022-2023' },
    bareme: [[2022, 0.325, 7885, 2563, 300, 300, 'essai']],
    versements: [],
    projets: [projet({ dateAgrement: jour('2022-10-12'), finConvention: jour('2023-08-31') })],
    au: '2022-12-31',
  });

  test('6/10 de N et 4/10 de N+1 : la Ps entière de l’une et l’autre', () => {
    const s = suivreEnveloppe(2022, null, [n, n1]);
    expect(s.parts.map((p) => [p.annee, p.part, p.engage?.toFixed(2), p.paye?.toFixed(2)])).toEqual([
      [2021, '6/10', '3510.00', '3510.00'],
      [2022, '4/10', '2340.00', '0.00'],
    ]);
    expect([s.engage?.toFixed(2), s.disponible, s.bonus.paye?.toFixed(2)]).toEqual([
      '5850.00',
      null,
      '600.00',
    ]);
  });

  test('la notifiée : celle qui est donnée, sinon celle que les Paramètres de Y, puis de Y-1, savent déjà', () => {
    const avec = (r: Reglages, cle: string, montant: number): Examen =>
      examen({ ...r, parametres: { ...r.parametres, [cle]: montant } });
    const [deN, deN1] = [
      avec({}, 'Enveloppe notifiée N+1', 9000),
      avec(SUIVANTE, 'Enveloppe notifiée N', 8000),
    ];
    const notifiee = (saisie: number | null, ...examens: readonly Examen[]) =>
      suivreEnveloppe(2022, saisie === null ? null : montant(saisie), examens).notifiee?.toFixed(2);
    expect(notifiee(null, deN)).toBe('9000.00');
    expect(notifiee(null, deN, deN1)).toBe('8000.00');
    expect(notifiee(7000, deN, deN1)).toBe('7000.00');
    expect(notifiee(null, avec({}, 'Enveloppe notifiée N', 1))).toBeUndefined();
  });

  test('sans l’un des deux classeurs, la moitié qui manque se dit', () => {
    const ecran = { largeur: 200, teinter: (_: unknown, texte: string) => texte } as unknown as Ecran;
    const dit = (...examens: readonly Examen[]) =>
      resumeEnveloppe(suivreEnveloppe(2022, montant(9000), examens), ecran).replaceAll('\u00a0', ' ');
    expect(dit(n)).toContain('Sans le classeur 2022-2023 : ses 4/10 ne sont pas comptés dans l’engagé.');
    expect(dit(n1)).toContain('Sans le classeur 2021-2022 : ses 6/10 ne sont pas comptés dans l’engagé.');
    expect(dit(n, n1)).not.toContain('Sans le classeur');
    const depassee = suivreEnveloppe(2022, montant(1), [n]);
    expect(resumeEnveloppe(depassee, ecran)).toMatch(/Disponible .* \u2212[\d\u202f]+,\d\d/);
  });

  test('tous les dossiers à l’écart : rien n’est engagé, rien n’est payé', () => {
    const ecarte = examen({
      projets: [projet({ misAlEcart: 'litige' })],
      versements: [versement({})],
    });
    const { engage, paye } = suivreEnveloppe(2021, null, [ecarte]);
    expect([engage?.toFixed(2), paye?.toFixed(2)]).toEqual(['0.00', '0.00']);
  });

  test.each([
    ['une autre année', [n], 2025],
    ['deux fois la même', [n, n], 2022],
  ])('%s se refuse', (_, examens, annee) => {
    expect(() => suivreEnveloppe(annee, null, examens)).toThrow(/classeurs|n’en garder qu’un/);
  });
});

test('calculer : un dossier à l’écart se dit hors des totaux, et non sans agrément', () => {
  const ecran = { largeur: 200, teinter: (_: unknown, texte: string) => texte } as unknown as Ecran;
  const dit = (...projets: readonly Ligne[]) => resumeMontants(examen({ projets }), ecran);
  const [ecarte, refuse] = [projet({ misAlEcart: 'litige' }), projet({ dossier: 'P-2', agrement: 'refusé' })];
  expect(dit(ecarte)).toMatch(/Mis à l’écart, hors de tous les totaux.: P-1\./);
  expect(dit(ecarte)).not.toMatch(/Sans agrément/);
  expect(dit(refuse)).toMatch(/Sans agrément/);
  expect(dit(refuse)).not.toMatch(/Mis à l’écart/);
});

describe('comparer', () => {
  test('un classeur est égal à lui-même, dans un autre ordre aussi', () => {
    const a = examen({ projets: [projet({}), projet({ dossier: 'P-2' })] });
    const b = examen({ projets: [projet({ dossier: 'P-2' }), projet({})] });
    expect(comparer(a, b)).toEqual({ ajoutes: [], disparus: [], renumerotes: [], modifies: [] });
  });

  test('un coût changé se dit, avec son effet ; venus et partis', () => {
    const a = examen({ projets: [projet({}), projet({ dossier: 'P-2' })] });
    const b = examen({ projets: [projet({ coutPrevisionnel: 20000 }), projet({ dossier: 'P-3' })] });
    const c = comparer(a, b);
    expect([c.ajoutes, c.disparus]).toEqual([['P-3'], ['P-2']]);
    expect(c.modifies).toHaveLength(1);
    const [m] = c.modifies;
    expect(m!.champs.map((x) => [x.champ, String(x.avant), String(x.apres)])).toEqual([
      ['coutPrevisionnel', '18000', '20000'],
    ]);
    expect([m!.effet.psRetenue?.toFixed(2), m!.effet.psDue, m!.effet.bonus?.toFixed(2)]).toEqual([
      '650.00',
      null,
      '0.00',
    ]);
  });
});

describe('comparer : un dossier peut-être renuméroté', () => {
  const compares = (avant: readonly Ligne[], apres: readonly Ligne[]) =>
    comparer(examen({ projets: avant.map(projet) }), examen({ projets: apres.map(projet) }));
  const [A, B] = [
    { gestionnaire: 'Association L’Envol', action: 'Coup de pouce' },
    { gestionnaire: 'ASSOCIATION L’ENVOL', action: 'coup de pouce' },
  ];

  test('parti et venu du même gestionnaire pour la même action : dit, en plus de parti et venu', () => {
    const c = compares([{ dossier: 'X-1', ...A }], [{ dossier: 'Y-9', ...B }]);
    expect(c.renumerotes).toEqual([{ avant: 'X-1', apres: 'Y-9' }]);
    expect([c.disparus, c.ajoutes]).toEqual([['X-1'], ['Y-9']]);
    expect(Object.keys(jsonComparer(c))).toEqual(['ajoutes', 'disparus', 'modifies']);
    const ecran = { largeur: 200, teinter: (_: unknown, texte: string) => texte } as unknown as Ecran;
    expect(resumeComparaison(c, ecran).replaceAll('\u00a0', ' ')).toContain(
      'Peut-être renuméroté : X-1 devient Y-9 (même gestionnaire, même action).',
    );
  });

  test('« Dossier précédent » l’emporte sur ce qui se devine ; le numéro d’un autre n’y suffit pas', () => {
    const c = compares(
      [
        { dossier: 'X-1', ...A },
        { dossier: 'X-2', ...A },
        { dossier: 'X-3', ...A },
      ],
      [
        { dossier: 'Y-1', ...A, action: 'Autre', dossierPrecedent: ' x-2' },
        { dossier: 'X-3', ...A, dossierPrecedent: 'X-9' },
        { dossier: 'Y-3', ...B },
      ],
    );
    expect(c.renumerotes.map(direRenumerote)).toEqual([
      'Renuméroté : X-2 devient Y-1 (colonne « Dossier précédent »).',
      'Peut-être renuméroté : X-1 devient Y-3 (même gestionnaire, même action).',
    ]);
  });

  test('deux années se disent ; deux Caf se refusent ; les champs sont en retrait', () => {
    const de = (parametres: Record<string, string>, change: Ligne = {}) =>
      examen({ projets: [projet(change)], parametres });
    const ecran = { largeur: 200, teinter: (_: unknown, texte: string) => texte } as unknown as Ecran;
    const dit = resumeComparaison(
      comparer(
        de({ 'Année scolaire': '2021-2022' }),
        de({ 'Année scolaire': '2022-2023' }, { coutPrevisionnel: 20000 }),
      ),
      ecran,
    );
    expect(dit.split('\n')[0]).toMatch(/^Deux années scolaires.: 2021-2022, puis 2022-2023\.$/);
    expect(dit).toMatch(/\nP-1\n {2}Coût prévisionnel/);
    expect(resumeComparaison(comparer(de({}), de({}, { dossier: 'P-2' })), ecran)).not.toMatch(/années/);
    expect(() => comparer(de({ Caf: '45' }), de({ Caf: '18' }))).toThrow(/pas de la même Caf/);
  });

  test.each([
    ['l’action diffère', [{ dossier: 'X', ...A }], [{ dossier: 'Y', ...A, action: 'Autre' }]],
    ['l’action manque', [{ dossier: 'X', ...A, action: null }], [{ dossier: 'Y', ...A, action: null }]],
    [
      'deux venus',
      [{ dossier: 'X', ...A }],
      [
        { dossier: 'Y', ...A },
        { dossier: 'Z', ...A },
      ],
    ],
    [
      'deux partis',
      [
        { dossier: 'X', ...A },
        { dossier: 'W', ...A },
      ],
      [{ dossier: 'Y', ...A }],
    ],
    [
      'le même y est encore',
      [{ dossier: 'X', ...A }],
      [
        { dossier: 'X', ...A },
        { dossier: 'Y', ...A },
      ],
    ],
  ])('%s : rien n’est supposé', (_, avant, apres) => {
    expect(compares(avant, apres).renumerotes).toEqual([]);
  });
});

describe('comparer deux remontées', () => {
  const remontee = async (projets: readonly Ligne[], bonusVerses: readonly Ligne[] = [], parametres = {}) =>
    creerRemontee(
      examen({
        projets,
        parametres: { 'Année scolaire': '2022-2023', ...parametres },
        bareme: [
          [2022, 0.325, 7885, 2563, 300, 300, 'essai'],
          [2021, 0.325, 7885, 2563, 300, 300, 'Circ. 2021-006, § 3.2 et 3.3'],
        ],
        bonusVerses,
        au: '2023-01-20',
      }),
    );
  const verse = (dossier: string, montant: number): Ligne => ({
    dossier,
    gestionnaire: null,
    bonusEnfants: montant / 300,
    bonusParents: 0,
    montant,
  });

  test('la même : rien', async () => {
    const r = await remontee([projet({})], [verse('A', 300)]);
    expect(comparerRemontees(r, r)).toEqual({ ajoutes: [], disparus: [], renumerotes: [], modifies: [] });
  });

  test('un bonus de plus, un projet venu, un autre parti, un bonus versé changé', async () => {
    const avant = await remontee(
      [projet({}), projet({ dossier: 'P-2' })],
      [verse('A', 300), verse('B', 300)],
    );
    const apres = await remontee(
      [projet({ bonusParents: 2 }), projet({ dossier: 'P-3' })],
      [verse('A', 600), verse('B', 300)],
    );
    const { ajoutes, disparus, modifies } = comparerRemontees(avant, apres);
    expect([ajoutes, disparus]).toEqual([['P-3'], ['P-2']]);
    const dits = modifies.map((m) => [
      m.dossier,
      m.champs.map((c) => `${c.champ} ${String(c.avant)} ${String(c.apres)}`),
      m.effet.bonus?.toFixed(2),
    ]);
    expect(dits).toEqual([
      ['A', ['verses.bonusEnfants 1 2', 'verses.montant 300 600'], '0.00'],
      ['P-1', ['bonusParents 1 2', 'montantParents 300 600', 'montant 600 900'], '300.00'],
    ]);
  });

  test('un bonus versé de moins est un changement, non un projet parti', async () => {
    const [avant, apres] = [await remontee([projet({})], [verse('A', 300)]), await remontee([projet({})])];
    const { ajoutes, disparus, modifies } = comparerRemontees(avant, apres);
    expect([ajoutes, disparus, modifies.map((m) => m.dossier)]).toEqual([[], [], ['A']]);
  });

  test('deux Caf ne se comparent pas', async () => {
    const [a, b] = [
      await remontee([projet({})]),
      await remontee([projet({})], [], { Caf: '41', 'Nom de la Caf': null }),
    ];
    expect(() => comparerRemontees(a, b)).toThrow(/pas de la même Caf/);
  });

  test('par la commande ; une remontée et un classeur se refusent', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'clas-'));
    const classeur = join(__dirname, '../../assets/exemples/clas-2021-2022.xlsx');
    const fichier = join(dossier, 'CLAS.xlsx');
    await clasSurPlace(['remontee', classeur, '--au', '2022-01-20', '--sortie', fichier]);
    const memes = await clasSurPlace(['comparer', fichier, fichier, '--json']);
    expect([memes.code, jsonDe(memes)]).toEqual([0, { ajoutes: [], disparus: [], modifies: [] }]);
    const mele = await clasSurPlace(['comparer', fichier, classeur]);
    expect([mele.code, mele.erreur]).toEqual([2, expect.stringMatching(/deux classeurs, ou deux remontées/)]);
  });
});

describe('courriers et fiches, sur l’exemple', () => {
  test('une lettre par dossier agréé ; un modèle au champ faux n’écrit rien', async () => {
    const sortie = provisoire('courriers');
    const exemple = join(__dirname, '../../assets/exemples/clas-2021-2022.xlsx');
    const modele = join(__dirname, '../../assets/modeles/notification.docx');
    const passage = await clasSurPlace([
      'courriers',
      exemple,
      '--modele',
      modele,
      '--sortie',
      sortie,
      '--au',
      '2022-01-20',
      '--json',
    ]);
    const lu = jsonDe<{ courriers: number; fichiers: string[] }>(passage);
    expect(passage.code).toBe(0);
    expect(readdirSync(sortie).sort()).toEqual([...lu.fichiers].sort());
    expect(lu.courriers).toBe(lu.fichiers.length);
    expect(lu.courriers).toBeGreaterThan(30);
  });
});

describe('remontee --precedent', () => {
  const precedent = (montant = 600, date = jour('2022-10-01')) =>
    examen({
      projets: [projet({ coutReel: 18000 })],
      versements: [...SOLDE.slice(0, 3), versement({ nature: 'bonus', gestion: 'N+1', date, montant })],
      au: '2023-01-20',
    });
  const suivant = (bonusVerses?: readonly { dossier: string; montant: number }[]) =>
    examen({
      ...SUIVANTE,
      ...(bonusVerses && {
        bonusVerses: bonusVerses.map((b) => ({ ...b, bonusEnfants: 1, bonusParents: 1 })),
      }),
    });

  test('les bonus versés viennent du journal de l’année d’avant', async () => {
    const e = suivant();
    const { lignes, anomalies } = bonusDuPrecedent(e, precedent());
    expect(anomalies).toEqual([]);
    const { totaux, verses } = await creerRemontee(e, lignes);
    expect([totaux.bonusVerses.toFixed(2), verses.length, verses[0]?.dossier]).toEqual(['600.00', 1, 'P-1']);
  });

  test('payé après le jour de l’examen : pas encore versé', () => {
    expect(bonusDuPrecedent(suivant(), precedent(600, jour('2023-02-01'))).lignes).toEqual([]);
  });

  test.each([
    [
      'la feuille dit autre chose',
      [{ dossier: 'P-1', montant: 300 }],
      600,
      /P-1.: 300,00.€ dans.«.Bonus versés.», 600,00.€ au journal/,
    ],
    [
      'la feuille dit un dossier de plus',
      [
        { dossier: 'P-1', montant: 600 },
        { dossier: 'P-9', montant: 300 },
      ],
      600,
      /P-9/,
    ],
    ['versé au-dessus de l’accordé', undefined, 900, /900,00.€ de bonus versés.* accordé 600,00.€/],
  ])('%s : refusée, et le dossier est nommé', (_, saisis, verse, phrase) => {
    const { anomalies } = bonusDuPrecedent(suivant(saisis), precedent(verse));
    expect(anomalies.map((a) => [a.reference, a.gravite, a.feuille])).toEqual([
      ['C-BON-07', 'bloquante', 'Bonus versés'],
    ]);
    expect(phraseDe(anomalies[0]!)).toMatch(phrase);
  });

  test('la même chose saisie et au journal : rien à dire', () => {
    expect(bonusDuPrecedent(suivant([{ dossier: 'p-1', montant: 600 }]), precedent()).anomalies).toEqual([]);
  });

  test('un versement que le journal ne sait pas compter laisse le bonus inconnu : bloquant, et dit', () => {
    const illisible = examen({
      projets: [projet({ coutReel: 18000 })],
      versements: [versement({ nature: 'bonus', gestion: 'N+1', date: jour('2022-10-01'), montant: null })],
      au: '2023-01-20',
    });
    const { lignes, anomalies } = bonusDuPrecedent(suivant(), illisible);
    expect([lignes, anomalies.map((a) => a.code)]).toEqual([[], ['bonus.verse-inconnu']]);
  });

  test('payé en partie : le nombre dû et le montant ne vont pas ensemble, et le journal en fait foi', async () => {
    const saisi = suivant([{ dossier: 'P-1', montant: 570 }]);
    const inexactes = (e: Examen): string[] =>
      e.anomalies.filter((a) => a.reference === 'C-BON-03').map((a) => a.gravite);
    expect([inexactes(saisi), saisi.valide]).toEqual([['bloquante'], false]);
    const etabli = avecPrecedent(saisi, precedent(570));
    const remontee = await creerRemontee(etabli);
    expect((await lireRemontee(await lireXlsx(await ecrireXlsx(planRemontee(remontee))))).anomalies).toEqual(
      remontee.anomalies,
    );
    expect([inexactes(etabli), etabli.valide, etabli.compte.bloquante]).toEqual([['alerte'], true, 0]);
    expect(bonusDuPrecedent(etabli, precedent(570)).anomalies).toEqual([]);
    // le journal dit autre chose, ou n'est pas celui de l'année d'avant : rien n'est établi
    expect(inexactes(avecPrecedent(saisi, precedent(600)))).toEqual(['bloquante']);
    expect(inexactes(avecPrecedent(saisi, precedent(570, jour('2023-02-01'))))).toEqual(['bloquante']);
    expect(inexactes(avecPrecedent(saisi, saisi))).toEqual(['bloquante']);
  });

  test('repris d’une année où le bonus n’est payé qu’en partie : la remontée se fait avec le classeur précédent', async () => {
    const deposer = async (nom: string, r: Reglages): Promise<string> => {
      const fichier = provisoire(nom);
      writeFileSync(fichier, await enFichier(r));
      return fichier;
    };
    const avant = await deposer('clas-2021.xlsx', {
      projets: [projet({ coutReel: 18000 })],
      versements: [
        ...SOLDE.slice(0, 3),
        versement({ nature: 'bonus', gestion: 'N+1', date: jour('2022-10-01'), montant: 570 }),
      ],
    });
    const apres = await deposer('clas-2022.xlsx', {
      ...SUIVANTE,
      bonusVerses: [{ dossier: 'P-1', bonusEnfants: 1, bonusParents: 1, montant: 570 }],
    });
    const remonter = (...args: string[]) =>
      clasSurPlace([
        'remontee',
        apres,
        ...args,
        '--au',
        '2023-01-20',
        '--sortie',
        provisoire('r.xlsx'),
        '--json',
      ]);
    expect((await remonter()).code).toBe(1);
    const faite = await remonter('--precedent', avant);
    expect([faite.code, jsonDe(faite)['bonusVerses']]).toEqual([0, '570.00']);
  });

  test('un classeur d’une autre année se refuse', () => {
    expect(() => bonusDuPrecedent(suivant(), suivant())).toThrow(/il faut celui de 2021-2022/);
  });
});
