import { creerPortExcel } from '../../src/classeur/excel';
import type { PortExcel } from '../../src/classeur/excel/port';
import { ErreurClasseur } from '../../src/dossier/formes/erreurs';
import type { Panne } from '../../atelier/hote/journal';
import { jusqua } from '../outils/attente';
import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';
import { planAnomalies, planDeDeuxFeuilles } from './outils';

const FEUILLES = [
  {
    nom: 'Projets',
    lignes: [
      ['N° dossier', 'Coût'],
      ['A-1', '12 000 €'],
      ['A-2', { formule: '=CLAS.PS(1,1)' }],
    ],
  },
  {
    nom: 'Paramètres',
    lignes: [
      ['Caf', '45'],
      ['Année scolaire', '2021-2022'],
    ],
  },
];
const CORRECTION = { feuille: 'Projets', ligne: 2, colonne: 2, avant: '12 000 €', apres: 12_000 };
const PLAN = planDeDeuxFeuilles();

/** Chaque opération, ce qu'elle doit avoir fait quand elle réussit, et les cellules de l'agent qu'elle change. */
const OPERATIONS: Record<string, { agir: (port: PortExcel) => Promise<unknown>; change?: boolean }> = {
  lire: { agir: (port) => port.lire() },
  ecrireFeuilles: { agir: (port) => port.ecrireFeuilles([planAnomalies(3)]) },
  creerFeuilles: { agir: (port) => port.creerFeuilles(PLAN) },
  allerA: { agir: (port) => port.allerA({ feuille: 'Paramètres', ligne: 1, colonne: 2 }) },
  corriger: { agir: (port) => port.corriger([CORRECTION]), change: true },
  ecrireParametres: { agir: (port) => port.ecrireParametres('Paramètres', { caf: '41' }), change: true },
  colorer: {
    agir: (port) => port.colorer([{ feuille: 'Projets', ligne: 2, colonne: 2, gravite: 'alerte' }]),
  },
  decolorer: { agir: (port) => port.decolorer() },
  recalculerFormules: { agir: (port) => port.recalculerFormules() },
  ouvrirClasseur: { agir: (port) => port.ouvrirClasseur(new Uint8Array([0x50, 0x4b])) },
  surChangement: { agir: async (port) => (await port.surChangement(() => undefined))() },
  surSelection: { agir: async (port) => (await port.surSelection(() => undefined))() },
  ecrireReglage: { agir: (port) => port.ecrireReglage('colonnes', '{}') },
};

const PANNES: Record<string, Panne> = {
  saisie: 'edition',
  débit: 'debit',
  réseau: 'reseau',
  'réponse perdue': 'reponse-perdue',
  'session expirée': 'session-expiree',
  'boîte de dialogue ouverte': 'boite-ouverte',
  'requête trop grande': 'requete-trop-grande',
  'réponse trop grande': 'reponse-trop-grande',
  'refus à la première action': { action: 0, code: 'GeneralException' },
  'refus à la troisième action': { action: 2, code: 'InvalidArgument' },
  'accès refusé': { action: 1, code: 'AccessDenied' },
  disparue: { action: 0, code: 'ItemNotFound' },
};

let ouvert: ExcelOuvert | undefined;
afterEach(() => ouvert?.fermer());

async function ouvrir(): Promise<{ hote: ExcelOuvert['hote']; port: PortExcel }> {
  ouvert?.fermer();
  ouvert = await ouvrirHote({ feuilles: FEUILLES });
  await ouvert.hote.actualiser();
  return { hote: ouvert.hote, port: creerPortExcel() };
}

/** Tout ce que voit l'agent dans ses feuilles : valeurs, formules, formats, couleurs, règles. */
function photo(hote: ExcelOuvert['hote']): unknown {
  return FEUILLES.map(({ nom }) => {
    const feuille = hote.feuille(nom);
    const formats = ['numberFormat', 'fill.color'].map((cle) =>
      [1, 2].map((i) => feuille.presentations.en(cle, i, 1) ?? null),
    );
    return [
      hote.lire(`'${nom}'!A1:E5`),
      formats,
      feuille.visibilite,
      hote.classeur.tableaux.filter((t) => t.feuille === feuille).length,
    ];
  });
}

const sansGeneral = (vue: unknown): string => JSON.stringify(vue).replaceAll('"General"', 'null');

