import type { Classeur } from './classeur/classeur';
import { ecrire, poserEntrees } from './classeur/ecriture';
import type { PlageHote, Source } from './classeur/modele';
import { trier } from './classeur/tri';

/** Ce qu'une personne fait dans la grille : l'agent, ou quelqu'un qui modifie le classeur en même temps que lui. */
export class Gestes {
  constructor(
    private readonly classeur: Classeur,
    private readonly qui: Exclude<Source, 'complement'>,
    private readonly actualiser: () => Promise<void>,
  ) {}

  /** Frappe d'un agent français : « 12,5 » est un nombre, « =… » une formule internationale. */
  async saisir(adresse: string, contenu: string | number | boolean | null): Promise<void> {
    ecrire(this.classeur, this.plage(adresse), contenu ?? '', this.qui);
    await this.actualiser();
  }

  /**
   * Tri par la flèche d'un filtre, sans en-tête. Seul onRowSorted en est documenté : rien ne promet onChanged.
   * doc : excel/excel.worksheet#onRowSorted
   */
  async trier(adresse: string, colonne = 0, croissant = true): Promise<void> {
    const plage = this.plage(adresse);
    const ordre = trier(this.classeur, plage, [{ key: colonne, ascending: croissant }], false);
    poserEntrees(this.classeur, plage, ordre, this.qui);
    this.classeur.annoncerTri(plage, this.qui);
    await this.actualiser();
  }

  /** Lignes masquées ou montrées à la main, ou par un filtre. doc : excel/excel.worksheet#onRowHiddenChanged */
  async masquerLignes(adresse: string, masquees = true): Promise<void> {
    const { feuille, rect } = this.plage(adresse);
    this.classeur.masquer(feuille, rect, 'lignes', masquees, this.qui);
    await this.actualiser();
  }

  /** « fill.color », « font.bold », « numberFormat »… doc : excel/excel.worksheet#onFormatChanged */
  async formater(adresse: string, propriete: string, valeur: unknown): Promise<void> {
    const { feuille, rect } = this.plage(adresse);
    this.classeur.presenter(feuille, propriete, rect, valeur, this.qui);
    await this.actualiser();
  }

  /** « Projets!N7 » ou « 'Bonus versés'!A1:B2 ». */
  plage(adresse: string): PlageHote {
    const trouvee = this.classeur.chercherPlage(adresse, this.classeur.active);
    if (!trouvee) throw new Error(`adresse inconnue : ${adresse}`);
    return trouvee;
  }
}
