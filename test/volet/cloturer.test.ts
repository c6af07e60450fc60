/** Clôturer, de la session au classeur et aux fichiers : l'Office.js authentique sur l'hôte émulé. */
import { lireXlsx } from '../../src/classeur/xlsx';
import { creerCloture } from '../../src/dossier/restitution/arrete/arrete';
import { balanceDe, ecartsDepuis } from '../../src/dossier/restitution/arrete/balance';
import { lettres } from '../../src/dossier/formes/adresses';
import { jour, projet, versement, type Ligne, type Reglages } from '../dossier/fabrique';
import { cellules, chaquePanne, enFichier, examenDe, fermer, ouvrir, PANNES, photo } from './excel';

afterEach(fermer);

const AU = '2022-01-20';
/** 18 000 € de coût : 5 850 € de Ps, 2 340 € pour N dont 1 000 € versés, 3 510 € pour N+1. */
const UN: Reglages = { projets: [projet({})], versements: [versement({})] };

const balance = (r: Parameters<typeof balanceDe>[0]): unknown =>
  balanceDe(r).map((l) => [l.exercice, l.mois, l.debit.toFixed(2), l.credit.toFixed(2)]);

test('la balance, exercice par exercice', async () => {
  const { session } = await ouvrir(UN, AU);
  expect(balance(creerCloture(examenDe(session)))).toEqual([
    [2021, 13, '4850.00', '4850.00'],
    [2022, 12, '3510.00', '3510.00'],
  ]);
});

describe('Figer l’arrêté', () => {
  test('le mois 13 va dans Écritures passées, rien d’autre ne bouge, la contrepassation reste à passer', async () => {
    const { hote, session } = await ouvrir(UN, AU);
    const avant = photo(hote);
    expect(await session.figer()).toBe(true);
    const lignes = cellules(hote, "'Écritures passées'!A1:G6");
    expect(lignes[0]).toEqual(['Mois', 'Exercice', 'Compte', 'Libellé', 'Débit', 'Crédit', 'N° dossier']);
    expect(lignes.slice(1, 5).map((l) => [l[0], l[1], l[4], l[5], l[6]])).toEqual([
      [13, 2021, 1340, null, 'P-1'],
      [13, 2021, null, 1340, 'P-1'],
      [13, 2021, 3510, null, 'P-1'],
      [13, 2021, null, 3510, 'P-1'],
    ]);
    expect(lignes[5]).toEqual(Array(7).fill(null));
    expect(photo(hote).startsWith(avant.slice(0, -1))).toBe(true);
    const cloture = creerCloture(examenDe(session));
    expect([cloture.passees, balance(cloture)]).toEqual([true, [[2022, 12, '3510.00', '3510.00']]]);
    expect(ecartsDepuis(examenDe(session))).toEqual([]);
  });

  test('une seconde fois, il le dit et n’écrit rien', async () => {
    const { hote, session } = await ouvrir(UN, AU);
    await session.figer();
    const avant = photo(hote);
    expect(await session.figer()).toBe(false);
    expect(session.etat().annonce?.texte).toMatch(/déjà figé/);
    expect(photo(hote)).toBe(avant);
  });

  test('ce qui change depuis se dit, dossier par dossier', async () => {
    const { hote, session } = await ouvrir({ ...UN, projets: [projet({ montantAccorde: 5850 })] }, AU);
    await session.figer();
    const entetes = cellules(hote, 'Projets!A1:AZ1')[0]!;
    await hote.saisir(`Projets!${lettres(entetes.indexOf('Montant accordé') + 1)}2`, 5000);
    await session.verifier();
    // 4/10 de 5 000 € moins 1 000 € ; 6/10 de 5 000 €
    expect(
      ecartsDepuis(examenDe(session)).map((e) => [e.dossier, e.quoi, e.passe, e.calcule].map(String)),
    ).toEqual([
      ['P-1', 'charge à payer', '1340', '1000'],
      ['P-1', 'engagement', '3510', '3000'],
    ]);
  });

  test.each(Object.entries(PANNES))(
    '%s, à chaque échange : le classeur d’avant, ou figé une fois',
    (_, panne) => chaquePanne(UN, AU, panne, (session) => session.figer),
  );
});

test('les échanges ne croissent pas avec les dossiers', async () => {
  const compter = async (n: number): Promise<number> => {
    const dossiers = Array.from({ length: n }, (_, i) => `P-${i}`);
    const { hote, session } = await ouvrir(
      {
        projets: dossiers.map((dossier) => projet({ dossier })),
        versements: dossiers.map((dossier) => versement({ dossier })) as Ligne[],
      },
      AU,
    );
    return (await hote.pendant(session.figer)).length;
  };
  expect(await compter(30)).toBe(await compter(1));
});

const texte = ({ octets }: { octets: Uint8Array }): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets);

test('les CSV : point-virgule, marque UTF-8, virgule décimale', async () => {
  const { session } = await ouvrir(UN, AU);
  expect(await session.faireCsv()).toBe(true);
  const [ecritures, liquidation] = session.etat().fichiers;
  expect([ecritures?.nom, liquidation?.nom]).toEqual(['ecritures-2021.csv', 'liquidation-2021.csv']);
  expect(texte(ecritures!)).toMatch(/^\ufeffN° dossier;.*\r\nP-1;.*;1340,00;;/);
  expect(texte(liquidation!)).toMatch(/P-1;.*20\/11\/2021;acompte;2021;1000,00;/);
});

