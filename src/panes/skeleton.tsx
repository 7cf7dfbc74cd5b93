/** Where something will stand: grey bars, and what is being done in words. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  root: { width: "100%", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, textAlign: "start" },
  label: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  bar: {
    height: "12px",
    width: "100%",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    "@media (forced-colors: active)": { outline: "1px solid GrayText" },
    "@media (prefers-reduced-motion: no-preference)": {
      animationName: { from: { opacity: 1 }, "50%": { opacity: 0.45 }, to: { opacity: 1 } },
      animationDuration: "1.6s",
      animationIterationCount: "infinite",
    },
  },
  middle: { width: "82%" },
  short: { width: "46%" },
});

export function Skeleton(props: { readonly label: string }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.label}>{props.label}</span>
      {[undefined, styles.middle, styles.short].map((width, line) => (
        <div key={line} className={mergeClasses(styles.bar, width)} aria-hidden />
      ))}
    </div>
  );
}
