/** The width a chart may have. */
import {useEffect, useRef, useState} from 'preact/hooks';
import type {RefObject} from 'preact';

/** Width of the element in whole pixels, followed live; `fallback` until it is known. */
export function useWidth<T extends Element>(fallback: number): [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(fallback);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry!.contentRect.width);
      // A frame whose tab is hidden has no size; drawing for it would only flicker on return.
      if (measured > 0) setWidth(measured);
    });
    observer.observe(ref.current!);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
