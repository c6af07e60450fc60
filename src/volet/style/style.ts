/**
 * L'aspect du volet, de 320 px à 200 % de zoom, en clair, en sombre et en couleurs imposées.
 * Une gravité se reconnaît à son signe et à son mot ; la couleur ne fait qu'aider.
 */
const css = String.raw;

const BASE = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  body {
    margin: 0;
    background: var(--colorNeutralBackground2);
    color: var(--colorNeutralForeground1);
    font: var(--fontSizeBase300) / var(--lineHeightBase300) var(--fontFamilyBase);
    overflow-wrap: break-word;
  }
  #volet {
    display: flex;
    flex-direction: column;
    min-block-size: 100vh;
  }
  #volet :focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: 2px;
  }
  #volet [tabindex='-1']:focus-visible:not([role='tab']) {
    outline-style: dashed;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }
  h2 {
    font-size: 15px;
    font-weight: 600;
  }
  h3 {
    font-size: var(--fontSizeBase300);
    font-weight: 600;
  }
  a,
  .lien {
    color: var(--colorBrandForeground1);
  }
  code {
    font-family: Consolas, 'Liberation Mono', monospace;
    font-size: 12px;
    overflow-wrap: anywhere;
  }
  .cache {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .aide {
    display: block;
    color: var(--colorNeutralForeground3);
    font-size: 12px;
    line-height: 16px;
  }
`;

const CADRE = css`
  header {
    display: flex;
    align-items: baseline;
    gap: 8px;
    padding: 10px 12px 4px;
    background: var(--colorNeutralBackground1);
  }
  h1 {
    font-size: 18px;
    line-height: 24px;
    font-weight: 700;
    color: var(--colorBrandForeground1);
  }
  header p {
    color: var(--colorNeutralForeground2);
    font-size: 12px;
    line-height: 16px;
  }
  main {
    display: flex;
    flex-direction: column;
    flex: 1;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 12px;
    padding: 10px 12px;
    color: var(--colorNeutralForeground3);
    font-size: 12px;
  }
  footer a {
    padding-block: 4px;
  }
  .onglets {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    padding-inline: 6px;
    background: var(--colorNeutralBackground1);
    border-block-end: 1px solid var(--colorNeutralStroke2);
  }
  .onglets button {
    position: relative;
    flex: 1 0 auto;
    min-block-size: 36px;
    padding: 4px 6px;
    border: 0;
    background: none;
    color: var(--colorNeutralForeground2);
    font: inherit;
    font-size: 13px;
    cursor: pointer;
  }
  .onglets button:hover {
    background: var(--colorSubtleBackgroundHover);
  }
  .onglets [aria-selected='true'] {
    color: var(--colorNeutralForeground1);
    font-weight: 600;
  }
  .onglets [aria-selected='true']::after {
    content: '';
    position: absolute;
    inset: auto 4px 0;
    border-block-end: 3px solid var(--colorBrandForeground1);
    border-radius: 2px;
  }
  #volet .onglets button:focus-visible {
    outline-offset: -3px;
  }
  .pastille {
    display: inline-block;
    min-inline-size: 18px;
    margin-inline-start: 4px;
    padding-inline: 4px;
    border-radius: 9px;
    background: var(--colorStatusDangerForeground1);
    color: light-dark(#fff, #1b0204);
    font-size: 11px;
    font-weight: 600;
    line-height: 18px;
  }
  [role='tabpanel'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 8px;
  }
  #volet [role='tabpanel']:focus-visible {
    outline-offset: -2px;
  }
  .annonces > * > * {
    margin: 8px 8px 0;
  }
  .annonces .fui-MessageBar {
    align-items: start;
    padding-block: 8px 2px;
    white-space: normal;
  }
  .tache {
    display: grid;
    gap: 4px;
    color: var(--colorNeutralForeground2);
    animation: apparaitre 0s 250ms both;
  }
  progress {
    inline-size: 100%;
    block-size: 3px;
    accent-color: var(--colorBrandForeground1);
  }
  @keyframes apparaitre {
    from {
      visibility: hidden;
      position: absolute;
    }
  }
