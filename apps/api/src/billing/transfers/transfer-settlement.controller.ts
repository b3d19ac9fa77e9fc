import { Controller, Get, HttpCode, Param, Post, StreamableFile } from "@nestjs/common";
import { TransferPath, TransferSettlementDto, TransferSheetDto, TransferSheetPath } from "@linli/contracts";
import { PassThrough } from "node:stream";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { writeTransferSheet } from "../prints/transfer-sheet.js";
import { TransferSettlements } from "./transfer-settlements.service.js";

/** The money of a transfer: what it will do, what it did, and the 过户结算单 of both sides. */
@Controller("projects/:projectId/transfers/:transferId")
export class TransferSettlementController {
  constructor(private readonly settlements: TransferSettlements) {}

  /** 过户结算：办结前为按今天账目的预览，办结后为最终结果 */
  @Get("settlement")
  @Requires("customer:read")
  one(@Param() { projectId, transferId }: TransferPath): Promise<TransferSettlementDto> {
    return this.settlements.one(projectId, transferId);
  }

  /** 过户结算单的内容（原业主或新业主一方） */
  @Get("sheets/:side")
  @Requires("customer:read")
  sheet(@Param() { projectId, transferId, side }: TransferSheetPath): Promise<TransferSheetDto> {
    return this.settlements.sheet(projectId, transferId, side);
  }

  /** 过户结算单 PDF，记入历史 */
  @Post("sheets/:side/pdf")
  @HttpCode(200)
  @Requires("customer:transfer")
  async pdf(
    @CurrentActor() actor: Actor,
    @Param() { projectId, transferId, side }: TransferSheetPath,
  ): Promise<StreamableFile> {
    const sheet = await this.settlements.print(actor, projectId, transferId, side);
    const out = new PassThrough();
    // A failure destroys `out`, which ends the answer: nobody takes half a page for a settlement.
    writeTransferSheet(sheet, out).catch((error: unknown) => out.destroy(error as Error));
    const disposition = `inline; filename="${sheet.number}-${side}.pdf"`;
    return new StreamableFile(out, { type: "application/pdf", disposition });
  }
}
