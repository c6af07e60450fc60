/** Ce que l'agent remet à d'autres : des pages dans son classeur, ou des fichiers qu'il enregistre. */
import { Button, MenuItem } from '@fluentui/react-components';
import { useState } from 'react';
import { Section } from '../elements/Section';
import { ChampListe } from '../elements/champs';
import { MenuDe } from '../elements/MenuDe';
import { ChoixFichier } from '../elements/ChoixFichier';
import { useSession } from '../contexte';
import { estDestinataire, type Destinataires } from '../../dossier/restitution/sorties/destinataires';

export function Documents() {
  const session = useSession();
  const gestes = [
    ['Page des paiements', session.ecrirePaiements],
    ['Page du comité', session.ecrireComite],
    ['Tableau de bord', session.ecrireTableauDeBord],
    ['Fiches à imprimer', session.faireFiches],
    ['Subventions en données ouvertes', session.faireSubventions],
  ] as const;
  return (
    <MenuDe bouton={<Button>Documents…</Button>}>
      {gestes.map(([intitule, faire]) => (
        <MenuItem key={intitule} onClick={() => void faire()}>
          {intitule}
        </MenuItem>
      ))}
    </MenuDe>
  );
}

const POUR: Readonly<Record<Destinataires, string>> = {
  agrees: 'Les dossiers agréés',
  refuses: 'Les dossiers refusés',
  solde: 'Ceux qui ont un reste à payer',
  indu: 'Ceux qui ont un indu',
  tous: 'Tous les dossiers',
};

export function Courriers() {
  const session = useSession();
  const [pour, choisir] = useState<Destinataires>('agrees');
  return (
    <Section titre="Courriers">
      <ChampListe
        intitule="Pour"
        valeur={pour}
        choix={Object.entries(POUR)}
        surChoix={(choix) => estDestinataire(choix) && choisir(choix)}
      />
      <ChoixFichier
        bouton="Choisir le modèle Word et faire les courriers"
        accepte=".docx"
        surChoix={(modele) => session.faireCourriers(modele, pour)}
      />
      <p className="aide">
        Dans le modèle, un champ s’écrit {'{dossier}'}, {'{gestionnaire}'}, {'{psRetenue}'}… Le modèle et les
        lettres ne quittent pas ce poste.
      </p>
    </Section>
  );
}
