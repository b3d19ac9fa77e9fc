import { useMutation, useQuery } from "@tanstack/react-query";
import type {
  MergeConflictDto,
  MergeCustomersDto,
  MergeMoveDto,
  MergePreviewDto,
  MergeSideDto,
} from "@linli/contracts";
import { customerKindLabels } from "@linli/contracts/enums";
import { Alert, Button, Card, Form, Input, Table, Typography } from "antd";
import { SwapOutlined } from "@ant-design/icons";
import { useNavigate, useSearchParams } from "react-router";
import { DescriptionList } from "../../components/description-list";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { formatFen } from "../../lib/money";
import { useProjectId } from "../../lib/session";
import "./customer.css";
import { CustomerSelect } from "./customer-select";
import { mergeCustomers, mergeQueries } from "./merge.queries";

/** Compares two entries of one customer and merges them. The pair stands in the address. */
export function MergePage() {
  const [params, setParams] = useSearchParams();
  const [survivorId, mergedId] = [params.get("survivorId") ?? "", params.get("mergedId") ?? ""];
  const choose = (pair: { survivorId: string; mergedId: string }) => setParams(pair, { replace: true });

  return (
    <>
      <PageHeader title="合并重复客户" back="customer/duplicates" help="customer" />
      {survivorId && mergedId ? (
        <Preview
          pair={{ survivorId, mergedId }}
          onSwap={() => choose({ survivorId: mergedId, mergedId: survivorId })}
        />
      ) : (
        <Card size="small" className="section-card" title="选择两个客户">
          <Typography.Paragraph type="secondary">
            关系、应收、预收和票据都会归到保留的客户名下。选好两个客户，先看合并的结果，再确认合并。
          </Typography.Paragraph>
          <div className="form-columns">
            <Form.Item layout="vertical" label="保留的客户">
              <CustomerSelect
                aria-label="保留的客户"
                value={survivorId || null}
                onChange={(id) => choose({ survivorId: id ?? "", mergedId })}
              />
            </Form.Item>
            <Form.Item layout="vertical" label="并入的客户">
              <CustomerSelect
                aria-label="并入的客户"
                value={mergedId || null}
                onChange={(id) => choose({ survivorId, mergedId: id ?? "" })}
              />
            </Form.Item>
          </div>
        </Card>
      )}
    </>
  );
}

interface Pair {
  survivorId: string;
  mergedId: string;
}

function Preview({ pair, onSwap }: { pair: Pair; onSwap: () => void }) {
  const query = useQuery(mergeQueries.preview(useProjectId(), pair));
  return (
    <QueryView query={query}>
      {(preview) => (
        <>
          {preview.refusals.length > 0 && (
            <Alert
              type="error"
              showIcon
              className="form-note"
              title="不能合并"
              description={preview.refusals.join("；")}
            />
          )}
          <div className="card-grid wide">
            <SideCard title="保留的客户" side={preview.survivor} />
            <SideCard title="并入的客户" side={preview.merged} />
          </div>
          <Moves moves={preview.moves} />
          <Conflicts conflicts={preview.conflicts} />
          <Actions preview={preview} onSwap={onSwap} />
        </>
      )}
    </QueryView>
  );
}

function SideCard({ title, side }: { title: string; side: MergeSideDto }) {
  return (
    <Card size="small" className="section-card" title={title}>
      <DescriptionList
        columns={2}
        items={[
          ["客户名称", side.name],
          ["客户编号", side.number],
          ["客户类型", customerKindLabels[side.kind]],
          ["手机", side.mobileMasked],
          ["证件号码", side.idNumberMasked],
          ["房间", side.roomCodes.join("、")],
        ]}
      />
    </Card>
  );
}

function Moves({ moves }: { moves: readonly MergeMoveDto[] }) {
  return (
    <Card size="small" className="section-card" title="将归到保留的客户名下">
      <Table<MergeMoveDto>
        size="small"
        rowKey="what"
        dataSource={[...moves]}
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: "并入的客户名下没有任何资料" }}
        columns={[
          { title: "内容", key: "what", dataIndex: "what" },
          { title: "条数", key: "count", dataIndex: "count", align: "right" },
          {
            title: "未缴或余额（元）",
            key: "amountFen",
            align: "right",
            render: (_value, { amountFen }) => (
              <span className="figures">{amountFen === null ? "—" : formatFen(amountFen)}</span>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Conflicts({ conflicts }: { conflicts: readonly MergeConflictDto[] }) {
  if (conflicts.length === 0) return null;
  return (
    <Card size="small" className="section-card" title="两边都有，这样处理">
      <Table<MergeConflictDto>
        size="small"
        rowKey={({ what, merged, survivor }) => what + merged + survivor}
        dataSource={[...conflicts]}
        pagination={false}
        scroll={{ x: "max-content" }}
        columns={[
          { title: "内容", key: "what", dataIndex: "what" },
          { title: "保留的客户", key: "survivor", dataIndex: "survivor" },
          { title: "并入的客户", key: "merged", dataIndex: "merged" },
          { title: "处理", key: "resolution", dataIndex: "resolution" },
        ]}
      />
    </Card>
  );
}

function Actions({ preview, onSwap }: { preview: MergePreviewDto; onSwap: () => void }) {
  const projectId = useProjectId();
  const { mutateAsync } = useMutation(mergeCustomers(projectId));
  const navigate = useNavigate();
  const { survivor, merged, refusals } = preview;
  return (
    <div className="merge-actions">
      <Button icon={<SwapOutlined />} onClick={onSwap}>
        对调保留与并入
      </Button>
      {refusals.length === 0 && (
        <FormDialog<Pick<MergeCustomersDto, "reason">>
          name="merge-customers"
          title="合并客户"
          dto="MergeCustomersDto"
          kind="modal"
          trigger={<Button type="primary">合并</Button>}
          submitText="合并"
          note={`${merged.name}（${merged.number}）将并入 ${survivor.name}（${survivor.number}）。之后没有新业务时可以撤销。`}
          onFinish={async ({ reason }) => {
            await mutateAsync({ survivorId: survivor.id, mergedId: merged.id, reason });
            void navigate(`/p/${projectId}/customer/customers/${survivor.id}`);
          }}
        >
          <Field name="reason">
            <Input placeholder="例如：同一人重复录入" autoComplete="off" />
          </Field>
        </FormDialog>
      )}
    </div>
  );
}
