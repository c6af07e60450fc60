/** Ouvre l'adresse dans le navigateur du poste, là où il y en a un. */
import { spawn } from 'node:child_process';

const COMMANDES: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  win32: ['cmd', '/c', 'start', ''],
  darwin: ['open'],
  linux: ['xdg-open'],
};

/** Faux en intégration continue et sur un Linux sans écran : l'adresse imprimée suffit. */
function unEcran(): boolean {
  if (process.env['CI']) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

export function ouvrirNavigateur(adresse: string): void {
  const commande = COMMANDES[process.platform];
  if (!commande || !unEcran()) return;
  const [programme, ...arguments_] = commande;
  const enfant = spawn(programme, [...arguments_, adresse], { stdio: 'ignore', detached: true });
  enfant.on('error', () => undefined);
  enfant.unref();
}