describe('L’année suivante', () => {
  test('le classeur ouvert porte les projets agréés, sans leurs montants, et ce qui reste à liquider', async () => {
    const { hote, session } = await ouvrir(UN, AU);
    const avant = photo(hote);
    expect(await session.ouvrirSuivant()).toBe(true);
    expect(photo(hote)).toBe(avant);
    expect(hote.classeur.classeursCrees).toHaveLength(1);
    const [fichier] = session.etat().fichiers;
    expect(fichier?.nom).toBe('CLAS_2022-2023_CAF45.xlsx');
    const lu = await lireXlsx(fichier!.octets);
    const [projets, liquider] = ['Projets', 'À liquider'].map((nom) =>
      lu.feuilles.find((f) => f.nom === nom)!.lignes.flat(),
    );
    expect(projets).toEqual(expect.arrayContaining(['Association Les Marronniers', 'P-1']));
    expect(projets).not.toContain(18000);
    expect(liquider).toContain('P-1');
    expect(session.etat().annonce?.texte).toMatch(/1.projet repris/);
  });

  test('Excel refuse de l’ouvrir : il reste à télécharger', async () => {
    const { hote, session } = await ouvrir(UN, AU);
    const trajets = (await hote.pendant(session.verifier)).length;
    hote.prevoirPanne(trajets + 1, 'reseau');
    expect(await session.ouvrirSuivant()).toBe(false);
    expect(session.etat().fichiers).toHaveLength(1);
  });
});

describe('La remontée', () => {
  const SANS_BONUS: Reglages = {
    projets: [projet({ bonusEnfants: 0, bonusParents: 0, projetBonus: null })],
    versements: [versement({})],
  };

  test('néant se confirme en toutes lettres, puis se fait', async () => {
    const { session } = await ouvrir(SANS_BONUS, AU);
    await session.genererFichier();
    expect([session.etat().neantAConfirmer, session.etat().fichiers]).toEqual([true, []]);
    session.renoncerAuNeant();
    expect(session.etat().neantAConfirmer).toBe(false);
    await session.genererFichier();
    expect(await session.genererFichier(true)).toBe(true);
    const { neantAConfirmer, fichiers } = session.etat();
    expect(neantAConfirmer).toBe(false);
    const lu = await lireXlsx(fichiers[0]!.octets);
    expect(lu.feuilles[0]!.lignes.flat().join(' ')).toMatch(/néant/i);
  });

  const BAREME_2022 = [2022, 0.325, 7885, 2563, 300, 300, 'exemple'];
  const suivant = (bonusVerses?: readonly Ligne[]): Reglages => ({
    parametres: { 'Année scolaire': '2022-2023' },
    bareme: [BAREME_2022],
    projets: [
      projet({
        dossier: 'S-1',
        debutConvention: jour('2022-09-01'),
        finConvention: jour('2023-08-31'),
        dateAgrement: jour('2022-10-12'),
      }),
    ],
    ...(bonusVerses && { bonusVerses }),
  });
  /** Soldé, avec ses 600 € de bonus. */
  const precedent = enFichier({
    projets: [projet({ coutReel: 18000, collectifsReels: 3 })],
    versements: [
      versement({}),
      versement({ nature: 'solde', gestion: 'N', date: jour('2022-10-01'), montant: 1340 }),
      versement({ nature: 'solde', gestion: 'N+1', date: jour('2022-10-01'), montant: 3510 }),
      versement({ nature: 'bonus', gestion: 'N+1', date: jour('2022-10-01'), montant: 600 }),
    ] as Ligne[],
  });

  test('les bonus versés viennent du journal de l’année d’avant', async () => {
    const { session } = await ouvrir(suivant(), '2023-01-20');
    expect(await session.choisirPrecedent('clas-2021.xlsx', await precedent)).toBe(true);
    expect(await session.genererFichier()).toBe(true);
    const lu = await lireXlsx(session.etat().fichiers[0]!.octets);
    expect(lu.feuilles[0]!.lignes.some((l) => l.includes('P-1') && l.includes(600))).toBe(true);
  });

  test('la feuille Bonus versés dit autre chose : le fichier n’est pas fait, la cellule est nommée', async () => {
    const { session } = await ouvrir(suivant([{ dossier: 'P-1', montant: 300 }]), '2023-01-20');
    expect(await session.choisirPrecedent('clas-2021.xlsx', await precedent)).toBe(false);
    expect(await session.genererFichier()).toBe(false);
    expect(session.etat().annonce?.texte).toMatch(
      /^1.anomalie bloquante.: le fichier de remontée n’est pas généré.*'Bonus versés'!E2/,
    );
    expect(session.etat().fichiers).toEqual([]);
  });

  test('payé en partie : le classeur précédent en fait foi, et le fichier se fait', async () => {
    const enPartie = enFichier({
      projets: [projet({ coutReel: 18000, collectifsReels: 3 })],
      versements: [versement({ nature: 'bonus', gestion: 'N+1', date: jour('2022-10-01'), montant: 570 })],
    });
    const verses = [{ dossier: 'P-1', bonusEnfants: 1, bonusParents: 1, montant: 570 }];
    const { session } = await ouvrir(suivant(verses), '2023-01-20');
    expect(await session.genererFichier()).toBe(false);
    expect(await session.choisirPrecedent('clas-2021.xlsx', await enPartie)).toBe(true);
    expect(await session.genererFichier()).toBe(true);
    expect(await session.remplirRemontee()).toBe(true);
  });

  test('le classeur d’une autre année, ou un fichier qui n’en est pas un, se refuse en une phrase', async () => {
    const { session } = await ouvrir(UN, AU);
    expect(await session.choisirPrecedent('x.xlsx', await precedent)).toBe(false);
    expect(session.etat().annonce?.texte).toMatch(/il faut celui de 2020-2021/);
    expect(await session.choisirPrecedent('x.xlsx', new Uint8Array([1, 2, 3]))).toBe(false);
    expect(session.etat().annonce?.ton).toBe('echec');
    expect(session.etat().precedent).toBeNull();
  });
});
