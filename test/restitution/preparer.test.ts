/** Le classeur vide : relu, il ne contient rien, n'a que les anomalies que l'agent doit lever, et remonte « néant ». */
import { examiner, type Examen } from '../../src/dossier/examiner';
import { creerRemontee } from '../../src/dossier/restitution/remontee';
import { planModele, type Modele } from '../../src/dossier/restitution/preparer';
import { relire } from './outils';

const preparer = async (modele: Modele): Promise<Examen> =>
  examiner(await relire(planModele(modele)), { au: '2021-10-01' });
const codes = (e: Examen): string[] => e.anomalies.map((a) => a.code);

describe('modèle', () => {
  test('2021, Loiret : aucune ligne, aucune anomalie, néant', async () => {
    const e = await preparer({ annee: 2021, caf: '45' });
    expect(codes(e)).toEqual([]);
    expect(e.calculs).toHaveLength(0);
    expect(e.lecture.parametres).toMatchObject({ annee: 2021, caf: '45', nomCaf: 'Caf du Loiret', arrondi: 'bareme' });
    const r = await creerRemontee(e);
    expect(r).toMatchObject({ neant: true, fichier: 'CLAS_BONUS_2021-2022_CAF45.xlsx' });
  });

  test('une année sans barème publié attend sa saisie', async () => {
    expect(codes(await preparer({ annee: 2022, caf: '2A' }))).toEqual(['bareme.absent']);
  });

  test('dans le 64, l’agent nomme sa Caf', async () => {
    expect(codes(await preparer({ annee: 2021, caf: '64' }))).toEqual(['parametres.caf-inconnue']);
    expect(codes(await preparer({ annee: 2021, caf: '64', nomCaf: 'Caf du Pays basque et du Seignanx' }))).toEqual([]);
  });

  test('une Caf inconnue est refusée d’une phrase', () => {
    expect(() => planModele({ annee: 2021, caf: '99' })).toThrow(/^Caf « 99 » inconnue/);
  });
});
