/** Le volet : qui et quand, les cinq onglets, ce que Clas dit, l'onglet ouvert. */
import {
  CounterBadge,
  Link,
  PortalMountNodeProvider,
  Skeleton,
  SkeletonItem,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Suspense, lazy, useLayoutEffect, useRef, useState, type ComponentType } from 'react';
import { Onglets, idOnglet, idPanneau } from '../elements/Onglets';
import { ouvrirAide } from '../aide';
import { useFocusRepris } from '../elements/focus';
import { useHautReserve } from '../elements/haut';
import { Annonces } from '../elements/Annonces';
import { Avis } from '../elements/Avis';
import { useEtat, useSession } from '../contexte';
import { ONGLETS, controleDe, type Etat, type Onglet } from '../etat';
import { VERSION } from '../version';
import { anneeScolaire } from '../../reglement/annee';
import { EtatClasseur } from './EtatClasseur';

// chaque onglet ne se charge qu'à sa première ouverture ; État, qui s'ouvre d'abord, est là
const Verifier = lazy(async () => ({ default: (await import('./Verifier')).Verifier }));
const Dossier = lazy(async () => ({ default: (await import('./Dossier')).Dossier }));
const Payer = lazy(async () => ({ default: (await import('./Payer')).Payer }));
const Cloturer = lazy(async () => ({ default: (await import('./Cloturer')).Cloturer }));

const PANNEAUX: Readonly<Record<Onglet, ComponentType>> = {
  etat: EtatClasseur,
  verifier: Verifier,
  dossier: Dossier,
  payer: Payer,
  cloturer: Cloturer,
};

function identite(etat: Etat): string {
  const controle = controleDe(etat);
  if (!controle) return 'Contrats locaux d’accompagnement à la scolarité';
  const { nomCaf, caf, annee } = controle.remontee;
  return `${nomCaf ?? (caf === null ? 'Caf à renseigner' : `Caf ${caf}`)} · ${anneeScolaire(annee)}`;
}

/** Nombre d'anomalies bloquantes, à côté de « Vérifier ». */
function Pastille({ nombre }: { readonly nombre: number }) {
  if (nombre === 0) return null;
  return (
    <>
      <span className="cache"> : </span>
      <CounterBadge
        style={{ marginInlineStart: '4px' }}
        size="small"
        color="danger"
        count={nombre}
        overflowCount={999}
      />
      <span className="cache"> bloquante{nombre > 1 ? 's' : ''}</span>
    </>
  );
}

export function Volet() {
  const session = useSession();
  const etat = useEtat();
  const { onglet } = etat;
  const Panneau = PANNEAUX[onglet];
  const bloquantes = controleDe(etat)?.examen.compte.bloquante ?? 0;
  const haut = useRef<HTMLDivElement>(null);
  const panneau = useRef<HTMLDivElement>(null);
  /** Où s'ouvrent les menus, les bulles et les fenêtres : dans le repère principal, non au bout de la page. */
  const [devant, poserDevant] = useState<HTMLElement | null>(null);
  useHautReserve(haut);
  useFocusRepris(panneau);
  // un onglet s'ouvre par son début
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
  }, [onglet]);
  return (
    <PortalMountNodeProvider value={devant ?? undefined}>
      <header className="rang">
        <Text as="h1" size={500} weight="bold" style={{ color: tokens.colorBrandForeground1 }}>
          Clas
        </Text>
        <p className="aide">{identite(etat)}</p>
      </header>
      <main aria-busy={etat.tache !== null} style={{ flex: 1 }}>
        <div className="haut" ref={haut}>
          <Onglets
            etiquette="Parties du volet"
            onglets={ONGLETS}
            actif={onglet}
            surChoix={session.ouvrir}
            complement={{ verifier: <Pastille nombre={bloquantes} /> }}
          />
          <Annonces />
        </div>
        <Avis />
        <div
          key={onglet}
          ref={panneau}
          role="tabpanel"
          id={idPanneau(onglet)}
          aria-labelledby={idOnglet(onglet)}
          tabIndex={0}
        >
          <Suspense
            fallback={
              <Skeleton aria-label="Chargement de l’onglet">
                <SkeletonItem size={48} />
              </Skeleton>
            }
          >
            <Panneau />
          </Suspense>
        </div>
        <div ref={poserDevant} />
      </main>
      <footer className="rang">
        <Link
          href="aide.html"
          target="_blank"
          rel="noopener"
          onClick={(e) => {
            e.preventDefault();
            ouvrirAide();
          }}
        >
          Aide<span className="cache"> (nouvelle fenêtre)</span>
        </Link>
        <span className="aide fin">Version {VERSION}</span>
      </footer>
    </PortalMountNodeProvider>
  );
}
