import { Injectable, type OnModuleInit } from "@nestjs/common";
import { AttachmentOwners } from "../../files/attachment-owners.js";

/** Photographs of what a meter showed; they stand in the history of the meter. */
@Injectable()
export class MeterFiles implements OnModuleInit {
  constructor(private readonly owners: AttachmentOwners) {}

  onModuleInit(): void {
    this.owners.register("meter-reading", {
      label: "抄表读数",
      read: "billing:read",
      write: "billing:meters",
      kinds: { PHOTO: "表盘照片" },
      max: 5,
      find: async (tx, projectId, ownerId) => {
        const [row] = await tx.query<{ meter_id: string }[]>(
          "SELECT meter_id FROM meter_reading WHERE project_id = $1 AND id = $2",
          [projectId, ownerId],
        );
        return row && { entity: "meter", entityId: row.meter_id };
      },
    });
  }
}
