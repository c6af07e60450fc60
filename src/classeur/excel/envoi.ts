/** Une demande à Excel, coupée avant la limite de 5 Mo du web : une seule synchronisation tant qu'elle tient. */

/** Marge pour la mise en forme et les tableaux, qui ne se réservent pas. */
const OCTETS_MAX = 3_500_000;
/** Habillage d'un ordre par Office.js, mesuré : de 655 (une formule) à 1 450 octets (une correction et sa relecture). */
const OCTETS_ORDRE = 1_500;
/** Octets d'un bloc de valeurs : assez petit pour remplir une demande sans la dépasser. */
const OCTETS_BLOC = 500_000;

const encodeur = new TextEncoder();

export class Envoi {
  private octets = 0;
  /** Demandes auxquelles Excel a répondu. */
  partis = 0;

  constructor(readonly contexte: Excel.RequestContext) {}

  /** À appeler avant de poser un bloc : part d'abord ce qui ne tiendrait plus avec lui. */
  async reserver(bloc: unknown): Promise<void> {
    const taille = OCTETS_ORDRE + encodeur.encode(JSON.stringify(bloc)).length;
    if (this.octets > 0 && this.octets + taille > OCTETS_MAX) await this.partir();
    this.octets += taille;
  }

  async partir(): Promise<void> {
    await this.contexte.sync();
    this.partis += 1;
    this.octets = 0;
  }
}

/** Coupe des lignes en blocs d'environ `OCTETS_BLOC`. */
export function decouper<T>(
  lignes: readonly (readonly T[])[],
): { debut: number; lignes: readonly (readonly T[])[] }[] {
  const blocs: { debut: number; lignes: (readonly T[])[] }[] = [];
  let taille = Infinity;
  lignes.forEach((ligne, i) => {
    const siens = JSON.stringify(ligne).length;
    if (taille + siens > OCTETS_BLOC) {
      blocs.push({ debut: i, lignes: [] });
      taille = 0;
    }
    blocs.at(-1)?.lignes.push(ligne);
    taille += siens;
  });
  return blocs;
}
