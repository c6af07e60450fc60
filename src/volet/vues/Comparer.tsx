/** Ce qui a changé depuis un autre classeur : l'an passé, ou une version d'avant. Suit le classeur ouvert. */
import { useMemo } from 'react';
import { ChoixFichier } from '../elements/ChoixFichier';
import { LienCellule } from '../elements/LienCellule';
import { Section } from '../elements/Section';
import { Suite } from '../elements/Suite';
import { useEtat, useSession } from '../contexte';
import { celluleDossier, cleDuDossier } from '../dossiers';
import { pluriel } from '../../dossier/affichage/pluriel';
import { typographier } from '../../dossier/affichage/typographie';
import type { Examen } from '../../dossier/examiner';
import { comparer } from '../../dossier/restitution/suite/comparer';
import { direChamps, direEffets, direRenumerote } from '../../dossier/restitution/suite/direComparaison';
import { cleDossier } from '../../valeurs/texte';

interface Props {
  readonly examen: Examen;
}

export function Comparer({ examen }: Props) {
  const session = useSession();
  const { ancien } = useEtat();
  return (
    <Section titre="Ce qui a changé">
      {ancien && <Changements examen={examen} ancien={ancien.examen} nom={ancien.nom} />}
      <ChoixFichier
        bouton="Comparer à un autre classeur"
        accepte=".xlsx"
        surChoix={(octets, nom) => session.comparer(nom, octets)}
      />
      <p className="aide">
        Le classeur de l’an passé, ou une version d’avant de celui-ci. Il ne quitte pas ce poste.
      </p>
    </Section>
  );
}

function Changements({ examen, ancien, nom }: Props & { readonly ancien: Examen; readonly nom: string }) {
  const { ajoutes, disparus, renumerotes, modifies } = useMemo(
    () => comparer(ancien, examen),
    [ancien, examen],
  );
  const cellules = useMemo(
    () => new Map(examen.calculs.map((c) => [cleDuDossier(c), celluleDossier(examen, c)])),
    [examen],
  );
  const lien = (dossier: string) => {
    const lieu = cellules.get(cleDossier(dossier));
    return lieu ? <LienCellule lieu={lieu}>{dossier}</LienCellule> : dossier;
  };
  return (
    <>
      <p>
        Depuis {nom}&nbsp;: {pluriel(ajoutes.length, 'projet ajouté', 'projets ajoutés')},{' '}
        {pluriel(disparus.length, 'disparu')}, {pluriel(modifies.length, 'modifié')}.
      </p>
      {renumerotes.length > 0 && (
        <Suite
          elements={renumerotes}
          cle={({ avant }) => avant}
          rendre={(r) => <p>{typographier(direRenumerote(r))}</p>}
        />
      )}
      {ajoutes.length > 0 && (
        <details>
          <summary>Ajoutés</summary>
          <Suite elements={ajoutes} cle={(d) => d} rendre={(d) => <p>{lien(d)}</p>} />
        </details>
      )}
      {disparus.length > 0 && (
        <details>
          <summary>Disparus</summary>
          <Suite elements={disparus} cle={(d) => d} rendre={(d) => <p>{d}</p>} />
        </details>
      )}
      {modifies.length > 0 && (
        <details>
          <summary>Modifiés</summary>
          <Suite
            elements={modifies}
            cle={({ dossier }) => dossier}
            rendre={(modifie) => (
              <div className="fiche">
                <p>
                  <strong>{lien(modifie.dossier)}</strong>
                </p>
                {[...direChamps(modifie), ...direEffets(modifie)].map((ligne) => (
                  <p key={ligne}>{typographier(ligne)}</p>
                ))}
              </div>
            )}
          />
        </details>
      )}
    </>
  );
}
