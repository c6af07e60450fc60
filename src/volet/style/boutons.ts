/** Les boutons, à l'aspect de ceux de Fluent : mêmes mesures, mêmes jetons, mêmes états. */
import { css } from './css';

export const BOUTONS = css`
  .bouton {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-inline-size: 96px;
    margin: 0;
    padding: 5px var(--spacingHorizontalM);
    border: 1px solid var(--colorNeutralStroke1);
    border-radius: var(--borderRadiusMedium);
    background: var(--colorNeutralBackground1);
    color: var(--colorNeutralForeground1);
    font: 600 var(--fontSizeBase300) / var(--lineHeightBase300) var(--fontFamilyBase);
    text-decoration: none;
    cursor: pointer;
    transition: 100ms ease;
    transition-property: background, border, color;
  }
  .bouton:hover {
    border-color: var(--colorNeutralStroke1Hover);
    background: var(--colorNeutralBackground1Hover);
  }
  .bouton:active {
    border-color: var(--colorNeutralStroke1Pressed);
    background: var(--colorNeutralBackground1Pressed);
  }
  .bouton.petit {
    min-inline-size: 64px;
    padding: 3px var(--spacingHorizontalS);
    font-size: var(--fontSizeBase200);
    font-weight: 400;
    line-height: var(--lineHeightBase200);
  }
  .bouton.primary {
    border-color: transparent;
    background: var(--colorBrandBackground);
    color: #fff;
  }
  .bouton.primary:hover {
    background: var(--colorBrandBackgroundHover);
  }
  .bouton.primary:active {
    background: var(--colorBrandBackgroundPressed);
  }
  .bouton.subtle {
    border-color: transparent;
    background: none;
    color: var(--colorNeutralForeground2);
  }
  .bouton.subtle:hover {
    background: var(--colorSubtleBackgroundHover);
  }
  .bouton.subtle:active {
    background: var(--colorSubtleBackgroundPressed);
  }
  .bouton.bouton[aria-disabled='true'] {
    border-color: var(--colorNeutralStrokeDisabled);
    background: var(--colorNeutralBackgroundDisabled);
    color: var(--colorNeutralForegroundDisabled);
    cursor: not-allowed;
  }
`;
