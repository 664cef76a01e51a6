import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** The events of a stream, one by one. */
export async function* eventsOf(parts: AsyncIterable<string>): AsyncGenerator<EventSourceMessage> {
  const ready: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => ready.push(event) });
  for await (const part of parts) {
    parser.feed(part);
    yield* ready.splice(0);
  }
}
