/** TensorBoard's message protocol between a plugin's frame and the page around it. */

interface Message {
  type: string;
  id: number;
  payload: unknown;
  error: string | null;
  isReply: boolean;
}

type Listener = (payload: unknown) => void;

/**
 * Opens the channel to TensorBoard and calls `listeners[type]` for every message of that type.
 *
 * Outside TensorBoard nothing ever arrives, and the page works without.
 */
export function connectToTensorBoard(listeners: Record<string, Listener>): void {
  if (window.parent === window) return;
  const channel = new MessageChannel();
  channel.port1.onmessage = (event: MessageEvent<string>) => {
    const message = JSON.parse(event.data) as Message;
    if (message.isReply) return;
    listeners[message.type]?.(message.payload);
    // TensorBoard waits for a reply to each message it sends.
    const reply: Message = {type: message.type, id: message.id, payload: null, error: null, isReply: true};
    channel.port1.postMessage(JSON.stringify(reply));
  };
  window.parent.postMessage('experimental.bootstrap', '*', [channel.port2]);
}
