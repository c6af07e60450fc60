import { lireXlsx } from '../../src/classeur/xlsx';
import type { CalculProjet } from '../../src/dossier/calcul/montants';
import type { Examen } from '../../src/dossier/examiner';
import { planFiches } from '../../src/dossier/restitution/sorties/planFiche';
import { dossierDe, dossierMontre } from '../../src/volet/dossiers';
import { controleDe } from '../../src/volet/etat';
import { creerMagasin } from '../../src/volet/magasin';
import { creerSession, type Session } from '../../src/volet/session';
import type { Valeur } from '../../src/valeurs/valeur';
import { ENTETES, PARAMETRES, creerPort, projet, type Lignes, type PortDeTest } from './port';

const AU = '2022-01-10';
const ATTENTE = 5;

async function ouvrir(port: PortDeTest): Promise<Session> {
  const session = creerSession({ port, aujourdhui: () => AU, attente: ATTENTE });
  await session.demarrer();
  return session;
}

const texte = (session: Session): string => session.etat().annonce?.texte ?? '';
/** La même, sans ses espaces insécables. */
const phrase = (session: Session): string => texte(session).replaceAll('\u00a0', ' ');
const compte = (session: Session) => controleDe(session.etat())?.examen.compte;

/** Les gestes qui écrivent dans le classeur. */
const ecritures = (port: PortDeTest): string[] =>
  port.gestes.filter((geste) => !/^(lire|surChangement|surSelection|allerA)/.test(geste));

