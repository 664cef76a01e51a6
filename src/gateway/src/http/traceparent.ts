import { randomBytes } from 'node:crypto';

const form = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The W3C trace context to send on: the caller's trace with a span of ours, or a new trace. */
export function continueTrace(received: string | undefined): string {
  const [, trace, span, flags] = form.exec(received ?? '') ?? [];
  const ours = randomBytes(8).toString('hex');
  if (trace === undefined || /^0+$/.test(trace) || span === undefined || /^0+$/.test(span)) {
    return `00-${randomBytes(16).toString('hex')}-${ours}-00`;
  }
  return `00-${trace}-${ours}-${flags ?? '00'}`;
}
