/**
 * Une construction est-elle encore celle de ses sources ? La seule réponse, pour la commande, l'atelier, les mesures et
 * les essais : l'empreinte de ce qu'elle a lu, écrite à côté d'elle. Une date mentirait après une copie ou un changement de branche.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Empreinte de fichiers et de dossiers, noms et contenus. @param {readonly string[]} chemins @param {string} [racine] */
export function empreinteDe(chemins, racine = '.') {
  const empreinte = createHash('sha256');
  const ajouter = (chemin) => {
    const complet = join(racine, chemin);
    if (statSync(complet).isDirectory()) {
      for (const nom of readdirSync(complet).sort()) ajouter(`${chemin}/${nom}`);
    } else empreinte.update(chemin).update('\0').update(readFileSync(complet)).update('\0');
  };
  chemins.forEach(ajouter);
  return empreinte.digest('hex').slice(0, 16);
}

const temoin = (sortie) => `${sortie}.empreinte`;

/** @param {string} sortie @param {string} empreinte */
export const estFraiche = (sortie, empreinte) =>
  existsSync(sortie) && existsSync(temoin(sortie)) && readFileSync(temoin(sortie), 'utf8') === empreinte;

/** @param {string} sortie @param {string} empreinte */
export const noterFraiche = (sortie, empreinte) => writeFileSync(temoin(sortie), empreinte);
