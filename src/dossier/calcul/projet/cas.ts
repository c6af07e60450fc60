/**
 * Un projet prêt à calculer : ses données telles que les règles les prennent, et ce que plusieurs montants se demandent.
 * Chaque moment de l'année a son fichier, qui ne lit que ce cas et les moments d'avant.
 */
import type { COLONNES_PROJETS, Projet } from '../../colonnes/projets';
import { estAgree, estRefuse } from '../../controle/contexte';
import type { Parametres } from '../../lecture/parametres';
import type { Bareme } from '../../../reglement/bareme';
import { resultat, type Resultat } from '../../../reglement/explication';
import { ps } from '../../../reglement/ps';
import { repartir } from '../../../reglement/repartition';
import { circ } from '../../../reglement/sources';
import { ZERO, type Decimal } from '../../../valeurs/montant';
import { avec, inconnu, lue, lueOu, raisonDe, valeurDe, type Donnee, type Montant } from '../connu';
import type { Journal } from '../journal';
import { situer } from '../origines';

/** Tout ce dont les montants d'un projet dépendent : de quoi les refaire sans retenir le classeur. */
export interface Donnees {
  readonly projet: Projet;
  readonly parametres: Parametres;
  readonly journal: Journal;
  /** La gestion N+1 est-elle ouverte à la date de l'examen ? */
  readonly n1Ouverte: boolean;
}

type Champ = keyof typeof COLONNES_PROJETS;

/** Un nombre de collectifs, et la colonne de Projets qui l'a fixé. */
export interface Collectifs {
  readonly nb: Donnee<number>;
  readonly champ: Champ;
}

export interface Cas {
  readonly p: Projet;
  readonly journal: Journal;
  readonly n1Ouverte: boolean;
  /** Agrément favorable. */
  readonly agree: boolean;
  readonly refuse: boolean;
  readonly arrondi: Parametres['arrondi'];
  readonly bareme: Donnee<Bareme>;
  /** Montant accordé par la Caf, en € ; `null` : elle n'en a pas fixé. */
  readonly accorde: Donnee<Decimal | null>;
  /** Ce que la Ps liquidée ou contrôlée ne dépasse pas, en € ; `null` : rien ne la borne. */
  readonly limite: Donnee<Decimal | null>;
  /** Les collectifs réels, à défaut les agréés ; une cellule illisible ne se remplace pas par l'autre. */
  readonly retenus: Collectifs;
}

export function casDe({ projet: p, parametres, journal, n1Ouverte }: Donnees): Cas {
  const { bareme, arrondi, limiterAuMontantAccorde: limiter } = parametres;
  const accorde = lueOu(p, 'montantAccorde', null);
  return {
    p,
    journal,
    n1Ouverte,
    agree: estAgree(p),
    refuse: estRefuse(p),
    arrondi,
    bareme: bareme ?? inconnu({ champ: 'bareme', raison: 'absent' }),
    accorde,
    limite:
      limiter === null
        ? inconnu({ champ: 'limiterAuMontantAccorde', raison: 'illisible' })
        : limiter
          ? accorde
          : null,
    retenus: {
      nb: p.collectifsReels ?? (lueOu(p, 'collectifsReels', lue(p, 'collectifsAgrees')) as Donnee<number>),
      champ: p.collectifsReels === null ? 'collectifsAgrees' : 'collectifsReels',
    },
  };
}

export const SANS_AGREMENT = 'sans agrément favorable, rien n’est dû';

/** Ce qui n'existe qu'avec un agrément ; `sinon` : ce qui vaut sans lui, si l'avis se lit. */
export function siAgree({ p, agree, refuse }: Cas, faire: () => Montant, sinon?: Montant): Montant {
  if (agree) return faire();
  const sansAvis = raisonDe(p, 'agrement');
  return sansAvis === 'absent'
    ? (sinon ?? inconnu({ champ: 'agrement', raison: refuse ? 'sansObjet' : 'absent' }))
    : inconnu({ champ: 'agrement', raison: sansAvis });
}

/** La Ps d'un coût et d'un nombre de collectifs lus dans ces colonnes de Projets. */
export const psDe = (
  { bareme, arrondi }: Cas,
  cout: { readonly valeur: Donnee<Decimal>; readonly champ: Champ },
  { nb, champ }: Collectifs,
): Montant =>
  situer(
    avec([cout.valeur, nb, bareme], (c, n, b) => ps(c, n, b, arrondi)),
    { coût: cout.champ, nb: champ },
  );

/** Où se lit la décision de la Caf. */
export const ACCORDE = { 'montant accordé': 'montantAccorde' } as const;

export const nul = (etape: string, motif: string): Resultat => resultat(etape, motif, {}, ZERO, circ('3.1'));

/** Le résultat entier, pour que l'explication suive. */
export const deResultat = (m: Montant): Donnee<Resultat> => m;

/** Les parts N et N+1 d'un montant. */
export function partsDe(m: Montant): Record<'n' | 'n1', Montant> {
  const parts = avec([valeurDe(m)], repartir);
  return { n: avec([parts], (p) => p.n), n1: avec([parts], (p) => p.n1) };
}

/** Deux montants d'un même projet, chacun avec ses étapes. */
export const additionner = (etape: string, { Ps, bonus }: Record<'Ps' | 'bonus', Montant>): Montant =>
  avec([deResultat(Ps), deResultat(bonus)], (x, y) =>
    resultat(
      etape,
      '{Ps} + {bonus}',
      { Ps: x.montant, bonus: y.montant },
      x.montant.plus(y.montant),
      circ('3.4'),
      [x, y],
    ),
  );
