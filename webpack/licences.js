/**
 * Écrit à côté de ce qui se publie ce qu'il doit à d'autres : `licences.txt`, leurs conditions, et `sbom.cdx.json`, leur
 * nomenclature. Les greffons existants oublient les modules réunis du premier script et se taisent : la liste est donc
 * lue ici même, dans ce que webpack a réuni, une fois pour les deux.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { composerNomenclature } from './nomenclature.js';

/** Celles que la nôtre, MIT, admet à côté d'elle sans autre devoir que de les citer. */
const ADMISES = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Zlib'];
/** « (MIT OR GPL-3.0) » : une au choix suffit ; « (MIT AND Zlib) » : toutes. */
const estAdmise = (licence) =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choix) => choix.split(' AND ').every((l) => ADMISES.includes(l)));
const PAQUET = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;
const TEXTE = /^licen[cs]e/i;
/** Ces paquets ne portent pas leur texte : c'est celui d'un autre, du même éditeur, sous la même licence. */
const TEXTE_AILLEURS = { '@fluentui/react-icons': '@fluentui/react-components' };

const lireJson = (chemin) => JSON.parse(readFileSync(chemin, 'utf8'));

function notice({ dossier, paquet: { name, version, license } }) {
  if (!estAdmise(license)) throw new Error(`${name} : licence « ${license} » à examiner avant de publier.`);
  const ailleurs = TEXTE_AILLEURS[name];
  const lieu = ailleurs ? join(dossier.slice(0, -name.length), ailleurs) : dossier;
  const fichier = readdirSync(lieu).find((nom) => TEXTE.test(nom));
  if (!fichier) throw new Error(`${name} : le texte de sa licence manque.`);
  return `${name} ${version} — ${license}\n\n${readFileSync(join(lieu, fichier), 'utf8').trim()}\n`;
}

/** Les fichiers d'un module, ou de tous ceux que webpack a réunis en lui. */
const fichiersDe = (module) => (module.modules ?? [module]).map(({ resource }) => resource ?? '');

function livres(modules, racine) {
  const dossiers = [...modules].flatMap(fichiersDe).map((fichier) => PAQUET.exec(fichier)?.[0]);
  const { packages } = lireJson(join(racine, 'package-lock.json'));
  const trouves = [...new Set(dossiers.filter(Boolean))].map((dossier) => ({
    dossier,
    paquet: lireJson(join(dossier, 'package.json')),
    integrite: packages[relative(racine, dossier).replaceAll('\\', '/')]?.integrity,
  }));
  // npm peut ranger un même paquet, de même version, à plusieurs endroits
  return [...new Map(trouves.map((l) => [`${l.paquet.name}@${l.paquet.version}`, l])).values()];
}

export class Licences {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const racine = compiler.context;
    compiler.hooks.thisCompilation.tap('Licences', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'Licences', stage }, () => {
        const paquets = livres(compilation.modules, racine);
        const ecrire = (nom, texte) => compilation.emitAsset(nom, new sources.RawSource(texte));
        ecrire(
          'licences.txt',
          paquets
            .map(notice)
            .sort()
            .join(`\n${'-'.repeat(80)}\n\n`),
        );
        ecrire('sbom.cdx.json', composerNomenclature(lireJson(join(racine, 'package.json')), paquets));
      });
    });
  }
}
