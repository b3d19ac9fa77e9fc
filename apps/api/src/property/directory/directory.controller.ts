import { Controller, Get, Param } from "@nestjs/common";
import { DirectoryDto, ProjectPath } from "@linli/contracts";
import { Requires } from "../../common/requires.js";
import { DirectoryQueries } from "./directory.queries.js";

/** 楼栋目录 */
@Controller("projects/:projectId/directory")
export class DirectoryController {
  constructor(private readonly directory: DirectoryQueries) {}

  /** 楼栋目录：楼栋、单元与房间数 */
  @Get()
  @Requires("property:read")
  tree(@Param() { projectId }: ProjectPath): Promise<DirectoryDto> {
    return this.directory.directory(projectId);
  }
}
