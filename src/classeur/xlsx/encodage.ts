/** Octets → texte d'une partie XML : UTF-8, UTF-16 ou l'encodage que la partie déclare. */
import { refus } from './phrases';

export interface Decodeur {
  decoder(morceau: Uint8Array): string;
  /** Ce qui reste après le dernier morceau ; un caractère coupé est une faute. */
  finir(): string;
}

/** Décode par morceaux sans le mode « stream » de TextDecoder, cinq fois plus lent que le décodage d'un bloc. */
class Utf8 implements Decodeur {
  private reste: Uint8Array = new Uint8Array(0);
  private readonly texte: TextDecoder;

  constructor(strict: boolean) {
    this.texte = new TextDecoder('utf-8', { fatal: strict });
  }

  decoder(morceau: Uint8Array): string {
    let bloc = morceau;
    if (this.reste.length > 0) {
      bloc = new Uint8Array(this.reste.length + morceau.length);
      bloc.set(this.reste);
      bloc.set(morceau, this.reste.length);
    }
    const fin = finEntiere(bloc);
    this.reste = bloc.slice(fin);
    return this.texte.decode(bloc.subarray(0, fin));
  }

  finir(): string {
    return this.texte.decode(this.reste);
  }
}

/** Position après le dernier caractère complet d'un bloc UTF-8. */
function finEntiere(bloc: Uint8Array): number {
  const n = bloc.length;
  for (let i = n - 1; i >= 0 && i >= n - 3; i--) {
    const o = bloc[i] as number;
    if (o < 0x80) return n;
    if (o >= 0xc0) return i + (o >= 0xf0 ? 4 : o >= 0xe0 ? 3 : 2) <= n ? n : i;
  }
  return n;
}

class Autre implements Decodeur {
  private readonly texte: TextDecoder;
  constructor(nom: string, strict: boolean) {
    this.texte = new TextDecoder(nom, { fatal: strict });
  }
  decoder(morceau: Uint8Array): string {
    return this.texte.decode(morceau, { stream: true });
  }
  finir(): string {
    return this.texte.decode();
  }
}

/** Choisit le décodeur d'après les premiers octets de la partie ; `strict` refuse un octet sans signification. */
export function decodeurPour(debut: Uint8Array, strict = true): Decodeur {
  const [a, b] = debut;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new Autre('utf-16le', strict);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new Autre('utf-16be', strict);
  const entete = String.fromCharCode(...debut.subarray(0, 120));
  const declare = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/
    .exec(entete)?.[1]
    ?.toLowerCase();
  // « utf-16 » écrit dans un texte d'octets simples est une étiquette fausse, courante et sans danger.
  if (declare === undefined || declare === 'utf-8' || declare.startsWith('utf-16')) return new Utf8(strict);
  try {
    return new Autre(declare, strict);
  } catch {
    throw refus('encodage');
  }
}