describe('Ouvrir', () => {
  test('lit et contrôle sans rien écrire, en une seule lecture', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    expect(session.etat().situation.type).toBe('controlee');
    expect(port.gestes).toEqual(['surSelection', 'surChangement', 'lire']);
    expect(session.etat()).toMatchObject({ tache: null, annonce: null, onglet: 'etat' });
  });

  test('avant qu’Excel réponde : les onglets s’ouvrent, aucun geste ne part', async () => {
    const port = creerPort();
    const magasin = creerMagasin();
    magasin.attendre();
    const session = creerSession({ port, aujourdhui: () => AU, attente: ATTENTE, magasin });
    expect(session.etat().tache).toBe('Lecture du classeur…');
    session.ouvrir('verifier');
    expect(await session.verifier()).toBe(false);
    expect(await session.reglerSuivi(false)).toBe(false);
    expect(port.gestes).toEqual([]);
    await session.demarrer();
    expect(session.etat()).toMatchObject({
      tache: null,
      onglet: 'verifier',
      situation: { type: 'controlee' },
    });
  });

  test('sans feuille Projets, propose de préparer ; puis le classeur est prêt et vide', async () => {
    const port = creerPort();
    port.feuilles.clear();
    port.feuilles.set('Feuil1', []);
    const session = await ouvrir(port);
    expect(session.etat().situation).toEqual({
      type: 'sansProjets',
      feuilles: ['Feuil1'],
      propositions: [],
    });
    await session.preparer({ code: '45', nom: 'Caf du Loiret', annee: 2021 });
    expect([...port.feuilles.keys()]).toEqual(expect.arrayContaining(['Feuil1', 'Paramètres', 'Projets']));
    expect(phrase(session)).toBe(
      'Classeur prêt : « Paramètres », « Projets », « Collectifs », « Versements », « Avenants », « Bonus versés ». Saisir les projets dans la feuille « Projets ».',
    );
    expect(compte(session)).toMatchObject({ bloquante: 0 });
    // l'agent est là où il va saisir
    expect(port.gestes.at(-1)).toBe('allerA Projets 2 1');
  });

  test('préparer garde une feuille Paramètres qui existe, et dit ce qu’elle garde', async () => {
    const port = creerPort();
    port.feuilles.delete('Projets');
    const session = await ouvrir(port);
    await session.preparer({ code: '64', nom: 'Caf du Béarn et de la Soule', annee: 2023 });
    expect(port.feuilles.get('Paramètres')).toEqual(PARAMETRES);
    expect(phrase(session)).toMatch(
      /La feuille « Paramètres » existait : elle garde ses valeurs \(Caf 45, 2021-2022\)\.$/,
    );
  });

  test('préparer ne double pas une feuille désignée', async () => {
    const port = creerPort();
    port.feuilles.delete('Projets');
    port.feuilles.set('Mes paiements', [['Dossier', 'Montant']]);
    const session = await ouvrir(port);
    await session.designer({ feuilles: { versements: 'Mes paiements' } });
    await session.preparer({ code: '45', nom: 'Caf du Loiret', annee: 2021 });
    expect([...port.feuilles.keys()].sort()).toEqual(
      ['Avenants', 'Bonus versés', 'Collectifs', 'Listes', 'Mes paiements', 'Paramètres', 'Projets'].sort(),
    );
  });

  test('un réglage qu’Excel ne rend pas se dit, et n’empêche pas la suite', async () => {
    const journal = jest.spyOn(console, 'error').mockImplementation();
    const port = creerPort();
    const { lireReglage } = port;
    port.lireReglage = () => {
      throw new Error('réglages fermés');
    };
    const session = await ouvrir(port);
    expect(journal).toHaveBeenCalledTimes(1);
    journal.mockRestore();
    expect(session.etat().annonce?.ton).toBe('echec');
    port.lireReglage = lireReglage;
    expect(await session.verifier()).toBe(true);
  });

  test('connaît la ligne déjà choisie dans Excel', async () => {
    const port = creerPort();
    port.active = { feuille: 'Projets', ligne: 2, colonne: 4 };
    const session = await ouvrir(port);
    const controle = controleDe(session.etat());
    expect(controle && dossierDe(controle.examen, session.etat().cellule)?.projet.dossier).toBe('D-1');
  });

  test('sans année scolaire, dit pourquoi et complète les paramètres', async () => {
    const port = creerPort();
    port.feuilles.set('Paramètres', [['Caf', '45']]);
    const session = await ouvrir(port);
    expect(session.etat().situation).toMatchObject({
      type: 'aCompleter',
      raison: expect.stringContaining('Année scolaire') as string,
    });
    await session.ecrireParametres({ code: '64', nom: 'Caf du Pays basque et du Seignanx', annee: 2021 });
    expect(await session.genererFichier()).toBe(true);
    expect(session.etat().fichiers[0]?.nom).toBe('CLAS_BONUS_2021-2022_CAF64-PAYS-BASQUE-ET-SEIGNANX.xlsx');
  });

  test('complète la feuille que l’agent a désignée, non celle qui porte le nom ordinaire', async () => {
    const port = creerPort();
    port.feuilles.set('Paramètres', [['Brouillon']]);
    port.feuilles.set('Mes choix', [['Caf', '45']]);
    const session = await ouvrir(port);
    await session.designer({ feuilles: { parametres: 'Mes choix' } });
    await session.ecrireParametres({ code: '45', nom: 'Caf du Loiret', annee: 2021 });
    expect(port.feuilles.get('Paramètres')).toEqual([['Brouillon']]);
    expect(session.etat().situation.type).toBe('controlee');
    expect(phrase(session)).toMatch(/« Mes choix » est complétée/);
  });

  test('sans feuille Paramètres, la crée sans créer les autres', async () => {
    const port = creerPort();
    port.feuilles.delete('Paramètres');
    const session = await ouvrir(port);
    await session.ecrireParametres({ code: '45', nom: 'Caf du Loiret', annee: 2021 });
    expect(port.feuilles.has('Paramètres')).toBe(true);
    expect(port.feuilles.has('Versements')).toBe(false);
    expect(session.etat().situation.type).toBe('controlee');
  });
});

