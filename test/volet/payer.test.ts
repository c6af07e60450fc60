/** Payer, de la session au classeur : l'Office.js authentique sur l'hôte émulé. */
import type { Session } from '../../src/volet/session';
import { avancementDe } from '../../src/dossier/restitution/sorties/avancement';
import { paiementsDe, type Paiement } from '../../src/dossier/restitution/sorties/paiements';
import { jour, projet, versement, type Ligne, type Reglages } from '../dossier/fabrique';
import {
  cellules,
  chaquePanne,
  examenDe,
  fermer,
  ouvrir as ouvrirAu,
  PANNES,
  photo,
  type Hote,
} from './excel';

afterEach(fermer);

const AU = '2021-12-01';
const ouvrir = (r: Reglages) => ouvrirAu(r, AU);

const dus = (session: Session): readonly Paiement[] => paiementsDe(examenDe(session)).paiements;
const dits = (session: Session): string[] =>
  dus(session).map((p) => `${p.dossier} ${p.nature} ${p.gestion} ${p.montant.toFixed(2)}`);
const journal = (hote: Hote): unknown[][] => cellules(hote, 'Versements!A1:F40');

/** Des dossiers à 5 850 € de Ps, 1 000 € d'acompte déjà versés : 638 € d'acompte possibles (28 %). */
const nombreux = (n: number): Reglages => ({
  projets: Array.from({ length: n }, (_, i) => projet({ dossier: `P-${i}` })),
  versements: Array.from({ length: n }, (_, i) => versement({ dossier: `P-${i}` })) as Ligne[],
});

test('les versements cochés s’écrivent sous le journal, et ne sont plus à payer', async () => {
  const { hote, session } = await ouvrir(nombreux(3));
  expect(dits(session)).toEqual([0, 1, 2].map((i) => `P-${i} acompte 2021 638.00`));
  expect(await session.inscrireVersements(dus(session).slice(0, 2))).toBe(true);
  expect(journal(hote).slice(4, 7)).toEqual([
    ['P-0', 'acompte', 'N', jour('2021-12-01'), 638, null],
    ['P-1', 'acompte', 'N', jour('2021-12-01'), 638, null],
    [null, null, null, null, null, null],
  ]);
  expect(dits(session)).toEqual(['P-2 acompte 2021 638.00']);
  expect(examenDe(session).totaux.versePs.montant?.toFixed(2)).toBe('4276.00');
  expect(session.etat().annonce?.texte).toMatch(/^2.versements écrits dans «.Versements.», 1.276,00.€/);
});

test('« Annuler » rend le classeur tel qu’il était', async () => {
  const { hote, session } = await ouvrir(nombreux(2));
  const avant = photo(hote);
  await session.inscrireVersements(dus(session));
  expect(photo(hote)).not.toBe(avant);
  expect(await session.annuler()).toBe(true);
  expect(photo(hote)).toBe(avant);
  expect(dits(session)).toHaveLength(2);
});

test('échanges et plages ne croissent pas avec les versements : par colonnes, non par cellules', async () => {
  const compter = async (n: number): Promise<{ echanges: number; actions: number }> => {
    const { hote, session } = await ouvrir(nombreux(n));
    const trajets = await hote.pendant(() => session.inscrireVersements(dus(session)));
    expect(dits(session)).toEqual([]);
    return { echanges: trajets.length, actions: trajets.reduce((n, t) => n + t.actions.length, 0) };
  };
  const [un, beaucoup] = [await compter(1), await compter(1_000)];
  expect(beaucoup.echanges).toBe(un.echanges);
  // relire une grande feuille en demande quelques-unes de plus ; une par cellule en ferait cinq mille
  expect(beaucoup.actions).toBeLessThan(2 * un.actions);
  expect(un.echanges).toBeLessThanOrEqual(6);
});

test.each(Object.entries(PANNES))(
  '%s, à chaque échange : rien d’écrit et une phrase, ou tout écrit une fois',
  (_, panne) =>
    chaquePanne(nombreux(2), AU, panne, (session) => {
      const choisis = dus(session);
      return () => session.inscrireVersements(choisis);
    }),
);

test('le classeur a changé depuis la liste : rien n’est écrit, l’agent relit', async () => {
  const { hote, session } = await ouvrir(nombreux(2));
  const choisis = dus(session);
  await hote.saisir('Versements!E2', 1500);
  const avant = photo(hote);
  expect(await session.inscrireVersements(choisis)).toBe(false);
  expect(session.etat().annonce?.texte).toMatch(/n’est plus de 638,00.€\. Rien n’est écrit/);
  expect(photo(hote)).toBe(avant);
});

test('les acomptes saisis dans Projets ne se perdent pas : pas de journal sans eux', async () => {
  const { hote, session } = await ouvrir({ projets: [projet({ acomptesN: 1000 })] });
  const avant = photo(hote);
  expect(dits(session)).toEqual(['P-1 acompte 2021 638.00']);
  expect(await session.inscrireVersements(dus(session))).toBe(false);
  expect(session.etat().annonce?.texte).toMatch(/ne compteraient plus/);
  expect(photo(hote)).toBe(avant);
});

