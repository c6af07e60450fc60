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
  .haut {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
  }
  .onglets {
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
  .annonces {
    max-block-size: 40vh;
    overflow-y: auto;
  }
  .annonces > * > * {
    padding: 8px 12px;
    border-block-end: 1px solid var(--colorNeutralStroke1);
    background: var(--colorNeutralBackground3);
  }
  .message {
    display: flex;
    gap: 8px;
  }
  .message .signe {
    margin-block-start: 2px;
  }
  .message.succes {
    border-color: var(--colorStatusSuccessBorder1);
    background: var(--colorStatusSuccessBackground1);
  }
  .message.echec {
    border-color: var(--colorStatusDangerBorder1);
    background: var(--colorStatusDangerBackground1);
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
