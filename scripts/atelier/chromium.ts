/** Un Chromium pour les images : celui qu'on désigne, celui du système, ou celui qui vient de npm. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

export async function lancerChromium(): Promise<Browser> {
  const donne = process.env['CLAS_CHROMIUM'] ?? '/usr/bin/chromium';
  if (existsSync(donne)) return chromium.launch({ executablePath: donne, args: ['--no-sandbox'] });
  const { default: empaquete } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await empaquete.executablePath(), args: empaquete.args });
}
