import { Body, Controller, Get, Param, Post, Put, Query } from "@nestjs/common";
import {
  CreateProjectDto,
  ProjectDto,
  ProjectPageDto,
  ProjectPath,
  ProjectQueryDto,
  UpdateProjectDto,
} from "@linli/contracts";
import { type Access } from "../../auth/access.service.js";
import { CurrentAccess } from "../../auth/current-access.js";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { COMPANY } from "../../common/ids.js";
import { Requires, SignedIn } from "../../common/requires.js";
import { CreateProjectService } from "./create-project.service.js";
import { ProjectQueries } from "./project.queries.js";
import { UpdateProjectService } from "./update-project.service.js";

/** 管理区 */
@Controller("projects")
export class ProjectsController {
  constructor(
    private readonly projects: ProjectQueries,
    private readonly creator: CreateProjectService,
    private readonly updater: UpdateProjectService,
  ) {}

  /** 管理区列表：本人有任一权限的管理区 */
  @Get()
  @SignedIn(true)
  list(@CurrentAccess() access: Access, @Query() query: ProjectQueryDto): Promise<ProjectPageDto> {
    return this.projects.list(visibleProjects(access), query);
  }

  /** 新建管理区 */
  @Post()
  @Requires("project:create")
  create(@CurrentActor() actor: Actor, @Body() dto: CreateProjectDto): Promise<ProjectDto> {
    return this.creator.create(actor, dto);
  }

  /** 管理区及其设置 */
  @Get(":projectId")
  @Requires("property:read")
  one(@Param() { projectId }: ProjectPath): Promise<ProjectDto> {
    return this.projects.one(projectId);
  }

  /** 修改管理区设置；导出审批行数须有审批与限额设置的权限才能改 */
  @Put(":projectId")
  @Requires("project:settings")
  update(
    @CurrentActor() actor: Actor,
    @CurrentAccess() access: Access,
    @Param() { projectId }: ProjectPath,
    @Body() dto: UpdateProjectDto,
  ): Promise<ProjectDto> {
    return this.updater.update(actor, access, projectId, dto);
  }
}

/** Rights that only concern users and roles open no project (LAW-52). */
const isBusiness = (permission: string) => !permission.startsWith("system:");

function visibleProjects({ byProject }: Access): string[] | "all" {
  if ([...(byProject.get(COMPANY) ?? [])].some(isBusiness)) return "all";
  return [...byProject].filter(([id, held]) => id !== COMPANY && [...held].some(isBusiness)).map(([id]) => id);
}
