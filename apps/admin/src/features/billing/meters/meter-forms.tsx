import { useMutation } from "@tanstack/react-query";
import type {
  CreateMeterDto,
  FeeItemDto,
  MeterDto,
  MeterFieldsDto,
  RemoveMeterDto,
  ReplaceMeterDto,
  UpdateMeterDto,
} from "@linli/contracts";
import { meterKindLabels } from "@linli/contracts/enums";
import { Checkbox, Form, Input, InputNumber, Select, Switch } from "antd";
import type { ReactElement } from "react";
import { DateInput } from "../../../components/date-input";
import { DecimalInput } from "../../../components/decimal-input";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { today } from "../../../lib/dates";
import { optionsOf } from "../../../lib/labels";
import { useProjectId } from "../../../lib/session";
import { BuildingSelect } from "../../property/building-select";
import { RoomSelect } from "../../property/room-select";
import { FeeItemSelect } from "../fee-item-select";
import { PublicMeterSelect } from "./meter-select";
import { createMeter, dismantleMeter, replaceMeter, updateMeter } from "./meters.queries";

type Trigger = ReactElement<{ onClick?: () => void }>;

const isMetered = ({ kind, active }: FeeItemDto) => active && kind === "METERED";

/** Registers a meter; `roomId` is the room it was asked for from. */
export function CreateMeterForm({ roomId, trigger }: { roomId?: string; trigger: Trigger }) {
  const { mutateAsync } = useMutation(createMeter(useProjectId()));
  return (
    <FormDialog<CreateMeterDto>
      name="create-meter"
      title="登记表具"
      dto="CreateMeterDto"
      width={640}
      trigger={trigger}
      initialValues={{
        kind: "WATER",
        digits: 5,
        multiplier: "1",
        reverse: false,
        installedOn: today(),
        roomId,
        startReading: "0",
      }}
      onFinish={mutateAsync}
    >
      {(form) => (
        <>
          <div className="form-columns">
            <Field name="roomId" extra="公共表留空">
              <RoomSelect allowClear disabled={roomId !== undefined} style={{ width: "100%" }} />
            </Field>
            <PublicPlace form={form} />
          </div>
          <MeterFields />
          <div className="form-columns">
            <Field name="installedOn">
              <DateInput />
            </Field>
            <Field name="startReading">
              <DecimalInput places={3} />
            </Field>
            <Field name="openingUse" extra="本年安装日之前的用量，阶梯按年累计时从这里接着算">
              <DecimalInput places={3} />
            </Field>
          </div>
        </>
      )}
    </FormDialog>
  );
}

function PublicPlace({ form }: { form: ReturnType<typeof Form.useForm<CreateMeterDto>>[0] }) {
  const inRoom = Boolean(Form.useWatch("roomId", form));
  return (
    <Field name="buildingId" hidden={inRoom} extra="整个管理区的公共表留空">
      <BuildingSelect placeholder="整个管理区" style={{ width: "100%" }} />
    </Field>
  );
}

/** What a meter is; `locked` once it was read. */
function MeterFields({ locked = false }: { locked?: boolean }) {
  const kind = Form.useWatch<MeterFieldsDto["kind"] | undefined>("kind", Form.useFormInstance());
  return (
    <>
      <div className="form-columns">
        <Field name="kind">
          <Select options={optionsOf(meterKindLabels)} disabled={locked} />
        </Field>
        <Field name="no">
          <Input autoComplete="off" />
        </Field>
        <Field name="feeItemId" extra="用量按这个项目的标准计费；只抄不收的留空">
          <FeeItemSelect only={isMetered} placeholder="不计费" style={{ width: "100%" }} />
        </Field>
        <Field name="parentId">
          <PublicMeterSelect kind={kind} />
        </Field>
        <Field name="digits" extra="小数点前的位数">
          <InputNumber precision={0} min={1} max={10} disabled={locked} style={{ width: "100%" }} />
        </Field>
        <Field name="multiplier">
          <DecimalInput places={4} disabled={locked} />
        </Field>
        <Field name="position">
          <Input placeholder="例如：厨房水槽下" />
        </Field>
        <Field name="route">
          <Input placeholder="例如：东区" />
        </Field>
      </div>
      <Field name="reverse" valuePropName="checked">
        <Switch disabled={locked} />
      </Field>
      <Field name="remark">
        <Input />
      </Field>
    </>
  );
}

