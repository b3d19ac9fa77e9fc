import { useMutation } from "@tanstack/react-query";
import type { RoomDto, SaveRoomDto } from "@linli/contracts";
import { Alert, Form, Input } from "antd";
import type { ReactElement } from "react";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { useProjectId } from "../../lib/session";
import { NewAttributeFields } from "./attribute-fields";
import { type AttributeFormValues, fromAttributeForm } from "./attribute-words";
import { createRoom } from "./property.queries";
import {
  RoomDayFields,
  RoomIdentityFields,
  RoomMainAreaFields,
  RoomPartAreaFields,
  RoomStateFields,
  RoomTypeFields,
} from "./room-fields";

type Values = SaveRoomDto & { attributes?: AttributeFormValues };

const newRoom: Partial<SaveRoomDto> = { floor: 1, purpose: "RESIDENCE", state: "UNSOLD" };

/** Creates a room, below a unit when one is given. */
export function RoomForm({
  unitId,
  trigger,
  onSaved,
}: {
  unitId?: string;
  trigger: ReactElement<{ onClick?: () => void }>;
  onSaved?: (room: RoomDto) => void;
}) {
  const { mutateAsync } = useMutation(createRoom(useProjectId()));
  return (
    <FormDialog<Values>
      name="create-room"
      title="新增房间"
      dto="CreateRoomDto"
      width={640}
      trigger={trigger}
      initialValues={{ ...newRoom, unitId }}
      onFinish={async ({ attributes, ...values }) => {
        const saved = await mutateAsync({ ...values, attributes: fromAttributeForm(attributes ?? {}) });
        onSaved?.(saved);
      }}
    >
      <div className="form-columns">
        <RoomIdentityFields />
        <RoomMainAreaFields />
      </div>
      <AreaWarning />
      <div className="form-columns">
        <RoomTypeFields />
        <RoomStateFields />
        <RoomPartAreaFields />
        <RoomDayFields />
      </div>
      <Field name="remark">
        <Input.TextArea rows={2} />
      </Field>
      <NewAttributeFields owner="ROOM" />
    </FormDialog>
  );
}

/** Charging for more than was built is unusual, but happens: the user is asked to look again. */
function AreaWarning() {
  const form = Form.useFormInstance<SaveRoomDto>();
  const built = Number(Form.useWatch("buildingArea", form) ?? 0);
  const charged = Number(Form.useWatch("chargeArea", form) ?? 0);
  if (!(built > 0 && charged > built)) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="form-note"
      title="收费面积大于建筑面积，请确认没有填反；确实如此也可以保存。"
    />
  );
}
