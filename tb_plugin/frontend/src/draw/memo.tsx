/** A component that is drawn again only when one of its properties is another object. */
import {Component} from 'preact';
import type {FunctionComponent} from 'preact';

export function memo<Props extends object>(Drawn: FunctionComponent<Props>): new (props: Props) => Component<Props> {
  return class extends Component<Props> {
    shouldComponentUpdate(next: Props): boolean {
      const keys = new Set([...Object.keys(this.props), ...Object.keys(next)]) as Set<keyof Props>;
      return [...keys].some((key) => this.props[key] !== next[key]);
    }

    render(props: Props) {
      return <Drawn {...props} />;
    }
  };
}
