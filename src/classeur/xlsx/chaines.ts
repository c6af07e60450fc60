/** Textes partagés (`sharedStrings.xml`) : morceaux de texte enrichi réunis, phonétique japonaise ignorée. */
import { TEXTE_BRUT_MAX, VALEURS_MAX } from './limites';
import { refus } from './phrases';
import { type Balise, type Receveur, decoderTexte } from './xml';

export class LecteurChaines implements Receveur {
  readonly chaines: string[] = [];
  private brut = '';
  private dansTexte = false;
  private phonetique = false;

  ouvre({ nom, niveau, vide }: Balise): void {
    if (niveau === 2) {
      if (nom !== 'si') return;
      this.brut = '';
      if (vide) this.ajouter();
    } else if (nom === 'rPh') this.phonetique = !vide;
    else if (nom === 't') this.dansTexte = !vide && !this.phonetique;
  }

  ferme(nom: string): void {
    if (nom === 't') this.dansTexte = false;
    else if (nom === 'rPh') this.phonetique = false;
    else if (nom === 'si') this.ajouter();
  }

  texte(brut: string): void {
    if (!this.dansTexte) return;
    this.brut += brut;
    if (this.brut.length > TEXTE_BRUT_MAX) throw refus('tropEtendu');
  }

  private ajouter(): void {
    if (this.chaines.length >= VALEURS_MAX) throw refus('tropDeCellules');
    this.chaines.push(decoderTexte(this.brut));
  }
}
