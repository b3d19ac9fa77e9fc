import { Id } from "../common/fields.js";

/** Path of everything inside a project. */
export class ProjectPath {
  @Id("管理区编号") projectId: string;
}
