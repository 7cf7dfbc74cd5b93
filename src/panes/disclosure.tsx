/** A heading that shows and hides what belongs to it; in the first load, where Fluent's Accordion would weigh 5 kB. */
import { useId, useState, type ReactNode } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";

const useStyles = makeStyles({
  head: {
    width: "100%",
    minWidth: 0,
    justifyContent: "flex-start",
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    paddingLeft: 0,
    gap: tokens.spacingHorizontalXS,
  },
});

export function Disclosure(props: {
  readonly heading: ReactNode;
  readonly openAtFirst: boolean;
  /** Shown whatever was pressed: something in it is asked for. */
  readonly wanted?: boolean;
  readonly testid: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const id = useId();
  const [pressed, setPressed] = useState(props.openAtFirst);
  const open = pressed || props.wanted === true;
  return (
    <div>
      <Button
        className={styles.head}
        appearance="transparent"
        icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setPressed(!open)}
        data-testid={props.testid}
      >
        {props.heading}
      </Button>
      <div id={id} hidden={!open}>
        {open ? props.children : null}
      </div>
    </div>
  );
}
