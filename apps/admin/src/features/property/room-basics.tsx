import type { RoomDto } from "@linli/contracts";
import {
  mandatoryRoomFieldLabels,
  orientationLabels,
  roomPurposeLabels,
  roomStateLabels,
  type Permission,
} from "@linli/contracts/enums";
import { Alert, Button, Card, Flex } from "antd";
import type { ReactElement, ReactNode } from "react";
import { Can } from "../../components/can";
import { DescriptionList } from "../../components/description-list";
import { AttributeSection } from "./attribute-section";
import { AreaHistory } from "./area-history";
import { ChangeAreasForm } from "./change-areas";
import { CompleteRoom } from "./complete-room";
import { RoomIdentityForm, RoomStateForm, RoomTypeForm } from "./modify-room";

/** What is known of a room, by the groups that are changed under rights of their own (SCN-04). */
export function RoomBasics({ room }: { room: RoomDto }) {
  return (
    <>
      {room.incomplete.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title="资料不全"
          description={`还缺：${room.incomplete.map((field) => mandatoryRoomFieldLabels[field]).join("、")}。请核实后补齐。`}
          action={
            <Flex gap={8} wrap>
              <CompleteRoom room={room} />
            </Flex>
          }
        />
      )}
      <Group
        title="编号与位置"
        right="property:identity"
        form={<RoomIdentityForm room={room} trigger={editButton("修改编号与位置")} />}
        items={[
          ["房间代码", room.code],
          ["房间名称", room.name],
          ["楼层", room.floor],
          ["楼栋", room.buildingName],
          ["单元", room.unitName],
        ]}
      />
      <Group
        title="面积"
        right="property:areas"
        form={<ChangeAreasForm room={room} trigger={editButton("变更面积")} />}
        items={[
          ["建筑面积", area(room.buildingArea)],
          ["收费面积", area(room.chargeArea)],
          ["套内面积", area(room.innerArea)],
          ["公摊面积", area(room.sharedArea)],
          ["使用面积", area(room.usableArea)],
        ]}
      >
        <AreaHistory roomId={room.id} />
      </Group>
      <Group
        title="户型资料"
        right="property:write"
        form={<RoomTypeForm room={room} trigger={editButton("修改户型资料")} />}
        items={[
          ["户型", room.layout],
          ["朝向", room.orientation && orientationLabels[room.orientation]],
          ["备注", room.remark],
        ]}
      />
      <Group
        title="状态与用途"
        right="property:state"
        form={<RoomStateForm room={room} trigger={editButton("修改状态与用途")} />}
        items={[
          ["房屋状态", roomStateLabels[room.state]],
          ["用途", roomPurposeLabels[room.purpose]],
          ["交房通知日期", room.handoverNoticedOn],
          ["交房日期", room.handedOverOn],
          ["入住日期", room.movedInOn],
          ["启用状态", room.active ? "启用" : "已停用"],
          room.startsOn !== null && ["建档起", room.startsOn],
          room.endedOn !== null && ["使用至", room.endedOn],
        ]}
      />
      <AttributeSection owner="ROOM" thing={room} />
    </>
  );
}

/** Short beside its heading, whole for those who only hear it. */
const editButton = (label: string): ReactElement<{ onClick?: () => void }> => (
  <Button size="small" aria-label={label}>
    {label.startsWith("变更") ? label : "修改"}
  </Button>
);

function Group({
  title,
  right,
  form,
  items,
  children,
}: {
  title: string;
  right: Permission;
  form: ReactElement;
  items: Parameters<typeof DescriptionList>[0]["items"];
  children?: ReactNode;
}) {
  return (
    <Card size="small" className="room-group" title={title} extra={<Can do={right}>{form}</Can>}>
      <DescriptionList items={items} />
      {children}
    </Card>
  );
}

const area = (value: string | null) => (value === null || Number(value) === 0 ? null : `${value} m²`);
