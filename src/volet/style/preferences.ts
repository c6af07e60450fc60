/** Mouvements réduits et couleurs imposées. */
import { css } from './css';

export const PREFERENCES = css`
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
    .pastille {
      border: 1px solid;
    }
    .bouton:hover {
      border-color: Highlight;
      color: Highlight;
    }
    .bouton.primary {
      border-color: ButtonText;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .bouton.primary:hover {
      border-color: Highlight;
      background: HighlightText;
      color: Highlight;
    }
    .bouton.bouton[aria-disabled='true'] {
      border-color: GrayText;
      background: ButtonFace;
      color: GrayText;
      forced-color-adjust: none;
    }
  }
`;
