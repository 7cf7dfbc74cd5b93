/** A place that takes what is dropped on it, and shows that it would. */
import { useState, type ReactNode, type Ref } from "react";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  over: {
    borderTopColor: tokens.colorBrandStroke1,
    borderRightColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderLeftColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorBrandBackground2,
  },
});

/** @param props.onDrop what was dropped; its data is gone when the call returns */
export function DropZone(props: {
  readonly className: string;
  readonly onDrop: (data: DataTransfer) => void;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
  readonly "data-testid": string;
}) {
  const { className, onDrop, children, ref } = props;
  const styles = useStyles();
  const [over, setOver] = useState(false);
  return (
    <div
      ref={ref}
      className={mergeClasses(className, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer);
      }}
      data-testid={props["data-testid"]}
    >
      {children}
    </div>
  );
}
