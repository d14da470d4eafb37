import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { Problem, Violation } from '@/api/common';
import type { LiveEvents } from '@/api/live';
import { aPortal } from './fixtures';

const departments = [
  { code: 'RD', name: 'Research' },
  { code: 'OPS', name: 'Operations' },
];
const people = [{ personNo: 'P0101', name: 'Li Lei', departmentCode: 'RD', clearance: 'SECRET', post: 'Engineer' }];
const cabinets = [{ code: 'CAB-101-1', roomCode: 'R-101', name: 'Left safe', maxLevel: 'SECRET' }];
const desks = [
  { code: 'D-101', roomCode: 'R-101', antennas: [1], version: 0 },
  { code: 'D-102', roomCode: 'R-102', antennas: [1], version: 0 },
];

/** The gateway as the pages see it: look-ups answer, lists are empty, and the stream is open and silent. */
export const server = setupServer(
  http.get('*/api/personnel/departments', () => HttpResponse.json({ items: departments })),
  http.get('*/api/personnel/people', () => HttpResponse.json({ items: people })),
  http.get('*/api/facilities/rooms', () => HttpResponse.json({ items: [{ code: 'R-101', name: 'Room 101' }] })),
  http.get('*/api/facilities/cabinets', () => HttpResponse.json({ items: cabinets })),
  http.get('*/api/facilities/desks', () => HttpResponse.json({ items: desks })),
  http.get('*/api/facilities/portals', () => HttpResponse.json({ items: [aPortal()] })),
  http.get('*/api/incidents', () => HttpResponse.json({ items: [] })),
  http.get('*/api/devices', () => HttpResponse.json({ items: [] })),
  http.get('*/api/carriers/exit-permits', () => HttpResponse.json({ items: [] })),
  http.get('*/api/live', () => new HttpResponse(new ReadableStream(), { headers: eventStream })),
);

const eventStream = { 'Content-Type': 'text/event-stream' };

export function problem(status: number, code: string, violations: Violation[] = []) {
  const body: Problem = { status, code, title: code, violations };
  return HttpResponse.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } });
}

/** A live stream the test speaks on. */
export function liveStream() {
  const encoder = new TextEncoder();
  let out: ReadableStreamDefaultController<Uint8Array> | undefined;
  let connections = 0;
  server.use(
    http.get('*/api/live', () => {
      connections += 1;
      return new HttpResponse(new ReadableStream<Uint8Array>({ start: (controller) => void (out = controller) }), {
        headers: eventStream,
      });
    }),
  );
  return {
    connections: () => connections,
    send<K extends keyof LiveEvents>(name: K, event: LiveEvents[K]) {
      out?.enqueue(encoder.encode(`event: ${name}\ndata: ${JSON.stringify(event)}\n\n`));
    },
    breakOff() {
      out?.close();
    },
  };
}
