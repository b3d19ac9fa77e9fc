import { roomPurposeLabels } from "@linli/contracts/enums";
import { Card, Checkbox, Form, Select } from "antd";
import { optionsOf } from "../../lib/labels";
import { DirectoryPicker } from "./bindings-directory-picker";

/**
 * Which rooms a form acts on: those chosen in a list before (`count` of them), or by part of the directory and purpose.
 * `skip` names the field, and the words, by which rooms that cannot be taken are left out.
 */
export function RoomsCard({ count, skip }: { count: number; skip?: readonly [name: string, words: string] }) {
  return (
    <Card size="small" title="房间" className="section-card">
      <Form.Item name="roomIds" hidden>
        <Select mode="multiple" />
      </Form.Item>
      {count > 0 ? (
        <p>已选 {count} 间房间。</p>
      ) : (
        <div className="form-columns">
          <Form.Item label="楼栋与单元" name="directory" extra="不选为整个管理区">
            <DirectoryPicker />
          </Form.Item>
          <Form.Item label="用途" name="purposes" extra="不选为全部用途">
            <Select mode="multiple" allowClear options={optionsOf(roomPurposeLabels)} placeholder="全部用途" />
          </Form.Item>
        </div>
      )}
      {skip && (
        <Form.Item name={skip[0]} valuePropName="checked" noStyle>
          <Checkbox>{skip[1]}</Checkbox>
        </Form.Item>
      )}
    </Card>
  );
}