/** Changes a meter. @param read it has readings: what they were counted with is fixed */
export function EditMeterForm({ meter, read, trigger }: { meter: MeterDto; read: boolean; trigger: Trigger }) {
  const { mutateAsync } = useMutation(updateMeter(useProjectId(), meter.id));
  const { no, kind, feeItemId, position, route, digits, multiplier, reverse, parentId, remark, startReading } = meter;
  return (
    <FormDialog<UpdateMeterDto>
      name="edit-meter"
      title={`修改表具 ${no}`}
      dto="UpdateMeterDto"
      width={640}
      trigger={trigger}
      initialValues={{
        no,
        kind,
        feeItemId,
        position,
        route,
        digits,
        multiplier,
        reverse,
        parentId,
        remark,
        startReading,
      }}
      note={read ? "这只表已有读数：表类、位数、倍率、方向和起始读数不能再改；换了表请用“换表”。" : undefined}
      onFinish={mutateAsync}
    >
      <MeterFields locked={read} />
      <Field name="startReading" hidden={read}>
        <DecimalInput places={3} />
      </Field>
    </FormDialog>
  );
}

/** The last reading of the old meter. */
function EndFields() {
  return (
    <>
      <div className="form-columns">
        <Field name="removedOn">
          <DateInput />
        </Field>
        <Field name="endReading">
          <DecimalInput places={3} />
        </Field>
      </div>
      <Field name="rolledOver" valuePropName="checked" label={null}>
        <Checkbox>旧表读数已翻转</Checkbox>
      </Field>
      <Field name="reason">
        <Input placeholder="例如：到期轮换" />
      </Field>
    </>
  );
}

/** 换表: the end of the old and the start of the new, on one day. */
export function ReplaceMeterForm({ meter, trigger }: { meter: MeterDto; trigger: Trigger }) {
  const { mutateAsync } = useMutation(replaceMeter(useProjectId(), meter.id));
  const { digits, multiplier, reverse, lastReading, lastReadOn } = meter;
  return (
    <FormDialog<ReplaceMeterDto>
      name="replace-meter"
      title={`换表 ${meter.no}`}
      dto="ReplaceMeterDto"
      width={640}
      trigger={trigger}
      initialValues={{ removedOn: today(), digits, multiplier, reverse, startReading: "0" }}
      note={`旧表上次读数 ${lastReading}（${lastReadOn}）。当月用量 = 旧表到拆表读数的用量 + 新表的用量。`}
      onFinish={mutateAsync}
    >
      <EndFields />
      <div className="form-columns">
        <Field name="no">
          <Input autoComplete="off" />
        </Field>
        <Field name="startReading">
          <DecimalInput places={3} />
        </Field>
        <Field name="digits">
          <InputNumber precision={0} min={1} max={10} style={{ width: "100%" }} />
        </Field>
        <Field name="multiplier">
          <DecimalInput places={4} />
        </Field>
      </div>
      <Field name="reverse" valuePropName="checked">
        <Switch />
      </Field>
    </FormDialog>
  );
}

/** 拆表: out, and nothing in its place. */
export function DismantleMeterForm({ meter, trigger }: { meter: MeterDto; trigger: Trigger }) {
  const { mutateAsync } = useMutation(dismantleMeter(useProjectId(), meter.id));
  return (
    <FormDialog<RemoveMeterDto>
      name="dismantle-meter"
      title={`拆表 ${meter.no}`}
      dto="RemoveMeterDto"
      danger
      submitText="拆表"
      trigger={trigger}
      initialValues={{ removedOn: today() }}
      note={`上次读数 ${meter.lastReading}（${meter.lastReadOn}）。到拆表读数的用量仍会计费，之后不再抄表。`}
      onFinish={mutateAsync}
    >
      <EndFields />
    </FormDialog>
  );
}
