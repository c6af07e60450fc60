/** La remontée : ce qui remonte, sous quel nom, et tel qu'attendu par les classeurs d'exemple. */
import { lireRemontee } from '../../src/dossier/restitution/consolider';
import { jsonRemontee } from '../../src/dossier/restitution/json';
import { creerRemontee, planRemontee } from '../../src/dossier/restitution/remontee';
import { attendu, examen, examinerExemple, projet, relire } from './outils';

describe('classeurs d’exemple', () => {
  test.each(['loiret-41-lo', 'agent-maison-lo'])('%s : totaux, projets présents et absents', async (nom) => {
    const { remontee: r } = attendu(nom);
    const faite = await creerRemontee(await examinerExemple(nom));
    const { bonusVerses, ...reste } = r.json ?? {};
    expect(jsonRemontee(faite)).toMatchObject(reste);
    expect(bonusVerses).toEqual({ $un: ['0.00', null] });
    expect(jsonRemontee(faite).bonusVerses).toBe('0.00');
    expect(faite.fichier).toBe(r.sortie);
    const dossiers = faite.accordes.map((l) => l.dossier);
    expect(dossiers).toEqual(r.dossiers);
    for (const absent of r.absents ?? []) expect(dossiers).not.toContain(absent);
  });

  test('écrite puis relue, la remontée est la même', async () => {
    const faite = await creerRemontee(await examinerExemple('loiret-41-lo'));
    expect(await lireRemontee(await relire(planRemontee(faite)))).toEqual(faite);
  });
});
