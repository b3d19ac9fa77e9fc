import {
  mandatoryRoomFieldLabels,
  orientationLabels,
  roomPurposeLabels,
  RoomQueryDto,
  roomStateLabels,
} from "@linli/contracts";
import { NATURAL } from "../../database/natural-order.js";
import { roomsTemplate } from "../../imports/profiles/templates/rooms-template.js";
import { SINCE_EVER } from "../../property/room-areas/areas-of-day.js";
import type { RoomQueries } from "../../property/rooms/room.queries.js";
import { type ExportSource, numeric, worded } from "./export-source.js";

interface RoomRow {
  building: string;
  unit: string;
  code: string;
  name: string;
  floor: number;
  building_area: string;
  charge_area: string;
  inner_area: string | null;
  usable_area: string | null;
  layout: string | null;
  orientation: string | null;
  purpose: string;
  state: string;
  floors: number | null;
  has_lift: boolean | null;
  handover_noticed_on: string | null;
  handed_over_on: string | null;
  moved_in_on: string | null;
  areas_from: string | null;
  remark: string | null;
  incomplete: string[];
}

/** 房产: rooms in the order of the directory. */
export const roomsSource = (rooms: RoomQueries): ExportSource<RoomRow> => ({
  kind: "ROOMS",
  template: roomsTemplate,
  further: [{ key: "incomplete", label: "资料缺项" }],
  filter: RoomQueryDto,
  permission: "property:read",
  attributes: "ROOM",
  masked: [],
  statement: async (projectId, filter, today) => ({
    columns: `b.code AS building, u.code AS unit, r.code, r.name, r.floor, r.building_area, r.charge_area, r.inner_area,
              r.usable_area, r.layout, r.orientation, r.purpose, r.state, u.floors, u.has_lift, r.handover_noticed_on, r.handed_over_on,
              r.moved_in_on, r.remark, r.incomplete, r.attributes,
              (SELECT max(v.starts_on) FROM room_area_version v
                WHERE v.project_id = r.project_id AND v.room_id = r.id AND v.starts_on > '${SINCE_EVER}'
                  AND v.starts_on <= '${today}') AS areas_from`,
    from: `room r JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
           JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id`,
    where: await rooms.conditions(projectId, filter),
    order: `b.sort, b.code ${NATURAL}, u.sort, u.code ${NATURAL}, r.floor, r.code ${NATURAL}, r.id`,
  }),
  valuesOf: (row) => ({
    building: row.building,
    unit: row.unit,
    code: row.code,
    name: row.name,
    floor: row.floor,
    buildingArea: numeric(row.building_area),
    chargeArea: numeric(row.charge_area),
    innerArea: numeric(row.inner_area),
    usableArea: numeric(row.usable_area),
    layout: row.layout,
    orientation: worded(orientationLabels, row.orientation),
    purpose: worded(roomPurposeLabels, row.purpose),
    state: worded(roomStateLabels, row.state),
    floors: row.floors,
    lift: row.has_lift === null ? null : row.has_lift ? "是" : "否",
    handoverNoticedOn: row.handover_noticed_on,
    handedOverOn: row.handed_over_on,
    movedInOn: row.moved_in_on,
    areasFrom: row.areas_from,
    remark: row.remark,
    incomplete: row.incomplete.map((field) => worded(mandatoryRoomFieldLabels, field)).join("、") || null,
  }),
});
