/**
 * La nomenclature (SBOM) de ce qui se publie, au format CycloneDX : les paquets mêmes dont `licences.txt` donne les
 * conditions, avec l'empreinte que le fichier de verrou leur connaît. Ni date ni numéro tiré : même contenu, mêmes octets.
 */
import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';

const { FromNodePackageJson, License } = Contrib;
const constructeur = new FromNodePackageJson.Builders.ComponentBuilder(
  new FromNodePackageJson.Factories.ExternalReferenceFactory(),
  new License.Factories.LicenseFactory(),
);

const adresse = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** « sha512-… » du verrou, en hexadécimal. */
const empreinte = (integrite) => Buffer.from(integrite.slice('sha512-'.length), 'base64').toString('hex');

/** « (MIT OR GPL-3.0) » : plusieurs licences, au choix ou ensemble. */
const EXPRESSION = / (?:OR|AND) /;

function composant(paquet, genre, integrite) {
  // les moteurs qu'un paquet demande ne sont pas ceux du navigateur où il finit
  const cree = constructeur.makeComponent({ ...paquet, engines: undefined }, genre);
  if (EXPRESSION.test(paquet.license)) {
    cree.licenses.clear();
    cree.licenses.add(new Models.LicenseExpression(paquet.license));
  }
  cree.purl = adresse(paquet);
  cree.bomRef.value = cree.purl;
  if (integrite) cree.hashes.set(Enums.HashAlgorithm['SHA-512'], empreinte(integrite));
  return cree;
}

/**
 * @param {object} produit notre package.json
 * @param {readonly { paquet: object, integrite: string }[]} livres ceux dont un module se publie
 */
export function composerNomenclature(produit, livres) {
  const bom = new Models.Bom();
  bom.metadata.component = composant(produit, Enums.ComponentType.Application);
  for (const { paquet, integrite } of livres) {
    const cree = composant(paquet, Enums.ComponentType.Library, integrite);
    bom.components.add(cree);
    bom.metadata.component.dependencies.add(cree.bomRef);
  }
  const normaliseurs = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(normaliseurs).serialize(bom, { sortLists: true, space: 2 })}\n`;
}
