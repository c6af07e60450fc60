/**
 * Ce que Fluent n'a pas : la mise à zéro, deux alignements (pile, rang), le haut qui reste, les jauges, la cascade.
 * De 320 px à 200 % de zoom, en clair, en sombre et en couleurs imposées.
 */
const STYLE = /* css */ `
  * {
    box-sizing: border-box;
  }
  :is(body, h1, h2, h3, p, dl, dd, ol, ul) {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  body {
    /* WebView2 ne montre la barre qu'au survol, sauf si elle est voulue */
    overflow-y: scroll;
  }
  .volet {
    display: flex;
    flex-direction: column;
    min-block-size: 100vh;
    overflow-wrap: break-word;
    background: var(--colorNeutralBackground2);
  }
  :is(header, footer, .tache, [role='tabpanel']) {
    padding: 8px;
  }
  :is(header, .haut) {
    background: var(--colorNeutralBackground1);
  }
  .haut {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
  }
  h1 {
    color: var(--colorBrandForeground1);
    font-size: 20px;
    line-height: 28px;
  }
  .onglets {
    display: flex;
    overflow: hidden;
    border-block-end: 1px solid var(--colorNeutralStroke2);
  }
  .onglets [role='tab'] {
    padding-inline: 4px;
  }
  .annonces {
    max-block-size: 40vh;
    overflow-y: auto;
  }
  .tache {
    animation: apparaitre 0s 250ms both;
  }
  @keyframes apparaitre {
    from {
      visibility: hidden;
      position: absolute;
    }
  }
  :is(.pile, [role='tabpanel']) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .rang {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }
  .serre {
    flex-wrap: nowrap;
    align-items: flex-start;
  }
  .milieu {
    align-items: center;
  }
  .fin {
    margin-inline-start: auto;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .montants > div {
    padding-block: 3px;
    border-block-end: 1px solid var(--colorNeutralStroke2);
  }
  .montant {
    display: grid;
    flex: 1;
    grid-template-columns: repeat(auto-fit, minmax(min(64px, 100%), 1fr));
    text-align: start;
  }
  .etapes {
    padding-inline-start: 18px;
    list-style: decimal;
  }
  .champs > * {
    flex: 1 1 130px;
  }
  .fui-MenuPopover.fui-MenuPopover {
    max-inline-size: calc(100vw - 8px);
  }
  .fui-Link {
    display: inline-block;
  }
  :is(.fui-Link, .fui-MessageBar, .fui-Checkbox__label, .fui-AccordionHeader) {
    overflow-wrap: anywhere;
  }
  .fui-MessageBar {
    grid-template-columns: auto minmax(0, 1fr) auto;
  }
  .avis {
    block-size: auto;
    min-block-size: 20px;
  }
  .fui-Field * {
    min-inline-size: 0;
  }
  .fui-Field :is(select, input) {
    inline-size: 100%;
  }
  :is(summary, .fui-Link, .fui-Field :is(select, input)) {
    min-block-size: 24px;
  }
  .aide {
    display: block;
    color: var(--colorNeutralForeground3);
    font-size: 12px;
    line-height: 16px;
  }
  .cache {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .barre {
    position: relative;
    display: flex;
    block-size: 10px;
    border: 1px solid var(--colorNeutralStrokeAccessible);
    border-radius: 5px;
    overflow: hidden;
  }
  .barre > i {
    position: absolute;
    inset-block: 0;
    border-inline-start: 2px solid var(--colorNeutralForeground1);
  }
  .palier > span {
    display: block;
    block-size: 12px;
  }
  .plein {
    background: var(--colorBrandForeground1);
    forced-color-adjust: none;
  }
  .clair {
    background: var(--colorBrandBackground2);
    outline: 1px solid var(--colorBrandForeground1);
    outline-offset: -1px;
  }
  .gris {
    background: var(--colorNeutralForeground3);
    forced-color-adjust: none;
  }
  .rouge {
    background: repeating-linear-gradient(135deg, var(--colorStatusDangerForeground1) 0 6px, transparent 6px 8px);
  }
  /* 320 px à 200 % de zoom : la place va au texte */
  @media (max-width: 240px) {
    [role='tabpanel'] {
      padding: 8px 4px;
    }
    .fui-Card.fui-Card {
      padding: 8px 4px;
    }
    .fui-MessageBar {
      padding-inline: 4px 0;
    }
    .fui-MessageBar > * {
      margin-inline: 0 2px;
      padding-inline: 0;
    }
    .fui-AccordionHeader__button {
      padding-inline: 0;
    }
    .fui-Checkbox__indicator.fui-Checkbox__indicator {
      margin-inline: 0 4px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation-duration: 0s !important;
    }
  }
`;

/** Pose cette feuille dans la page. */
export function poserStyle(page: Document): void {
  const feuille = new CSSStyleSheet();
  feuille.replaceSync(STYLE);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, feuille];
}
