/** The look a person chose, kept where the browser keeps anything, and that of the system. */
import { useEffect, useState } from "react";
import { LOOK_CHOICES, systemLook, type ThemeLook, type LookChoice } from "./theme";

const LOOK_KEY = "taizhang.look";

export function storedLook(): LookChoice {
  try {
    const stored = window.localStorage.getItem(LOOK_KEY);
    return LOOK_CHOICES.find((choice) => choice === stored) ?? "auto";
  } catch (error) {
    // Storage may be refused altogether (file://, partitioned frames): the look is then not remembered.
    if (!(error instanceof DOMException)) throw error;
    return "auto";
  }
}

export function storeLook(choice: LookChoice): void {
  try {
    window.localStorage.setItem(LOOK_KEY, choice);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

const LOOK_QUERIES = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];

export function useSystemLook(): ThemeLook {
  const read = () => systemLook((query) => window.matchMedia(query).matches);
  const [look, setLook] = useState<ThemeLook>(read);
  useEffect(() => {
    const queries = LOOK_QUERIES.map((query) => window.matchMedia(query));
    const listen = () => setLook(read());
    for (const query of queries) query.addEventListener("change", listen);
    return () => {
      for (const query of queries) query.removeEventListener("change", listen);
    };
  }, []);
  return look;
}
