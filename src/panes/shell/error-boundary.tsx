/** Keeps one broken pane from taking the whole app along: says so, offers to go on, and hands out diagnostics. */
import { Component, type ErrorInfo, type ReactNode } from "react";
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";

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
      <MessageBar intent="error" layout="multiline" data-testid="pane-error">
        <MessageBarBody>
          <MessageBarTitle>{this.props.title}</MessageBarTitle>
          {this.props.body}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => this.setState({ failed: false })}>{this.props.retry}</Button>
          <Button onClick={this.props.onCopy}>{this.props.copy}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
