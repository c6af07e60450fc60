/** Le thème suit Office, à défaut le poste ; le vert de Clas se lit sur chaque fond. */
import { THEMES, aspectDe } from '../../src/volet/theme';

const poste =
  (...vrais: readonly string[]) =>
  (demande: string): boolean =>
    vrais.some((vrai) => demande.includes(vrai));

test.each<[string, readonly string[], string | undefined, string]>([
  ['poste clair, Office muet', [], undefined, 'clair'],
  ['poste sombre, Office muet', ['dark'], undefined, 'sombre'],
  ['Office sombre sur un poste clair', [], '#292929', 'sombre'],
  ['thème noir d’Office', [], '#0A0A0A', 'sombre'],
  ['thème gris foncé d’Office, sans dièse', [], '444444', 'sombre'],
  ['Office sans couleur lisible : celle du poste', ['dark'], '', 'sombre'],
  ['Office clair sur un poste sombre', ['dark'], '#FFFFFF', 'clair'],
  ['couleurs imposées sombres, quoi que dise Office', ['forced-colors', 'dark'], '#FFFFFF', 'sombre'],
  ['couleurs imposées claires, quoi que dise Office', ['forced-colors'], '#292929', 'clair'],
])('%s', (_, vrais, fond, attendu) => {
  expect(aspectDe(poste(...vrais), fond)).toBe(attendu);
});

/** Luminance relative (WCAG 2.2). */
function luminance(couleur: string): number {
  const [r = 0, v = 0, b = 0] = (couleur.match(/[0-9a-f]{2}/gi) ?? []).map((deux) => {
    const c = parseInt(deux, 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * v + 0.0722 * b;
}

const contraste = (a: string, b: string): number => {
  const [clair, sombre] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (clair + 0.05) / (sombre + 0.05);
};

test.each(['clair', 'sombre'] as const)('%s : le vert se lit à 4,5:1', (aspect) => {
  const t = THEMES[aspect]();
  for (const [texte, fond] of [
    [t.colorBrandForeground1, t.colorNeutralBackground1],
    [t.colorBrandForegroundLink, t.colorNeutralBackground1],
    [t.colorNeutralForegroundOnBrand, t.colorBrandBackground],
    [t.colorNeutralForegroundOnBrand, t.colorBrandBackgroundHover],
  ] as const)
    expect([texte, fond, contraste(texte, fond) >= 4.5]).toEqual([texte, fond, true]);
});
