import { orientationLabels, roomPurposeLabels, roomStateLabels } from "@linli/contracts/enums";
import { Input, InputNumber, Select } from "antd";
import { DateInput } from "../../components/date-input";
import { DecimalInput } from "../../components/decimal-input";
import { Field } from "../../components/field";
import { optionsOf } from "../../lib/labels";
import { UnitSelect } from "./building-select";

/** Where a room stands and what it is called; of whatever form holds the fields. */
export const RoomIdentityFields = () => (
  <>
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
  </>
);

/** Areas that are charged and built. */
export const RoomMainAreaFields = () => (
  <>
    <AreaField name="buildingArea" />
    <AreaField name="chargeArea" />
  </>
);

/** Areas that are parts of the built one. */
export const RoomPartAreaFields = () => (
  <>
    <AreaField name="innerArea" />
    <AreaField name="usableArea" />
  </>
);

const AreaField = ({ name }: { name: string }) => (
  <Field name={name}>
    <DecimalInput unit="m²" places={4} />
  </Field>
);

export const RoomTypeFields = () => (
  <>
    <Field name="layout">
      <Input placeholder="例如：三室两厅" />
    </Field>
    <Field name="orientation">
      <Select options={optionsOf(orientationLabels)} placeholder="请选择" />
    </Field>
  </>
);

export const RoomStateFields = () => (
  <>
    <Field name="purpose">
      <Select options={optionsOf(roomPurposeLabels)} />
    </Field>
    <Field name="state">
      <Select options={optionsOf(roomStateLabels)} />
    </Field>
  </>
);

export const RoomDayFields = () => (
  <>
    <Field name="handoverNoticedOn">
      <DateInput />
    </Field>
    <Field name="handedOverOn">
      <DateInput />
    </Field>
    <Field name="movedInOn">
      <DateInput />
    </Field>
  </>
);
