import { creerSession } from '../../src/volet/session';
import { ENTETES, creerPort, projet } from './port';

/** Un classeur dont la Ps vient d'une formule de Clas, encore en calcul pendant `lectures` lectures. */
function enCalcul(lectures: number) {
  const port = creerPort();
  const pose = (valeur: string | number): void =>
    void port.feuilles.set('Projets', [
      [...ENTETES, 'Repère'],
      [...projet('D-1'), valeur],
    ]);
  const lire = port.lire.bind(port);
  let faites = 0;
  port.formules.set('V2', '=CLAS.PS(24000,3)');
  const occupe = async () => {
    faites += 1;
    const lu = await lire();
    if (faites > lectures) return lu;
    return {
      ...lu,
      feuilles: lu.feuilles.map((f) =>
        f.nom === 'Projets'
          ? {
              ...f,
              lignes: f.lignes.map((l, i) => (i === 1 ? [...l.slice(0, -1), { illisible: '#BUSY!' }] : l)),
            }
          : f,
      ),
    };
  };
  pose(7689);
  const session = creerSession({
    port: { ...port, lire: occupe, recalculerFormules: () => Promise.resolve(1) },
    aujourdhui: () => '2022-03-01',
  });
  return { session, lectures: () => faites };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('une formule de Clas encore en calcul n’est pas une erreur', async () => {
  const { session } = enCalcul(1);
  const fini = session.demarrer();
  await jest.advanceTimersByTimeAsync(100);
  await fini;
  expect(session.etat().formules).toEqual([]);
});

test('« Recalculer » attend les résultats avant de parler', async () => {
  const { session, lectures } = enCalcul(3);
  const depart = session.demarrer();
  await jest.advanceTimersByTimeAsync(100);
  await depart;
  const fini = session.recalculerFormules();
  await jest.advanceTimersByTimeAsync(10_000);
  await expect(fini).resolves.toBe(true);
  expect(lectures()).toBeGreaterThan(3);
  expect(session.etat().formules).toEqual([]);
});

test('ce qui reste en calcul après l’attente se dit', async () => {
  const { session } = enCalcul(Infinity);
  const depart = session.demarrer();
  await jest.advanceTimersByTimeAsync(100);
  await depart;
  const fini = session.recalculerFormules();
  await jest.advanceTimersByTimeAsync(20_000);
  await fini;
  expect(session.etat().formules.map(({ erreur }) => erreur)).toEqual(['#OCCUPÉ!']);
});
