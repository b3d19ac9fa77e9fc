import { useQuery } from "@tanstack/react-query";
import type { ExportKind } from "@linli/contracts/enums";
import { Alert, Checkbox, Form, Select } from "antd";
import { DescriptionList } from "../../components/description-list";
import { QueryView } from "../../components/query-view";
import type { FilterValues } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { exportQueries } from "./exports.queries";

/** What would be exported, which columns, masked or whole, and whether somebody has to approve it. */
export function ExportChoices({ kind, filter }: { kind: ExportKind; filter: FilterValues }) {
  const preview = useQuery(exportQueries.preview(useProjectId(), kind, filter));
  const mayUnmask = useCan("customer:unmask");
  const whole = Form.useWatch<boolean | undefined>("includeNumbers");
  return (
    <QueryView query={preview}>
      {({ rows, filter: words, columns, approvalRows }) => (
        <>
          <div className="form-facts">
            <DescriptionList
              columns={1}
              items={[
                ["范围", words.length > 0 ? words.join("；") : "全部"],
                ["行数", rows.toLocaleString("en-US")],
              ]}
            />
          </div>
          <Form.Item name="columns" label="导出的列" extra="留空导出全部列；导入时必需的列总在其中">
            <Select
              mode="multiple"
              allowClear
              placeholder="全部列"
              optionFilterProp="label"
              options={columns.filter(({ required }) => !required).map(({ key, label }) => ({ value: key, label }))}
            />
          </Form.Item>
          {mayUnmask && columns.some(({ masked }) => masked) && (
            <Form.Item name="includeNumbers" valuePropName="checked" extra="不勾选时，证件号码和电话打码">
              <Checkbox>包含完整号码</Checkbox>
            </Form.Item>
          )}
          {(rows > approvalRows || whole) && (
            <Alert
              type="info"
              showIcon
              className="form-note"
              title={
                whole ? "包含完整号码的导出须由另一人审批，逐人记录" : `超过 ${approvalRows} 行的导出须由另一人审批`
              }
            />
          )}
        </>
      )}
    </QueryView>
  );
}
