import { Flag, Id, Parts, Text, Texts } from "./fields.js";
import { ProjectPath } from "../property/property.dto.js";

export class SavedFilterPath extends ProjectPath {
  @Id("筛选编号") filterId: string;
}

export class SavedFilterQueryDto {
  /** The list it belongs to, e.g. rooms. */
  @Text("列表", { max: 50, pattern: /^[a-z][a-z-]*$/ }) list: string;
}

/** One field of a filter with its value or values, as they stand in the list's query. */
export class FilterFieldDto {
  @Text("筛选字段", { max: 100 }) name: string;
  @Texts("筛选值", { max: 400, maxItems: 50 }) values: string[];
}

/** The name of a saved filter, and for whom it is. */
export class RenameFilterDto {
  /** Unique among one's own of the list; a shared one among those shared. */
  @Text("名称", { max: 30 }) name: string;
  /** Everybody in the project sees it; needs the right for settings. */
  @Flag("全管理区可用", { optional: true }) shared?: boolean | null;
}

/** The filter of a list under a name. */
export class SaveFilterDto extends RenameFilterDto {
  @Text("列表", { max: 50, pattern: /^[a-z][a-z-]*$/ }) list: string;
  @Parts("筛选", () => FilterFieldDto, { min: 1, max: 50 }) fields: FilterFieldDto[];
}

/** A filter somebody saved: one's own, or one that is shared. */
export class SavedFilterDto {
  id: string;
  list: string;
  name: string;
  shared: boolean;
  fields: FilterFieldDto[];
  /** Whether the person who asks may rename and delete it. */
  canChange: boolean;
}

/** One's own filters of a list and the shared ones, by name; at most two hundred. */
export class SavedFiltersDto {
  items: SavedFilterDto[];
}
