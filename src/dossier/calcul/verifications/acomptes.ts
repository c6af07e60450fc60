/** Acomptes au-delà des maximums, et au-delà des 4/10 : situés au versement qui fait dépasser. */
import { anomalie, type Anomalie, type Lieu } from '../../anomalies/anomalie';
import { comparerTextes } from '../../../valeurs/ordre';
import { parDossier, type Contexte, type VersementSitue } from '../../controle/contexte';
import { tropVerseN } from '../../../reglement/cloture';
import { euros } from '../../../reglement/explication';
import { ZERO, type Decimal } from '../../../valeurs/montant';
import type { CalculProjet } from '../montants';

export function verifierAcomptes(
  { projet: p, montants: m, agree, acomptesNAvantCloture }: CalculProjet,
  contexte: Contexte,
): Anomalie[] {
  const prev = m.psPrevisionnelle;
  if (!agree || prev === null) return [];
  const { annee } = contexte.lecture.parametres;
  const anomalies: Anomalie[] = [];
  if (m.acomptesN && m.acompteMaxN?.lt(m.acomptesN))
    anomalies.push(
      anomalie('acomptes.n-superieurs', lieuDuDepassement('n', m.acompteMaxN, p, contexte), {
        n: annee,
        a: euros(m.acomptesN),
        m: euros(m.acompteMaxN),
        ps: euros(prev),
        e: euros(m.acomptesN.minus(m.acompteMaxN)),
      }),
    );
  if (m.acomptesN1 && m.acompteMaxN1?.lt(m.acomptesN1))
    anomalies.push(
      anomalie('acomptes.n1-superieurs', lieuDuDepassement('n1', m.acompteMaxN1, p, contexte), {
        n1: annee + 1,
        a: euros(m.acomptesN1),
        m: euros(m.acompteMaxN1),
        ps: euros(prev),
        e: euros(m.acomptesN1.minus(m.acompteMaxN1)),
      }),
    );
  const trop = tropVerseN(prev, acomptesNAvantCloture).montant;
  if (trop.gt(0))
    anomalies.push(
      anomalie(
        'cloture.trop-verse-n',
        contexte.lecture.projets.lieu(p.ligne, contexte.lecture.versements ? 'dossier' : 'acomptesN'),
        { n: annee, e: euros(trop) },
      ),
    );
  return anomalies;
}

const SANS_DATE = '9999';

const acomptesParDate = parDossier((versements: readonly VersementSitue[]) => {
  const de = (gestion: 'n' | 'n1') =>
    versements
      .filter((v) => v.gestion === gestion && v.versement.nature === 'acompte')
      .map((v) => v.versement)
      // le tri garde l'ordre de la feuille pour un même jour
      .sort((a, b) => comparerTextes(a.date ?? SANS_DATE, b.date ?? SANS_DATE));
  return { n: de('n'), n1: de('n1') };
});

/** Sans journal : la colonne de Projets. Avec : le versement, dans l'ordre des dates, qui franchit le maximum. */
function lieuDuDepassement(
  gestion: 'n' | 'n1',
  maximum: Decimal,
  projet: CalculProjet['projet'],
  contexte: Contexte,
): Lieu {
  const { lecture, versementsDe } = contexte;
  const { versements, projets } = lecture;
  const cle = gestion === 'n' ? 'acomptesN' : 'acomptesN1';
  if (!versements) return projets.lieu(projet.ligne, cle);
  const acomptes = acomptesParDate(versementsDe(projet), contexte)[gestion];
  let cumul = ZERO;
  const fautif = acomptes.find((v) => {
    cumul = cumul.plus(v.montant ?? ZERO);
    return cumul.gt(maximum);
  });
  return fautif ? versements.lieu(fautif.ligne, 'montant') : projets.lieu(projet.ligne, 'dossier');
}
