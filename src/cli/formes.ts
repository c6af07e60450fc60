/** Ce qu'une option attend, en schéma : le texte saisi est lu une fois, ou une phrase dit comment l'écrire. */
import * as z from 'zod/mini';
import { lireCodeCaf } from '../dossier/lecture/parametres';
import { DESTINATAIRES, estDestinataire } from '../dossier/restitution/sorties/destinataires';
import { lireAnnee } from '../reglement/annee';
import { estDateIso } from '../valeurs/date';
import { lireNombre } from '../valeurs/nombre';
import { siretExact } from '../valeurs/siret';
import { ErreurUsage } from './erreurs';

const forme = <T>(lire: (saisi: string) => T | null | undefined, phrase: (saisi: string) => string) =>
  z.pipe(
    z.string(),
    z.transform((saisi, contexte): T => {
      const lu = lire(saisi);
      if (lu !== null && lu !== undefined) return lu;
      contexte.issues.push({ code: 'custom', message: phrase(saisi), input: saisi });
      return z.NEVER;
    }),
  );

const ANNEE_CIVILE = /^20\d{2}$/;

export const FORMES = {
  texte: z.string(),
  anneeScolaire: forme(lireAnnee, (s) => `L’année scolaire « ${s} » est illisible : l’écrire 2021-2022.`),
  anneeCivile: forme(
    (s) => (ANNEE_CIVILE.test(s) ? Number(s) : null),
    (s) => `L’année civile « ${s} » est illisible : l’écrire 2022.`,
  ),
  caf: forme(
    lireCodeCaf,
    (s) => `Caf « ${s} » inconnue : donner le code du département, par exemple 45 ou 2A.`,
  ),
  jour: forme(
    (s) => (estDateIso(s) ? s : null),
    (s) => `La date « ${s} » de --au est illisible : l’écrire AAAA-MM-JJ, par exemple 2022-01-20.`,
  ),
  destinataires: forme(
    (s) => (estDestinataire(s) ? s : null),
    (s) => `Le choix « ${s} » de --pour est inconnu : ${Object.keys(DESTINATAIRES).join(', ')}.`,
  ),
  montant: forme(
    (s) => {
      const lu = lireNombre(s);
      // « 1.234 » : des milliers ou des décimales ? une enveloppe ne se devine pas
      return lu.etat === 'illisible' || lu.etat === 'ambigu' || lu.valeur.isNeg() ? null : lu.valeur;
    },
    (s) => `Le montant « ${s} » de --notifiee est illisible : l’écrire 120000 ou 120000,50.`,
  ),
  siret: forme(siretExact, (s) => `Le Siret de la Caf « ${s} » est invalide.`),
} as const;

export type Forme = (typeof FORMES)[keyof typeof FORMES];

/** @throws ErreurUsage : la phrase de la première option mal écrite. */
export function lireFormes(
  formes: Readonly<Record<string, Forme>>,
  valeurs: Readonly<Record<string, string | undefined>>,
): Record<string, unknown> {
  const donnees = Object.fromEntries(Object.entries(valeurs).filter(([, v]) => v !== undefined));
  const lues = z.object(
    Object.fromEntries(Object.keys(donnees).map((nom) => [nom, formes[nom] ?? FORMES.texte])),
  );
  const { success, data, error } = lues.safeParse(donnees);
  if (success) return data;
  throw new ErreurUsage(error.issues[0]?.message ?? 'Option illisible.');
}
