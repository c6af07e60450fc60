/** Ce que ce classeur engage et paie sur chaque enveloppe d'année civile. */
import { Section } from '../elements/Section';
import { Jauge } from '../elements/Jauge';
import { Terme } from '../elements/Terme';
import { montantOu } from '../totaux';
import type { Examen } from '../../dossier/examiner';
import { suivreEnveloppe } from '../../dossier/restitution/suite/enveloppe';
import { typographier } from '../../dossier/affichage/typographie';

export function Enveloppes({ examen }: { readonly examen: Examen }) {
  const { annee, enveloppeN, enveloppeN1 } = examen.lecture.parametres;
  const suivis = [
    suivreEnveloppe(annee, enveloppeN, [examen]),
    suivreEnveloppe(annee + 1, enveloppeN1, [examen]),
  ];
  return (
    <Section titre="Enveloppes">
      {suivis.map(({ annee: civile, notifiee, engage, paye, parts }) => (
        <div key={civile}>
          {notifiee && engage ? (
            <Jauge titre={`${civile}, engagé`} valeur={engage} maximum={notifiee} />
          ) : (
            <p>
              <strong>{civile}</strong>&nbsp;: {montantOu(engage, 'engagé inconnu')}
              {engage && ' engagés'}
            </p>
          )}
          <p className="aide">
            <Terme
              texte={typographier(
                `Payé : ${montantOu(paye, 'inconnu')}. Les ${parts.map(({ part }) => part).join()} de ce classeur seulement.`,
              )}
            />
          </p>
        </div>
      ))}
      {(!enveloppeN || !enveloppeN1) && (
        <p className="aide">L’enveloppe notifiée se saisit dans la feuille Paramètres.</p>
      )}
    </Section>
  );
}