describe('Vérifier', () => {
  test('ouvre l’onglet, compte les anomalies, n’écrit rien', async () => {
    const port = creerPort([projet('D-1', { 'Coût prévisionnel': 'néant' }), projet('D-2')]);
    const session = await ouvrir(port);
    await session.verifier();
    expect(session.etat().onglet).toBe('verifier');
    expect(phrase(session)).toMatch(/^Contrôle fait : 1 bloquante/);
    expect(ecritures(port)).toEqual([]);
  });

  test('un échec d’Excel se dit tel quel, et l’appui suivant réussit', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    port.panne = 'Une cellule est en cours de saisie.';
    expect(await session.verifier()).toBe(false);
    expect(session.etat().annonce).toEqual({ ton: 'echec', texte: 'Une cellule est en cours de saisie.' });
    expect(session.etat().tache).toBeNull();
    expect(await session.verifier()).toBe(true);
  });

  test('deux appuis ne font qu’un contrôle', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    const [premier, second] = await Promise.all([session.verifier(), session.verifier()]);
    expect([premier, second]).toEqual([true, false]);
  });

  test('un filtre sur une feuille ou une gravité sans anomalie ne cache rien', async () => {
    const port = creerPort([projet('D-1', { Commune: null })]);
    const session = await ouvrir(port);
    session.filtrer({ feuille: 'Projets', gravites: ['bloquante'] });
    port.feuilles.get('Projets')?.splice(1, 1, projet('D-1'));
    await session.verifier();
    const restent = controleDe(session.etat())?.examen.anomalies.some((a) => a.feuille === 'Projets');
    expect(session.etat().filtre).toMatchObject({ feuille: restent ? 'Projets' : null, gravites: [] });
  });

  test('les couleurs se posent et se retirent à la demande', async () => {
    const port = creerPort([projet('D-1', { 'Coût prévisionnel': 'néant' })]);
    const session = await ouvrir(port);
    await session.colorer();
    expect(session.etat().coloree).toBe(true);
    await session.decolorer();
    expect(session.etat().coloree).toBe(false);
    expect(ecritures(port).map((g) => g.split(' ')[0])).toEqual(['colorer', 'decolorer']);
  });

  test('dit combien de cellules sont colorées, non combien d’anomalies', async () => {
    const port = creerPort([
      projet('D-1', { 'Acomptes N': 9000 }),
      projet('D-2', { 'Coût prévisionnel': 'néant' }),
    ]);
    const session = await ouvrir(port);
    const anomalies = controleDe(session.etat())?.examen.anomalies ?? [];
    const colorees = anomalies.filter(({ ligne, colonne }) => ligne !== null && colonne !== null);
    const cellules = new Set(colorees.map(({ feuille, ligne, colonne }) => `${feuille} ${ligne} ${colonne}`));
    expect(cellules.size).toBeLessThan(colorees.length);
    await session.colorer();
    expect(phrase(session)).toMatch(new RegExp(`^${cellules.size} cellules? colorées?\\.`));
  });
});

describe('Le ruban pendant un geste', () => {
  test('passe après, une fois, et le dernier bouton pressé l’emporte', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    port.gestes.length = 0;
    const geste = session.ecrireCalculs();
    const presses = [
      session.desQueLibre(session.genererFichier),
      session.desQueLibre(session.verifier),
      session.desQueLibre(session.verifier),
    ];
    expect(port.gestes).toEqual([]);
    await geste;
    await Promise.all(presses);
    expect(port.gestes).toEqual(['lire', 'ecrireFeuilles Calculs', 'lire']);
    expect(phrase(session)).toMatch(/^Contrôle fait/);
  });

  test('passe tout de suite quand rien n’est en cours', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    await session.desQueLibre(session.verifier);
    expect(session.etat().onglet).toBe('verifier');
  });
});

