/** La remontée : ce qui remonte, sous quel nom, et tel qu'attendu par les classeurs d'exemple. */
import { jsonRemontee } from '../../src/dossier/restitution/json';
import { estNeant, type Remontee } from '../../src/dossier/restitution/remontee/donnees';
import { nomFichier } from '../../src/dossier/restitution/remontee/identite';
import { creerRemontee } from '../../src/dossier/restitution/remontee/remontee';
import { refusOfficiel } from '../../src/dossier/restitution/blocage';
import { planControle } from '../../src/dossier/restitution/remontee/planControle';
import { planRemontee } from '../../src/dossier/restitution/remontee/planRemontee';
import { lireRemontee } from '../../src/dossier/restitution/remontee/relecture';
import { attendu, examen, examinerExemple, projet, relire, type Donnees } from './outils';

const remonter = (donnees: Donnees, au?: string): Promise<Remontee> => creerRemontee(examen(donnees, au));
const BASE: Donnees = { projets: [projet('A'), projet('B', { 'Bonus parents': 0 })] };

describe('classeurs d’exemple', () => {
  test.each(['loiret-41-lo', 'agent-maison-lo'])('%s : totaux, projets présents et absents', async (nom) => {
    const { remontee: r } = attendu(nom);
    const faite = await creerRemontee(await examinerExemple(nom));
    expect(jsonRemontee(faite)).toEqual({
      fichier: r.sortie,
      ...r.json,
      bonusVerses: '0.00',
      empreinte: faite.empreinte,
    });
    const dossiers = faite.accordes.map((l) => l.dossier);
    expect(dossiers).toEqual(r.dossiers);
    expect(r.absents?.filter((absent) => dossiers.includes(absent))).toEqual([]);
  });
});

describe('ce qui remonte', () => {
  test('un projet agréé qui a au moins un bonus, et lui seul', async () => {
    const { accordes } = await remonter({
      projets: [
        projet('DEUX'),
        projet('PARENTS', { 'Bonus enfants': null }),
        projet('SANS', { 'Bonus enfants': 0, 'Bonus parents': null }),
        projet('ATTENTE', { Agrément: 'en attente' }),
        projet('REFUSE', { Agrément: 'refusé' }),
      ],
    });
    expect(accordes.map((l) => [l.dossier, l.bonusEnfants, l.bonusParents, l.montant.toFixed(2)])).toEqual([
      ['DEUX', 3, 2, '1500.00'],
      ['PARENTS', 0, 2, '600.00'],
    ]);
  });

  test('les bonus versés viennent de leur feuille, et ne se mêlent pas aux accordés', async () => {
    const r = await remonter({ ...BASE, verses: [['V1', 'Structure', 1, 1, 600.1]] });
    expect(r.verses).toMatchObject([{ dossier: 'V1', bonusEnfants: 1, bonusParents: 1, collectifs: null }]);
    expect(jsonRemontee(r)).toMatchObject({ bonusAccordes: '2400.00', bonusVerses: '600.10' });
  });

  test('un bonus versé sans dossier interdit la remontée ; sans montant, aussi', () => {
    const verses = [
      [null, 'Structure', 1, 1, 600],
      ['V2', 'Structure', 1, 1, null],
    ];
    const dits = examen({ ...BASE, verses }).anomalies.filter((a) => a.feuille === 'Bonus versés');
    expect(dits.map((a) => [a.code, a.gravite, a.ligne])).toEqual([
      ['dossier.absent', 'bloquante', 2],
      ['versement.non-compte', 'bloquante', 3],
      ['bonus.verse-avant-2021', 'alerte', 2],
    ]);
  });

  test.each([
    ['aucun projet', []],
    ['aucun bonus', [projet('A', { 'Bonus enfants': 0, 'Bonus parents': 0 })]],
  ])('%s : néant, totaux nuls', async (_, projets) => {
    const r = await remonter({ projets });
    expect(estNeant(r)).toBe(true);
    expect(jsonRemontee(r)).toMatchObject({ projets: 0, collectifs: 0, bonusAccordes: '0.00' });
  });

  test('les anomalies sont comptées par situation', async () => {
    const { anomalies } = await remonter({
      projets: [projet('A', { Commune: null }), projet('B', { Commune: null })],
    });
    expect(anomalies.compte.alerte).toBeGreaterThanOrEqual(2);
    expect(anomalies.resume).toContainEqual(expect.objectContaining({ reference: 'C-ID-08', nombre: 2 }));
  });
});

