import { Body, Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import {
  EndVacancyDto,
  InspectVacancyDto,
  ProjectPath,
  RequestVacancyDto,
  VacancyDetailDto,
  VacancyPageDto,
  VacancyPath,
  VacancyQueryDto,
} from "@linli/contracts";
import { type Actor, CurrentActor } from "../../common/actor.js";
import { Requires } from "../../common/requires.js";
import { VacanciesQueries } from "./vacancies.queries.js";
import { VacanciesService } from "./vacancies.service.js";

/** 空置减免 (BIL-41): asked for, inspected, decided by another person (see approvals). */
@Controller("projects/:projectId/vacancies")
export class VacanciesController {
  constructor(
    private readonly queries: VacanciesQueries,
    private readonly vacancies: VacanciesService,
  ) {}

  /** 空置减免列表，新的在前，含已减免合计 */
  @Get()
  @Requires("billing:read")
  list(@Param() { projectId }: ProjectPath, @Query() query: VacancyQueryDto): Promise<VacancyPageDto> {
    return this.queries.page(projectId, query);
  }

  /** 一份空置减免，含对应收的影响 */
  @Get(":vacancyId")
  @Requires("billing:read")
  one(@Param() { projectId, vacancyId }: VacancyPath): Promise<VacancyDetailDto> {
    return this.queries.one(projectId, vacancyId);
  }

  /** 申请空置减免 */
  @Post()
  @Requires("billing:waive")
  async request(
    @CurrentActor() actor: Actor,
    @Param() { projectId }: ProjectPath,
    @Body() dto: RequestVacancyDto,
  ): Promise<VacancyDetailDto> {
    return this.queries.one(projectId, await this.vacancies.request(actor, projectId, dto));
  }

  /** 登记查验结果；确属空置的提交审批 */
  @Post(":vacancyId/inspection")
  @HttpCode(200)
  @Requires("billing:waive")
  async inspect(
    @CurrentActor() actor: Actor,
    @Param() { projectId, vacancyId }: VacancyPath,
    @Body() dto: InspectVacancyDto,
  ): Promise<VacancyDetailDto> {
    await this.vacancies.inspect(actor, projectId, vacancyId, dto);
    return this.queries.one(projectId, vacancyId);
  }

  /** 提前终止空置减免 */
  @Post(":vacancyId/end")
  @HttpCode(200)
  @Requires("billing:waive")
  async end(
    @CurrentActor() actor: Actor,
    @Param() { projectId, vacancyId }: VacancyPath,
    @Body() dto: EndVacancyDto,
  ): Promise<VacancyDetailDto> {
    await this.vacancies.end(actor, projectId, vacancyId, dto);
    return this.queries.one(projectId, vacancyId);
  }
}
