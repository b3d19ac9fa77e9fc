import { useMutation } from "@tanstack/react-query";
import type { DebitAgreementDto, DebitUnmaskedDto, DebitReasonDto } from "@linli/contracts";
import { debitFileLabels } from "@linli/contracts/enums";
import { Button, Drawer, Input } from "antd";
import { useState } from "react";
import { Attachments } from "../../../components/attachments";
import { DescriptionList } from "../../../components/description-list";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { unmaskAgreement } from "./debit.queries";

/** The account of an agreement in full, asked for with a reason, and its scans. For those who may see accounts. */
export function AgreementPapers({ agreement }: { agreement: DebitAgreementDto }) {
  const [isOpen, setOpen] = useState(false);
  if (!useCan("billing:unmask-account")) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        账号与扫描件
      </Button>
      <Drawer
        title={`划款协议 ${agreement.agreementNo}`}
        open={isOpen}
        onClose={() => setOpen(false)}
        destroyOnHidden
        size={560}
        styles={{ wrapper: { maxWidth: "100vw" } }}
      >
        <Papers agreement={agreement} />
      </Drawer>
    </>
  );
}

function Papers({ agreement }: { agreement: DebitAgreementDto }) {
  const [whole, setWhole] = useState<DebitUnmaskedDto>();
  const mayWrite = useCan("billing:debit-agreement");
  return (
    <>
      <DescriptionList
        columns={2}
        items={[
          ["客户", agreement.customerName],
          ["开户人", agreement.holder],
          ["银行", agreement.bankName],
          ["账号", whole?.account ?? agreement.accountMasked],
          whole !== undefined && ["证件号码", whole.idNumber ?? "没有登记"],
          whole !== undefined && ["手机", whole.mobile ?? "没有登记"],
        ]}
      />
      {!whole && <Unmask agreement={agreement} onShown={setWhole} />}
      <h3 className="section-title">协议扫描件</h3>
      <Attachments
        ownerType="debit-agreement"
        ownerId={agreement.id}
        kinds={debitFileLabels}
        canWrite={mayWrite && agreement.status !== "ENDED"}
      />
    </>
  );
}

function Unmask({
  agreement: { id, agreementNo },
  onShown,
}: {
  agreement: DebitAgreementDto;
  onShown: (whole: DebitUnmaskedDto) => void;
}) {
  const { mutateAsync } = useMutation(unmaskAgreement(useProjectId(), id));
  return (
    <FormDialog<DebitReasonDto>
      name="unmask-agreement"
      title={`显示协议 ${agreementNo} 的完整账号`}
      dto="DebitReasonDto"
      kind="modal"
      trigger={<Button>显示完整账号</Button>}
      note="每次查看都会连同原因记录在案。"
      submitText="显示"
      onFinish={async (values) => onShown(await mutateAsync(values))}
    >
      <Field name="reason">
        <Input placeholder="例如：核对银行退回的账号" />
      </Field>
    </FormDialog>
  );
}
