import { useMutation } from "@tanstack/react-query";
import type { OpeningDto, PostOpeningDto, ReverseOpeningDto, SignOpeningDto } from "@linli/contracts";
import { Button, Checkbox, Input } from "antd";
import { Link, useNavigate } from "react-router";
import { Can } from "../../../components/can";
import { ConfirmButton } from "../../../components/confirm-button";
import { DownloadButton } from "../../../components/download-button";
import { Field } from "../../../components/field";
import { FormDialog } from "../../../components/form-dialog";
import { PrintButton } from "../../../components/print-button";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { hasBalances } from "./opening-words";
import { discardOpening, faultsPath, postOpening, reverseOpening, signOpening, tieOutPath } from "./openings.queries";

/** What can be done with an import where it stands. */
export function OpeningActions({ opening }: { opening: OpeningDto }) {
  const projectId = useProjectId();
  const linkTo = usePageLink();
  const { status, stuck, sign, approvalId, counts, faultCount, id } = opening;
  const isWaiting = status === "CHECKED" || stuck;
  const balances = hasBalances(counts);
  const isSigned = sign === "PENDING" || sign === "SIGNED";
  const approval = approvalId !== null && sign === "PENDING" ? linkTo(`approvals?approval=${approvalId}`) : undefined;
  return (
    <>
      {balances && <PrintButton path={tieOutPath(projectId, id)}>打印核对表</PrintButton>}
      {approval && (
        <Link to={approval}>
          <Button tabIndex={-1}>查看送签</Button>
        </Link>
      )}
      <Can do="billing:openings">
        {faultCount > 0 && <DownloadButton path={faultsPath(projectId, id)}>下载有误的行</DownloadButton>}
        {isWaiting && <Discard opening={opening} />}
        {isWaiting && <Post opening={opening} />}
        {status === "POSTED" && !isSigned && <Reverse opening={opening} />}
        {status === "POSTED" && !isSigned && balances && <Sign opening={opening} />}
      </Can>
    </>
  );
}

function Post({ opening: { id, kind, counts, faultCount } }: { opening: OpeningDto }) {
  const { mutateAsync } = useMutation(postOpening(useProjectId(), id));
  const usable = counts.reduce((sum, { count }) => sum + count, 0);
  const blocked = usable === 0 || (kind === "BALANCE" && faultCount > 0);
  if (kind === "BALANCE" || blocked)
    return (
      <ConfirmButton
        type="primary"
        disabled={blocked}
        title={`${usable} 行期初入账？`}
        content="记为启用之前的余额，不计入任何月份的应收和收款。第一个月月结之前、没有人使用过时，可以整批撤回。"
        okText="入账"
        onConfirm={() => mutateAsync({})}
      >
        入账
      </ConfirmButton>
    );
  return (
    <FormDialog<PostOpeningDto>
      name="post-opening"
      kind="modal"
      title="历史缴费入账"
      dto="PostOpeningDto"
      submitText="入账"
      trigger={<Button type="primary">入账</Button>}
      note={`${usable} 行；历史缴费只供查阅，不计入班次、日报、收据和月结。`}
      initialValues={{ setPaidThrough: true, shortAsArrears: false, skipFaults: false }}
      onFinish={mutateAsync}
    >
      <Field name="setPaidThrough" valuePropName="checked" label={null} extra="常规和租赁项目从次日开始出账">
        <Checkbox>把每个项目缴到的最后一天登记为“已缴至”</Checkbox>
      </Field>
      <Field name="shortAsArrears" valuePropName="checked" label={null} extra="不选时差额只作记录">
        <Checkbox>把应缴与实缴的差额记为期初欠费</Checkbox>
      </Field>
      {faultCount > 0 && (
        <Field name="skipFaults" valuePropName="checked" label={null}>
          <Checkbox>跳过有误的 {faultCount} 行</Checkbox>
        </Field>
      )}
    </FormDialog>
  );
}

function Discard({ opening: { id, fileName } }: { opening: OpeningDto }) {
  const navigate = useNavigate();
  const { mutateAsync } = useMutation({
    ...discardOpening(useProjectId(), id),
    onSuccess: () => navigate("..", { relative: "path" }),
  });
  return (
    <ConfirmButton
      danger
      title={`作废“${fileName}”？`}
      content="还没有入账，作废后不留下任何账目；可以再次上传。"
      okText="作废"
      onConfirm={() => mutateAsync()}
    >
      作废
    </ConfirmButton>
  );
}

function Reverse({ opening: { id, openingNo } }: { opening: OpeningDto }) {
  const { mutateAsync } = useMutation(reverseOpening(useProjectId(), id));
  return (
    <FormDialog<ReverseOpeningDto>
      name="reverse-opening"
      kind="modal"
      title={`整批撤回 ${openingNo}`}
      dto="ReverseOpeningDto"
      submitText="整批撤回"
      danger
      note="只有没有人使用过（没有收款、冲抵、减免、退还，也没有据此出账）时才能撤回。撤回以红冲记账，文件可以改正后再导入。"
      trigger={<Button danger>整批撤回</Button>}
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}

function Sign({ opening: { id, openingNo } }: { opening: OpeningDto }) {
  const { mutateAsync } = useMutation(signOpening(useProjectId(), id));
  return (
    <FormDialog<SignOpeningDto>
      name="sign-opening"
      kind="modal"
      title={`${openingNo} 送核对签字`}
      dto="SignOpeningDto"
      submitText="送签"
      note="由入账人以外的人在“审批”里对照原清单签字。送签后合计不能再改，签字后不能整批撤回。"
      trigger={<Button type="primary">送核对签字</Button>}
      onFinish={mutateAsync}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} placeholder="例如：与 2025 年末欠费清单核对" />
      </Field>
    </FormDialog>
  );
}
