/** Keeps one broken pane from taking the whole app along: says so, offers to go on, and hands out diagnostics. */
import { Component, type ErrorInfo, type ReactNode } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";

interface Props {
  readonly children: ReactNode;
  readonly title: string;
  readonly body: string;
  readonly retry: string;
  readonly copy: string;
  /** Kinds of errors only, never cell text. */
  readonly onError: (name: string) => void;
  readonly onCopy: () => void;
}

interface State {
  readonly failed: boolean;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(error: unknown, _info: ErrorInfo): void {
    this.props.onError(error instanceof Error ? error.name : typeof error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Broken title={this.props.title} body={this.props.body}>
        <Button onClick={() => this.setState({ failed: false })}>{this.props.retry}</Button>
        <Button onClick={this.props.onCopy}>{this.props.copy}</Button>
      </Broken>
    );
  }
}

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Of nothing but what is there anyway: it is what is left when something else broke. */
function Broken(props: { readonly title: string; readonly body: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.root} data-testid="pane-error">
      <Text weight="semibold">{props.title}</Text>
      <Text>{props.body}</Text>
      <div className={styles.actions}>{props.children}</div>
    </div>
  );
}
