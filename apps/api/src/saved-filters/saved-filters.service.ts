import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { RenameFilterDto, SavedFilterDto, SaveFilterDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { type Access, may } from "../auth/access.service.js";
import { Clock } from "../common/clock.js";
import { newId } from "../common/ids.js";
import { notFound, RuleViolation } from "../common/rule-violation.js";
import { SavedFilter } from "./saved-filter.entity.js";

const MOST = 100;

const sharingRefused = () => new RuleViolation("FORBIDDEN", "共享筛选需要“管理区设置”权限", 403);
const tooMany = () => new RuleViolation("TOO_MANY", `每个列表最多保存 ${MOST} 个筛选，请先删除不用的`);

/** Filters of lists under a name (QRY-04): one's own, and those shared with the project. */
@Injectable()
export class SavedFiltersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** One's own of a list and the shared ones, by name. */
  async list(projectId: string, access: Access, list: string): Promise<SavedFilterDto[]> {
    const rows = await this.db
      .getRepository(SavedFilter)
      .createQueryBuilder("f")
      .where("f.projectId = :projectId AND f.list = :list", { projectId, list })
      .andWhere("(f.ownerId = :userId OR f.shared)", { userId: access.userId })
      .orderBy("f.name")
      .addOrderBy("f.id")
      .limit(2 * MOST)
      .getMany();
    return rows.map((row) => toSavedFilterDto(row, access));
  }

  /** @throws DUPLICATE (name), FORBIDDEN (sharing without the right), TOO_MANY */
  create(projectId: string, access: Access, dto: SaveFilterDto): Promise<SavedFilterDto> {
    const { list, name, fields } = dto;
    const shared = dto.shared ?? false;
    if (shared && !may(access, "project:settings", projectId)) throw sharingRefused();
    return this.db.transaction(async (tx) => {
      const own = { projectId, list, ownerId: access.userId };
      if ((await tx.countBy(SavedFilter, own)) >= MOST) throw tooMany();
      const row = { ...own, id: newId(), createdAt: this.clock.now(), name, shared, fields };
      await tx.insert(SavedFilter, row);
      return toSavedFilterDto(row, access);
    });
  }

  /** @throws NOT_FOUND (another person's), FORBIDDEN, DUPLICATE */
  rename(projectId: string, access: Access, id: string, dto: RenameFilterDto): Promise<SavedFilterDto> {
    return this.db.transaction(async (tx) => {
      const row = await changeable(tx, projectId, access, id);
      const changes = { name: dto.name, shared: dto.shared ?? row.shared };
      if (changes.shared !== row.shared && !may(access, "project:settings", projectId)) throw sharingRefused();
      await tx.update(SavedFilter, { projectId, id }, changes);
      return toSavedFilterDto({ ...row, ...changes }, access);
    });
  }

  /** @throws NOT_FOUND (another person's), FORBIDDEN */
  remove(projectId: string, access: Access, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await changeable(tx, projectId, access, id);
      await tx.delete(SavedFilter, { projectId, id });
    });
  }
}

/** One's own, or a shared one for who keeps the settings; another person's own does not exist for anybody else. */
async function changeable(tx: EntityManager, projectId: string, access: Access, id: string): Promise<SavedFilter> {
  const row = await tx.findOne(SavedFilter, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!row || (row.ownerId !== access.userId && !row.shared)) throw notFound("保存的筛选");
  if (!mayChange(row, access)) throw sharingRefused();
  return row;
}

const mayChange = (
  { ownerId, projectId, shared }: Pick<SavedFilter, "ownerId" | "projectId" | "shared">,
  access: Access,
) => ownerId === access.userId || (shared && may(access, "project:settings", projectId));

const toSavedFilterDto = (row: Omit<SavedFilter, "project">, access: Access): SavedFilterDto => ({
  id: row.id,
  list: row.list,
  name: row.name,
  shared: row.shared,
  fields: row.fields,
  canChange: mayChange(row, access),
});
