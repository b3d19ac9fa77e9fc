import { Injectable, type OnModuleInit } from "@nestjs/common";
import { transferDocumentLabels, type TransferStatus } from "@linli/contracts";
import { AttachmentOwners, rowOf } from "../../files/attachment-owners.js";
import { transferOf } from "./transfer-facts.js";
import { transferFilesClosed } from "./transfers.errors.js";

/** The files of a transfer: proof, identity, agreements. They stay as they are once it is done. */
@Injectable()
export class TransferFiles implements OnModuleInit {
  constructor(private readonly owners: AttachmentOwners) {}

  onModuleInit(): void {
    this.owners.register("transfer", {
      label: "过户",
      read: "customer:read",
      write: "customer:transfer",
      kinds: transferDocumentLabels,
      find: rowOf("room_transfer", "transfer"),
      accept: async (tx, projectId, ownerId) => {
        const { status } = await transferOf(tx, projectId, ownerId, { lock: true });
        if (status !== "DRAFT" && status !== "SETTLING") throw transferFilesClosed(status as TransferStatus);
      },
    });
  }
}
