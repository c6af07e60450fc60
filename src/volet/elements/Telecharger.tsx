/** Le lien qui enregistre un fichier que Clas vient de faire ; rien ne part ailleurs. */
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Fichier } from '../etat';

const TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
  zip: 'application/zip',
};

/** Adresse locale du fichier, rendue quand il change ou disparaît. */
function useAdresse({ nom, octets }: Fichier): string | undefined {
  const [adresse, poser] = useState<string>();
  useEffect(() => {
    const type = TYPES[nom.replace(/^.*\./, '')] ?? 'application/octet-stream';
    const url = URL.createObjectURL(new Blob([new Uint8Array(octets)], { type }));
    poser(url);
    return () => URL.revokeObjectURL(url);
  }, [nom, octets]);
  return adresse;
}

interface Props {
  readonly fichier: Fichier;
  readonly aspect?: 'primary' | 'secondary';
  readonly petit?: boolean;
  /** Plusieurs fichiers côte à côte se nomment. */
  readonly nomme?: boolean;
}

export const Telecharger = ({ fichier, aspect = 'secondary', petit = false, nomme = false }: Props) => (
  <Button
    as="a"
    appearance={aspect}
    size={petit ? 'small' : 'medium'}
    href={useAdresse(fichier)}
    download={fichier.nom}
  >
    Télécharger{nomme && ` ${fichier.nom}`}
  </Button>
);
