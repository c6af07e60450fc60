/** Ôte du style du volet les blancs qui ne servent qu'à le lire ; l'espace devant « : » garde son sens de descendant. */
const serrer = (css) =>
  css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/;}/g, '}');

export default (source) => source.replace(/css`([^`]*)`/g, (_, css) => `css\`${serrer(css)}\``);
