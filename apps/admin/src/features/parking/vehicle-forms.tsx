import { useMutation } from "@tanstack/react-query";
import type {
  ChangeVehicleRelationDto,
  CreateVehicleRelationDto,
  EndVehicleRelationDto,
  RegisterVehicleDto,
  SaveVehicleDto,
  VehicleDetailDto,
  VehicleRelationDto,
} from "@linli/contracts";
import { vehicleKindLabels, vehicleRankLabels, vehicleRoleLabels } from "@linli/contracts/enums";
import { AutoComplete, Button, Input, Select } from "antd";
import type { ReactElement } from "react";
import { DateInput } from "../../components/date-input";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { today } from "../../lib/dates";
import { optionsOf } from "../../lib/labels";
import { useProjectId } from "../../lib/session";
import { CustomerSelect } from "../customer/customer-select";
import { RoomSelect } from "../property/room-select";
import { SpaceSelect } from "./space-select";
import { plateRule } from "./vehicle.words";
import {
  changeVehicleRelation,
  endVehicleRelation,
  registerVehicle,
  relateVehicle,
  retireVehicle,
  saveVehicle,
} from "./vehicles.queries";

type Trigger = ReactElement<{ onClick?: () => void }>;

const colors = ["黑色", "白色", "银色", "灰色", "红色", "蓝色", "绿色", "棕色"].map((value) => ({ value }));

function VehicleFields() {
  return (
    <>
      <Field name="plate" rules={[plateRule]} extra="新能源车 8 位；也可以粘贴带点、带空格或全角的号码">
        <Input placeholder="例如：粤B12345" />
      </Field>
      <div className="form-columns">
        <Field name="model">
          <Input placeholder="例如：比亚迪 汉" />
        </Field>
        <Field name="color">
          <AutoComplete options={colors} placeholder="选择或输入" />
        </Field>
      </div>
    </>
  );
}

/** Room, space, rank and kind; `known` is what is chosen already. */
function PlaceFields({ known }: { known?: VehicleRelationDto }) {
  const space = known?.spaceId && known.spaceCode ? { id: known.spaceId, code: known.spaceCode } : undefined;
  return (
    <div className="form-columns">
      <Field name="roomId">
        <RoomSelect allowClear placeholder="房号，可以不选" />
      </Field>
      <Field name="spaceId">
        <SpaceSelect known={space} />
      </Field>
      <Field name="rank">
        <Select options={optionsOf(vehicleRankLabels)} />
      </Field>
      <Field name="kind">
        <Select options={optionsOf(vehicleKindLabels)} />
      </Field>
    </div>
  );
}

/** A new vehicle with its owner; room or owner may be chosen already. */
export function RegisterVehicle({
  trigger,
  roomId,
  customerId,
  onDone,
}: {
  trigger: Trigger;
  roomId?: string;
  customerId?: string;
  onDone?: (vehicle: VehicleDetailDto) => void;
}) {
  const { mutateAsync } = useMutation(registerVehicle(useProjectId()));
  return (
    <FormDialog<RegisterVehicleDto>
      name="register-vehicle"
      title="登记车辆"
      dto="RegisterVehicleDto"
      width={640}
      trigger={trigger}
      initialValues={{ roomId, customerId, rank: "MAIN", kind: "MONTHLY", startsOn: today() }}
      onFinish={async (values) => {
        const vehicle = await mutateAsync(values);
        onDone?.(vehicle);
      }}
    >
      <VehicleFields />
      <Field name="customerId">
        <CustomerSelect />
      </Field>
      <PlaceFields />
      <Field name="startsOn">
        <DateInput />
      </Field>
      <Field name="remark">
        <Input.TextArea rows={2} />
      </Field>
    </FormDialog>
  );
}

/** Plate, model, colour and remark. */
export function EditVehicle({ vehicle }: { vehicle: VehicleDetailDto }) {
  const { mutateAsync } = useMutation(saveVehicle(useProjectId(), vehicle.id));
  const { plate, model, color, remark } = vehicle;
  return (
    <FormDialog<SaveVehicleDto>
      name="edit-vehicle"
      title={`修改车辆 ${plate}`}
      dto="SaveVehicleDto"
      trigger={<Button>修改</Button>}
      initialValues={{ plate, model, color, remark }}
      onFinish={mutateAsync}
    >
      <VehicleFields />
      <Field name="remark">
        <Input.TextArea rows={2} />
      </Field>
    </FormDialog>
  );
}

