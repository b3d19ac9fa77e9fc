import type { RoomDto } from "@linli/contracts";
import type { MandatoryRoomField } from "@linli/contracts/enums";
import { Button } from "antd";
import { Can } from "../../components/can";
import { ChangeAreasForm } from "./change-areas";
import { RoomIdentityForm, RoomTypeForm } from "./modify-room";

const lacks = ({ incomplete }: RoomDto, ...fields: MandatoryRoomField[]) =>
  fields.some((field) => incomplete.includes(field));

/** The forms that complete what a room lacks, as far as the user may (PRP-07). */
export function CompleteRoom({ room }: { room: RoomDto }) {
  return (
    <>
      {lacks(room, "code", "name") && (
        <Can do="property:identity">
          <RoomIdentityForm room={room} trigger={<Button size="small">补编号名称</Button>} />
        </Can>
      )}
      {lacks(room, "layout", "orientation") && (
        <Can do="property:write">
          <RoomTypeForm room={room} trigger={<Button size="small">补户型朝向</Button>} />
        </Can>
      )}
      {lacks(room, "buildingArea", "chargeArea") && (
        <Can do="property:areas">
          <ChangeAreasForm room={room} trigger={<Button size="small">补面积</Button>} />
        </Can>
      )}
    </>
  );
}
