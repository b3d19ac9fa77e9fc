import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { useEffect } from "react";
import { Field } from "../../../components/field";
import { useProjectId } from "../../../lib/session";
import { roomObjects } from "./room-objects.queries";

/** Which space, vehicle or contract of the chosen room a charge is for; not shown for a room that has none. */
export function RoomObjectField() {
  const form = Form.useFormInstance();
  const roomId = Form.useWatch<string | undefined>("roomId", form);
  const { data } = useQuery(roomObjects(useProjectId(), roomId));
  useEffect(() => form.setFieldValue("objectId", undefined), [form, roomId]);
  if (!data || data.items.length === 0) return null;
  return (
    <Field name="objectId" extra="不选为房间本身">
      <Select allowClear options={data.items.map(({ id, label }) => ({ value: id, label }))} />
    </Field>
  );
}
