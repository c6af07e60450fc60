/** Vérifier : les causes d'abord, chacune avec son geste ; filtrer, aller de l'une à l'autre, écrire dans le classeur. */
import { MenuButton, MenuDivider, MenuItem, MenuItemCheckbox } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Bouton } from '../elements/Bouton';
import { MenuDe } from '../elements/MenuDe';
import { useFocusRepris } from '../elements/focus';
import { useEtat, useSession } from '../contexte';
import { controleDe, type Controle } from '../etat';
import type { Session } from '../session';
import { activer, causesDe, filtrer, suivante } from '../liste';
import { entier, pluriel } from '../../dossier/affichage/pluriel';
import { bilan, sansDonnee } from '../phrases';
import { attend, type LigneSaisie } from '../saisie';
import { typographier } from '../../dossier/affichage/typographie';
import type { Examen } from '../../dossier/examiner';
import { tableDe, type Lecture } from '../../dossier/lecture/lecture';
import type { Cause } from '../../dossier/restitution/causes';
import { Filtres } from './Filtres';
import { ListeAnomalies } from './ListeAnomalies';

export function Verifier() {
  const etat = useEtat();
  const controle = controleDe(etat);
  if (controle) return <Resultats controle={controle} />;
  return (
    <>
      <Barre causes={[]} />
      <p>{sansDonnee(etat.situation)}</p>
    </>
  );
}

/** Passer à l'anomalie suivante, d'ici ou par F8. */
function usePasser(causes: readonly Cause[]): () => void {
  const session = useSession();
  const vues = useRef(causes);
  vues.current = causes;
  return useState(() => passerDe(vues, session))[0];
}

function passerDe(vues: { readonly current: readonly Cause[] }, session: Session): () => void {
  return () => {
    const { liste } = session.etat();
    const anomalie = suivante(vues.current, liste);
    if (!anomalie) return;
    session.lister(activer(vues.current, liste, anomalie));
    const { feuille, ligne, colonne } = anomalie;
    void session.allerA({ feuille, ligne: ligne ?? 1, colonne: colonne ?? 1 });
  };
}

/** Vérifier, passer à la suivante, et tout ce qui s'écrit dans le classeur, en un menu. */
function Barre({ causes }: { readonly causes: readonly Cause[] }) {
  const session = useSession();
  const { annulations, coloree, excel, suivi } = useEtat();
  const passer = usePasser(causes);
  useEffect(() => {
    const ecouter = (e: KeyboardEvent): void => {
      if (e.key !== 'F8') return;
      e.preventDefault();
      passer();
    };
    document.addEventListener('keydown', ecouter);
    return () => document.removeEventListener('keydown', ecouter);
  }, [passer]);
  return (
    <>
      <div className="rang">
        <Bouton aspect="primary" petit surClic={session.verifier}>
          Vérifier le classeur
        </Bouton>
        {causes.length > 0 && (
          <Bouton petit surClic={passer}>
            Suivante (F8)
          </Bouton>
        )}
        <MenuDe
          checkedValues={{ suivi: suivi ? ['oui'] : [] }}
          onCheckedValueChange={(_, { checkedItems }) => void session.reglerSuivi(checkedItems.length > 0)}
          bouton={
            <MenuButton size="small" appearance="subtle">
              Écrire
            </MenuButton>
          }
        >
          <MenuItem onClick={() => void session.ecrireAnomalies()}>Écrire la feuille Anomalies</MenuItem>
          <MenuItem onClick={() => void session.ecrireCalculs()}>Écrire la feuille Calculs</MenuItem>
          <MenuDivider />
          <MenuItem onClick={() => void session.colorer()}>Colorer les cellules</MenuItem>
          <MenuItem onClick={() => void session.decolorer()}>
            Retirer les couleurs{coloree && <span className="cache"> (posées)</span>}
          </MenuItem>
          <MenuDivider />
          <MenuItemCheckbox name="suivi" value="oui">
            Contrôle à la frappe
          </MenuItemCheckbox>
        </MenuDe>
        {annulations.length > 0 && (
          <Bouton petit surClic={session.annuler}>
            Annuler la dernière correction
          </Bouton>
        )}
      </div>
      {!excel.annule && !suivi && (
        <p className="aide">
          Le contrôle à la frappe est arrêté&nbsp;: avec cet Excel, chacun ferait oublier vos saisies à
          Ctrl+Z.
        </p>
      )}
    </>
  );
}

/** Cellules remplies de la ligne, parmi celles que Clas lit ; `null` : la feuille n'est pas un tableau qu'il lit. */
function avancement(
  lecture: Lecture,
  { feuille, ligne }: LigneSaisie,
): { readonly remplies: number; readonly sur: number } | null {
  const table = tableDe(feuille, lecture);
  if (!table?.entetes) return null;
  const cellules = table.feuille.lignes[ligne - table.feuille.premiereLigne] ?? [];
  const colonnes = [...table.entetes.colonnes.values()];
  return { remplies: colonnes.filter((i) => (cellules[i] ?? null) !== null).length, sur: colonnes.length };
}

/** « Projets, ligne 5 : en cours de saisie (6/18), 8 cellules vides attendent. » */
function EnSaisie({ examen, ligne }: { readonly examen: Examen; readonly ligne: LigneSaisie }) {
  const fait = avancement(examen.lecture, ligne);
  const n = examen.anomalies.filter((a) => attend(a, ligne)).length;
  if (!fait || n === 0) return null;
  const suite = pluriel(n, 'cellule vide attend', 'cellules vides attendent');
  return (
    <p className="aide">
      {typographier(
        `${ligne.feuille}, ligne ${ligne.ligne} : en cours de saisie (${fait.remplies}/${fait.sur}), ${suite}.`,
      )}
    </p>
  );
}

function Resultats({ controle }: { readonly controle: Controle }) {
  const { examen } = controle;
  const { filtre, saisie } = useEtat();
  const { anomalies, compte } = examen;
  const titre = useRef<HTMLParagraphElement>(null);

  const causes = useMemo(() => causesDe(examen, filtre.tri, saisie), [examen, filtre.tri, saisie]);
  const montrees = useMemo(() => filtrer(causes, filtre, examen), [causes, filtre, examen]);
  const affichees = montrees.reduce((n, cause) => n + cause.anomalies.length, 0);

  // l'anomalie corrigée disparaît avec son bouton : le focus revient au titre
  useFocusRepris(titre);

  return (
    <>
      <Barre causes={montrees} />
      {anomalies.length > 0 && <Filtres examen={examen} />}
      <h2 className="cache">Anomalies</h2>
      <p ref={titre} tabIndex={-1} className="aide" role="status">
        {anomalies.length === 0
          ? bilan(compte)
          : affichees === anomalies.length
            ? `${pluriel(affichees, 'anomalie')}, ${pluriel(causes.length, 'cause')}.`
            : `${pluriel(affichees, 'anomalie affichée', 'anomalies affichées')} sur ${entier(anomalies.length)}`}
      </p>
      {saisie && <EnSaisie examen={examen} ligne={saisie} />}
      <ListeAnomalies causes={montrees} />
    </>
  );
}
