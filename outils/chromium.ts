/**
 * Le seul lanceur de Chromium : celui que npm installe, partout le même ; un autre quand CLAS_CHROMIUM le désigne.
 * Des options que ce paquet propose pour ses serveurs, aucune : `--single-process` meurt au second contexte, et
 * `--disable-web-security` rendrait sans objet les essais de la politique de contenu.
 */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Chemin du navigateur. @throws Error quand CLAS_CHROMIUM désigne un fichier absent. */
export async function cheminDuChromium(): Promise<string> {
  const designe = process.env['CLAS_CHROMIUM'];
  if (designe !== undefined && designe !== '') {
    if (!existsSync(designe)) throw new Error(`CLAS_CHROMIUM : « ${designe} » n’existe pas.`);
    return designe;
  }
  const { default: empaquete } = await import('@sparticuz/chromium');
  return empaquete.executablePath();
}

/** Sans bac à sable : en conteneur et en intégration continue, le compte est administrateur. */
export const lancerChromium = async (timeout?: number): Promise<Browser> =>
  chromium.launch({
    executablePath: await cheminDuChromium(),
    args: ['--no-sandbox', '--headless'],
    ...(timeout !== undefined && { timeout }),
  });
