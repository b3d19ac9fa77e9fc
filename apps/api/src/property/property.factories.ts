import { defaultLevelNames, lockedModules } from "@linli/contracts";
import type { TestApp } from "../../test/test-app.js";
import { newId } from "../common/ids.js";
import { Building } from "./building.entity.js";
import { ProjectName } from "./project-name.entity.js";
import { Project } from "./project.entity.js";
import { Room } from "./room.entity.js";
import { Unit } from "./unit.entity.js";

type Columns<Row> = Omit<Row, "project" | "building" | "unit">;

let drawn = 0;

/** A short text that no other call of this process gets: for names and codes that must be unique. */
export function unique(prefix: string): string {
  drawn += 1;
  return `${prefix}${drawn}`;
}

/** A management area that bills from 2026-01 on. Its name is unique; its level names and modules are the defaults. */
export async function savedProject(app: TestApp, overrides: Partial<Columns<Project>> = {}): Promise<Columns<Project>> {
  const id = overrides.id ?? newId();
  const project: Columns<Project> = {
    id,
    name: `翠湖花园管理处${id}`,
    shortName: "翠湖花园",
    address: "翠湖路 1 号",
    telephone: null,
    timeZone: "Asia/Shanghai",
    modules: [...lockedModules],
    levelNames: [...defaultLevelNames],
    firstPeriod: "2026-01",
    moveInOn: null,
    developerId: null,
    noticeNote: null,
    differencePercent: 20,
    exportApprovalRows: 1000,
    notCollected: [],
    active: true,
    createdAt: app.clock.now(),
    ...overrides,
  };
  await app.db.manager.insert(ProjectName, { name: project.name, projectId: id });
  await app.db.manager.insert(Project, project);
  return project;
}

/** A residential building of the project. */
export async function savedBuilding(
  app: TestApp,
  projectId: string,
  overrides: Partial<Columns<Building>> = {},
): Promise<Columns<Building>> {
  const code = overrides.code ?? unique("B");
  const building: Columns<Building> = {
    projectId,
    id: newId(),
    code,
    name: `${code}栋`,
    kind: "RESIDENTIAL",
    floors: 6,
    hasLift: false,
    sort: 0,
    createdAt: app.clock.now(),
    ...overrides,
  };
  await app.db.manager.insert(Building, building);
  return building;
}

/** A unit; of the named building, or of a new one. */
export async function savedUnit(
  app: TestApp,
  projectId: string,
  overrides: Partial<Columns<Unit>> = {},
): Promise<Columns<Unit>> {
  const buildingId = overrides.buildingId ?? (await savedBuilding(app, projectId)).id;
  const code = overrides.code ?? unique("U");
  const unit: Columns<Unit> = {
    projectId,
    id: newId(),
    buildingId,
    code,
    name: `${code}单元`,
    floors: null,
    hasLift: null,
    sort: 0,
    createdAt: app.clock.now(),
    ...overrides,
  };
  await app.db.manager.insert(Unit, unit);
  return unit;
}

/** A complete room of 100.00 m²; in the named unit, or in a new unit of a new building. */
export async function savedRoom(
  app: TestApp,
  projectId: string,
  overrides: Partial<Columns<Room>> = {},
): Promise<Columns<Room>> {
  const unitId = overrides.unitId ?? (await savedUnit(app, projectId)).id;
  const code = overrides.code ?? unique("R");
  const room: Columns<Room> = {
    projectId,
    id: newId(),
    unitId,
    code,
    name: `${code}室`,
    floor: 1,
    buildingArea: "100.00",
    chargeArea: "100.00",
    innerArea: null,
    usableArea: null,
    layout: "三室两厅",
    orientation: "S",
    purpose: "RESIDENCE",
    state: "OCCUPIED",
    handoverNoticedOn: null,
    handedOverOn: null,
    movedInOn: null,
    startsOn: null,
    endedOn: null,
    remark: null,
    incomplete: [],
    active: true,
    attributes: {},
    createdAt: app.clock.now(),
    ...overrides,
  };
  await app.db.manager.insert(Room, room);
  return room;
}