describe('Les acomptes d’une colonne de Projets se portent au journal', () => {
  const dates = new Map([
    [2021, '2021-11-15'],
    [2022, '2022-02-01'],
  ]);

  test('chacun à la date de sa gestion ; la suite s’y inscrit, et rien ne compte deux fois', async () => {
    const { hote, session } = await ouvrir({
      projets: [projet({ acomptesN: 1000 }), projet({ dossier: 'P-2' })],
    });
    const feuille = hote.lire('Projets!A1:AZ3');
    expect(await session.porterAcomptes(dates)).toBe(true);
    expect(journal(hote).slice(1, 3)).toEqual([
      ['P-1', 'acompte', 'N', jour('2021-11-15'), 1000, null],
      [null, null, null, null, null, null],
    ]);
    expect(session.etat().annonce).toMatchObject({ annulable: true });
    expect(hote.lire('Projets!A1:AZ3')).toEqual(feuille);
    expect(dits(session)).toEqual(['P-1 acompte 2021 638.00', 'P-2 acompte 2021 1638.00']);
    expect(await session.inscrireVersements(dus(session))).toBe(true);
    expect(dits(session)).toEqual([]);
    expect(examenDe(session).totaux.versePs.montant?.toFixed(2)).toBe('3276.00');
    expect(examenDe(session).compte.bloquante).toBe(0);
  });

  test('les deux gestions d’un dossier font deux versements', async () => {
    const { hote, session } = await ouvrirAu(
      { projets: [projet({ acomptesN: 1000, acomptesN1: 500 })] },
      '2022-03-01',
    );
    expect(await session.porterAcomptes(dates)).toBe(true);
    expect(journal(hote).slice(1, 3)).toEqual([
      ['P-1', 'acompte', 'N', jour('2021-11-15'), 1000, null],
      ['P-1', 'acompte', 'N+1', jour('2022-02-01'), 500, null],
    ]);
  });

  test('un acompte illisible ne se perd pas : rien ne s’écrit, sa ligne se dit', async () => {
    const { hote, session } = await ouvrir({
      projets: [projet({ acomptesN: 1000 }), projet({ dossier: 'P-2', acomptesN: 'à voir' })],
    });
    const avant = photo(hote);
    expect(await session.porterAcomptes(dates)).toBe(false);
    expect(session.etat().annonce?.texte).toMatch(/^Ligne 3 de la feuille «.Projets.».*illisible/);
    expect(photo(hote)).toBe(avant);
  });

  test('« Annuler » les retire : ils comptent de nouveau dans Projets', async () => {
    const { session } = await ouvrir({ projets: [projet({ acomptesN: 1000 })] });
    await session.porterAcomptes(dates);
    expect(await session.annuler()).toBe(true);
    expect(examenDe(session).totaux.versePs.montant?.toFixed(2)).toBe('1000.00');
  });
});

test('sans journal ni acompte, la feuille Versements se crée, et reçoit le versement', async () => {
  const { hote, session } = await ouvrir({});
  expect(await session.inscrireVersements(dus(session))).toBe(true);
  expect(journal(hote)[1]).toEqual(['P-1', 'acompte', 'N', jour('2021-12-01'), 1638, null]);
  expect(examenDe(session).lecture.versements?.lignes).toHaveLength(1);
});

test('un total sous le journal n’est jamais pris pour une ligne libre', async () => {
  const r = nombreux(1);
  const { hote, session } = await ouvrir({
    ...r,
    versements: [
      ...(r.versements ?? []),
      versement({ dossier: 'Total', nature: null, gestion: null, date: null, reference: null }),
    ],
  });
  const avant = photo(hote);
  expect(await session.inscrireVersements(dus(session))).toBe(false);
  expect(session.etat().annonce?.texte).toMatch(/en insérer avant la ligne 3/);
  expect(photo(hote)).toBe(avant);
});

test('une colonne du journal qui manque se nomme', async () => {
  const { session } = await ouvrir({ ...nombreux(1), sansVersements: ['date'] });
  expect(await session.inscrireVersements(dus(session))).toBe(false);
  expect(session.etat().annonce?.texte).toMatch(/n’a pas de colonne «.Date.»/);
});

describe('Où en est l’argent', () => {
  test('versé, payable, en attente : ensemble, ce qui est accordé', async () => {
    const { session } = await ouvrir(nombreux(2));
    const e = examenDe(session);
    const a = avancementDe(e, paiementsDe(e));
    expect([a.verse, a.payable, a.enAttente, a.aRecouvrer].map((m) => m?.toFixed(2))).toEqual([
      '2000.00',
      '1276.00',
      // 2 × (5 850 € de Ps + 600 € de bonus − 1 000 € − 638 €)
      '9624.00',
      '0.00',
    ]);
    expect(a.inconnus).toEqual([]);
  });

  test('un montant inconnu ne compte pour rien, et dit ce qui lui manque', async () => {
    const { session } = await ouvrir({
      projets: [projet({}), projet({ dossier: 'P-2', coutPrevisionnel: null })],
      versements: [versement({})],
    });
    const e = examenDe(session);
    const a = avancementDe(e, paiementsDe(e));
    expect(a.inconnus.map((i) => [i.dossier, i.manque[0]?.champ])).toEqual([['P-2', 'coutPrevisionnel']]);
    expect(a.enAttente.toFixed(2)).toBe('4812.00');
  });
});