describe.each(Object.entries(OPERATIONS))('%s', (_, { agir, change }) => {
  /** L'opération sans panne : ce qu'elle demande d'échanges et ce qu'elle laisse. */
  async function reussir(): Promise<{ avant: string; nombre: number; reussi: string; feuilles: string[] }> {
    const { hote, port } = await ouvrir();
    const avant = sansGeneral(photo(hote));
    const nombre = (await hote.pendant(() => agir(port))).length;
    const reussi = sansGeneral(photo(hote));
    if (change !== true) expect(reussi).toBe(avant);
    return { avant, nombre, reussi, feuilles: hote.classeur.feuilles.map(({ nom }) => nom) };
  }
  let temoin: Awaited<ReturnType<typeof reussir>> | undefined;

  it.each(Object.entries(PANNES))(
    '%s : à chaque échange, le classeur de l’agent reste tel quel et la seconde fois réussit',
    async (_nom, panne) => {
      const { avant, nombre, reussi, feuilles } = (temoin ??= await reussir());
      for (let rang = 1; rang <= nombre; rang++) {
        const { hote: autre, port: essai } = await ouvrir();
        autre.prevoirPanne(rang, panne);
        let echec: unknown = null;
        await agir(essai).catch((erreur: unknown) => (echec = erreur));
        if (echec !== null) {
          expect(echec).toBeInstanceOf(ErreurClasseur);
          expect((echec as ErreurClasseur).message).toMatch(/^[A-ZÉ].*\.$/su);
          expect((echec as ErreurClasseur).cause).toBeDefined();
          expect(sansGeneral(photo(autre))).toBe(avant);
          await agir(essai);
        }
        expect(sansGeneral(photo(autre))).toBe(reussi);
        expect(autre.classeur.feuilles.map(({ nom }) => nom)).toEqual(feuilles);
      }
    },
  );
});

/** Une feuille de l'agent vraiment protégée, et non une réponse d'échec : Excel décide lui-même de ce qu'il refuse. */
describe.each(FEUILLES.map(({ nom }) => nom))('%s protégée par un mot de passe', (nom) => {
  it.each(Object.entries(OPERATIONS))(
    '%s : faite, ou refusée d’une phrase sans rien changer',
    async (_, { agir }) => {
      const { hote, port } = await ouvrir();
      const feuille = hote.feuille(nom);
      const avant = sansGeneral(photo(hote));
      feuille.protection = { options: {}, motDePasse: 'secret' };
      const echec = await agir(port).then(
        () => null,
        (erreur: unknown) => erreur,
      );
      if (echec === null) return;
      expect(echec).toBeInstanceOf(ErreurClasseur);
      expect((echec as Error).message).toMatch(
        /feuille .*protégée.*ôter sa protection|ôter la protection de la feuille/,
      );
      expect(sansGeneral(photo(hote))).toBe(avant);
      feuille.protection = null;
      await agir(port);
    },
  );

  it('refuse au moins une écriture', async () => {
    const { hote, port } = await ouvrir();
    hote.feuille(nom).protection = { options: {}, motDePasse: 'secret' };
    const ecriture =
      nom === 'Projets' ? port.corriger([CORRECTION]) : port.ecrireParametres('Paramètres', { caf: '41' });
    await expect(ecriture).rejects.toThrow('protégée');
  });
});

describe('Un écouteur qu’Excel n’a pas voulu retirer', () => {
  it.each(Object.entries(PANNES))('%s : il se tait', async (_, panne) => {
    const { hote, port } = await ouvrir();
    const recus: unknown[] = [];
    const arrets = [
      await port.surChangement((changement) => recus.push(changement)),
      await port.surSelection((cellule) => recus.push(cellule)),
    ];
    // la cellule déjà choisie se dit à l'abonnement
    recus.length = 0;
    // d'autres écouteurs, servis après, disent quand les gestes sont arrivés
    const temoins: unknown[] = [];
    await port.surChangement((changement) => temoins.push(changement));
    await port.surSelection((cellule) => temoins.push(cellule));
    temoins.length = 0;
    for (const rang of [1, 2]) hote.prevoirPanne(rang, panne);
    for (const arreter of arrets) await arreter();
    await hote.saisir('Projets!B2', 5);
    hote.selectionner('Projets!B3');
    await jusqua(() => temoins.length > 1);
    expect(recus).toEqual([]);
  });
});

describe('Les phrases', () => {
  it('attend la fin de la saisie au lieu d’échouer', async () => {
    const { hote, port } = await ouvrir();
    hote.commencerEdition();
    const avant = hote.journal.allersRetours.length;
    const lecture = port.lire();
    await jusqua(() => hote.journal.allersRetours.length > avant);
    hote.finirEdition();
    expect((await lecture).feuilles).toHaveLength(2);
  });

  it('redemande deux fois quand Excel limite le débit, puis le dit', async () => {
    const { hote, port } = await ouvrir();
    hote.prevoirPanne(1, 'debit');
    hote.prevoirPanne(2, 'debit');
    expect((await port.lire()).feuilles).toHaveLength(2);
    for (const rang of [1, 2, 3]) hote.prevoirPanne(rang, 'debit');
    await expect(port.lire()).rejects.toThrow('Excel est trop occupé pour répondre');
  });

  it('nomme la feuille de Clas que l’agent a protégée par un mot de passe', async () => {
    const { hote, port } = await ouvrir();
    await port.ecrireFeuilles([planAnomalies(1)]);
    hote.feuille('Anomalies').protection = { options: {}, motDePasse: 'secret' };
    await expect(port.ecrireFeuilles([planAnomalies(2)])).rejects.toThrow(
      'La feuille « Anomalies » est protégée par un mot de passe : ôter sa protection (onglet Révision), puis recommencer.',
    );
  });

  it('dit qu’un Excel est trop ancien', async () => {
    ouvert?.fermer();
    ouvert = await ouvrirHote({ feuilles: FEUILLES, ensembles: { ExcelApi: '1.3' } });
    await expect(creerPortExcel().lire()).rejects.toThrow(
      'il faut Excel 2021, Microsoft 365 ou Excel sur le web',
    );
  });
});
