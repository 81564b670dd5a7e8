/** The one cursor of all panels. Moving it calls its listeners; no panel is drawn again. */
import {useEffect} from 'preact/hooks';

export interface CursorPlace {
  /** Probe step of the run that is pointed at; other runs show their nearest one. */
  step: number;
  /** Key of the panel that is pointed at. */
  panel: string;
  /** The run whose chart is pointed at; undefined: the one in focus. */
  run?: string;
  /** What of several lines is pointed at, and its value there. */
  line?: {name: string; run?: string; value: string};
  /** Whether it was moved by key, and should be read aloud. */
  byKey: boolean;
}

type Listener = (place: CursorPlace | null) => void;

export class Cursor {
  private place: CursorPlace | null = null;
  private readonly listeners = new Set<Listener>();

  get current(): CursorPlace | null {
    return this.place;
  }

  move(place: CursorPlace | null): void {
    if (isSame(place, this.place)) return;
    this.place = place;
    for (const listener of this.listeners) listener(place);
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}

/** Calls `show` with the cursor's place, now and whenever it moves, until one of `inputs` is another. */
export function useCursor(cursor: Cursor, show: Listener, inputs: unknown[] = []): void {
  useEffect(() => {
    show(cursor.current);
    return cursor.subscribe(show);
  }, [cursor, ...inputs]);
}

function isSame(one: CursorPlace | null, two: CursorPlace | null): boolean {
  return one?.step === two?.step && one?.panel === two?.panel && one?.run === two?.run && one?.line?.name === two?.line?.name;
}
