/** Lignes « libellé … valeur » des résumés. */
import { euros } from '../../reglement/explication';
import type { Decimal } from '../../valeurs/montant';
import { aDroite, aGauche } from '../texte';

const LARGEUR_LIBELLE = 34;
const LARGEUR_VALEUR = 18;

export const ligneMontant = (libelle: string, montant: Decimal | null): string =>
  `  ${aGauche(libelle, LARGEUR_LIBELLE)}${aDroite(montant === null ? '—' : euros(montant), LARGEUR_VALEUR)}`;

export const ligneNombre = (libelle: string, nombre: number): string =>
  `  ${aGauche(libelle, LARGEUR_LIBELLE)}${aDroite(String(nombre), LARGEUR_VALEUR - 2)}`;
