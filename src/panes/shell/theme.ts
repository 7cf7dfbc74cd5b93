/** The three looks and who chooses: the person, else Office's theme where the host tells it, else the system. */
import type { Theme } from "@fluentui/react-components";
import { FLUENT } from "./looks";

export const LOOKS = ["light", "dark", "contrast"] as const;
export type ThemeLook = (typeof LOOKS)[number];
/** What the switch offers. */
export const LOOK_CHOICES = ["auto", ...LOOKS] as const;
export type LookChoice = (typeof LOOK_CHOICES)[number];

/** Chinese faces first where the system has them; no font is ever fetched. */
const FONT =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

const own = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: FONT });

const THEMES: Readonly<Record<ThemeLook, Theme>> = {
  light: own(FLUENT.light),
  dark: own(FLUENT.dark),
  contrast: own(FLUENT.contrast),
};

export function themeOf(look: ThemeLook): Theme {
  return THEMES[look];
}

/** What the system asks for, by media queries; used where neither person nor host has chosen. */
export function systemLook(media: (query: string) => boolean): ThemeLook {
  if (media("(forced-colors: active)")) return "contrast";
  if (media("(prefers-color-scheme: dark)")) return "dark";
  return "light";
}

/**
 * Office's theme gives colours, not names: a dark body background means dark, black with white text means contrast.
 * @param background "#262626" of Office.context.officeTheme.bodyBackgroundColor
 */
export function lookOfBackground(background: string): ThemeLook | null {
  const match = /^#?([0-9a-f]{6})$/i.exec(background.trim());
  if (!match?.[1]) return null;
  const n = Number.parseInt(match[1], 16);
  const luminance = (0.2126 * (n >> 16) + 0.7152 * ((n >> 8) & 255) + 0.0722 * (n & 255)) / 255;
  if (n === 0) return "contrast";
  return luminance < 0.4 ? "dark" : "light";
}
