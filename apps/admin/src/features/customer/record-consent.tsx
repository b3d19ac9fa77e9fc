import { useMutation, useQuery } from "@tanstack/react-query";
import type { CustomerDetailDto, RecordGuardianConsentDto } from "@linli/contracts";
import { Button, Form, Select, type FormInstance } from "antd";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { today } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { customerQueries, recordConsent } from "./customer.queries";
import { lastsOrComes } from "./customer.words";
import { GuardianConsentFields } from "./guardian-consent-fields";

/** Records a guardian's consent for a child who is in the system already. */
export function RecordConsent({
  customer,
  shown,
}: {
  customer: CustomerDetailDto;
  /** Opened and closed from outside, without a button of its own. */
  shown?: { open: boolean; onOpenChange: (open: boolean) => void };
}) {
  const { mutateAsync } = useMutation(recordConsent(useProjectId(), customer.id));
  const rooms = new Map(
    customer.relations.filter((one) => lastsOrComes(one, today())).map(({ roomId, roomCode }) => [roomId, roomCode]),
  );
  const [first] = rooms.keys();
  return (
    <FormDialog<RecordGuardianConsentDto>
      name="record-consent"
      title="登记监护人同意"
      dto="RecordGuardianConsentDto"
      {...(shown ?? { trigger: <Button size="small">登记监护人同意</Button> })}
      initialValues={{ roomId: first }}
      onFinish={mutateAsync}
    >
      {(form) => (
        <>
          <Field name="roomId">
            <Select options={[...rooms].map(([value, label]) => ({ value, label }))} />
          </Field>
          <OfRoom form={form} childId={customer.id} />
        </>
      )}
    </FormDialog>
  );
}

function OfRoom({ form, childId }: { form: FormInstance<RecordGuardianConsentDto>; childId: string }) {
  const roomId = Form.useWatch("roomId", form) ?? (form.getFieldValue("roomId") as string | undefined);
  const { data } = useQuery({
    ...customerQueries.ofRoom(useProjectId(), roomId ?? ""),
    enabled: Boolean(roomId),
  });
  return <GuardianConsentFields relations={data?.relations ?? []} childId={childId} />;
}
