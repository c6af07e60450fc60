/** Vérifier : compter d'abord, filtrer, aller à la cellule, corriger à la demande. */
import { useMemo, useRef } from 'react';
import { Bouton } from '../elements/Bouton';
import { ChampInterrupteur } from '../elements/champs';
import { useFocusRepris } from '../elements/focus';
import { useEtat, useSession } from '../contexte';
import { controleDe, type Controle } from '../etat';
import { correctionSituee } from '../../dossier/anomalies/correction';
import { bilan, entier, pluriel, sansDonnee } from '../phrases';
import { filtrer, formesDe, ordonner } from '../tri';
import { proprietaires } from '../../dossier/restitution/proprietaire';
import { Filtres } from './Filtres';
import { ListeAnomalies } from './ListeAnomalies';

export function Verifier() {
  const session = useSession();
  const etat = useEtat();
  const controle = controleDe(etat);
  return (
    <>
      <section>
        <div className="gestes">
          <Bouton aspect="primary" surClic={session.verifier}>
            Vérifier le classeur
          </Bouton>
          <ChampInterrupteur
            intitule="Contrôle à la frappe"
            actif={etat.suivi}
            surChoix={(actif) => void session.reglerSuivi(actif)}
          />
        </div>
        <p className="aide">
          {etat.perime
            ? 'Le classeur a changé depuis ce contrôle.'
            : 'Vérifier ne modifie aucune de vos feuilles.'}
        </p>
        {!etat.excel.annule && !etat.suivi && (
          <p className="aide">
            Le contrôle à la frappe est arrêté&nbsp;: avec cet Excel, chacun ferait oublier vos saisies à
            Ctrl+Z.
          </p>
        )}
      </section>
      {controle ? <Resultats controle={controle} /> : <p>{sansDonnee(etat.situation)}</p>}
    </>
  );
}

function Resultats({ controle }: { readonly controle: Controle }) {
  const session = useSession();
  const { filtre, annulations, coloree } = useEtat();
  const { examen } = controle;
  const titre = useRef<HTMLHeadingElement>(null);

  const anomalies = useMemo(() => ordonner(examen), [examen]);
  const formes = useMemo(() => formesDe(examen), [examen]);
  const proprietaire = useMemo(() => proprietaires(examen.lecture), [examen]);
  const montrees = useMemo(() => filtrer(anomalies, filtre, formes), [anomalies, filtre, formes]);
  const corrections = montrees.flatMap((a) => correctionSituee(a) ?? []);

  // l'anomalie corrigée disparaît avec son bouton : le focus revient au titre
  useFocusRepris(titre);

  return (
    <>
      <section>
        <h2 ref={titre} tabIndex={-1}>
          Anomalies
        </h2>
        {anomalies.length === 0 ? (
          <p>{bilan(examen.compte)}</p>
        ) : (
          <>
            <Filtres anomalies={anomalies} compte={examen.compte} />
            <p role="status">
              {montrees.length === anomalies.length
                ? pluriel(anomalies.length, 'anomalie')
                : `${pluriel(montrees.length, 'anomalie affichée', 'anomalies affichées')} sur ${entier(anomalies.length)}`}
            </p>
          </>
        )}
        <div className="gestes">
          {corrections.length > 1 && (
            <Bouton petit surClic={() => session.corriger(corrections)}>
              Appliquer les {pluriel(corrections.length, 'correction proposée', 'corrections proposées')}
            </Bouton>
          )}
          {annulations.length > 0 && (
            <Bouton petit surClic={session.annuler}>
              Annuler la dernière correction
            </Bouton>
          )}
        </div>
        <ListeAnomalies anomalies={montrees} proprietaire={proprietaire} />
      </section>
      <section>
        <h2>Dans le classeur</h2>
        <div className="gestes">
          <Bouton surClic={session.ecrireAnomalies}>Écrire la feuille Anomalies</Bouton>
          <Bouton surClic={session.ecrireCalculs}>Écrire la feuille Calculs</Bouton>
          {anomalies.length > 0 && <Bouton surClic={session.colorer}>Colorer les cellules</Bouton>}
          <Bouton {...(!coloree && { aspect: 'subtle' })} surClic={session.decolorer}>
            Retirer les couleurs
          </Bouton>
        </div>
      </section>
    </>
  );
}
