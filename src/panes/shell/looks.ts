/** Fluent's themes by look; the builds for browsers write them shorter (scripts/build/fluent-tables.cjs). */
import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from "@fluentui/react-components";

export const FLUENT = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme };
