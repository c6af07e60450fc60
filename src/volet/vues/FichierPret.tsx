/** Les fichiers faits : leur nom, et les voies pour les garder. */
import { Text, Tooltip } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { Section } from '../elements/Section';
import { Bouton } from '../elements/Bouton';
import { Copie } from '../elements/Copie';
import { definitionDe } from '../elements/Terme';
import { Telecharger } from '../elements/Telecharger';
import { typographier } from '../../dossier/affichage/typographie';
import { useEtat, useSession } from '../contexte';
import { taille } from '../phrases';
import type { Fichier } from '../etat';
import { voiesDe, type Voie } from '../voies';

export function FichiersPrets() {
  const { fichiers, onglet, ongletDesFichiers } = useEtat();
  const titre = useRef<HTMLHeadingElement>(null);
  // à l'ouverture de l'onglet, le focus reste où l'agent l'a mis
  const vus = useRef(fichiers);
  useEffect(() => {
    if (vus.current !== fichiers) titre.current?.focus();
    vus.current = fichiers;
  }, [fichiers]);
  if (fichiers.length === 0 || onglet !== ongletDesFichiers) return null;
  return (
    <Section refTitre={titre} titre={fichiers.length > 1 ? 'Fichiers prêts' : 'Fichier prêt'}>
      {fichiers.map((fichier) => (
        <UnFichier key={fichier.nom} fichier={fichier} />
      ))}
    </Section>
  );
}

function UnFichier({ fichier }: { readonly fichier: Fichier }) {
  const { nom, octets, empreinte } = fichier;
  return (
    <>
      <p>
        <strong>{nom}</strong> ({taille(octets.length)})
      </p>
      <Voies fichier={fichier} />
      {empreinte !== undefined && (
        <details>
          <Tooltip content={definitionDe('Empreinte') ?? ''} relationship="description">
            <summary>Empreinte des données (SHA-256)</summary>
          </Tooltip>
          <Text as="p" font="monospace" size={200} style={{ overflowWrap: 'anywhere' }}>
            {empreinte}
          </Text>
        </details>
      )}
    </>
  );
}

/** Chaque voie que cet Excel permet ; la première est la bonne. */
function Voies({ fichier }: { readonly fichier: Fichier }) {
  const session = useSession();
  const { plateforme } = useEtat().excel;
  const bouton = (voie: Voie, premiere: boolean) => {
    const aspect = premiere ? 'primary' : 'secondary';
    switch (voie) {
      case 'telecharger':
        return <Telecharger fichier={fichier} aspect={aspect} />;
      case 'ouvrir':
        return (
          <Bouton {...(premiere && { aspect: 'primary' })} surClic={() => session.enregistrerSous(fichier)}>
            Ouvrir pour «&nbsp;Enregistrer sous&nbsp;»
          </Bouton>
        );
      case 'copier':
        return <Copie bouton="Copier le tableau" quoi="Tableau" texte={() => fichier.texte ?? ''} />;
    }
  };
  return (
    <ol className="pile">
      {voiesDe(plateforme, fichier).map(({ voie, aide }, i) => (
        <li key={voie} className="rang">
          {bouton(voie, i === 0)}
          {aide !== undefined && <span className="aide">{typographier(aide)}</span>}
        </li>
      ))}
    </ol>
  );
}
