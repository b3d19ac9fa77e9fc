import { Injectable, type OnModuleInit } from "@nestjs/common";
import { dunningFileLabels, lawsuitFileLabels, promiseFileLabels } from "@linli/contracts";
import { type AttachmentOwner, AttachmentOwners } from "../../../files/attachment-owners.js";

/** What proves demands, promises and lawsuits: receipts of post, photographs, letters, rulings. */
@Injectable()
export class DunningFiles implements OnModuleInit {
  constructor(private readonly owners: AttachmentOwners) {}

  onModuleInit(): void {
    const rights = { read: "billing:read", write: "billing:dun" } as const;
    const register = (type: string, table: string, label: string, kinds: AttachmentOwner["kinds"]) =>
      this.owners.register(type, { label, ...rights, kinds, find: caseOf(table) });
    register("dunning-step", "dunning_step", "催缴记录", dunningFileLabels);
    register("dunning-promise", "dunning_promise", "还款承诺", promiseFileLabels);
    register("dunning-lawsuit", "dunning_lawsuit", "诉讼记录", lawsuitFileLabels);
  }
}

/** Its history is that of the case. */
const caseOf =
  (table: string): AttachmentOwner["find"] =>
  async (tx, projectId, ownerId) => {
    const [row] = await tx.query<{ caseId: string }[]>(
      `SELECT case_id AS "caseId" FROM ${table} WHERE project_id = $1 AND id = $2`,
      [projectId, ownerId],
    );
    return row && { entity: "dunning-case", entityId: row.caseId };
  };
