/** Entry of the Phases tab; TensorBoard imports this module into an empty frame and calls `render`. */
import {render as renderInto} from 'preact';
import {followTheme} from './host/host';
import {server} from './source/data';
import {embedded} from './source/embedded';
import {App} from './views/app';
import styles from './style.css';

export function render(): void {
  const style = document.createElement('style');
  style.textContent = styles;
  document.head.append(style);
  document.title ||= 'Phases';
  document.documentElement.lang = 'en';
  followTheme();
  renderInto(<App source={embedded() ?? server} />, document.body);
}
