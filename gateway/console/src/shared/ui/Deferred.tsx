import { Component, type ReactNode, Suspense } from 'react';
import { ProblemAlert } from './ProblemAlert';

/** Around a part that is loaded when it is first needed: should it not come, that is said in its place, and the rest stays. */
export class Deferred extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error) return <ProblemAlert error={this.state.error} onRetry={() => window.location.reload()} />;
    return <Suspense fallback={null}>{this.props.children}</Suspense>;
  }
}
