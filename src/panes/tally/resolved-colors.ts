/** A canvas cannot use CSS variables: the theme's colours as they stand at an element, renewed when the look changes. */
import { useEffect, useState, type RefObject } from "react";
import { tokens } from "@fluentui/react-components";

export interface ResolvedColors {
  readonly text: string;
  readonly line: string;
  readonly background: string;
  readonly done: string;
  readonly open: string;
  readonly overdue: string;
}

const NAMES = {
  text: tokens.colorNeutralForeground1,
  line: tokens.colorNeutralStroke2,
  background: tokens.colorNeutralBackground1,
  done: tokens.colorPaletteGreenForeground3,
  open: tokens.colorPaletteBlueBorderActive,
  overdue: tokens.colorPaletteRedBorderActive,
} as const;

/** "var(--colorX)" → "--colorX". */
const variable = (token: string) => token.slice(4, -1);

function resolve(element: Element): ResolvedColors {
  const style = getComputedStyle(element);
  const entries = Object.entries(NAMES).map(([name, token]) => [name, style.getPropertyValue(variable(token)).trim()]);
  return Object.fromEntries(entries) as unknown as ResolvedColors;
}

export function useResolvedColors(ref: RefObject<Element | null>): ResolvedColors | null {
  const [colors, setColors] = useState<ResolvedColors | null>(null);
  useEffect(() => {
    const element = ref.current;
    const provider = element?.closest("[data-look]");
    if (!element || !provider) return;
    setColors(resolve(element));
    const observer = new MutationObserver(() => setColors(resolve(element)));
    observer.observe(provider, { attributes: true, attributeFilter: ["data-look", "class"] });
    return () => observer.disconnect();
  }, [ref]);
  return colors;
}
