/** Le compte de résultat que le gestionnaire doit encore : passé le 30 septembre N+1, il se réclame (C-CLO-02). */
import { estAgree, type Contexte } from '../../controle/contexte';
import { SEUILS } from '../../seuils';
import type { CalculProjet } from '../montants';

/** Une même cellule vide ne se dit qu'une fois : réclamé, le coût réel n'est plus « absent » (C-PS-02). */
export const compteDeResultatDu = ({ projet: p, montants }: CalculProjet, { au, jour }: Contexte): boolean =>
  estAgree(p) &&
  au > jour(SEUILS.compteDeResultat, 1) &&
  p.coutReel === null &&
  !p.illisibles.has('coutReel') &&
  montants.psRetenue.montant !== null;
