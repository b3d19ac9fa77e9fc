import { Controller, Get, Param, type StreamableFile } from "@nestjs/common";
import { PriceBoardDto, ProjectPath } from "@linli/contracts";
import { Requires } from "../../common/requires.js";
import { pdfAnswer } from "../../prints/pdf-answer.js";
import { writePriceBoard } from "./price-board-print.js";
import { PriceBoardQueries } from "./price-board.queries.js";

/** 价目表 (明码标价, LAW-16): everything that is charged, to be shown and printed. */
@Controller("projects/:projectId/price-board")
export class PriceBoardController {
  constructor(private readonly queries: PriceBoardQueries) {}

  /** 今日生效的价目表 */
  @Get()
  @Requires("billing:read")
  board(@Param() { projectId }: ProjectPath): Promise<PriceBoardDto> {
    return this.queries.board(projectId);
  }

  /** 价目表 PDF */
  @Get("pdf")
  @Requires("billing:read")
  async pdf(@Param() { projectId }: ProjectPath): Promise<StreamableFile> {
    const board = await this.queries.board(projectId);
    return pdfAnswer(`price-board-${board.date}.pdf`, (out) => writePriceBoard(board, out));
  }
}
