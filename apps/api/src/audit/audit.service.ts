import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { clientOf, copyInto, copyRow, copyValues } from "../database/copy.js";
import { auditIdAt } from "./audit-id.js";
import { AuditLog } from "./audit-log.entity.js";

/** One change to be remembered. */
export interface AuditEntry {
  projectId: string;
  /** Verb, e.g. `room.update`. */
  action: string;
  entity: string;
  entityId: string;
  /** A sentence in Chinese for timelines, e.g. 修改房间 1-1-101. */
  summary: string;
  /** State before; with `after`, only the fields that differ are kept. */
  before?: object | null;
  after?: object | null;
  success?: boolean;
}

/** More rows than this are written by COPY. */
const MANY = 50;

const COLUMNS = [
  "project_id",
  "id",
  "at",
  "user_id",
  "user_name",
  "ip",
  "request_id",
  "action",
  "entity",
  "entity_id",
  "summary",
  "before",
  "after",
  "success",
];

/** Writes audit rows in the transaction of the change itself. Sensitive values must be masked by the caller. */
@Injectable()
export class AuditService {
  constructor(private readonly clock: Clock) {}

  async record(tx: EntityManager, actor: Actor, ...entries: AuditEntry[]): Promise<void> {
    if (entries.length > MANY) return this.recordMany(tx, actor, entries);
    const at = this.clock.now();
    const rows = entries.map((entry) => ({
      ...entry,
      ...difference(entry.before, entry.after),
      success: entry.success ?? true,
      id: auditIdAt(at),
      at,
      userId: actor.userId,
      userName: actor.name,
      ip: actor.ip,
      requestId: actor.requestId,
    }));
    if (rows.length > 0) await tx.insert(AuditLog, rows as never);
  }

  /** The same for thousands of entries at one go, made while they are written. */
  async recordMany(tx: EntityManager, actor: Actor, entries: Iterable<AuditEntry>): Promise<void> {
    await copyInto(await clientOf(tx), "audit_log", COLUMNS, this.rowsOf(actor, entries));
  }

  private *rowsOf(actor: Actor, entries: Iterable<AuditEntry>): Generator<string> {
    const at = this.clock.now();
    const who = copyValues([at.toISOString(), actor.userId, actor.name, actor.ip, actor.requestId]);
    for (const { projectId, action, entity, entityId, summary, ...entry } of entries) {
      const { before, after } = differenceText(entry.before, entry.after);
      const what = copyRow([action, entity, entityId, summary, before, after, entry.success ?? true]);
      yield `${projectId}\t${auditIdAt(at)}\t${who}\t${what}`;
    }
  }
}

/** Keeps the fields whose value differs; a creation keeps all of `after`, a removal all of `before`. */
export function difference(
  before: object | null | undefined,
  after: object | null | undefined,
): { before: Record<string, unknown> | null; after: Record<string, unknown> | null } {
  const [old, now] = [before, after].map((state) =>
    state ? (JSON.parse(JSON.stringify(state)) as Record<string, unknown>) : null,
  );
  if (!old || !now) return { before: old ?? null, after: now ?? null };
  const changed = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (key) => JSON.stringify(old[key] ?? null) !== JSON.stringify(now[key] ?? null),
  );
  const pick = (state: Record<string, unknown>) => Object.fromEntries(changed.map((key) => [key, state[key] ?? null]));
  return { before: pick(old), after: pick(now) };
}

/** The same as JSON text. */
function differenceText(before: object | null | undefined, after: object | null | undefined) {
  const text = (state: object | null | undefined) => (state ? JSON.stringify(state) : null);
  if (!before || !after) return { before: text(before), after: text(after) };
  const changed = difference(before, after);
  return { before: text(changed.before), after: text(changed.after) };
}
