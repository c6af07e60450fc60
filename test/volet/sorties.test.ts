/** Ce que l'agent remet à d'autres, de la session au classeur et aux fichiers : l'Office.js authentique sur l'hôte émulé. */
import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { lireXlsx } from '../../src/classeur/xlsx';
import { examiner } from '../../src/dossier/examiner';
import type { Session } from '../../src/volet/session';
import { classeur, feuille, projet, versement, type Ligne, type Reglages } from '../dossier/fabrique';
import { cellules, chaquePanne, enFichier, examenDe, fermer, ouvrir, PANNES, photo } from './excel';

afterEach(fermer);

const AU = '2022-01-20';
const DEUX: Reglages = {
  parametres: { 'Siret de la Caf': '77567227221138' },
  projets: [projet({}), projet({ dossier: 'P-2', commune: 'Olivet', public: 'élémentaire' })],
  versements: [versement({}), versement({ dossier: 'P-2' })] as Ligne[],
};

const PAGES = [
  ['Paiements', 'ecrirePaiements'],
  ['Comité', 'ecrireComite'],
  ['Tableau de bord', 'ecrireTableauDeBord'],
] as const;

describe.each(PAGES)('La page « %s »', (nom, cle) => {
  const geste = (session: Session) => session[cle];

  test('dit sa date, ses règles, son barème et sa source ; le reste du classeur ne bouge pas', async () => {
    const { hote, session } = await ouvrir(DEUX, AU);
    const avant = photo(hote);
    expect(await geste(session)()).toBe(true);
    const haut = cellules(hote, `'${nom}'!A1:A3`).flat().join('\n');
    expect(haut).toMatch(
      /Caf du Loiret — 2021-2022 — au 20\/01\/2022\nRègles : .*Barème : .*Circ\. 2021-006/,
    );
    expect(photo(hote).startsWith(avant.slice(0, -1))).toBe(true);
  });

  test('refaite, elle reste une, et ce qu’elle contient ne se lit pas comme une donnée', async () => {
    const { hote, session } = await ouvrir(DEUX, AU);
    const anomalies = examenDe(session).anomalies.length;
    await geste(session)();
    expect(await geste(session)()).toBe(true);
    expect(hote.classeur.feuilles.filter((f) => f.nom === nom)).toHaveLength(1);
    await session.verifier();
    expect(examenDe(session).anomalies).toHaveLength(anomalies);
    expect(examenDe(session).lecture.bilan.find((f) => f.feuille === nom)?.role).toBe('generee');
  });

  test('protégée par l’agent, elle se récrit', async () => {
    const { hote, session } = await ouvrir(DEUX, AU);
    await geste(session)();
    hote.feuille(nom).protection = { options: {}, motDePasse: null };
    expect(await geste(session)()).toBe(true);
    expect(session.etat().annonce?.texte).toMatch(/est à jour/);
  });

  test('une feuille de l’agent qui porte ce nom reste à lui', async () => {
    const { hote, session } = await ouvrir({ ...DEUX, autres: [feuille(nom, [['À moi'], [1], [2]])] }, AU);
    const avant = photo(hote);
    expect(await geste(session)()).toBe(false);
    expect(session.etat().annonce?.texte).toMatch(/n’est pas de Clas, qui n’y écrit pas/);
    expect(photo(hote)).toBe(avant);
  });

  test.each(Object.entries(PANNES))('%s, à chaque échange : rien, ou la page entière', (_, panne) =>
    chaquePanne(DEUX, AU, panne, geste),
  );
});

test('sans journal, la page des paiements ne devient pas le journal', async () => {
  const { session } = await ouvrir({ projets: [projet({})] }, '2021-12-01');
  await session.ecrirePaiements();
  await session.verifier();
  expect(examenDe(session).lecture.versements).toBeNull();
  expect(examenDe(session).totaux.versePs.montant?.toFixed(2)).toBe('0.00');
});

