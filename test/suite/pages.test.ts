/** Le tableau de bord et la page du comité : rien ne s'y perd, l'inconnu s'y dit, les effectifs facultatifs s'y comptent. */
import { planComite } from '../../src/dossier/restitution/sorties/planComite';
import { planTableauDeBord } from '../../src/dossier/restitution/sorties/planTableauDeBord';
import { jsonCalculer } from '../../src/dossier/restitution/json';
import type { FeuillePlan } from '../../src/dossier/formes/plan';
import { examen, projet, type Ligne } from '../dossier/fabrique';

/** Les lignes d'une table de la feuille, sous son titre et ses en-têtes. */
function rangees({ lignes }: FeuillePlan, titre: string, entetes = 2): (readonly unknown[])[] {
  const debut = lignes.findIndex(([premiere]) => premiere?.valeur === titre) + entetes;
  const fin = lignes.findIndex((l, i) => i > debut && l.length === 0);
  return lignes.slice(debut, fin === -1 ? undefined : fin).map((l) => l.map(({ valeur }) => valeur));
}

const projets = (nombre: number, change: (i: number) => Ligne = () => ({})): Ligne[] =>
  Array.from({ length: nombre }, (_, i) =>
    projet({ dossier: `P-${i}`, action: `Action ${i}`, commune: `Commune ${i}`, ...change(i) }),
  );

describe('Tableau de bord', () => {
  test.each([15, 16, 40])('%i communes : quinze lignes au plus, et la Ps de toutes', (nombre) => {
    const e = examen({ projets: projets(nombre, (i) => ({ coutPrevisionnel: 10_000 + i })) });
    const lignes = rangees(planTableauDeBord(e), 'Ps par commune');
    expect(lignes).toHaveLength(15);
    const total = lignes.reduce((n, [, ps]) => n + Math.round(Number(ps) * 100), 0);
    expect(total).toBe(Number(e.totaux.psRetenue.montant) * 100);
    expect(lignes[0]?.[0]).toBe(`Commune ${nombre - 1}`);
    if (nombre > 15) expect(lignes[14]?.[0]).toBe(`${nombre - 14} autres communes`);
  });

  test('une Ps inconnue se dit, en tête', () => {
    const e = examen({ projets: projets(3, (i) => (i === 1 ? { coutPrevisionnel: null } : {})) });
    const [premiere] = rangees(planTableauDeBord(e), 'Ps par commune');
    expect(premiere).toEqual(['Commune 1 (inconnu : Ps retenue)', 'inconnu', 0]);
  });

  test('une enveloppe non saisie ne se trace pas comme zéro : l’axe du graphique dit qu’elle est inconnue', () => {
    const gestions = (notifiee?: number) =>
      rangees(
        planTableauDeBord(
          examen({
            projets: projets(1),
            ...(notifiee !== undefined && { parametres: { 'Enveloppe notifiée N': notifiee } }),
          }),
        ),
        'Enveloppes',
      ).map(([nom, premiere]) => [nom, premiere]);
    expect(gestions()).toEqual([
      ['2021 (inconnu : Notifiée)', 'inconnu'],
      ['2022 (inconnu : Notifiée)', 'inconnu'],
    ]);
    expect(gestions(0)).toEqual([
      ['2021', 0],
      ['2022 (inconnu : Notifiée)', 'inconnu'],
    ]);
  });

  test('les effectifs des projets agréés, et les facultatifs si leur colonne est là', () => {
    const change = (i: number): Ligne => ({
      familles: 20,
      accompagnateurs: i === 0 ? null : 6,
      benevoles: 4,
      ...(i === 2 && { agrement: 'en attente', bonusEnfants: null, bonusParents: null }),
    });
    const avec = examen({ projets: projets(3, change) });
    expect(rangees(planTableauDeBord(avec), 'Effectifs des projets agréés')).toEqual([
      ['Projets', 2],
      ['Collectifs', 6],
      ['Enfants', 60],
      ['Familles', 40],
      ['Accompagnateurs', 6],
      ['Dont bénévoles', 8],
    ]);
    expect(jsonCalculer(avec).totaux).toMatchObject({
      projets: 2,
      familles: 40,
      accompagnateurs: 6,
      benevoles: 8,
    });
    const sans = examen({ projets: projets(1), sans: ['familles', 'accompagnateurs', 'benevoles'] });
    expect(rangees(planTableauDeBord(sans), 'Effectifs des projets agréés')).toHaveLength(3);
    expect(Object.keys(jsonCalculer(sans).totaux)).not.toContain('familles');
  });
});

describe('Comité', () => {
  test('par commune : projets, effectifs, montants ; un nombre illisible est inconnu', () => {
    const e = examen({
      projets: projets(2, (i) => ({ commune: 'Orléans', enfants: i === 0 ? 'douze' : 30, familles: 20 })),
    });
    const [ligne] = rangees(planComite(e), 'Par commune', 1);
    expect(ligne).toEqual(['Orléans', 2, 6, 'inconnu', 40, 11700, 11700, 1200]);
  });
});