describe('Corriger', () => {
  const port = (): PortDeTest => creerPort([projet('D-1', { 'Coût prévisionnel': '24 000,00 €' })]);
  const cout = { feuille: 'Projets', ligne: 2, colonne: 14, avant: '24 000,00 €', apres: 24000 };

  test('applique, recontrôle, puis annule', async () => {
    const p = port();
    const session = await ouvrir(p);
    const avant = compte(session)?.information ?? 0;
    await session.corriger([cout]);
    expect(p.feuilles.get('Projets')?.[1]?.[13]).toBe(24000);
    expect(compte(session)?.information).toBe(avant - 1);
    await session.annuler();
    expect(p.feuilles.get('Projets')?.[1]?.[13]).toBe('24 000,00 €');
    expect(session.etat().annulations).toEqual([]);
    expect(compte(session)?.information).toBe(avant);
  });

  const siret = {
    feuille: 'Projets',
    ligne: 2,
    colonne: 3,
    avant: '73282932000074',
    apres: '732 829 320 00074',
  };
  const saisir = (p: PortDeTest, change: Readonly<Record<string, Valeur>>): void =>
    void p.feuilles.get('Projets')?.splice(1, 1, projet('D-1', change));

  test('accorde ce qui se défait, et nomme le bouton', async () => {
    const session = await ouvrir(port());
    await session.corriger([cout]);
    expect(phrase(session)).toBe('1 correction faite. « Annuler » la défait.');
    await session.annuler();
    await session.corriger([cout, siret]);
    expect(phrase(session)).toBe('2 corrections faites. « Annuler » les défait.');
  });

  test('une cellule changée depuis garde sa valeur, et n’empêche pas d’annuler les corrections d’avant', async () => {
    const p = port();
    const session = await ouvrir(p);
    await session.corriger([siret]);
    await session.corriger([cout]);
    saisir(p, { Siret: siret.apres, 'Coût prévisionnel': 7 });
    expect(await session.annuler()).toBe(false);
    expect(phrase(session)).toBe(
      'Rien à annuler : Projets!N2 a changé depuis la correction, sa valeur reste.',
    );
    expect(await session.annuler()).toBe(true);
    expect(p.feuilles.get('Projets')?.[1]?.[2]).toBe(siret.avant);
    expect(p.feuilles.get('Projets')?.[1]?.[13]).toBe(7);
    expect(session.etat().annulations).toEqual([]);
  });

  test('de plusieurs corrections, celles que rien n’a touchées se défont', async () => {
    const p = port();
    const session = await ouvrir(p);
    await session.corriger([siret, cout]);
    saisir(p, { Siret: siret.apres, 'Coût prévisionnel': 7 });
    expect(await session.annuler()).toBe(true);
    expect(phrase(session)).toBe(
      '1 correction annulée. Le reste tient : Projets!N2 a changé depuis la correction, sa valeur reste.',
    );
    expect(p.feuilles.get('Projets')?.[1]?.[2]).toBe(siret.avant);
  });

  test('une feuille disparue depuis ne bloque pas l’annulation ; un refus d’Excel la garde', async () => {
    const p = port();
    const session = await ouvrir(p);
    await session.corriger([cout]);
    p.panne = 'Une feuille protégée refuse la modification.';
    expect(await session.annuler()).toBe(false);
    expect(session.etat().annulations).toHaveLength(1);
    p.feuilles.set('Fiches projets', p.feuilles.get('Projets') ?? []);
    p.feuilles.delete('Projets');
    expect(await session.annuler()).toBe(false);
    expect(phrase(session)).toMatch(/^Rien à annuler : Projets!N2 a changé/);
    expect(session.etat().annulations).toEqual([]);
  });

  test('refuse une cellule changée entre-temps, sans rien à annuler', async () => {
    const p = port();
    const session = await ouvrir(p);
    p.feuilles.get('Projets')?.splice(1, 1, projet('D-1', { 'Coût prévisionnel': 5 }));
    expect(await session.corriger([cout])).toBe(false);
    expect(session.etat().annulations).toEqual([]);
  });
});

describe('À la frappe', () => {
  afterEach(() => jest.useRealTimers());

  test('recontrôle une fois quand l’agent s’arrête, et dit ce qui change', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    jest.useFakeTimers();
    port.gestes.length = 0;
    port.feuilles.get('Projets')?.splice(1, 1, projet('D-1', { 'Coût prévisionnel': 'néant' }));
    for (const plage of ['A2', 'B2', 'N2']) {
      port.changer({ feuille: 'Projets', plage });
      await jest.advanceTimersByTimeAsync(ATTENTE - 1);
    }
    expect(session.etat().perime).toBe(true);
    expect(port.gestes).toEqual([]);
    await jest.runAllTimersAsync();
    expect(port.gestes).toEqual(['relire Projets A2,Projets B2,Projets N2']);
    expect(session.etat().perime).toBe(false);
    expect(texte(session)).toContain('1\u00a0bloquante');
  });

  test('volet fermé : rien ne se relit ; rouvert, ce qui a changé se contrôle', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    jest.useFakeTimers();
    session.montrer(false);
    port.gestes.length = 0;
    port.changer({ feuille: 'Projets', plage: 'A2' });
    await jest.runAllTimersAsync();
    expect(port.gestes).toEqual([]);
    session.montrer(true);
    await jest.runAllTimersAsync();
    expect(port.gestes).toEqual(['relire Projets A2']);
    expect(session.etat().perime).toBe(false);
  });

  test('rouvrir sans changement ne relit rien', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    jest.useFakeTimers();
    port.gestes.length = 0;
    session.montrer(false);
    session.montrer(true);
    await jest.runAllTimersAsync();
    expect(port.gestes).toEqual([]);
  });

  test('un refus d’Excel à la frappe se tait, un défaut de Clas s’écrit au journal', async () => {
    const journal = jest.spyOn(console, 'error').mockImplementation();
    const port = creerPort();
    await ouvrir(port);
    jest.useFakeTimers();
    port.panne = 'Une cellule est en cours de saisie.';
    port.changer({ feuille: 'Projets', plage: 'A2' });
    await jest.runAllTimersAsync();
    expect(journal).not.toHaveBeenCalled();
    port.relire = () => Promise.reject(new TypeError('défaut'));
    port.changer({ feuille: 'Projets', plage: 'A2' });
    await jest.runAllTimersAsync();
    expect(journal.mock.calls).toEqual([[expect.objectContaining({ message: 'défaut' })]]);
    journal.mockRestore();
  });

  test('s’arrête, et le choix reste dans le classeur', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    await session.reglerSuivi(false);
    expect(port.reglages.get('suivi')).toBe('non');
    const seconde = await ouvrir(port);
    expect(seconde.etat().suivi).toBe(false);
  });
});