test('les graphiques sont d’Excel : leurs séries sont celles des tables, et refaits, ils ne se doublent pas', async () => {
  const { hote, session } = await ouvrir(DEUX, AU);
  await session.ecrireTableauDeBord();
  await session.ecrireTableauDeBord();
  expect(hote.classeur.feuilles.length).toBeGreaterThan(3);
  await Excel.run(async (contexte) => {
    const { charts } = contexte.workbook.worksheets.getItem('Tableau de bord');
    charts.load('items/name,items/chartType');
    await contexte.sync();
    expect(charts.items.map(({ name }) => name)).toEqual([...new Set(charts.items.map(({ name }) => name))]);
    const commune = charts.getItem('Clas — Ps par commune');
    const [retenue, verse] = [0, 1].map((i) => commune.series.getItemAt(i));
    retenue!.load('name');
    const dimensions = [
      retenue!.getDimensionValues('Categories'),
      retenue!.getDimensionValues('Values'),
      verse!.getDimensionValues('Values'),
    ];
    await contexte.sync();
    expect(retenue!.name).toBe('Ps retenue');
    expect(dimensions.map(({ value }) => [...value])).toEqual([
      ['Olivet', 'Orléans'],
      ['5850', '5850'],
      ['1000', '1000'],
    ]);
  });
});

test('les échanges d’une page ne croissent pas avec les dossiers', async () => {
  const compter = async (n: number): Promise<number> => {
    const { hote, session } = await ouvrir(
      { projets: Array.from({ length: n }, (_, i) => projet({ dossier: `P-${i}` })) },
      AU,
    );
    return (await hote.pendant(session.ecrireTableauDeBord)).length;
  };
  expect(await compter(30)).toBe(await compter(1));
});

