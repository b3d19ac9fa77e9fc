import { ArrayMinSize, Matches, ValidateBy } from "class-validator";
import { Choices, Code, DateOnly, Flag, Id, Int, Period, QueryFlag, Text, Texts } from "../common/fields.js";
import { PageDto, PageQueryDto } from "../common/page.dto.js";
import { moduleLabels, type ProjectModule } from "./property.enums.js";
import { ProjectPath } from "./property.dto.js";

/** Whether the text names a time zone of the IANA database, such as Asia/Shanghai. */
export function isTimeZone(value: unknown): boolean {
  if (typeof value !== "string" || !/^(UTC|[A-Za-z_]+\/[A-Za-z_\-+/\d]+)$/.test(value)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

const TimeZone = (message: string): PropertyDecorator =>
  ValidateBy({ name: "isTimeZone", validator: { validate: isTimeZone, defaultMessage: () => message } });

/** What a new management area must say (PRP-01). The rest has defaults and is set on its settings page. */
export class CreateProjectDto {
  /** Full name of the project's property organisation (物业管理机构全称); unique in the company. */
  @Text("管理区名称", { min: 2, max: 100 }) name: string;
  @Text("简称", { max: 30 }) shortName: string;
  @Text("地址", { optional: true, max: 200 }) address?: string | null;
  @Text("联系电话", {
    optional: true,
    max: 40,
    pattern: /^[\d\-+() ]*$/,
    patternMessage: "联系电话只能用半角数字、空格、括号和 - +",
  })
  telephone?: string | null;
  /** IANA name; Asia/Shanghai when left out. It decides what "today" is. */
  @TimeZone("时区不是有效的时区名（如 Asia/Shanghai）")
  @Text("时区", { optional: true, max: 60 })
  timeZone?: string | null;
  /** Switched-on modules; all when left out. Compulsory ones cannot be left off. */
  @Choices("模块", moduleLabels, { optional: true }) modules?: ProjectModule[] | null;
  /** Names of the four levels from project to room (PRP-03, GAP-02): exactly four. */
  @Matches(/^[\p{Script=Han}A-Za-z0-9]{1,8}$/u, { each: true, message: "层级名称每级须是 1 至 8 个汉字、字母或数字" })
  @ArrayMinSize(4, { message: "层级名称必须正好四级" })
  @Texts("层级名称", { optional: true, max: 8, maxItems: 4 })
  levelNames?: string[] | null;
  /** First month billed, YYYY-MM; the current month when left out. */
  @Period("首个账期", { optional: true }) firstPeriod?: string | null;
  /** Planned collective move-in (PRP-07). */
  @DateOnly("集中入伙日期", { optional: true }) moveInOn?: string | null;
}

/** All settings of a management area; what is left out becomes empty or its default. */
export class UpdateProjectDto extends CreateProjectDto {
  /** A customer of this project who pays for rooms without an owner (LAW-02). */
  @Id("开发商", { optional: true }) developerId?: string | null;
  /** Printed on payment notices. */
  @Text("通知单附言", { optional: true, max: 500, multiline: true }) noticeNote?: string | null;
  /** A rehearsed line counts as changed beyond this many per cent. */
  @Int("差异提示百分比", { max: 1000 }) differencePercent: number;
  /** Exports over so many rows need a second person's approval (LAW-34); 0 for all. Changed with `billing:control-settings` only. */
  @Int("导出审批行数", { optional: true, max: 1_000_000 }) exportApprovalRows?: number | null;
  /** An inactive area is no longer offered for daily work. */
  @Flag("启用") active: boolean;
}

export class ProjectQueryDto extends PageQueryDto {
  @Text("名称", { optional: true, max: 100 }) q?: string;
  @QueryFlag("启用") active?: boolean;
}

/** A management area (管理区). */
export class ProjectDto {
  id: string;
  name: string;
  shortName: string;
  address: string | null;
  telephone: string | null;
  timeZone: string;
  modules: ProjectModule[];
  /** Four names from project to room. */
  levelNames: string[];
  /** YYYY-MM */
  firstPeriod: string;
  moveInOn: string | null;
  /** Property data is due one month before the move-in (PRP-07); null without a move-in date. */
  dataDueOn: string | null;
  developerId: string | null;
  noticeNote: string | null;
  differencePercent: number;
  exportApprovalRows: number;
  active: boolean;
  createdAt: string;
}

/** A management area in a list. */
export class ProjectRowDto extends ProjectDto {
  buildings: number;
  rooms: number;
  /** Rooms with missing mandatory data. */
  incompleteRooms: number;
}

export class ProjectPageDto extends PageDto<ProjectRowDto> {
  declare items: ProjectRowDto[];
}

export class RoomPrefixPath extends ProjectPath {
  @Id("前缀编号") prefixId: string;
}

/** Letters the company issued for the front of room codes (PRP-04). */
export class SaveRoomPrefixDto {
  @Code("房号前缀", { max: 8 })
  @Matches(/^[A-Z]+$/, { message: "房号前缀只能是半角大写字母" })
  prefix: string;
  @Text("备注", { optional: true, max: 100 }) remark?: string | null;
}

export class RoomPrefixDto {
  id: string;
  prefix: string;
  remark: string | null;
  /** Rooms whose code begins with these letters. */
  rooms: number;
}
