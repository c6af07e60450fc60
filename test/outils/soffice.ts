/** LibreOffice sans écran : convertit des fichiers, donc les recalcule. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { DELAI } from './attente';

/** `dossier` : où vit le profil jetable, un par appelant. */
export function soffice(dossier: string, format: string, sortie: string, fichiers: readonly string[]): void {
  const options = [
    '--headless',
    '--norestore',
    `-env:UserInstallation=file://${join(dossier, 'profil')}`,
    '--convert-to',
    format,
    '--outdir',
    sortie,
  ];
  execFileSync('soffice', [...options, ...fichiers], { stdio: 'pipe', timeout: 5 * DELAI });
}