describe('Courriers', () => {
  const notification = new Uint8Array(readFileSync('assets/modeles/notification.docx'));

  test('une lettre par dossier agréé, dans une archive ; rien ne s’écrit dans le classeur', async () => {
    const { hote, session } = await ouvrir(DEUX, AU);
    const avant = photo(hote);
    expect(await session.faireCourriers(notification, 'agrees')).toBe(true);
    expect(photo(hote)).toBe(avant);
    const [archive] = session.etat().fichiers;
    expect(archive?.nom).toBe('courriers-2021-2022.zip');
    const lettres = new PizZip(archive!.octets);
    expect(Object.keys(lettres.files)).toEqual([
      'P-1 Association Les Marronniers.docx',
      'P-2 Association Les Marronniers.docx',
    ]);
    const lettre = new PizZip(lettres.file('P-1 Association Les Marronniers.docx')!.asUint8Array());
    expect(lettre.file('word/document.xml')!.asText()).toContain('5\u202f850,00\u00a0€');
  });

  test('un montant inconnu laisse la lettre, et se dit', async () => {
    const { session } = await ouvrir(
      {
        ...DEUX,
        projets: [
          projet({}),
          projet({ dossier: 'P-2', coutPrevisionnel: null, bonusEnfants: null, bonusParents: null }),
        ],
      },
      AU,
    );
    await session.faireCourriers(notification, 'agrees');
    expect(session.etat().annonce?.texte).toMatch(/1.courrier non fait.: P-2 \(\{psRetenue\}/);
  });

  test('arrêtés en route, aucun n’est gardé', async () => {
    const { session } = await ouvrir(DEUX, AU);
    const fini = session.faireCourriers(notification, 'agrees');
    const cesser = session.sabonner(() => {
      if (session.etat().arretable) session.arreter();
    });
    await fini;
    cesser();
    expect(session.etat().fichiers).toEqual([]);
    expect(session.etat().annonce?.texte).toMatch(/aucun n’est gardé/);
  });

  test('un fichier qui n’est pas un document Word se refuse en une phrase', async () => {
    const { session } = await ouvrir(DEUX, AU);
    expect(await session.faireCourriers(new Uint8Array([1, 2, 3]), 'agrees')).toBe(false);
    expect(session.etat().annonce?.texte).toMatch(/n’est pas un document Word/);
  });
});

describe('Comparer à un autre classeur', () => {
  test('le fichier choisi se lit ici ; rien ne s’écrit, et le classeur n’est pas relu', async () => {
    const { hote, session } = await ouvrir(DEUX, AU);
    const [avant, ancien] = [photo(hote), await enFichier({ ...DEUX, projets: [projet({})] })];
    const trajets = await hote.pendant(() => session.comparer('avant.xlsx', ancien));
    expect([trajets.length, photo(hote)]).toEqual([0, avant]);
    expect(session.etat().ancien?.nom).toBe('avant.xlsx');
    expect(session.etat().ancien?.examen.calculs.map((c) => c.projet.dossier)).toEqual(['P-1']);
    expect(session.etat().annonce?.texte).toBe('avant.xlsx est comparé au classeur ouvert.');
  });

  test('une feuille désignée dans le classeur ouvert l’est aussi dans l’autre', async () => {
    const { hote, session } = await ouvrir(DEUX, AU);
    const ancien = await enFichier({ ...DEUX, projets: [projet({})] }, { Projets: 'Suivi Clas' });
    expect(await session.comparer('avant.xlsx', ancien)).toBe(false);
    hote.classeur.renommerFeuille(hote.feuille('Projets'), 'Suivi Clas');
    await session.designer({ feuilles: { projets: 'Suivi Clas' } });
    expect(await session.comparer('avant.xlsx', ancien)).toBe(true);
    expect(session.etat().ancien?.examen.calculs.map((c) => c.projet.dossier)).toEqual(['P-1']);
    // un classeur aux noms de Clas se lit toujours
    expect(await session.comparer('modele.xlsx', await enFichier(DEUX))).toBe(true);
  });

  test('un fichier qui n’est pas un classeur se refuse en une phrase', async () => {
    const { session } = await ouvrir(DEUX, AU);
    expect(await session.comparer('lettre.xlsx', new Uint8Array([1, 2, 3]))).toBe(false);
    expect([session.etat().ancien, session.etat().annonce?.ton]).toEqual([null, 'echec']);
  });
});

test('les fiches : une feuille par dossier', async () => {
  const { session } = await ouvrir(DEUX, AU);
  expect(await session.faireFiches()).toBe(true);
  const lu = await lireXlsx(session.etat().fichiers[0]!.octets);
  expect(lu.feuilles.map((f) => f.nom)).toEqual(['P-1', 'P-2']);
});

describe('Données ouvertes', () => {
  test('le fichier SCDL et sa description', async () => {
    const { session } = await ouvrir(DEUX, AU);
    expect(await session.faireSubventions()).toBe(true);
    const [csv, description] = session
      .etat()
      .fichiers.map(({ nom, octets }) => [nom, new TextDecoder().decode(octets)]);
    expect(csv![0]).toBe('subventions.csv');
    expect(
      csv![1]!
        .split('\r\n')
        .slice(1, 3)
        .map((l) => l.split(',')[8]),
    ).toEqual(['6450.00', '6450.00']);
    expect(JSON.parse(description![1]!)).toMatchObject({ resources: [{ path: 'subventions.csv' }] });
  });

  test.each([
    ['', /Siret de la Caf absent/],
    ['12345678901234', /Siret de la Caf.*est invalide/],
  ])('Siret de la Caf « %s » : une phrase', async (siret, phrase) => {
    const { session } = await ouvrir({ ...DEUX, parametres: { 'Siret de la Caf': siret || null } }, AU);
    expect(await session.faireSubventions()).toBe(false);
    expect(session.etat().annonce?.texte).toMatch(phrase);
  });
});

test('par fichier aussi, une page de Clas gardée dans le classeur n’est pas une donnée', () => {
  const page = feuille('Paiements', [
    ['Paiements'],
    ['Caf du Loiret — 2021-2022 — au 20/01/2022'],
    ['Règles : 1. Barème : prix plafond 7 885,00 €, source x.'],
    [],
    ['N° dossier', 'Gestionnaire', 'Nature', 'Gestion', 'Montant'],
    ['P-1', 'x', 'acompte', 2021, 638],
  ]);
  const lu = examiner(classeur({ autres: [page] }), { au: AU });
  expect(lu.lecture.versements).toBeNull();
  const sien = examiner(classeur({ autres: [{ ...page, lignes: page.lignes.slice(4) }] }), { au: AU });
  expect(sien.lecture.versements?.lignes).toHaveLength(1);
});
