/** Erreur que le vrai Excel rendrait : code d'Office.js et phrase. */
export class ErreurOffice extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ErreurOffice';
  }
}

/** L'hôte émulé ne sait pas : un trou de l'hôte, jamais une réponse d'Excel. */
export class MembreInconnu extends Error {
  constructor(readonly membre: string) {
    super(`membre inconnu de l'hôte émulé : ${membre}`);
    this.name = 'MembreInconnu';
  }
}

export function introuvable(quoi: string): ErreurOffice {
  return new ErreurOffice('ItemNotFound', `La ressource demandée n'existe pas : ${quoi}.`);
}

export function argumentInvalide(detail: string): ErreurOffice {
  return new ErreurOffice(
    'InvalidArgument',
    `L'argument n'est pas valide, est manquant ou a un format incorrect : ${detail}.`,
  );
}

export function accesRefuse(feuille: string): ErreurOffice {
  return new ErreurOffice(
    'AccessDenied',
    `La feuille « ${feuille} » est protégée : cette action est refusée.`,
  );
}
