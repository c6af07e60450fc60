/** La remontée : les totaux, toujours ; la feuille et le fichier, quand plus rien ne bloque. */
import {
  Body1Strong,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import { Section } from '../elements/Section';
import { AvisProtegee } from '../elements/Avis';
import { Bouton } from '../elements/Bouton';
import { ChoixFichier } from '../elements/ChoixFichier';
import { Montants, type LigneMontant } from '../elements/Montants';
import { Signe } from '../elements/Signe';
import { useControle, useEtat, useSession } from '../contexte';
import type { Controle } from '../etat';
import { entier } from '../../dossier/affichage/pluriel';
import { pourquoiBloque } from '../phrases';
import type { Examen } from '../../dossier/examiner';
import { phraseDe } from '../../dossier/anomalies/anomalie';
import { typographier } from '../../dossier/affichage/typographie';
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import { donneesRemontee } from '../../dossier/restitution/remontee/donnees';
import { avecPrecedent, bonusDuPrecedent } from '../../dossier/restitution/suite/precedent';
import {
  CLES_TOTAL,
  TOTAUX,
  type Bloc,
  type CleTotal,
  type TotauxRemontee,
} from '../../dossier/restitution/remontee/presentation';
import { anneeScolaire } from '../../reglement/annee';
import { bonusExistent } from '../../reglement/bonus';
import { euros } from '../../reglement/explication';
import type { Decimal } from '../../valeurs/montant';
import { bonusAccordes } from '../totaux';

/** Le montant de l'examen dont vient un total. */
const MONTANT_DE: Partial<Record<CleTotal, 'bonusEnfants' | 'bonusParents' | 'bonus'>> = {
  bonusEnfants: 'bonusEnfants',
  bonusParents: 'bonusParents',
  bonusAccordes: 'bonus',
};

const direTotal = (total: number | Decimal): string =>
  typeof total === 'number' ? entier(total) : euros(total);

/** Un total que l'examen connaît ; un montant qu'une donnée manquante rend inconnu se dit ainsi. */
function dire(examen: Examen, cle: CleTotal, totaux: TotauxRemontee): string {
  const total = totaux[cle];
  const montant = MONTANT_DE[cle];
  return montant === undefined || typeof total === 'number'
    ? direTotal(total)
    : bonusAccordes(examen, montant, total);
}

export function Remontee({ controle: { examen, remontee } }: { readonly controle: Controle }) {
  const session = useSession();
  const { totaux, annee } = remontee;
  const { precedent } = useEtat();
  const eclaire = useMemo(
    () => (precedent ? avecPrecedent(examen, precedent.examen) : examen),
    [examen, precedent],
  );
  const empeche = pourquoiBloque(eclaire);
  const lignes = (bloc: Bloc) =>
    CLES_TOTAL.filter((cle) => TOTAUX[cle].bloc === bloc).map(
      (cle) => [TOTAUX[cle].libelle, dire(examen, cle, totaux)] as const,
    );
  return (
    <Section titre="Remontée de janvier">
      <Body1Strong as="h3">Bonus accordés pour {anneeScolaire(annee)}</Body1Strong>
      <Montants lignes={lignes('accordes')} />
      <Body1Strong as="h3">Bonus versés pour {anneeScolaire(annee - 1)}</Body1Strong>
      {bonusExistent(annee - 1) ? (
        <Precedent saisis={lignes('verses')} />
      ) : (
        <Montants lignes={lignes('verses')} />
      )}
      <div className="rang">
        <Bouton aspect="primary" empeche={empeche} surClic={session.genererFichier}>
          Générer le fichier
        </Bouton>
        <Bouton empeche={empeche} surClic={session.remplirRemontee}>
          Remplir la remontée
        </Bouton>
      </div>
      <AvisProtegee />
      <p className="aide">
        Un bonus accordé se paie avec le solde, après juin {annee + 1}. Le classeur est relu avant chaque
        écriture.
      </p>
      <Neant annee={annee} />
    </Section>
  );
}

interface PropsPrecedent {
  /** Ce que dit la feuille Bonus versés. */
  readonly saisis: readonly LigneMontant[];
}

/** Ce que le classeur d'avant dit des bonus versés ; `null` : aucun n'est choisi. */
function useRepris() {
  const { examen } = useControle();
  const { precedent } = useEtat();
  return useMemo(() => precedent && reprisDe(examen, precedent.examen), [examen, precedent]);
}

/** Les bonus versés : ceux de la feuille, ou ceux du journal de l'année d'avant, qui doivent s'accorder. */
function Precedent({ saisis }: PropsPrecedent) {
  const session = useSession();
  const { precedent } = useEtat();
  const repris = useRepris();
  return (
    <>
      {repris?.totaux ? (
        <Montants
          lignes={CLES_TOTAL.filter((cle) => TOTAUX[cle].bloc === 'verses').map(
            (cle) => [TOTAUX[cle].libelle, direTotal(repris.totaux[cle])] as const,
          )}
        />
      ) : (
        <Montants lignes={saisis} />
      )}
      {repris && repris.refus.length > 0 && (
        <ul className="pile">
          {repris.refus.map((phrase) => (
            <li key={phrase} className="rang serre">
              <Signe de="bloquante" />
              <span>{typographier(phrase)}</span>
            </li>
          ))}
        </ul>
      )}
      {precedent ? (
        <div className="rang">
          <span className="aide">D’après le journal de {precedent.nom}.</span>
          <Bouton petit surClic={session.oublierPrecedent}>
            Revenir à la feuille
          </Bouton>
        </div>
      ) : (
        <ChoixFichier
          bouton="Les prendre du classeur précédent"
          accepte=".xlsx"
          surChoix={(octets, nom) => session.choisirPrecedent(nom, octets)}
        />
      )}
    </>
  );
}

/** Le total des bonus repris, ou la raison qui l'interdit. */
function reprisDe(examen: Examen, precedent: Examen) {
  try {
    const { lignes, anomalies } = bonusDuPrecedent(examen, precedent);
    return { totaux: donneesRemontee(examen, lignes).totaux, refus: anomalies.map(phraseDe) };
  } catch (erreur) {
    if (erreur instanceof ErreurClasseur) return { totaux: null, refus: [erreur.message] };
    throw erreur;
  }
}

/** Rien à déclarer : cela se dit en toutes lettres, une fois, avant de faire le fichier. */
function Neant({ annee }: { readonly annee: number }) {
  const session = useSession();
  const { neantAConfirmer } = useEtat();
  return (
    <Dialog open={neantAConfirmer} modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Déclarer «&nbsp;néant&nbsp;»&nbsp;?</DialogTitle>
          <DialogContent>
            Aucun bonus accordé pour {anneeScolaire(annee)}, aucun versé pour {anneeScolaire(annee - 1)}
            &nbsp;: le fichier dira à la Cnaf que la Caf n’a rien à déclarer.
          </DialogContent>
          <DialogActions>
            <Bouton aspect="primary" surClic={() => session.genererFichier(true)}>
              Déclarer néant
            </Bouton>
            <Bouton surClic={session.renoncerAuNeant}>Ne rien faire</Bouton>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
