import { useMutation, useQuery } from "@tanstack/react-query";
import type { CreateCustomerDto, CustomerMatchDto, SaveCustomerDto } from "@linli/contracts";
import type { RelationRole } from "@linli/contracts/enums";
import { Alert, Button, Divider, Flex, Form, Segmented, type FormInstance } from "antd";
import { useState, type ReactElement } from "react";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { NewAttributeFields } from "../property/attribute-fields";
import { type AttributeFormValues, fromAttributeForm } from "../property/attribute-words";
import { RoomSelect } from "../property/room-select";
import { CustomerSelect } from "./customer-select";
import { addRelation, createCustomer, customerQueries } from "./customer.queries";
import { GuardianConsentFields, isUnder14 } from "./guardian-consent-fields";
import { IdentityFields } from "./identity-fields";
import { Matches } from "./matches";
import { RelationFields, SELF } from "./relation-fields";

/** What he is to the room, apart from who pays. */
type Relation = Pick<
  CreateCustomerDto,
  "role" | "startsOn" | "endsOn" | "share" | "kinship" | "headId" | "authority" | "isPrimaryContact" | "guardianConsent"
>;

type Values = SaveCustomerDto &
  Relation & {
    roomId: string;
    /** SELF, a customer of the room, or nothing. */
    payer?: string | null;
    /** An existing customer instead of a new one. */
    customerId?: string | null;
    attributes?: AttributeFormValues;
  };

interface Props {
  trigger: ReactElement<{ onClick?: () => void }>;
  /** A room that is already chosen. */
  roomId?: string;
  /** New members of a family (SCN-02): the role is not asked for. */
  isFamily?: boolean;
  /** After the save: who it was. */
  onDone?: (customerId: string) => void;
}

/** Relates a customer to a room: room first (CUS-03), then somebody found again, or a new customer. */
export function RelateDialog({ trigger, roomId, isFamily = false, onDone }: Props) {
  const projectId = useProjectId();
  const { mutateAsync: create } = useMutation(createCustomer(projectId));
  const { mutateAsync: relate } = useMutation(addRelation(projectId));

  async function handleFinish({ payer, customerId, attributes, ...values }: Values) {
    const who = { asPayer: payer === SELF, payerCustomerId: payer && payer !== SELF ? payer : null };
    if (!customerId) {
      const { id } = await create({ ...values, ...who, attributes: fromAttributeForm(attributes ?? {}) });
      onDone?.(id);
      return;
    }
    const { roomId: room, role, startsOn, endsOn, share, kinship, headId, authority, isPrimaryContact } = values;
    const relation = { role, startsOn, endsOn, share, kinship, headId, authority, isPrimaryContact, ...who };
    await relate({ roomId: room, customerId, guardianConsent: values.guardianConsent, ...relation });
    onDone?.(customerId);
  }

  return (
    <FormDialog<Values>
      name={isFamily ? "add-family-member" : "relate-customer"}
      title={isFamily ? "新增家庭成员" : roomId ? "添加客户" : "新建客户"}
      dto="CreateCustomerDto"
      trigger={trigger}
      width={680}
      initialValues={{
        roomId,
        role: isFamily ? "FAMILY" : "OWNER",
        startsOn: today(),
        kind: "PERSON",
        idType: "ID_CARD",
        confirmed: true,
      }}
      onFinish={handleFinish}
    >
      {(form) => <RelateFields form={form} isRoomFixed={roomId !== undefined} isFamily={isFamily} />}
    </FormDialog>
  );
}

function RelateFields({
  form,
  isRoomFixed,
  isFamily,
}: {
  form: FormInstance<Values>;
  isRoomFixed: boolean;
  isFamily: boolean;
}) {
  const projectId = useProjectId();
  const roomId = Form.useWatch("roomId", form) ?? (form.getFieldValue("roomId") as string | undefined);
  const role = Form.useWatch("role", form) as RelationRole | undefined;
  const kind = Form.useWatch("kind", form);
  const [mode, setMode] = useState<"new" | "known">("new");
  const [found, setFound] = useState<CustomerMatchDto>();
  const [chosenLacksConsent, setChosenLacksConsent] = useState(false);
  const birthday = Form.useWatch("birthday", form);
  const { data: present } = useQuery({ ...customerQueries.ofRoom(projectId, roomId ?? ""), enabled: Boolean(roomId) });

  function choose(next: "new" | "known", match?: CustomerMatchDto) {
    setMode(next);
    setFound(match);
    setChosenLacksConsent(match?.needsConsent ?? false);
    form.setFieldValue("customerId", match?.id ?? null);
  }

  // A child who owns the room himself is only listed as lacking the consent.
  const needsConsent = role !== "OWNER" && (mode === "new" ? isUnder14(birthday) : chosenLacksConsent);

  return (
    <>
      <Field name="roomId" hidden={isRoomFixed} extra="先选房间，再录入客户">
        <RoomSelect autoFocus={!isRoomFixed} />
      </Field>
      {roomId && (
        <>
          <RelationFields
            form={form}
            present={present}
            isCompany={(found?.kind ?? (mode === "new" ? kind : undefined)) === "COMPANY"}
            isRoleFixed={isFamily}
          />
          <Divider titlePlacement="start">客户</Divider>
          <Segmented<"new" | "known">
            aria-label="新客户还是已有客户"
            value={mode}
            onChange={(next) => choose(next)}
            options={[
              { value: "new", label: "新客户" },
              { value: "known", label: "已有客户" },
            ]}
            className="who-switch"
          />
          {found && <FoundNote match={found} onBack={() => choose("new")} />}
          <Field
            name="customerId"
            hidden={mode === "new" || found !== undefined}
            label="客户"
            rules={mode === "known" ? [{ required: true, message: "请选择客户" }] : []}
          >
            <CustomerSelect
              onChange={(_id, customer) => setChosenLacksConsent(customer?.incomplete.includes("监护人同意") ?? false)}
            />
          </Field>
          {mode === "new" && (
            <>
              <Matches form={form} onChoose={(match) => choose("known", match)} />
              <IdentityFields form={form} family={role === "FAMILY"} />
              <NewAttributeFields owner="CUSTOMER" />
            </>
          )}
          {needsConsent && (
            <>
              <Divider titlePlacement="start">监护人同意</Divider>
              <GuardianConsentFields relations={present?.relations ?? []} under={["guardianConsent"]} />
            </>
          )}
        </>
      )}
    </>
  );
}

function FoundNote({ match, onBack }: { match: CustomerMatchDto; onBack: () => void }) {
  return (
    <Alert
      type="success"
      showIcon
      className="form-note"
      title={
        <Flex justify="space-between" align="center" wrap gap={8}>
          <span>
            将直接关联已有客户 <b>{match.name}</b>（{match.number}）
          </span>
          <Button size="small" onClick={onBack}>
            改为录入新客户
          </Button>
        </Flex>
      }
    />
  );
}
