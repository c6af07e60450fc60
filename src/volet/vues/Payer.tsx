/** Payer : ce qui peut se payer ou doit se recouvrer aujourd'hui, par dossier, et pourquoi le reste attend. */
import { useMemo } from 'react';
import { Montants } from '../elements/Montants';
import { Suite } from '../elements/Suite';
import { useEtat } from '../contexte';
import { controleDe } from '../etat';
import { sansDonnee } from '../phrases';
import type { Examen } from '../../dossier/examiner';
import { paiementsDe, type Paiement } from '../../dossier/restitution/sorties/paiements';
import { euros } from '../../reglement/explication';
import { dateFrancaise } from '../../valeurs/date';

export function Payer() {
  const etat = useEtat();
  const controle = controleDe(etat);
  return controle ? <Payable examen={controle.examen} /> : <p>{sansDonnee(etat.situation)}</p>;
}

const cleDe = ({ dossier, nature, gestion }: Paiement): string => `${dossier} ${nature} ${gestion}`;

function Payable({ examen }: { readonly examen: Examen }) {
  const { au, paiements, enAttente, totaux } = useMemo(() => paiementsDe(examen), [examen]);
  return (
    <>
      <section>
        <h2>Payable au {dateFrancaise(au)}</h2>
        {paiements.length === 0 && <p>Rien à payer ni à recouvrer aujourd’hui.</p>}
        <Montants lignes={Object.entries(totaux).map(([nature, total]) => [nature, euros(total)])} />
        <Suite
          elements={paiements}
          cle={cleDe}
          rendre={(p) => (
            <div className="fiche">
              <p>
                <strong>{p.dossier}</strong>
                {p.gestionnaire !== null && ` — ${p.gestionnaire}`}&nbsp;: {p.nature} {p.gestion},{' '}
                {euros(p.montant)}
              </p>
              <p className="aide">{p.motif}</p>
            </div>
          )}
        />
      </section>
      {enAttente.length > 0 && (
        <section>
          <h2>En attente</h2>
          <Suite
            elements={enAttente}
            cle={({ dossier, motif }) => `${dossier} ${motif}`}
            rendre={({ dossier, motif }) => (
              <p>
                <strong>{dossier}</strong>&nbsp;: {motif}
              </p>
            )}
          />
        </section>
      )}
    </>
  );
}
