/** Entry of the Phases tab; TensorBoard imports this module into an empty frame and calls `render`. */
import {render as renderInto} from 'preact';
import {server} from './source/data';
import {embedded} from './source/embedded';
import {followTheme} from './host/host';
import styles from './style.css';
import {App} from './views/app';

export function render(): void {
  const style = document.createElement('style');
  style.textContent = styles;
  document.head.append(style);
  document.title ||= 'Phases';
  document.documentElement.lang = 'en';
  followTheme();
  renderInto(<App source={embedded() ?? server} />, document.body);
}
