/** L’en-tête, les onglets, les annonces, le pied. */
import { css } from './css';

export const CADRE = css`
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
  .avis {
    margin: 8px 8px 0;
    padding: 6px 8px;
    border-inline-start: 4px solid var(--colorStatusWarningForeground1);
    background: var(--colorNeutralBackground1);
  }
  .haut {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
  }
  .onglets {
    flex-wrap: wrap;
    padding-inline: 4px;
    background: var(--colorNeutralBackground1);
    border-block-end: 1px solid var(--colorNeutralStroke2);
  }
  .onglets > button {
    padding-inline: 5px;
  }
  .onglets .fui-Tab__content {
    padding-inline: 0;
    font-size: 13px;
  }
  .pastille {
    margin-inline-start: 4px;
  }
  .comptes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(96px, 1fr));
    gap: 6px;
  }
  button.fui-Link {
    display: inline-block;
    min-block-size: 24px;
  }
  :is(.fui-Select, .fui-SearchBox, .fui-Input, .fui-Combobox) {
    inline-size: 100%;
    min-inline-size: 0;
  }
  :is(.fui-Select select, .fui-SearchBox input, .fui-Input input, .fui-Combobox input) {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 24px;
  }
  .deux > * {
    min-inline-size: 0;
  }
  .deux {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(130px, 100%), 1fr));
    gap: 8px;
  }
  [role='tabpanel'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 8px;
  }
  [role='tabpanel']:focus-visible {
    outline-offset: -2px;
  }
  .annonces {
    max-block-size: 40vh;
    overflow-y: auto;
  }
  .tache {
    display: grid;
    gap: 4px;
    padding: 8px 12px;
    background: var(--colorNeutralBackground3);
    color: var(--colorNeutralForeground2);
    animation: apparaitre 0s 250ms both;
  }
  @keyframes apparaitre {
    from {
      visibility: hidden;
      position: absolute;
    }
  }
`;
