import { Injectable, type OnModuleInit } from "@nestjs/common";
import { areaChangeFileLabels } from "@linli/contracts";
import { AttachmentOwners } from "../../files/attachment-owners.js";
import { areaChangeDecided } from "../property.errors.js";

/**
 * The papers of a request for other areas, kept under the id of its approval and told in the history of the room. They
 * may change while the request waits; what was decided on stays.
 */
@Injectable()
export class AreaChangeFiles implements OnModuleInit {
  constructor(private readonly owners: AttachmentOwners) {}

  onModuleInit(): void {
    this.owners.register("area-change", {
      label: "面积变更",
      read: "property:read",
      write: "property:areas",
      kinds: areaChangeFileLabels,
      max: 10,
      find: async (tx, projectId, approvalId) => {
        const [row] = await tx.query<{ roomId: string }[]>(
          `SELECT subject_id AS "roomId" FROM approval WHERE project_id = $1 AND id = $2 AND kind = 'room.areas'`,
          [projectId, approvalId],
        );
        return row && { entity: "room", entityId: row.roomId };
      },
      accept: async (tx, projectId, approvalId) => {
        const [row] = await tx.query<{ status: string }[]>(
          "SELECT status FROM approval WHERE project_id = $1 AND id = $2 FOR UPDATE",
          [projectId, approvalId],
        );
        if (row?.status !== "PENDING") throw areaChangeDecided();
      },
    });
  }
}
