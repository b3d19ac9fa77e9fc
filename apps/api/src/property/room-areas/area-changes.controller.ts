import { Body, Controller, Get, Param, Post } from "@nestjs/common";
import { AreaChangeDto, AreaHistoryDto, ChangeAreasDto, RoomPath } from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { AreaChangesService } from "./area-changes.service.js";
import { AreaHistoryQueries } from "./area-history.queries.js";

/** 房间面积：按生效日期变更，须审批 */
@Controller("projects/:projectId/rooms/:roomId")
export class AreaChangesController {
  constructor(
    private readonly changes: AreaChangesService,
    private readonly history: AreaHistoryQueries,
  ) {}

  /** 面积沿革：各段面积与等待审批的变更 */
  @Get("area-versions")
  @Requires("property:read")
  versions(@Param() { projectId, roomId }: RoomPath): Promise<AreaHistoryDto> {
    return this.history.of(projectId, roomId);
  }

  /** 申请面积变更；审批通过后自生效日期起使用，已经出账的应收不变 */
  @Post("area-changes")
  @Requires("property:areas")
  request(
    @CurrentActor() actor: Actor,
    @Param() { projectId, roomId }: RoomPath,
    @Body() dto: ChangeAreasDto,
  ): Promise<AreaChangeDto> {
    return this.changes.request(actor, projectId, roomId, dto);
  }
}