describe('Documents officiels', () => {
  const bloque = (): PortDeTest => creerPort([projet('D-1', { 'Coût prévisionnel': 'néant' })]);

  test.each(['remplirRemontee', 'genererFichier', 'ecrireEcritures'] as const)(
    '%s : rien ne s’écrit tant qu’une anomalie bloque',
    async (geste) => {
      const port = bloque();
      const session = await ouvrir(port);
      expect(await session[geste]()).toBe(false);
      expect(session.etat().annonce?.ton).toBe('echec');
      expect(texte(session)).toMatch(/bloquante/);
      expect(ecritures(port)).toEqual([]);
      expect(session.etat().fichiers).toEqual([]);
    },
  );

  test('le classeur est relu avant d’écrire : une anomalie survenue depuis bloque', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    port.feuilles.get('Projets')?.splice(1, 1, projet('D-1', { 'Coût prévisionnel': 'néant' }));
    expect(await session.genererFichier()).toBe(false);
  });

  test('remplit chaque feuille de Clas', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    await session.remplirRemontee();
    await session.ecrireEcritures();
    await session.ecrireAnomalies();
    await session.ecrireCalculs();
    expect(ecritures(port)).toEqual(
      ['Remontée Cnaf', 'Écritures', 'Anomalies', 'Calculs'].map((nom) => `ecrireFeuilles ${nom}`),
    );
  });

  test('le fichier porte nom, empreinte, texte à copier ; il tombe dès que le classeur change', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    await session.genererFichier();
    const {
      fichiers: [fichier],
      onglet,
    } = session.etat();
    expect(onglet).toBe('cloturer');
    expect(fichier?.nom).toBe('CLAS_BONUS_2021-2022_CAF45.xlsx');
    expect(fichier?.empreinte).toMatch(/^[0-9a-f]{64}$/);
    expect(fichier?.texte).toContain('D-1\tAssociation D-1\t73282932000074');
    await session.enregistrerSous(fichier!);
    expect(texte(session)).toContain('CLAS_BONUS_2021-2022_CAF45.xlsx');
    port.changer({ feuille: 'Projets', plage: 'A2' });
    expect(session.etat().fichiers).toEqual([]);
  });
});

describe('Désigner', () => {
  test('une feuille d’un autre nom, gardée dans le classeur et relue', async () => {
    const port = creerPort();
    port.feuilles.set('Suivi 2021', port.feuilles.get('Projets') ?? []);
    port.feuilles.delete('Projets');
    const session = await ouvrir(port);
    expect(session.etat().situation.type).toBe('sansProjets');
    await session.designer({ feuilles: { projets: 'Suivi 2021' } });
    expect(session.etat().situation.type).toBe('controlee');
    const seconde = await ouvrir(port);
    expect(seconde.etat().situation.type).toBe('controlee');
  });

  test('une feuille désignée puis renommée n’enferme pas : la feuille se reconnaît de nouveau par son nom', async () => {
    const port = creerPort();
    const session = await ouvrir(port);
    await session.designer({ feuilles: { projets: 'Mes fiches', parametres: 'Mes choix' } });
    expect(session.etat().situation.type).toBe('controlee');
    port.feuilles.set('Mes fiches', port.feuilles.get('Projets') ?? []);
    port.feuilles.delete('Projets');
    await session.verifier();
    expect(controleDe(session.etat())?.examen.lecture.projets.feuille.nom).toBe('Mes fiches');
    port.feuilles.delete('Mes fiches');
    await session.verifier();
    expect(session.etat().situation.type).toBe('sansProjets');
    await session.preparer({ code: '45', nom: 'Caf du Loiret', annee: 2021 });
    expect(session.etat().situation.type).toBe('controlee');
  });
});

