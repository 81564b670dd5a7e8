/** Whether a chart is on the screen, or near it. */
import {useEffect, useState} from 'preact/hooks';
import type {RefObject} from 'preact';

/** How far beyond the screen, in shares of its height. Of the document: else, in a frame, it would be that of the page around it. */
const MARGIN = '60%';

/** Followed live; false until it is known, true where that cannot be. */
export function useNear(ref: RefObject<Element | null>): boolean {
  const [isNear, setIsNear] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => setIsNear(entries.at(-1)!.isIntersecting), {root: document, rootMargin: `${MARGIN} 0px`});
    observer.observe(ref.current!);
    return () => observer.disconnect();
  }, []);
  return isNear;
}
