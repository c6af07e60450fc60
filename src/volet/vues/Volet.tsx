/** Le volet : qui et quand, les cinq onglets, ce que Clas dit, l'onglet ouvert. Il se montre et se presse avant la session. */
import {
  Link,
  PortalMountNodeProvider,
  ProgressBar,
  Skeleton,
  SkeletonItem,
} from '@fluentui/react-components';
import { Suspense, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Onglets, idOnglet, idPanneau } from '../elements/Onglets';
import { ouvrirAide } from '../aide';
import { useFocusRepris } from '../elements/focus';
import { useHautReserve } from '../elements/haut';
import { ONGLETS, controleDe, type Etat } from '../etat';
import type { Magasin } from '../magasin';
import type * as tout from '../suite';
import { VERSION } from '../version';
import { anneeScolaire } from '../../reglement/annee';

/** Les messages et les onglets, qui viennent avec la session. */
export type Suite = Omit<typeof tout, 'ouvrirSession'>;

interface Props {
  readonly magasin: Magasin;
  readonly suite: Suite | null;
}

function identite(etat: Etat): string {
  const controle = controleDe(etat);
  if (!controle) return 'Accompagnement à la scolarité';
  const { nomCaf, caf, annee } = controle.remontee;
  return `${nomCaf ?? (caf === null ? 'Caf à renseigner' : `Caf ${caf}`)} · ${anneeScolaire(annee)}`;
}

/** À la place de ce qui se charge encore. */
const Attente = () => (
  <Skeleton aria-label="Chargement de l’onglet">
    <SkeletonItem size={48} />
  </Skeleton>
);

/** Le travail en cours et ce que Clas dit : deux zones toujours présentes, que les lecteurs d'écran suivent. */
function Annonces({ tache, suite }: { readonly tache: string | null; readonly suite: Suite | null }) {
  return (
    <div className="annonces">
      <div role="status">
        {tache !== null && (
          <div className="pile tache">
            <p>{tache}</p>
            {suite && <suite.Arret />}
            <ProgressBar aria-hidden="true" thickness="large" />
          </div>
        )}
        {suite && <suite.Nouvelles />}
      </div>
      <div role="alert">{suite && <suite.Echec />}</div>
    </div>
  );
}

export function Volet({ magasin, suite }: Props) {
  const etat = useSyncExternalStore(magasin.sabonner, magasin.etat);
  const { onglet } = etat;
  const Panneau = suite?.PANNEAUX[onglet];
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
        <h1>Clas</h1>
        <p className="aide">{identite(etat)}</p>
      </header>
      <main aria-busy={etat.tache !== null} style={{ flex: 1 }}>
        <div className="haut" ref={haut}>
          <Onglets
            etiquette="Parties du volet"
            onglets={ONGLETS}
            actif={onglet}
            surChoix={(choisi) => magasin.emettre({ type: 'onglet', onglet: choisi })}
            Autres={suite?.AutresOnglets}
            complement={{ verifier: suite && <suite.Pastille nombre={bloquantes} /> }}
          />
          <Annonces tache={etat.tache} suite={suite} />
        </div>
        {suite && <suite.Avis />}
        <div
          key={onglet}
          ref={panneau}
          role="tabpanel"
          id={idPanneau(onglet)}
          aria-labelledby={idOnglet(onglet)}
          tabIndex={0}
        >
          <Suspense fallback={<Attente />}>{Panneau ? <Panneau /> : <Attente />}</Suspense>
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