describe('nom du fichier', () => {
  const nommer = async (donnees: Donnees): Promise<string> => nomFichier(await remonter(donnees));
  test.each<[Donnees, string]>([
    [{ caf: 45 }, 'CAF45'],
    [{ caf: '2a' }, 'CAF2A'],
    [{ caf: '974' }, 'CAF974'],
    [{ caf: '64', nomCaf: 'Caf du Pays basque et du Seignanx' }, 'CAF64-PAYS-BASQUE-ET-SEIGNANX'],
    [{ caf: '64', nomCaf: 'CAF PAYS BASQUE' }, 'CAF64-PAYS-BASQUE-ET-SEIGNANX'],
    [{ caf: '64', nomCaf: 'béarn et soule' }, 'CAF64-BEARN-ET-SOULE'],
    [{ caf: '64', codeOrganisme: '641' }, 'CAF64-641'],
    [{ caf: '64', nomCaf: '../../Évasion : <x>' }, 'CAF64-EVASION-X'],
    [{ caf: null }, 'CAF-INCONNUE'],
    [{ caf: '99' }, 'CAF-INCONNUE'],
  ])('%j', async (donnees, designation) => {
    expect(await nommer(donnees)).toBe(`CLAS_BONUS_2021-2022_${designation}.xlsx`);
  });

  test('le nom connu de la Caf complète celui qui manque', async () => {
    expect((await remonter({ caf: '45' })).nomCaf).toBe('Caf du Loiret');
    expect((await remonter({ caf: '64' })).nomCaf).toBeNull();
  });
});

describe('la Caf du 64', () => {
  const refus = (donnees: Donnees): string | null => refusOfficiel(examen(donnees), 'le fichier de remontée');
  test.each<[string, Donnees, boolean]>([
    ['sans nom', { caf: '64' }, true],
    ['un code organisme seul', { caf: '64', codeOrganisme: '641' }, true],
    ['un nom qui n’est celui d’aucune', { caf: '64', nomCaf: 'Caf de Pau' }, true],
    ['l’une des deux', { caf: '64', nomCaf: 'Béarn' }, false],
    ['ailleurs, le code suffit', { caf: '45' }, false],
  ])('%s', (_, donnees, refusee) => {
    expect(refus(donnees)?.startsWith('Caf émettrice non désignée') ?? false).toBe(refusee);
    if (refusee)
      expect(examen(donnees).anomalies).toContainEqual(expect.objectContaining({ reference: 'C-REM-05' }));
  });
});

test('un dossier mis à l’écart ne remonte pas : il se lit avec son motif, et son nombre est dans l’empreinte', async () => {
  const donnees = { projets: [projet('A'), projet('B', { 'Mis à l’écart': 'contentieux' })] };
  const [avec, sans] = [await remonter(donnees), await remonter({ projets: [projet('A')] })];
  expect(avec.accordes).toEqual(sans.accordes);
  expect(avec.ecartes).toEqual([{ dossier: 'B', gestionnaire: 'Association B', motif: 'contentieux' }]);
  expect(avec.empreinte).not.toBe(sans.empreinte);
  const controle = planControle(avec).lignes.map((l) => l.map(({ valeur }) => valeur));
  expect(controle).toContainEqual(['Dossiers mis à l’écart', 1]);
  expect(controle.at(-1)).toEqual(['B', 'Association B', 'contentieux']);
  expect(await lireRemontee(await relire(planRemontee(avec)))).toEqual(avec);
});

describe('empreinte', () => {
  test('ne dépend ni de l’ordre des lignes, ni du jour, ni de la forme des accents', async () => {
    const { empreinte } = await remonter(BASE);
    expect(empreinte).toMatch(/^[0-9a-f]{64}$/);
    const renverse = { ...BASE, projets: [...(BASE.projets ?? [])].reverse() };
    expect((await remonter(renverse)).empreinte).toBe(empreinte);
    expect((await remonter(BASE, '2022-12-31')).empreinte).toBe(empreinte);
    const decompose = BASE.projets?.map((l) =>
      l.map((v) => (typeof v === 'string' ? v.normalize('NFD') : v)),
    );
    expect((await remonter({ projets: decompose ?? [] })).empreinte).toBe(empreinte);
  });

  test.each<[string, Donnees]>([
    ['la Caf', { ...BASE, caf: '28' }],
    ['le code organisme', { ...BASE, codeOrganisme: '451' }],
    ['un nombre de bonus', { projets: [projet('A'), projet('B', { 'Bonus parents': 1 })] }],
    ['une commune', { projets: [projet('A', { Commune: 'Gien' }), projet('B', { 'Bonus parents': 0 })] }],
    ['un bonus versé', { ...BASE, verses: [['V1', null, null, null, 0]] }],
  ])('change avec %s', async (_, donnees) => {
    expect((await remonter(donnees)).empreinte).not.toBe((await remonter(BASE)).empreinte);
  });
});