describe('Dossier', () => {
  const montre = (session: Session): string | null | undefined => {
    const examen = controleDe(session.etat())?.examen;
    return examen && dossierMontre(examen, session.etat())?.projet.dossier;
  };
  const deux = async (): Promise<[PortDeTest, Session]> => {
    const port = creerPort([projet('D-1'), projet('D-2')]);
    port.active = { feuille: 'Projets', ligne: 2, colonne: 1 };
    return [port, await ouvrir(port)];
  };
  const calcul = (session: Session, rang: number) =>
    controleDe(session.etat())?.examen.calculs[rang] as CalculProjet;

  test('choisi, il se montre dans le volet et dans la grille', async () => {
    const [port, session] = await deux();
    await session.choisirDossier(calcul(session, 1));
    expect([montre(session), port.gestes.at(-1)]).toEqual(['D-2', 'allerA Projets 3 1']);
  });

  test('épinglé, il reste où que l’agent aille, même si sa ligne bouge ; supprimé, le volet suit de nouveau', async () => {
    const [port, session] = await deux();
    session.epingler(calcul(session, 0));
    port.choisir({ feuille: 'Projets', ligne: 3, colonne: 1 });
    expect(montre(session)).toBe('D-1');
    port.feuilles.set('Projets', [ENTETES, projet('D-0'), projet('D-2'), projet('D-1')]);
    await session.verifier();
    expect(montre(session)).toBe('D-1');
    port.feuilles.set('Projets', [ENTETES, projet('D-0'), projet('D-2')]);
    await session.verifier();
    expect(montre(session)).toBe('D-2');
    session.epingler(null);
    expect(session.etat().epingle).toBeNull();
  });

  test('la fiche est celle de la ligne de commande, dans un classeur neuf', async () => {
    const [port, session] = await deux();
    const ouverts: Uint8Array[] = [];
    port.ouvrirClasseur = (octets) => Promise.resolve(void ouverts.push(octets));
    expect(await session.imprimerFiche()).toBe(true);
    const lu = await lireXlsx(ouverts[0] as Uint8Array);
    const examen = controleDe(session.etat())?.examen as Examen;
    const [plan] = planFiches(examen, [calcul(session, 0)]);
    expect(lu.feuilles.map(({ nom }) => nom)).toEqual([plan?.nom]);
    expect(lu.feuilles[0]?.lignes.flat()).toContain('Fiche du dossier D-1');
    expect(ecritures(port)).toEqual([]);
  });
});

test('le barème d’une année neuve se saisit, les montants viennent, l’annuler rend la feuille', async () => {
  const port = creerPort();
  const anciens: Lignes = [
    ['Caf', '45'],
    ['Nom de la Caf', 'Caf du Loiret'],
    ['Année scolaire', '2030-2031'],
  ];
  port.feuilles.set('Paramètres', anciens);
  const session = await ouvrir(port);
  const ps = (): string | undefined =>
    controleDe(session.etat())?.examen.calculs[0]?.montants.psPrevisionnelle.montant?.toString();
  expect(ps()).toBeUndefined();
  const valeurs = {
    taux: 0.3,
    prixPlafond: 9000,
    montantMaximal: 2700,
    bonusEnfants: 310,
    bonusParents: 320,
    source: 'Circulaire d’essai',
  };
  expect(await session.saisirBareme(2030, valeurs)).toBe(true);
  // 24 000 × 30 %
  expect(ps()).toBe('7200');
  await session.annuler();
  expect(ps()).toBeUndefined();
});
