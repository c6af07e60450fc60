/**
 * Écrit `licences.txt` à côté de ce qui se publie : chaque paquet d'autrui dont un module y entre, et ses conditions.
 * license-webpack-plugin en oublie (les modules réunis du premier script) et se tait : on lit donc soi-même la liste de webpack.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Celles que la nôtre, MIT, admet à côté d'elle sans autre devoir que de les citer. */
const ADMISES = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];
const PAQUET = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;
const TEXTE = /^licen[cs]e/i;
/** Ces paquets ne portent pas leur texte : c'est celui d'un autre, du même éditeur, sous la même licence. */
const TEXTE_AILLEURS = { '@fluentui/react-icons': '@fluentui/react-components' };

function notice(dossier) {
  const { name, version, license } = JSON.parse(readFileSync(join(dossier, 'package.json'), 'utf8'));
  if (!ADMISES.includes(license))
    throw new Error(`${name} : licence « ${license} » à examiner avant de publier.`);
  const ailleurs = TEXTE_AILLEURS[name];
  const lieu = ailleurs ? join(dossier.slice(0, -name.length), ailleurs) : dossier;
  const fichier = readdirSync(lieu).find((nom) => TEXTE.test(nom));
  if (!fichier) throw new Error(`${name} : le texte de sa licence manque.`);
  return `${name} ${version} — ${license}\n\n${readFileSync(join(lieu, fichier), 'utf8').trim()}\n`;
}

/** Les fichiers d'un module, ou de tous ceux que webpack a réunis en lui. */
const fichiersDe = (module) => (module.modules ?? [module]).map(({ resource }) => resource ?? '');

export class Licences {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('Licences', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'Licences', stage }, () => {
        const dossiers = [...compilation.modules]
          .flatMap(fichiersDe)
          .map((fichier) => PAQUET.exec(fichier)?.[0])
          .filter(Boolean);
        const notices = [...new Set(dossiers)].map(notice).sort();
        compilation.emitAsset('licences.txt', new sources.RawSource(notices.join(`\n${'-'.repeat(80)}\n\n`)));
      });
    });
  }
}
