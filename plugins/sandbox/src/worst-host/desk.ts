// The host's own desk: the app asks for an agent, agents accept, return and close.
import { z } from 'zod';
import type { Account, Assignment, Thread } from './account.js';
import { done, refused, type Outcome } from './outcome.js';
import { Reference } from './sending.js';
import { openAssignment, tell, type WorstState } from './state.js';

const MAX_NOTE_BYTES = 2_048;
const Text = z.string().refine((text) => Buffer.byteLength(text) <= MAX_NOTE_BYTES, `more than ${MAX_NOTE_BYTES} bytes`);
const Open = z.object({ thread: z.string(), reference: Reference, note: Text.default('') });
const Note = z.object({ reference: Reference, text: Text });

/** A desk call's outcome, with what the ledger wants to know. */
export interface DeskResult {
  readonly outcome: Outcome;
  readonly thread: string | null;
  readonly reference: string | null;
  readonly assignment: bigint | null;
}

const bad = (message: string): DeskResult => ({ outcome: refused(400, 'bad_request', message), thread: null, reference: null, assignment: null });

/** Asks the host's agents to take a thread. */
export function open(state: WorstState, account: Account, body: unknown): DeskResult {
  const parsed = Open.safeParse(body);
  if (!parsed.success) return bad(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
  const { thread: name, reference, note } = parsed.data;
  const thread = account.threads.get(name);
  if (!thread) return { outcome: refused(404, 'unknown_thread', 'nobody has written in this thread'), thread: name, reference, assignment: null };
  const before = openAssignment(thread);
  if (before) {
    return { outcome: refused(409, 'already_assigned', 'this thread is with the agents already', { assignment: before.id }), thread: name, reference, assignment: before.id };
  }
  const assignment: Assignment = { id: state.nextId(), reference, note, state: 'waiting', agent: null, notes: [] };
  thread.assignments.push(assignment);
  account.assignments.set(assignment.id.toString(), { thread, assignment });
  return { outcome: done(201, { assignment: assignment.id, thread: name, state: 'waiting' }), thread: name, reference, assignment: assignment.id };
}

/** All assignments of a thread, oldest first. */
export function assignmentsOf(account: Account, name: unknown): Outcome {
  if (typeof name !== 'string') return refused(400, 'bad_request', 'thread is demanded');
  const thread = account.threads.get(name);
  return done(200, {
    assignments: (thread?.assignments ?? []).map((a) => ({ assignment: a.id, thread: name, reference: a.reference, state: a.state, agent: a.agent === null ? null : { ...a.agent } })),
  });
}

/** Adds a note that only agents see. */
export function addNote(state: WorstState, account: Account, id: string, body: unknown): DeskResult {
  const found = account.assignments.get(id);
  if (!found) return { outcome: refused(404, 'unknown_assignment', 'no such assignment'), thread: null, reference: null, assignment: null };
  const parsed = Note.safeParse(body);
  if (!parsed.success) return bad(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
  const note = { id: state.nextId(), ...parsed.data };
  found.assignment.notes.push(note);
  return { outcome: done(201, { note: note.id }), thread: found.thread.name, reference: note.reference, assignment: found.assignment.id };
}

/** Notes of an assignment with this reference, or all of them without one. */
export function notesOf(account: Account, id: string, reference: unknown): Outcome {
  const found = account.assignments.get(id);
  if (!found) return refused(404, 'unknown_assignment', 'no such assignment');
  return done(200, {
    notes: found.assignment.notes.filter((n) => reference === undefined || n.reference === reference).map((n) => ({ note: n.id, reference: n.reference, text: n.text })),
  });
}

/** Takes a waiting thread back from the desk. */
export function withdraw(account: Account, id: string): DeskResult {
  const found = account.assignments.get(id);
  if (!found) return { outcome: refused(404, 'unknown_assignment', 'no such assignment'), thread: null, reference: null, assignment: null };
  const { assignment, thread } = found;
  const facts = { thread: thread.name, reference: assignment.reference, assignment: assignment.id };
  if (assignment.state === 'accepted') return { outcome: refused(409, 'already_accepted', 'an agent was faster'), ...facts };
  if (assignment.state !== 'waiting') return { outcome: refused(409, 'not_open', `this assignment is ${assignment.state}`), ...facts };
  assignment.state = 'withdrawn';
  return { outcome: done(200, { assignment: assignment.id, thread: thread.name, state: 'withdrawn' }), ...facts };
}

/** What an agent does, through the control interface. Gives the reason when it is impossible, otherwise null. */
export function agentActs(
  state: WorstState, account: Account, thread: Thread, what: 'accept' | 'return' | 'close' | 'say', agent: { id: string; name: string }, text: string,
): string | null {
  const assignment = openAssignment(thread);
  if (!assignment) return 'this thread has no open assignment';
  if (what === 'accept' && assignment.state !== 'waiting') return 'this assignment is accepted already';
  if ((what === 'return' || what === 'say') && assignment.state !== 'accepted') return 'nobody has accepted this assignment';
  const facts = { assignment: assignment.id, agent: { ...agent } };
  if (what === 'say') {
    thread.messages.push({ id: state.nextId(), from: 'agent', reference: null, text, at: state.now() });
    tell(state, account, 'desk.said', thread.name, { ...facts, text });
    return null;
  }
  assignment.agent = agent;
  assignment.state = what === 'accept' ? 'accepted' : what === 'return' ? 'returned' : 'closed';
  tell(state, account, `desk.${assignment.state}`, thread.name, facts);
  return null;
}
