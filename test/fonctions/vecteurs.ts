/** Les exemples chiffrés du contrat, rejoués sur les sources comme sur le script construit. */
import { readFileSync } from 'node:fs';
import type { Appel } from './appel';

interface Vecteur {
  readonly id: string;
  readonly fn: string;
  readonly inputs: Readonly<Record<string, string | number>>;
  readonly expected: string | Readonly<Record<string, string>>;
}

export const VECTEURS = JSON.parse(
  readFileSync(new URL('../exemples/vecteurs.json', `file://${__dirname}/`), 'utf8'),
) as readonly Vecteur[];

/** Paires « calculé, attendu » d'un exemple. */
export function resultats({ fn, inputs, expected }: Vecteur, appeler: Appel): [unknown, number][] {
  const entree = (nom: string): number => Number(inputs[nom]);
  const attendu = (nom?: string): number =>
    Number(typeof expected === 'string' ? expected : expected[nom ?? '']);
  switch (fn) {
    case 'PS':
      return ['bareme', 'centime', 'euro'].map((arrondi) => [
        appeler('PS', entree('cout'), inputs['nbCollectifs'], inputs['annee'], arrondi),
        attendu(arrondi),
      ]);
    case 'SPLIT':
      return [
        [appeler('PARTN', entree('ps')), attendu('partN')],
        [appeler('PARTN1', entree('ps')), attendu('partN1')],
        [appeler('ACOMPTEN', entree('ps')), attendu('acompteMaxN')],
        [appeler('ACOMPTEN1', entree('ps')), attendu('acompteMaxN1')],
      ];
    case 'BONUS':
      return [[appeler('BONUS', inputs['nbEnfants'], inputs['nbParents']), attendu()]];
    case 'CAP':
      return [
        [appeler('CAP', entree('psPrev'), entree('acomptesN')), attendu('cap')],
        [appeler('PARTN', entree('psPrev')), attendu('droitN')],
        [appeler('ENGAGEMENT', entree('psPrev')), attendu('engagement610')],
      ];
    case 'SOLDE': {
      const [ps, n, n1] = [entree('psReelle'), entree('acomptesN'), entree('acomptesN1')];
      const solde = attendu('soldePs');
      return [
        [appeler('SOLDEN', ps, n), attendu('soldeN')],
        [appeler('SOLDEN1', ps, n1), attendu('soldeN1')],
        [appeler('SOLDE', ps, n, n1), solde],
        // négatif, l'indu de Ps reste seul : le bonus ne s'y compense pas
        [appeler('SOLDE', ps, n, n1, entree('bonusAccorde')), solde < 0 ? solde : attendu('netAvecBonus')],
      ];
    }
    case 'COFINANCEMENT':
      return [[appeler('EXCEDENT80', entree('coutReel'), attendu('total')), attendu('excedent')]];
    default:
      throw new Error(`exemple sans fonction : ${fn}`);
  }
}
