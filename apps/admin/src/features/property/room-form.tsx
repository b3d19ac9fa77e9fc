import { useMutation } from "@tanstack/react-query";
import type { RoomDto, SaveRoomDto } from "@linli/contracts";
import { orientationLabels, roomPurposeLabels, roomStateLabels } from "@linli/contracts/enums";
import { Alert, Form, Input, InputNumber, Select } from "antd";
import type { ReactElement } from "react";
import { DateInput } from "../../components/date-input";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { NewAttributeFields } from "./attribute-fields";
import { type AttributeFormValues, fromAttributeForm } from "./attribute-words";
import { UnitSelect } from "./building-select";
import { createRoom } from "./property.queries";

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
      dto="SaveRoomDto"
      width={640}
      trigger={trigger}
      initialValues={{ ...newRoom, unitId }}
      onFinish={async ({ attributes, ...values }) => {
        const saved = await mutateAsync({ ...values, attributes: fromAttributeForm(attributes ?? {}) });
        onSaved?.(saved);
      }}
    >
      <div className="form-columns">
        <Field name="unitId">
          <UnitSelect />
        </Field>
        <Field name="floor">
          <InputNumber precision={0} suffix="层" style={{ width: "100%" }} />
        </Field>
        <Field name="code">
          <Input placeholder="例如：1-1-101" />
        </Field>
        <Field name="name">
          <Input placeholder="例如：101室" />
        </Field>
        <Field name="buildingArea">
          <DecimalInput unit="m²" places={4} />
        </Field>
        <Field name="chargeArea">
          <DecimalInput unit="m²" places={4} />
        </Field>
      </div>
      <AreaWarning />
      <div className="form-columns">
        <Field name="layout">
          <Input placeholder="例如：三室两厅" />
        </Field>
        <Field name="orientation">
          <Select options={optionsOf(orientationLabels)} placeholder="请选择" />
        </Field>
        <Field name="purpose">
          <Select options={optionsOf(roomPurposeLabels)} />
        </Field>
        <Field name="state">
          <Select options={optionsOf(roomStateLabels)} />
        </Field>
        <Field name="innerArea">
          <DecimalInput unit="m²" places={4} />
        </Field>
        <Field name="usableArea">
          <DecimalInput unit="m²" places={4} />
        </Field>
        <Field name="handedOverOn">
          <DateInput />
        </Field>
        <Field name="movedInOn">
          <DateInput />
        </Field>
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
