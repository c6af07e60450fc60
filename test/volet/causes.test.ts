/** Régler et justifier une cause : compté, arrêtable, annulé en une fois ; le motif se relit ; le contrôle arrêté le dit. */
import { lireSaisie } from '../../src/dossier/lecture/saisie';
import { correctionSituee } from '../../src/dossier/anomalies/correction';
import { controleDe } from '../../src/volet/etat';
import { creerSession, type Session } from '../../src/volet/session';
import { creerPort, projet, type PortDeTest } from './port';

async function ouvrir(port: PortDeTest): Promise<Session> {
  const session = creerSession({ port, aujourdhui: () => '2022-01-10', attente: 5 });
  await session.demarrer();
  return session;
}
const controle = (session: Session) => {
  const lu = controleDe(session.etat());
  if (!lu) throw new Error('pas de contrôle');
  return lu;
};
const phrase = (session: Session): string => (session.etat().annonce?.texte ?? '').replaceAll('\u00a0', ' ');
const couts = (port: PortDeTest) => (port.feuilles.get('Projets') ?? []).slice(1).map((ligne) => ligne[13]);

/** Le classeur de papier garde ce que Clas écrit dans sa feuille. */
function gardant(port: PortDeTest): PortDeTest {
  const { ecrireFeuilles } = port;
  port.ecrireFeuilles = async (plans) => {
    await ecrireFeuilles(plans);
    for (const { nom, lignes } of plans)
      port.feuilles.set(
        nom,
        lignes.map((ligne) => ligne.map(({ valeur }) => valeur)),
      );
  };
  return port;
}

describe('250 corrections', () => {
  const N = 250;
  const creer = () =>
    creerPort(Array.from({ length: N }, (_, i) => projet(`D-${i}`, { 'Coût prévisionnel': '24 000,00 €' })));
  const corrections = (session: Session) =>
    controle(session).examen.anomalies.flatMap((a) => correctionSituee(a) ?? []);

  test('par lots en nombre constant, comptées, défaites en une fois', async () => {
    const port = creer();
    const session = await ouvrir(port);
    const vus: (string | null)[] = [];
    session.sabonner(() => vus.push(session.etat().tache));
    await session.corriger(corrections(session));
    expect(port.gestes.filter((g) => g.startsWith('corriger'))).toEqual(Array(5).fill('corriger 50'));
    expect(vus).toContain('Correction\u00a0: 100/250…');
    expect(new Set(couts(port))).toEqual(new Set([24000]));
    expect(phrase(session)).toBe('250 corrections faites. « Annuler » les défait.');
    await session.annuler();
    expect(new Set(couts(port))).toEqual(new Set(['24 000,00 €']));
    expect(session.etat().annulations).toEqual([]);
  });

  test('« Stop » s’arrête entre deux lots, et ce qui est fait s’annule', async () => {
    const port = creer();
    const session = await ouvrir(port);
    session.sabonner(() => {
      if (session.etat().tache?.endsWith('100/250…')) session.arreter();
    });
    await session.corriger(corrections(session));
    expect(couts(port).filter((cout) => cout === 24000)).toHaveLength(100);
    expect(phrase(session)).toBe('100 corrections faites sur 250. « Annuler » les défait.');
    await session.annuler();
    expect(new Set(couts(port))).toEqual(new Set(['24 000,00 €']));
  });

  test('une cellule changée en route arrête tout, le dit, et laisse de quoi défaire', async () => {
    const port = creer();
    const session = await ouvrir(port);
    const faites = corrections(session);
    port.feuilles.get('Projets')?.splice(121, 1, projet('D-120', { 'Coût prévisionnel': 5 }));
    expect(await session.corriger(faites)).toBe(false);
    expect(phrase(session)).toBe(
      'La cellule a changé entre-temps. 100 corrections faites sur 250. « Annuler » les défait.',
    );
    await session.annuler();
    expect(couts(port).filter((cout) => cout === 24000)).toEqual([]);
  });
});

describe('Justifier une cause', () => {
  const sansCommune = (n: number) =>
    gardant(creerPort(Array.from({ length: n }, (_, i) => projet(`D-${i}`, { Commune: null }))));
  const alertes = (session: Session) =>
    controle(session).examen.anomalies.filter((a) => a.champ === 'commune');

  test('un motif pour 74 alertes ; la feuille se relit, le motif se retire', async () => {
    const port = sansCommune(74);
    const session = await ouvrir(port);
    await session.justifier(alertes(session), 'Itinérant');
    expect(controle(session).examen.justifiees).toBe(74);
    expect(port.feuilles.get('Justifications')?.slice(0, 2)).toEqual([
      ['N° dossier', 'Référence', 'Champ', 'Valeur', 'Motif', 'Date'],
      ['D-0', 'C-ID-08', 'Commune', null, 'Itinérant', '10/01/2022'],
    ]);
    await session.justifier(alertes(session).slice(0, 4), null);
    expect(controle(session).examen.justifiees).toBe(70);
  });

  test('justifier de nouveau remplace le motif, et garde les autres lignes', async () => {
    const port = sansCommune(2);
    const session = await ouvrir(port);
    await session.justifier(alertes(session), 'A');
    await session.justifier(alertes(session).slice(0, 1), 'B');
    expect(alertes(session).map((a) => a.justification)).toEqual(['B', 'A']);
    expect(port.feuilles.get('Justifications')).toHaveLength(3);
  });
});

describe('Saisir la bonne valeur dans la carte', () => {
  const faux = async (change: Parameters<typeof projet>[1]) => {
    const session = await ouvrir(creerPort([projet('D-1', change)]));
    const { examen } = controle(session);
    const anomalie = examen.anomalies.find((a) => a.gravite === 'bloquante');
    if (!anomalie) throw new Error('rien de bloquant');
    return (texte: string) => lireSaisie(texte, anomalie, examen.lecture, false);
  };

  test('elle se lit comme dans la feuille, et part du bon type', async () => {
    const cout = await faux({ 'Coût prévisionnel': 'néant' });
    expect(cout('24 000')).toMatchObject({
      correction: { avant: 'néant', apres: 24000, ligne: 2, colonne: 14 },
    });
    const bonus = await faux({ 'Bonus parents': 'à voir' });
    expect(bonus('2')).toMatchObject({ correction: { apres: 2 } });
    const axe = await faux({ 'Axe école': 'peut-être' });
    expect(axe('OUI')).toMatchObject({ correction: { apres: expect.stringMatching(/^oui$/i) as string } });
  });

  test.each(['', 'rien', '1.234', '-5'])('« %s » ne s’écrit pas, et dit pourquoi', async (texte) => {
    const cout = await faux({ 'Coût prévisionnel': 'néant' });
    expect(cout(texte)).toEqual({ refus: expect.stringMatching(/\.$/) as string });
  });
});

test('contrôle à la frappe arrêté : ce qui change se note et se dit, sans rien relire', async () => {
  const port = creerPort();
  port.reglages.set('suivi', 'non');
  const session = await ouvrir(port);
  expect(session.etat()).toMatchObject({ suivi: false, perime: false });
  const lectures = () => port.gestes.filter((g) => /^(lire|relire)/.test(g)).length;
  const avant = lectures();
  port.changer({ feuille: 'Projets', plage: 'A2' });
  await new Promise((suite) => setTimeout(suite, 30));
  expect([session.etat().perime, lectures()]).toEqual([true, avant]);
  await session.verifier();
  expect(session.etat().perime).toBe(false);
});
