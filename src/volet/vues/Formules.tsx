/** Les formules en erreur : ce que chacune veut dire, où elle est, et de quoi les recalculer. */
import { Card, Text } from '@fluentui/react-components';
import { Section } from '../elements/Section';
import { Bouton } from '../elements/Bouton';
import { Suite } from '../elements/Suite';
import { useSession } from '../contexte';
import { adresse } from '../../dossier/anomalies/anomalie';
import { typographier } from '../../dossier/affichage/typographie';
import { expliquer, type FormuleEnErreur } from '../formules';
import { pluriel } from '../../dossier/affichage/pluriel';

export function Formules({ formules }: { readonly formules: readonly FormuleEnErreur[] }) {
  const session = useSession();
  return (
    <Section titre="Formules">
      <p>
        {formules.length === 0
          ? 'Aucune formule en erreur.'
          : `${pluriel(formules.length, 'formule en erreur', 'formules en erreur')}.`}
      </p>
      <Suite
        elements={formules}
        cle={(f) => `${f.feuille}!${f.ligne}:${f.colonne}`}
        rendre={(f) => (
          <Card size="small" appearance="filled-alternative">
            <p>
              <strong>{adresse(f)}</strong> affiche {f.erreur}
            </p>
            <p>
              <Text font="monospace" size={200} style={{ overflowWrap: 'anywhere' }}>
                {f.formule}
              </Text>
            </p>
            <p>{typographier(expliquer(f))}</p>
            <Bouton
              petit
              surClic={() => session.allerA(f)}
              etiquette={`Aller à la cellule ${adresse(f) ?? ''}`}
            >
              Aller à la cellule
            </Bouton>
          </Card>
        )}
      />
      <div className="rang">
        <Bouton surClic={session.recalculerFormules}>Recalculer les formules Clas</Bouton>
        <Bouton surClic={session.figerFormules}>Figer en valeurs</Bouton>
      </div>
      <p className="aide">
        Figer remplace les formules Clas par leurs valeurs, pour donner le classeur à qui n’a pas Clas&nbsp;;
        Annuler les rend.
      </p>
    </Section>
  );
}