`;

const BLOCS = css`
  section,
  details.section,
  [role='tabpanel'] > p {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 10px;
    border: 1px solid var(--colorNeutralStroke2);
    border-radius: var(--borderRadiusLarge);
    background: var(--colorNeutralBackground1);
  }
  [role='tabpanel'] > p.aide {
    padding: 0 2px;
    border: 0;
    background: none;
  }
  section > button {
    justify-self: start;
  }
  details.section {
    display: block;
  }
  details.section[open] > * {
    margin-block-end: 8px;
  }
  details.section > summary {
    min-block-size: 24px;
    cursor: pointer;
  }
  details.section h2 {
    display: inline;
  }
  .encart {
    border-inline-start-width: 4px;
  }
  .encart.pret {
    border-inline-start-color: var(--colorStatusSuccessForeground1);
  }
  .encart.bloque {
    border-inline-start-color: var(--colorStatusDangerForeground1);
  }
  .encart ul {
    padding-inline-start: 18px;
  }
  .gestes {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .gestes:empty {
    display: none;
  }
  h2:has(.signe),
  h3:has(.signe) {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .signe {
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .signe.bloquante {
    color: var(--colorStatusDangerForeground1);
  }
  .signe.alerte {
    color: var(--colorStatusWarningForeground3);
  }
  .signe.information {
    color: light-dark(#1f5fa8, #7db4f0);
  }
  .signe.succes {
    color: var(--colorStatusSuccessForeground1);
  }
  .montants > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    padding-block: 3px;
    border-block-end: 1px solid var(--colorNeutralStroke2);
  }
  .montants > div:last-child {
    border: 0;
  }
  .montants dd {
    margin-inline-start: auto;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .identite dt {
    color: var(--colorNeutralForeground3);
    font-size: 12px;
  }
  .identite dd {
    margin-block-end: 6px;
    overflow-wrap: anywhere;
  }
  .defile {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 12px;
  }
  caption {
    padding-block-end: 4px;
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: 4px 2px;
    border-block-end: 1px solid var(--colorNeutralStroke2);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    font-weight: 600;
  }
  td,
  thead th + th {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  tfoot > tr > * {
    border: 0;
    font-weight: 600;
  }
`;

const COMMANDES = css`
  .champ {
    display: grid;
    gap: 2px;
  }
  .champ label {
    font-size: 12px;
    color: var(--colorNeutralForeground2);
  }
  .deux {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
    gap: 8px;
  }
  select,
  input[type='search'],
  textarea {
    inline-size: 100%;
    min-block-size: 32px;
    padding: 4px 8px;
    border: 1px solid var(--colorNeutralStrokeAccessible);
    border-radius: var(--borderRadiusMedium);
    background: var(--colorNeutralBackground1);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }
  .interrupteur {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
    cursor: pointer;
  }
  .interrupteur input {
    appearance: none;
    position: relative;
    inline-size: 36px;
    block-size: 20px;
    margin: 2px;
    border: 1px solid var(--colorNeutralStrokeAccessible);
    border-radius: 10px;
    background: var(--colorNeutralBackground1);
    cursor: pointer;
  }
  .interrupteur input::before {
    content: '';
    position: absolute;
    inset: 3px auto 3px 3px;
    inline-size: 12px;
    border-radius: 50%;
    background: var(--colorNeutralStrokeAccessible);
    transition: translate 100ms;
  }
  .interrupteur input:checked {
    border-color: var(--colorBrandBackground);
    background: var(--colorBrandBackground);
  }
  .interrupteur input:checked::before {
    translate: 16px;
    background: #fff;
  }
  .comptes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(84px, 1fr));
    gap: 6px;
  }
  .comptes button {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 2px 4px;
    min-block-size: 44px;
    padding: 4px;
    border: 1px solid var(--colorNeutralStroke1);
    border-radius: var(--borderRadiusLarge);
    background: var(--colorNeutralBackground1);
    color: inherit;
    font: inherit;
    font-size: 12px;
    cursor: pointer;
  }
  .comptes button:hover {
    background: var(--colorNeutralBackground1Hover);
  }
  .comptes b {
    font-size: 16px;
  }
  .comptes span {
    flex-basis: 100%;
  }
  .comptes [aria-pressed='true'] {
    border-color: var(--colorBrandForeground1);
    background: var(--colorBrandBackground2);
    box-shadow: inset 0 -3px var(--colorBrandForeground1);
  }
  .lien {
    min-block-size: 24px;
    padding: 2px 0;
    border: 0;
    background: none;
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }
  .bouton {
    display: inline-block;
    padding: 5px 12px;
    border-radius: var(--borderRadiusMedium);
    background: var(--colorBrandBackground);
    color: #fff;
    font-weight: 600;
    text-decoration: none;
  }
  .bouton:hover {
    background: var(--colorBrandBackgroundHover);
  }
`;

const LISTES = css`
  .suite,
  .voies,
  .siennes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    list-style: none;
  }
  .suite > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .voies > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }
  .voies .champ {
    inline-size: 100%;
  }
  .siennes > li {
    display: flex;
    gap: 6px;
  }
  .siennes .signe {
    margin-block-start: 2px;
  }
  .fiche {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    padding: 6px 8px;
    border-inline-start: 3px solid var(--colorNeutralStrokeAccessible);
    border-radius: var(--borderRadiusSmall);
    background: var(--colorNeutralBackground2);
  }
  .fiche .aide {
    flex: 1;
  }
  .fiche.bloquante {
    border-color: var(--colorStatusDangerForeground1);
  }
  .fiche.alerte {
    border-color: var(--colorStatusWarningForeground3);
  }
  .fiche.information {
    border-color: light-dark(#1f5fa8, #7db4f0);
  }
  .montant {
    border-block-end: 1px solid var(--colorNeutralStroke2);
  }
  .montant:last-child {
    border: 0;
  }
  .montant summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-block-size: 28px;
    list-style: none;
    cursor: pointer;
  }
  .montant summary::-webkit-details-marker {
    display: none;
  }
  .montant summary::before {
    content: '';
    inline-size: 6px;
    block-size: 6px;
    margin-inline: 2px;
    border: solid var(--colorNeutralForeground3);
    border-width: 0 1.5px 1.5px 0;
    rotate: -45deg;
  }
  .montant[open] > summary::before {
    rotate: 45deg;
  }
  .montant summary:hover {
    background: var(--colorSubtleBackgroundHover);
  }
  .montant summary > i {
    color: var(--colorNeutralForeground3);
    font-size: 13px;
  }
  .montant summary > :nth-child(2) {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  .montant ol,
  .montant > p {
    display: grid;
    gap: 6px;
    margin-block-end: 8px;
    padding: 6px 8px 6px 24px;
    border-radius: var(--borderRadiusMedium);
    background: var(--colorNeutralBackground2);
    font-size: 13px;
  }
  .montant > p {
    padding-inline-start: 8px;
  }
  .montant li > * {
    display: block;
  }
  .jauge {
    display: grid;
    gap: 4px;
    font-size: 13px;
  }
  .trop {
    color: light-dark(var(--colorStatusDangerForeground1), #f1989d);
    font-style: normal;
    font-weight: 600;
  }
  .barre {
    position: relative;
    block-size: 10px;
    border: 1px solid var(--colorNeutralStrokeAccessible);
    border-radius: 5px;
    overflow: hidden;
  }
  .barre span {
    display: block;
    block-size: 100%;
    background: var(--colorBrandForeground1);
  }
  .barre.depassee span {
    background: repeating-linear-gradient(
      135deg,
      var(--colorStatusDangerForeground1) 0 6px,
      var(--colorNeutralBackground1) 6px 8px
    );
  }
  .barre i {
    position: absolute;
    inset-block: 0;
    border-inline-start: 2px solid var(--colorNeutralForeground1);
  }
`;

const PREFERENCES = css`
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation-duration: 0s !important;
    }
  }
  @media (forced-colors: active) {
    .signe.signe {
      color: CanvasText;
    }
    .barre span,
    .interrupteur input:checked::before {
      background: Highlight;
      forced-color-adjust: none;
    }
    .interrupteur input::before {
      background: ButtonText;
      forced-color-adjust: none;
    }
    .comptes [aria-pressed='true'] {
      border: 3px solid Highlight;
    }
    .onglets [aria-selected='true']::after {
      border-color: Highlight;
    }
    .pastille,
    .bouton {
      border: 1px solid;
    }
  }
`;

export const STYLE = BASE + CADRE + BLOCS + COMMANDES + LISTES + PREFERENCES;
