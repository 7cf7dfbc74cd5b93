/**
 * Starts a surface: draws the opening view, loads what it needs, and draws what that makes. What fails ends in a sentence
 * with a way on; a press begins anew.
 */
import type { ReactNode } from "react";
import type { Root } from "react-dom/client";
import { Opening } from "./opening";
import type { ThemeLook } from "./theme";

/**
 * @param look colours of the opening view
 * @param begin loads and makes the surface; null where it has shown something else itself. Called again after a failure,
 * and must really try again then.
 */
export async function startUp(
  root: Root,
  look: () => ThemeLook,
  begin: () => Promise<ReactNode | null>,
): Promise<void> {
  let turn = 0;
  const attempt = async (): Promise<void> => {
    const mine = (turn += 1);
    const again = () => void attempt();
    root.render(<Opening key={mine} look={look()} onRetry={again} />);
    try {
      const made = await begin();
      if (mine === turn) root.render(made);
    } catch (error) {
      // For whoever looks into it; the person gets a sentence and a button.
      window.console.error(error);
      if (mine === turn) root.render(<Opening look={look()} failed onRetry={again} />);
    }
  };
  await attempt();
}
