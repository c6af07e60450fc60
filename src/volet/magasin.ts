/** Ce que le volet sait, et qui le suit : là dès la première image, avant la session qui le remplit. */
import { ETAT_INITIAL, reduire, type Etat, type Evenement } from './etat';

export const LECTURE = 'Lecture du classeur…';

export type Magasin = ReturnType<typeof creerMagasin>;

export function creerMagasin() {
  let etat: Etat = ETAT_INITIAL;
  const abonnes = new Set<() => void>();
  const emettre = (evenement: Evenement): void => {
    etat = reduire(etat, evenement);
    for (const prevenir of abonnes) prevenir();
  };
  return {
    etat: (): Etat => etat,
    emettre,
    sabonner: (prevenir: () => void): (() => void) => {
      abonnes.add(prevenir);
      return () => abonnes.delete(prevenir);
    },
    /** Ni la session ni Excel ne sont encore là : le volet se voit, ses onglets s'ouvrent, aucun geste ne part. */
    attendre: (): void => emettre({ type: 'debut', tache: LECTURE }),
  };
}
