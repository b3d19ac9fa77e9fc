import { useMutation } from "@tanstack/react-query";
import type { RoomDto, RoomIdentityDto, RoomStateDto, RoomTypeDto } from "@linli/contracts";
import { Input, Switch } from "antd";
import type { ReactElement } from "react";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { useProjectId } from "../../lib/session";
import { modifyIdentity, modifyState, modifyType } from "./property.queries";
import { RoomDayFields, RoomIdentityFields, RoomStateFields, RoomTypeFields } from "./room-fields";

interface GroupForm {
  room: RoomDto;
  trigger: ReactElement<{ onClick?: () => void }>;
}

/** What the room is called and where it stands (SCN-04). */
export function RoomIdentityForm({ room, trigger }: GroupForm) {
  const { mutateAsync } = useMutation(modifyIdentity(useProjectId(), room.id));
  const { unitId, code, name, floor } = room;
  return (
    <FormDialog<RoomIdentityDto>
      name="room-identity"
      title={`修改房间 ${code} 的编号与位置`}
      dto="RoomIdentityDto"
      trigger={trigger}
      initialValues={{ unitId, code, name, floor }}
      onFinish={mutateAsync}
    >
      <RoomIdentityFields />
      <Field name="reason">
        <Input placeholder="例如：门牌统一改号" />
      </Field>
    </FormDialog>
  );
}

/** Type, orientation and remark (SCN-04). */
export function RoomTypeForm({ room, trigger }: GroupForm) {
  const { mutateAsync } = useMutation(modifyType(useProjectId(), room.id));
  const { layout, orientation, remark } = room;
  return (
    <FormDialog<RoomTypeDto>
      name="room-type"
      title={`修改房间 ${room.code} 的户型资料`}
      dto="RoomTypeDto"
      trigger={trigger}
      initialValues={{ layout: layout ?? undefined, orientation: orientation ?? undefined, remark }}
      onFinish={mutateAsync}
    >
      <RoomTypeFields />
      <Field name="remark">
        <Input.TextArea rows={3} />
      </Field>
    </FormDialog>
  );
}

/** State, purpose and dates (SCN-04). */
export function RoomStateForm({ room, trigger }: GroupForm) {
  const { mutateAsync } = useMutation(modifyState(useProjectId(), room.id));
  const { state, purpose, handoverNoticedOn, handedOverOn, movedInOn, active } = room;
  return (
    <FormDialog<RoomStateDto>
      name="room-state"
      title={`修改房间 ${room.code} 的状态与用途`}
      dto="RoomStateDto"
      trigger={trigger}
      initialValues={{ state, purpose, handoverNoticedOn, handedOverOn, movedInOn, active }}
      onFinish={mutateAsync}
    >
      <RoomStateFields />
      <RoomDayFields />
      <Field name="active" valuePropName="checked" extra="停用的房间不再出现在选择中，也不再出账；历史都保留">
        <Switch checkedChildren="启用" unCheckedChildren="停用" />
      </Field>
      <Field name="reason">
        <Input placeholder="例如：业主退租" />
      </Field>
    </FormDialog>
  );
}
