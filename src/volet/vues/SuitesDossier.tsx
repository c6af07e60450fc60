/** Les dossiers qui appellent un geste : indu à notifier, rappel ou indu après contrôle. */
import { Body1Strong, Card } from '@fluentui/react-components';
import { Bouton } from '../elements/Bouton';
import { Suite } from '../elements/Suite';
import { useControle, useSession } from '../contexte';
import { celluleDossier } from '../dossiers';
import type { Cellule } from '../../classeur/excel/port';
import type { CalculProjet } from '../../dossier/calcul/montants';
import { euros } from '../../reglement/explication';

function suites({ montants }: CalculProjet): string[] {
  const [indu, controle] = [montants.indu.montant, montants.controle.montant];
  const reste = montants.resteARecouvrerPs.montant;
  return [
    ...(indu?.gt(0) ? [`indu de ${euros(indu)} ${reste?.isZero() ? 'recouvré' : 'à notifier'}`] : []),
    ...(controle?.gt(0) ? [`rappel de ${euros(controle)} après contrôle`] : []),
    ...(controle?.lt(0) ? [`indu de ${euros(controle.neg())} après contrôle`] : []),
  ];
}

/** À part : le geste d'un rang que React ne refait pas ne retient que sa cellule, non l'examen d'alors. */
function AllerAuDossier({ cellule, nom }: { readonly cellule: Cellule; readonly nom: string }) {
  const session = useSession();
  return (
    <Bouton petit surClic={() => session.allerA(cellule)} etiquette={`Aller à la cellule du dossier ${nom}`}>
      Aller à la cellule
    </Bouton>
  );
}

export function SuitesDossier() {
  const { examen } = useControle();
  const concernes = examen.calculs.filter((c) => c.agree && suites(c).length > 0);
  return (
    <>
      <Body1Strong as="h3">Rappels et indus</Body1Strong>
      {concernes.length === 0 && <p>Aucun.</p>}
      <Suite
        elements={concernes}
        cle={(c) => String(c.projet.ligne)}
        rendre={(c) => (
          <Card size="small" appearance="filled-alternative">
            <p>
              <strong>{c.projet.dossier ?? `Ligne ${c.projet.ligne}`}</strong>
              {c.projet.gestionnaire !== null && ` — ${c.projet.gestionnaire}`}&nbsp;: {suites(c).join(', ')}
            </p>
            <AllerAuDossier
              cellule={celluleDossier(examen, c)}
              nom={String(c.projet.dossier ?? c.projet.ligne)}
            />
          </Card>
        )}
      />
    </>
  );
}