/** One more person of the vehicle. */
export function RelateVehicle({ vehicle }: { vehicle: VehicleDetailDto }) {
  const { mutateAsync } = useMutation(relateVehicle(useProjectId(), vehicle.id));
  return (
    <FormDialog<CreateVehicleRelationDto>
      name="relate-vehicle"
      title="增加车主或使用人"
      dto="CreateVehicleRelationDto"
      width={640}
      trigger={<Button type="primary">增加关系</Button>}
      initialValues={{
        role: vehicle.ownerId === null ? "OWNER" : "USER",
        rank: vehicle.rank ?? "MAIN",
        kind: vehicle.kind ?? "MONTHLY",
        startsOn: today(),
      }}
      onFinish={mutateAsync}
    >
      <Field name="customerId">
        <CustomerSelect />
      </Field>
      <Field name="role">
        <Select options={optionsOf(vehicleRoleLabels)} />
      </Field>
      <PlaceFields />
      <div className="form-columns">
        <Field name="startsOn">
          <DateInput />
        </Field>
        <Field name="endsOn">
          <DateInput placeholder="没有约定可以不填" />
        </Field>
      </div>
    </FormDialog>
  );
}

/** From a day on: another room, space, rank or kind. */
export function ChangeRelation({ relation }: { relation: VehicleRelationDto }) {
  const { mutateAsync } = useMutation(changeVehicleRelation(useProjectId(), relation.id));
  const { roomId, spaceId, rank, kind } = relation;
  return (
    <FormDialog<ChangeVehicleRelationDto>
      name={`change-relation-${relation.id}`}
      title={`变更 ${relation.customerName} 与车辆的关系`}
      dto="ChangeVehicleRelationDto"
      width={640}
      trigger={<Button type="link">变更</Button>}
      note="变更日期之前的记录保持不变。"
      initialValues={{ roomId, spaceId, rank, kind, startsOn: today() }}
      onFinish={mutateAsync}
    >
      <PlaceFields known={relation} />
      <Field name="startsOn">
        <DateInput />
      </Field>
    </FormDialog>
  );
}

function EndFields() {
  return (
    <>
      <Field name="endsOn" extra="最后一天">
        <DateInput />
      </Field>
      <Field name="reason">
        <Input placeholder="例如：卖车、搬走" />
      </Field>
    </>
  );
}

/** Ends a relation on its last day. */
export function EndVehicleRelation({ relation }: { relation: VehicleRelationDto }) {
  const { mutateAsync } = useMutation(endVehicleRelation(useProjectId(), relation.id));
  return (
    <FormDialog<EndVehicleRelationDto>
      name={`end-relation-${relation.id}`}
      title={`结束 ${relation.customerName} 与车辆的关系`}
      kind="modal"
      dto="EndVehicleRelationDto"
      trigger={<Button type="link">结束</Button>}
      submitText="结束"
      danger
      initialValues={{ endsOn: today() }}
      onFinish={mutateAsync}
    >
      <EndFields />
    </FormDialog>
  );
}

/** Takes the vehicle out of use with all its relations. */
export function RetireVehicle({ vehicle }: { vehicle: VehicleDetailDto }) {
  const { mutateAsync } = useMutation(retireVehicle(useProjectId(), vehicle.id));
  return (
    <FormDialog<EndVehicleRelationDto>
      name="retire-vehicle"
      title={`停用车辆 ${vehicle.plate}`}
      kind="modal"
      dto="RetireVehicleDto"
      trigger={<Button danger>停用</Button>}
      submitText="停用"
      danger
      note="车主和使用人的关系同时结束，历史都保留。"
      initialValues={{ endsOn: today() }}
      onFinish={mutateAsync}
    >
      <EndFields />
    </FormDialog>
  );
}
