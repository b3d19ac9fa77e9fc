import type { EInvoiceEventKind } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { newId } from "../../common/ids.js";
import { EInvoiceEvent } from "./e-invoice-event.entity.js";

/** Notes what happened to an invoice, in the transaction in which it did. */
export async function noteEvent(
  tx: EntityManager,
  by: Pick<Actor, "userId" | "name">,
  at: Date,
  event: { projectId: string; invoiceId: string; kind: EInvoiceEventKind; message: string | null },
): Promise<void> {
  await tx.insert(EInvoiceEvent, { ...event, id: newId(), createdAt: at, byId: by.userId, byName: by.name });
}
